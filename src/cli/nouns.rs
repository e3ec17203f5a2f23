//! The nouns of the office: one line each.

use anyhow::Result;
use clap::{ArgMatches, Args, Command, Subcommand};

use crate::register::Register;
use crate::report::Report;
use crate::session::{Obey, Session};
use crate::words::{Text, text};

/// A verb, or a noun with its verbs: what it adds to clap's command, and what obeys it.
#[derive(Debug)]
pub struct Noun {
    /// The word typed.
    pub name: &'static str,
    /// What it is for.
    pub about: Text,
    /// Adds its arguments or verbs.
    pub augment: fn(Command) -> Command,
    /// Obeys.
    pub run: fn(&Session, &ArgMatches) -> Result<Report>,
    /// The Korean words for its verbs and arguments: `verb`, `verb.argument` or `argument`.
    pub korean: &'static [(&'static str, &'static str)],
    /// The register whose codes its writes name.
    pub register: Option<&'static Register>,
}

type Korean = &'static [(&'static str, &'static str)];
type Kept = Option<&'static Register>;

const fn noun<V: Subcommand + Obey>(name: &'static str, about: Text, korean: Korean, register: Kept) -> Noun {
    Noun {
        name,
        about,
        augment: |command| V::augment_subcommands(command).subcommand_required(true).arg_required_else_help(true),
        run: |session, matches| V::from_arg_matches(matches)?.obey(session),
        korean,
        register,
    }
}

const fn verb<A: Args + Obey>(name: &'static str, about: Text, korean: Korean) -> Noun {
    Noun {
        name,
        about,
        augment: |command| A::augment_args(command),
        run: |session, matches| A::from_arg_matches(matches)?.obey(session),
        korean,
        register: None,
    }
}

/// Every noun and verb, in the order of the year's work.
#[rustfmt::skip]
pub const NOUNS: &[Noun] = &[
    verb::<crate::office::commands::Init>("init", text("파일을 새로 만듭니다", "Make the file"), crate::office::words::KOREAN),
    noun::<crate::office::commands::Department>("dept", text("부서", "Departments"), crate::office::words::KOREAN, Some(&crate::office::DEPARTMENTS)),
    noun::<crate::office::commands::Staff>("staff", text("직원", "Staff"), crate::office::words::KOREAN, Some(&crate::office::STAFF)),
    noun::<crate::calendar::commands::Calendar>("calendar", text("공휴일 달력", "Calendar of holidays"), crate::calendar::words::KOREAN, Some(&crate::calendar::HOLIDAYS)),
    noun::<crate::task::commands::Task>("task", text("중점과제", "Key tasks"), crate::task::words::KOREAN, Some(&crate::task::TASKS)),
    noun::<crate::milestone::commands::Milestone>("milestone", text("추진일정", "Milestones of key tasks"), crate::milestone::words::KOREAN, Some(&crate::milestone::MILESTONES)),
    noun::<crate::progress::commands::Progress>("progress", text("진척 보고", "Progress of key tasks"), crate::progress::words::KOREAN, Some(&crate::progress::REPORTS)),
    noun::<crate::consult::commands::Consult>("consult", text("사전컨설팅", "Pre-consulting"), crate::consult::words::KOREAN, Some(&crate::consult::CONSULTATIONS)),
    noun::<crate::evaluate::commands::Evaluate>("eval", text("평가", "Evaluation"), crate::evaluate::words::KOREAN, Some(&crate::evaluate::ROUNDS)),
    noun::<crate::due::Due>("due", text("법정 기한", "Legal clocks"), crate::due::KOREAN, None),
    noun::<crate::snapshot::commands::Snapshot>("snapshot", text("월별 현황 확정", "Frozen monthly state"), crate::snapshot::words::KOREAN, Some(&crate::snapshot::FROZEN)),
    noun::<crate::office_report::commands::Papers>("report", text("보고서", "Reports to hand in"), crate::office_report::words::KOREAN, None),
];
