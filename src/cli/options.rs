//! The options that go with every verb.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::db::KnownAt;
use crate::report::{Arrangement, Format};
use crate::session::{Environment, Options};
use crate::typed;
use crate::words::Lang;

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal that wants it.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The options that go with every verb.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Options of every command")]
pub struct Global {
    /// The file [default: $PROADMIN_DB, else proadmin.db]
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub db: Option<PathBuf>,
    /// Output format
    #[arg(short, long, global = true, value_enum, value_name = "FORMAT", hide_short_help = true)]
    pub output: Option<Format>,
    /// Write to a file; its name tells the format
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub out: Option<PathBuf>,
    /// CSV for people: headings and values in their language
    #[arg(long, global = true, hide_short_help = true)]
    pub labels: bool,
    /// Show only these fields
    #[arg(long, global = true, value_delimiter = ',', value_name = "FIELD", hide_short_help = true)]
    pub fields: Vec<String>,
    /// Sort by these fields; -field is descending
    #[arg(long, global = true, value_delimiter = ',', value_name = "FIELD", allow_hyphen_values = true, hide_short_help = true)]
    pub sort: Vec<String>,
    /// At most so many rows; 0 is all [default: 50 on a terminal]
    #[arg(long, global = true, value_name = "N", hide_short_help = true)]
    pub limit: Option<usize>,
    /// Answer as of this day, from what had happened by then
    #[arg(long, global = true, value_name = "DATE", value_parser = typed::day, hide_short_help = true)]
    pub as_of: Option<NaiveDate>,
    /// Answer from what the file knew then: a day, a minute, or an entry's number
    #[arg(long, global = true, value_name = "TIME", value_parser = KnownAt::parse, hide_short_help = true)]
    pub known_at: Option<KnownAt>,
    /// Show personal names unmasked; needs --reason, and the reading is recorded
    #[arg(long, global = true, hide_short_help = true)]
    pub personal: bool,
    /// Language
    #[arg(long, global = true, value_enum, value_name = "LANG", hide_short_help = true)]
    pub lang: Option<Lang>,
    /// When to colour
    #[arg(long, global = true, value_enum, value_name = "WHEN", hide_short_help = true)]
    pub color: Option<Colour>,
    /// Who writes [default: $PROADMIN_ACTOR, else the user of the system]
    #[arg(long, global = true, value_name = "NAME", value_parser = typed::title, hide_short_help = true)]
    pub actor: Option<String>,
    /// Why; kept in the record
    #[arg(long, global = true, value_name = "TEXT", value_parser = typed::long_text, hide_short_help = true)]
    pub reason: Option<String>,
    /// Why the clock, which stands before the last entry, is right; kept in the record
    #[arg(long, global = true, value_name = "REASON", value_parser = typed::title, hide_short_help = true)]
    pub clock_ok: Option<String>,
    /// Number of the official document behind it
    #[arg(long, global = true, value_name = "NO", value_parser = typed::title, hide_short_help = true)]
    pub doc_no: Option<String>,
    /// A name for this request, so that repeating it records nothing twice
    #[arg(long, global = true, value_name = "ID", value_parser = typed::title, hide_short_help = true)]
    pub request_id: Option<String>,
    /// Show what would be done, record nothing
    #[arg(short = 'n', long, global = true, hide_short_help = true)]
    pub dry_run: bool,
    /// Answer yes to every question
    #[arg(short, long, global = true, hide_short_help = true)]
    pub yes: bool,
    /// Never ask
    #[arg(long, global = true, hide_short_help = true)]
    pub no_input: bool,
    /// Exit 10 when something needs attention
    #[arg(long, global = true, hide_short_help = true)]
    pub exit_code: bool,
    /// No hints and no warnings
    #[arg(short, long, global = true, hide_short_help = true)]
    pub quiet: bool,
    /// Say more when something goes wrong
    #[arg(short, long, global = true, hide_short_help = true)]
    pub verbose: bool,
}

impl Global {
    /// The format: `--output`, else what `--out` is named, else the table.
    pub fn format(&self) -> Format {
        self.format_or(Format::Table)
    }

    /// The format: `--output`, else what `--out` is named, else the usual one.
    pub fn format_or(&self, usual: Format) -> Format {
        self.output.or_else(|| self.out.as_deref().and_then(Format::of_file)).unwrap_or(usual)
    }

    /// Whether questions may be asked.
    pub fn may_ask(&self, environment: &Environment) -> bool {
        environment.person_present && !self.no_input && !self.format().is_for_machines()
    }

    /// Fields, order and length. A list on a terminal shows fifty rows unless told otherwise.
    pub fn arrangement(&self, on_terminal: bool) -> Arrangement {
        let person = on_terminal && self.out.is_none() && !self.format().is_for_machines();
        let limit = match self.limit {
            Some(0) => None,
            None if person => Some(50),
            given => given,
        };
        Arrangement { fields: self.fields.clone(), sort: self.sort.clone(), limit }
    }

    /// What the session needs of them.
    pub fn session(&self, environment: &Environment, typed: Vec<String>) -> Options {
        Options {
            db: self.db.clone(),
            as_of: self.as_of,
            known_at: self.known_at.clone(),
            personal: self.personal,
            actor: self.actor.clone(),
            reason: self.reason.clone(),
            doc_no: self.doc_no.clone(),
            clock_ok: self.clock_ok.clone(),
            request_id: self.request_id.clone(),
            dry_run: self.dry_run,
            exit_code: self.exit_code,
            yes: self.yes,
            typed,
            out: self.out.clone(),
            interactive: self.may_ask(environment),
            arrangement: self.arrangement(false),
            for_machines: self.format().is_for_machines(),
            labels: self.labels,
            progress: environment.stderr_is_terminal && !self.quiet,
            in_detail: self.format().is_for_machines() || !self.fields.is_empty(),
        }
    }
}
