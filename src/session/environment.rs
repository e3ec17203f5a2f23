//! The environment and the clock, read once.

use std::env;
use std::io::IsTerminal;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::seoul;
use crate::words::Lang;

static BAD_TODAY: Rule = rule(
    Kind::Usage,
    "E0113",
    "PROADMIN_TODAY '{value}'{value:~은/는} 날짜가 아닙니다(YYYY-MM-DD)",
    "PROADMIN_TODAY '{value}' is not a date (YYYY-MM-DD)",
);
static NOT_TEXT: Rule = rule(
    Kind::Usage,
    "E0118",
    "환경변수 {name}에 글로 읽을 수 없는 바이트가 있습니다(UTF-8이 아님)",
    "the environment variable {name} has bytes that are no text (not UTF-8)",
);

/// What the process was started with.
#[derive(Clone, Debug)]
pub struct Environment {
    /// The day of work.
    pub today: NaiveDate,
    /// Whether `PROADMIN_TODAY` set it.
    pub today_is_set: bool,
    /// `PROADMIN_DB`.
    pub db: Option<PathBuf>,
    /// `PROADMIN_ACTOR`.
    pub actor: Option<String>,
    /// The language of the locale, English where it is neither Korean nor known.
    pub lang: Lang,
    /// Whether a person can be asked: a terminal at both ends of the talk, and no CI.
    pub person_present: bool,
    /// Whether stdout is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether stderr is a terminal.
    pub stderr_is_terminal: bool,
    /// `COLUMNS`, else the terminal's own width; none where there is no terminal.
    pub columns: Option<usize>,
    /// `VISUAL` or `EDITOR`.
    pub editor: Option<String>,
}

impl Environment {
    /// Reads the environment and the clock.
    ///
    /// # Errors
    /// `PROADMIN_TODAY` that is not a date; a variable that is not text.
    pub fn read() -> Result<Self, Refusal> {
        let set = text("PROADMIN_TODAY")?;
        let today = match &set {
            None => seoul::day(now()),
            Some(value) => value.parse().map_err(|_| BAD_TODAY.with("value", value))?,
        };
        let stderr_is_terminal = std::io::stderr().is_terminal();
        Ok(Self {
            today,
            today_is_set: set.is_some(),
            db: env::var_os("PROADMIN_DB").filter(|path| !path.is_empty()).map(PathBuf::from),
            actor: text("PROADMIN_ACTOR")?,
            lang: locale(),
            person_present: stderr_is_terminal && std::io::stdin().is_terminal() && env::var_os("CI").is_none(),
            stdout_is_terminal: std::io::stdout().is_terminal(),
            stderr_is_terminal,
            columns: width(),
            editor: match text("VISUAL")? {
                None => text("EDITOR")?,
                visual => visual,
            },
        })
    }

    /// The operating system's user: asked of the system, not of the environment, which anyone
    /// can set, and only by who writes.
    pub fn os_user() -> String {
        whoami::username().unwrap_or_else(|_| "?".to_owned())
    }

    /// The true clock, as an entry keeps it: RFC 3339 in UTC with milliseconds.
    pub fn instant() -> String {
        now().format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
    }
}

/// The clock, also where it stands before 1970 as on a machine whose battery is empty: that is
/// for a rule to refuse.
fn now() -> DateTime<Utc> {
    DateTime::from(std::time::SystemTime::now())
}

fn text(name: &'static str) -> Result<Option<String>, Refusal> {
    let Some(value) = env::var_os(name).filter(|value| !value.is_empty()) else { return Ok(None) };
    value.into_string().map(Some).map_err(|_| NOT_TEXT.with("name", name))
}

/// `COLUMNS`, else the terminal's own width; none where there is no terminal.
pub fn width() -> Option<usize> {
    text("COLUMNS").ok().flatten().and_then(|columns| columns.parse().ok()).or_else(terminal_width)
}

fn terminal_width() -> Option<usize> {
    dialoguer::console::Term::stdout().size_checked().map(|(_, columns)| usize::from(columns))
}

/// The language of the locale, English where it is neither Korean nor known.
pub fn locale() -> Lang {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| text(name).ok().flatten()).or_else(sys_locale::get_locale);
    if named.is_some_and(|name| name.starts_with("ko")) { Lang::Ko } else { Lang::En }
}
