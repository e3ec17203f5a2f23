//! `exemption bundle`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::exemption::bundle::{Contents, collect, is_free, write};
use crate::office::store as office;
use crate::record;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::seal;
use crate::session::Session;
use crate::words::{Text, quoted, text};

const COLUMNS: &[Column] = &[
    column("file", "파일", "file", Holds::Text),
    column("what", "내용", "what it is", Holds::Text),
    column("bytes", "바이트", "bytes", Holds::Integer),
    column("sha256", "SHA-256", "SHA-256", Holds::Code).minor(1),
];
const MADE: Text = text("{folder}: {code}의 증거 {count}건을 담았습니다", "{folder}: {count:file/files} of evidence of {code}");
const WOULD: Text = text("[시험 실행] {folder}: {code}의 증거 {count}건", "[dry run] {folder}: {count:file/files} of evidence of {code}");
const AS_THEY_ARE: Text = text(
    "첨부는 낸 그대로 담았습니다. 개인정보가 들어 있는지 확인하십시오",
    "attachments are as they were handed in; look through them for personal data before you pass them on",
);
const NAMED: Text = text(
    "의견서는 발송한 그대로 담았고, 그중 {count}건에 사람 이름이 있습니다",
    "letters are as they were issued, and {count:letter names/letters name} someone in clear",
);

/// Arguments.
#[derive(Args, Debug)]
pub struct Bundle {
    /// Code of a request for pre-consulting, of a task, or of a request for exemption
    code: String,
    /// A new or an empty folder
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Writes the bundle: evidence of now, so neither as of another day nor as known before.
pub fn bundle(session: &Session, args: &Bundle) -> Result<Report> {
    session.may_write()?;
    let db = session.db()?;
    let record = record::named(db, &args.code)?;
    is_free(&args.folder)?;
    let (evidence, named) = collect(db, &session.vocabulary, session.lang, &record)?;
    let rows = evidence.iter().map(|file| {
        let size = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
        vec![file.name.clone().into(), file.what.clone().into(), size.into(), file.sha256().into()]
    });
    let table = Table::held(COLUMNS.to_vec(), rows.collect());
    let has_attachments = evidence.iter().any(|file| file.name.contains("-attachment-"));
    let count = evidence.len();
    let contents = Contents {
        lang: session.lang,
        code: record.code.clone(),
        title: crate::exemption::bundle::veiled(db, &record.title)?,
        org: office::office(db)?.1,
        day: session.today.to_string(),
        seal: seal::last(db)?.map(|(seal, _)| seal.to_string()),
    };
    let files = contents.before(evidence)?;
    if !session.options.dry_run {
        write(&args.folder, &files)?;
    }
    let said = if session.options.dry_run { WOULD } else { MADE };
    let said = said.with("folder", &args.folder).with("code", &record.code).with("count", count);
    let report = Report::list("exemption bundle", said, table);
    let report = if has_attachments { report.hint(AS_THEY_ARE.say()) } else { report };
    let report = if named > 0 { report.hint(NAMED.with("count", named)) } else { report };
    Ok(report.hint(next(format!("cd {} && sha256sum -c SHA256SUMS", quoted(&args.folder)))))
}
