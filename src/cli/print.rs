//! The printing: answers to stdout or a file, talk to stderr, and the exit code.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::Global;
use super::help::is_coloured;
use super::options::Colour;
use super::refused::{Told, as_refusal, refused};
use super::ways::on_the_file_typed;

use crate::beside;
use crate::export::{folder_is_there, to_file};
use crate::prompt;
use crate::refusal::{Kind, Rule, rule};
use crate::report::{Format, Page, Report, harmless, talk, write};
use crate::session::Session;
use crate::words::{Lang, Sentence, Text, quoted, system, text};

static OWN_FILE: Rule = rule(
    Kind::Usage,
    "E0122",
    "'{file}'{file:~은/는} 기록이 든 파일입니다. 거기에 쓸 수 없습니다",
    "'{file}' is the office's own file; nothing is written to it",
);
static NO_FORMAT: Rule = rule(
    Kind::Usage,
    "E0123",
    "'{file}'{file:~이/가} 어떤 형식인지 알 수 없습니다. 이름 끝을 바꾸거나 -o 로 형식을 정하십시오",
    "'{file}' names no format that is written; choose another ending, or the format with -o",
);
static NO_WORKBOOK_HERE: Rule =
    rule(Kind::Usage, "E0135", "엑셀 파일은 화면에 쓸 수 없습니다", "a workbook cannot be written to a terminal");
static NOT_FOR_PEOPLE: Rule = rule(
    Kind::Usage,
    "E0127",
    "JSON은 번역하지 않으므로 --labels 를 쓸 수 없습니다. CSV나 TSV에 쓰십시오",
    "JSON is never translated, so --labels cannot be used with it; use it with CSV or TSV",
);
static OUTPUT_LOST: Rule = rule(Kind::Output, "E0074", "결과를 쓰지 못했습니다: {why}", "the output could not be written: {why}");
static NOT_WRITTEN: Rule = rule(Kind::Unexpected, "E0137", "결과를 쓰지 못했습니다: {why}", "the answer could not be written: {why}");
const RECORDED: Text = text("기록은 되었습니다. 같은 명령을 되풀이하지 마십시오", "it was recorded; do not repeat the command");
const READ: Text = text(
    "이름을 열람한 것은 기록되었습니다. 다시 열람하면 한 번 더 기록됩니다",
    "the reading of the names is recorded; read them again and that is recorded once more",
);
const FILE: Text = text("파일", "file");
const ELSEWHERE: Text =
    text("쓸 수 있고 자리가 있는 곳에 쓰십시오(--out FILE)", "write it to a place that has room and may be written (--out FILE)");
const WRITTEN: Text = text("{file}에 썼습니다", "written to {file}");
/// So many columns has a page of documentation where there is no terminal.
const PAGE: usize = 100;
const SAME_AS: Text = text("같은 일을 하는 명령: {command}", "the same as: {command}");

/// Prints the answer and returns the exit code.
pub(super) fn report(report: &Report, global: &Global, session: &Session) -> ExitCode {
    let format = global.format_or(if report.is_data { Format::Csv } else { Format::Table });
    let colour = global.out.is_none() && colours(global);
    let page = Page {
        lang: session.lang,
        width: width(session, global, report.is_documentation),
        colour,
        mark: global.out.is_some() && format == Format::Csv,
        labels: global.labels || (report.is_form && global.output.is_none() && session.lang == Lang::Ko),
        as_of: session.options.as_of,
        known_at: session.options.known_at.as_ref(),
        db: session.opened(),
    };
    let written = match &global.out {
        Some(file) => to_file(report, format, &page, file),
        // Data on a terminal is read by a person too.
        None if format.is_for_machines() && format != Format::Xlsx && session.environment().stdout_is_terminal => {
            let mut held = Vec::new();
            write(report, format, &page, &mut held).and_then(|()| {
                let mut out = io::stdout().lock();
                let shown: Vec<String> = String::from_utf8_lossy(&held).split('\t').map(harmless).collect();
                out.write_all(shown.join("\t").as_bytes())?;
                Ok(out.flush()?)
            })
        }
        None => to_stdout(report, format, &page),
    };
    match written {
        // Who reads only the beginning has what they want; but that something was recorded has to
        // be told.
        Err(error) if !report.recorded && is_closed_pipe(&error) => return exit(0),
        Err(error) => return failed(&not_written(error, global), report.recorded, global, session),
        Ok(()) => {}
    }
    if !global.quiet {
        if let Some(file) = &global.out {
            say(&WRITTEN.with("file", file).render(session.lang));
        }
        let typed = &session.options.typed;
        let told = |next: &Sentence| say_as_talk(&on_the_file_typed(&next.render(session.lang), typed));
        report.hints.iter().for_each(told);
    }
    exit(match report.damaged {
        true => Kind::Integrity as u8,
        false if global.exit_code && report.attention => 10,
        false => 0,
    })
}

/// Tells why there is no answer, and whether something was recorded all the same: whatever failed
/// after it, what was recorded stays recorded.
pub(super) fn failed(error: &anyhow::Error, recorded: bool, global: &Global, session: &Session) -> ExitCode {
    let typed = super::as_typed(session);
    let recorded = recorded || session.has_recorded();
    let told = Told { verbose: global.verbose, recorded, ..Told::of(&typed, session.lang, global.format().is_json()) };
    if !recorded {
        return refused(error, &told);
    }
    let refusal = as_refusal(error);
    let mut lost = if refusal.rule == &NOT_WRITTEN { refusal } else { OUTPUT_LOST.with("why", refusal.said()) };
    lost.rule = &OUTPUT_LOST;
    // Names are read, never written, by a run that reads them unmasked.
    let what = if session.options.personal { READ } else { RECORDED };
    refused(&lost.no_way_out().way_out(what).way_out("proadmin log --limit 1").into(), &told)
}

/// Why the answer could not be written, and where it was to go. An answer of another shape than its
/// format is refused in its own words.
fn not_written(error: anyhow::Error, global: &Global) -> anyhow::Error {
    let Some(io) = error.downcast_ref::<io::Error>() else { return error };
    let refusal = NOT_WRITTEN.with("why", system::io(io)).way_out(ELSEWHERE);
    global.out.iter().fold(refusal, |refusal, file| refusal.seen(FILE, file.display().to_string())).into()
}

fn to_stdout(report: &Report, format: Format, page: &Page) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    write(report, format, page, &mut out)?;
    Ok(out.flush()?)
}

/// Whether the file that is to be written may be: not the office's own, and of a kind that is
/// known; and, where it is there already and a person can be asked, whether it may be replaced.
///
/// # Errors
/// It is not; nothing was done yet.
pub(super) fn may_write_to(global: &Global, session: &Session) -> Result<()> {
    if global.labels && global.format().is_json() {
        return Err(NOT_FOR_PEOPLE.met().into());
    }
    let Some(file) = &global.out else {
        let is_shown = global.output == Some(Format::Xlsx) && session.environment().stdout_is_terminal;
        return if is_shown { Err(NO_WORKBOOK_HERE.met().way_out("--out FILE.xlsx").into()) } else { Ok(()) };
    };
    folder_is_there(beside::folder_of(file))?;
    let real = |path: &Path| fs::canonicalize(path).ok();
    let own = beside::company(session.path()).iter().any(|own| real(file).is_some_and(|file| real(own) == Some(file)));
    if own {
        return Err(OWN_FILE.with("file", file).into());
    }
    let typed = &session.options.typed;
    let is_calendar =
        file.extension().is_some_and(|ending| ending == "ics") && !(typed.contains(&"due".to_owned()) && typed.contains(&"ics".to_owned()));
    let unknown = global.output.is_none() && file.extension().is_some() && Format::of_file(file).is_none();
    if unknown || is_calendar {
        return Err(NO_FORMAT.with("file", file).way_out(".csv .tsv .json .jsonl .md .txt .html .xlsx").into());
    }
    // A script replaces what it wrote the day before; a person may not know that it is there.
    let asks = session.environment().person_present && !global.no_input && !global.yes;
    if asks { prompt::agree_to_replace(std::slice::from_ref(file), session.lang) } else { Ok(()) }
}

fn width(session: &Session, global: &Global, is_documentation: bool) -> Option<usize> {
    match session.environment().columns {
        Some(columns) if global.out.is_none() => Some(columns),
        // Documentation is read, also where it is piped or kept.
        _ if is_documentation => Some(PAGE),
        _ => None,
    }
}

fn colours(global: &Global) -> bool {
    match global.color.unwrap_or_default() {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let broken = |io: &io::Error| io.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref::<io::Error>().is_some_and(broken))
}

/// Prints help to stdout, or to stderr when it answers a mistake.
pub(super) fn help(error: &clap::Error, lang: Lang, mistaken: bool) -> ExitCode {
    let styled = error.render();
    let mut page = if is_coloured() { styled.ansi().to_string() } else { styled.to_string() };
    if lang == Lang::Ko {
        page = page.replace("[OPTIONS]", "[옵션]").replace("<명령>", "명령");
    }
    if mistaken {
        say(&page);
        return exit(Kind::Usage as u8);
    }
    let mut out = io::stdout().lock();
    let _ = out.write_all(page.as_bytes()).and_then(|()| out.flush());
    exit(0)
}

/// Prints the version.
pub(super) fn version() -> ExitCode {
    let _ = io::stdout().lock().write_all(concat!("proadmin ", env!("CARGO_PKG_VERSION"), "\n").as_bytes());
    exit(0)
}

/// Prints a hint or a warning to stderr.
pub(super) fn hint(hint: &Sentence, lang: Lang) {
    say_as_talk(&hint.render(lang));
}

fn say_as_talk(said: &str) {
    say(&talk(&harmless(said), crate::session::width()));
}

/// Shows the command line that does without questions what was just asked.
pub(super) fn equivalent(typed: &[String], lang: Lang) {
    let words: Vec<String> = typed.iter().map(quoted).collect();
    hint(&SAME_AS.with("command", words.join(" ").replacen(&quoted(&typed[0]), "proadmin", 1)), lang);
}

pub(super) fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

pub(super) fn exit(code: u8) -> ExitCode {
    ExitCode::from(code)
}
