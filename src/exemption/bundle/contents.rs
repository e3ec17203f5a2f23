//! The contents page, as a page to print and as plain text, and the list that `sha256sum` reads.

use anyhow::Result;
use serde::Serialize;

use super::Evidence;
use crate::page::Templates;
use crate::words::{Lang, Text, text};

const PAGE: &str = include_str!("contents.html");
const TITLE: Text = text("면책 증거 목록: {code} {title}", "Evidence for exemption: {code} {title}");
const OF: Text = text("{org} · {day} 작성", "{org} · made on {day}");
const HEADS: [Text; 5] =
    [text("번호", "no"), text("파일", "file"), text("내용", "what it is"), text("바이트", "bytes"), text("SHA-256", "SHA-256")];
const SEAL: Text = text("기록 파일의 봉인:", "Seal of the office's file:");
const NO_SEAL: Text = text("-", "-");
const CHECKED: Text = text(
    "확인: 이 폴더에서 sha256sum -c SHA256SUMS 를 실행하면 모든 파일이 그대로인지 알 수 있고, 기관의 파일에서 proadmin verify --against 봉인 을 실행하면 그때까지의 기록이 그대로인지 알 수 있습니다.",
    "To check: sha256sum -c SHA256SUMS in this folder shows whether every file is as it was; proadmin verify --against SEAL on the office's file shows whether its records are.",
);
const MASKED: Text = text(
    "이 목록과 글에서 사람 이름은 가렸습니다. 의견서는 발송한 그대로이고 첨부는 낸 그대로입니다.",
    "Names of persons are masked in this list and in the texts. Letters are as they were issued, attachments as they were handed in.",
);

/// What a contents page says.
#[derive(Clone, Debug)]
pub struct Contents {
    /// The language of the reader.
    pub lang: Lang,
    /// The record's code.
    pub code: String,
    /// The record's title, with names masked.
    pub title: String,
    /// The organisation.
    pub org: String,
    /// The day of work.
    pub day: String,
    /// The seal of the file.
    pub seal: Option<String>,
}

#[derive(Serialize)]
struct Filled {
    lang: &'static str,
    title: String,
    lines: Vec<String>,
    heads: Vec<&'static str>,
    rows: Vec<Line>,
    seal_label: &'static str,
    seal: String,
    notes: Vec<&'static str>,
}

#[derive(Serialize)]
struct Line {
    no: String,
    name: String,
    what: String,
    bytes: usize,
    sha256: String,
}

impl Contents {
    /// The evidence with its contents page in both forms and the list of all hashes.
    ///
    /// # Errors
    /// A template that cannot be filled.
    pub fn before(&self, evidence: Vec<Evidence>) -> Result<Vec<Evidence>> {
        let filled = self.filled(&evidence);
        let file = |name: &str, bytes: String| Evidence { name: name.to_owned(), what: String::new(), bytes: bytes.into_bytes() };
        let text = file("00-contents.txt", plain(&filled));
        let page = file("00-contents.html", Templates::of(&[("contents", PAGE)])?.fill("contents", filled)?);
        let mut all = vec![page, text];
        all.extend(evidence);
        let sums: Vec<String> = all.iter().map(|file| format!("{}  {}", file.sha256(), file.name)).collect();
        all.push(file("SHA256SUMS", sums.join("\n") + "\n"));
        Ok(all)
    }

    fn filled(&self, evidence: &[Evidence]) -> Filled {
        let line = |file: &Evidence| Line {
            no: file.name.split('-').next().unwrap_or_default().to_owned(),
            name: file.name.clone(),
            what: file.what.clone(),
            bytes: file.bytes.len(),
            sha256: file.sha256(),
        };
        let lang = self.lang;
        Filled {
            lang: if lang == Lang::Ko { "ko" } else { "en" },
            title: TITLE.with("code", &self.code).with("title", &self.title).render(lang),
            lines: vec![OF.with("org", &self.org).with("day", &self.day).render(lang)],
            heads: HEADS.iter().map(|head| head.in_lang(lang)).collect(),
            rows: evidence.iter().map(line).collect(),
            seal_label: SEAL.in_lang(lang),
            seal: self.seal.clone().unwrap_or_else(|| NO_SEAL.in_lang(lang).to_owned()),
            notes: vec![MASKED.in_lang(lang), CHECKED.in_lang(lang)],
        }
    }
}

/// The same as plain text.
fn plain(filled: &Filled) -> String {
    let mut out = format!("{}\n\n{}\n\n", filled.title, filled.lines.join("\n"));
    for line in &filled.rows {
        out.push_str(&format!("{}  {}\n    {} ({})\n    SHA-256 {}\n", line.no, line.name, line.what, line.bytes, line.sha256));
    }
    out.push_str(&format!("\n{} {}\n\n{}\n", filled.seal_label, filled.seal, filled.notes.join("\n")));
    out
}
