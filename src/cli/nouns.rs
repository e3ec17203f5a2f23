//! The nouns of the office: one line each.

use std::path::Path;

use anyhow::Result;
use clap::{ArgMatches, Args, Command, Subcommand};

use crate::fields::{Fields, Vocabulary};
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
    /// Imports a file of its records; what it cannot import is not exported either.
    pub import: Option<Import>,
    /// What its exported file does not hold.
    pub left_out: Option<Text>,
    /// What it calls the fields of its tables.
    pub fields: Option<&'static Fields>,
}

/// Imports a file: the session, the file, and whether to register again what is there.
pub type Import = fn(&Session, &Path, bool) -> Result<Report>;

impl Noun {
    /// The same noun, with records that can be imported and exported; what is recorded of them
    /// and does not come back from an exported file, or none where all of it does.
    const fn importing(mut self, import: Import, left_out: Option<Text>) -> Self {
        self.import = Some(import);
        self.left_out = left_out;
        self
    }

    /// The same noun, with tables of its own.
    const fn telling(mut self, fields: &'static Fields) -> Self {
        self.fields = Some(fields);
        self
    }
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
        import: None,
        left_out: None,
        fields: None,
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
        import: None,
        left_out: None,
        fields: None,
    }
}

/// What every noun calls its fields.
pub fn vocabulary() -> Vocabulary {
    NOUNS.iter().filter_map(|noun| noun.fields).collect()
}

/// Every noun and verb, in the order of the year's work.
#[rustfmt::skip]
pub const NOUNS: &[Noun] = &[
    verb::<crate::office::commands::Init>("init", text("파일을 새로 만듭니다", "Make the file"), crate::office::words::KOREAN),
    verb::<crate::demo::Demo>("demo", text("공개 자료로 주요 업무를 시연합니다", "Walk through the main job on public data"), crate::demo::KOREAN),
    verb::<crate::today::Today>("today", text("지금 챙길 일", "What needs you now"), crate::today::KOREAN),
    verb::<crate::search::Search>("search", text("모든 기록에서 글을 찾습니다", "Find text in every record"), crate::search::KOREAN),
    noun::<crate::office::commands::Organisation>("office", text("기관 이름과 코드", "The organisation's name and code"), crate::office::words::KOREAN, None).telling(&crate::office::fields::FIELDS),
    noun::<crate::office::commands::Department>("dept", text("부서", "Departments"), crate::office::words::KOREAN, Some(&crate::office::DEPARTMENTS)).importing(crate::office::import::departments, Some(crate::office::import::DEPARTMENTS_LEFT_OUT)),
    noun::<crate::office::commands::Staff>("staff", text("직원", "Staff"), crate::office::words::KOREAN, Some(&crate::office::STAFF)).importing(crate::office::import::staff, Some(crate::office::import::STAFF_LEFT_OUT)),
    noun::<crate::calendar::commands::Calendar>("calendar", text("공휴일 달력", "Calendar of holidays"), crate::calendar::words::KOREAN, Some(&crate::calendar::HOLIDAYS)).importing(crate::calendar::import::run, Some(crate::calendar::import::LEFT_OUT)).telling(&crate::calendar::fields::FIELDS),
    noun::<crate::task::commands::Task>("task", text("중점과제", "Key tasks"), crate::task::words::KOREAN, Some(&crate::task::TASKS)).importing(crate::task::import::run, Some(crate::task::import::LEFT_OUT)).telling(&crate::task::fields::FIELDS),
    noun::<crate::milestone::commands::Milestone>("milestone", text("추진일정", "Milestones of key tasks"), crate::milestone::words::KOREAN, Some(&crate::milestone::MILESTONES)).importing(crate::milestone::import::run, Some(crate::milestone::import::LEFT_OUT)).telling(&crate::milestone::fields::FIELDS),
    noun::<crate::progress::commands::Progress>("progress", text("진척 보고", "Progress of key tasks"), crate::progress::words::KOREAN, Some(&crate::progress::REPORTS)).importing(crate::progress::import::run, None).telling(&crate::progress::fields::FIELDS),
    noun::<crate::consult::commands::Consult>("consult", text("사전컨설팅", "Pre-consulting"), crate::consult::words::KOREAN, Some(&crate::consult::CONSULTATIONS)).importing(crate::consult::import::run, Some(crate::consult::import::LEFT_OUT)).telling(&crate::consult::fields::FIELDS),
    noun::<crate::plan::commands::Plan>("plan", text("실행계획", "Implementation plans"), crate::plan::words::KOREAN, Some(&crate::plan::ACTIONS)).importing(crate::plan::import::run, Some(crate::plan::import::LEFT_OUT)).telling(&crate::plan::fields::FIELDS),
    noun::<crate::passive::commands::Passive>("passive", text("소극행정 신고", "Passive-administration reports"), crate::passive::words::KOREAN, Some(&crate::passive::REPORTS)).importing(crate::passive::import::run, Some(crate::passive::import::LEFT_OUT)).telling(&crate::passive::fields::FIELDS),
    noun::<crate::clock::commands::Clock>("clock", text("기한 계산 규칙", "Counting rules of legal clocks"), crate::clock::words::KOREAN, Some(&crate::clock::COUNTING)).telling(&crate::clock::fields::FIELDS),
    noun::<crate::due::Due>("due", text("법정 기한", "Legal clocks"), crate::due::KOREAN, None),
    noun::<crate::training::commands::Training>("training", text("교육", "Training"), crate::training::words::KOREAN, Some(&crate::training::TRAININGS)).importing(crate::training::import::run, Some(crate::training::import::LEFT_OUT)).telling(&crate::training::fields::FIELDS),
    noun::<crate::award::commands::Award>("award", text("외부 수상", "Awards of other bodies"), crate::award::words::KOREAN, Some(&crate::award::AWARDS)).importing(crate::award::import::run, Some(crate::award::import::LEFT_OUT)).telling(&crate::award::fields::FIELDS),
    noun::<crate::snapshot::commands::Snapshot>("snapshot", text("월별 현황 확정", "Frozen monthly state"), crate::snapshot::words::KOREAN, Some(&crate::snapshot::FROZEN)).telling(&crate::snapshot::fields::FIELDS),
    noun::<crate::office_report::commands::Papers>("report", text("보고서", "Reports to hand in"), crate::office_report::words::KOREAN, None).telling(&crate::office_report::fields::FIELDS),
    noun::<crate::evaluate::commands::Evaluate>("eval", text("평가", "Evaluation"), crate::evaluate::words::KOREAN, Some(&crate::evaluate::ROUNDS)).telling(&crate::evaluate::fields::FIELDS),
    verb::<crate::handover::Handover>("handover", text("담당자의 일을 보이고 넘깁니다", "Show what a person answers for, and hand it over"), crate::handover::words::KOREAN),
    noun::<crate::retention::commands::Retention>("retention", text("보존기간", "How long closed records are kept"), crate::retention::words::KOREAN, None).telling(&crate::retention::fields::FIELDS),
    noun::<crate::case::commands::Case>("case", text("대외 사례(우수사례·모범실패사례)", "Cases for the public"), crate::case::words::KOREAN, Some(&crate::case::CASES)).importing(crate::case::import::run, Some(crate::case::import::LEFT_OUT)).telling(&crate::case::fields::FIELDS),
    noun::<crate::nominate::commands::Nominate>("nominate", text("우수공무원 추천", "Nominations of outstanding officials"), crate::nominate::words::KOREAN, Some(&crate::nominate::NOMINATIONS)).importing(crate::nominate::import::run, Some(crate::nominate::import::LEFT_OUT)).telling(&crate::nominate::fields::FIELDS),
    noun::<crate::incentive::commands::Incentive>("incentive", text("참여점수(마일리지)", "Participation points"), crate::incentive::words::KOREAN, Some(&crate::incentive::LEDGER)).importing(crate::incentive::import::run, Some(crate::incentive::import::LEFT_OUT)).telling(&crate::incentive::fields::FIELDS),
    noun::<crate::exemption::commands::Exemption>("exemption", text("면책", "Exemption"), crate::exemption::words::KOREAN, Some(&crate::exemption::EXEMPTIONS)).importing(crate::exemption::import::run, Some(crate::exemption::import::LEFT_OUT)).telling(&crate::exemption::fields::FIELDS),
    noun::<crate::legal::commands::Legal>("legal", text("법률지원", "Legal support"), crate::legal::words::KOREAN, Some(&crate::legal::APPLICATIONS)).importing(crate::legal::import::run, Some(crate::legal::import::LEFT_OUT)).telling(&crate::legal::fields::FIELDS),
    noun::<crate::reward::commands::Reward>("reward", text("우수공무원 우대", "Rewards of outstanding officials"), crate::reward::words::KOREAN, Some(&crate::reward::REWARDS)).importing(crate::reward::import::run, Some(crate::reward::import::LEFT_OUT)).telling(&crate::reward::fields::FIELDS),
    verb::<crate::query::commands::Ask>("query", text("SQL로 묻습니다(읽기 전용)", "Ask in SQL, read-only"), crate::query::words::KOREAN).telling(&crate::query::fields::FIELDS),
    verb::<crate::log::Log>("log", text("누가 무엇을 언제 바꾸었는지 보입니다", "Who changed what, and when"), crate::log::KOREAN),
    verb::<crate::undo::Undo>("undo", text("기록을 되돌립니다(되돌린 것도 기록으로 남습니다)", "Take an entry back, as a new entry"), crate::undo::words::KOREAN),
    verb::<crate::trust::backup::Backup>("backup", text("파일을 통째로 백업하고 온전한지 확인합니다", "Make a verified backup of the file"), crate::trust::words::KOREAN),
    verb::<crate::trust::backup::Restore>("restore", text("백업을 되살립니다(지금 파일은 따로 남깁니다)", "Put a backup back; what it replaces is kept"), crate::trust::words::KOREAN),
    verb::<crate::trust::erase::Erase>("erase", text("기록에 딸린 이름을 영구히 지웁니다", "Erase the personal names behind a record for good"), crate::trust::words::KOREAN),
    verb::<crate::trust::verify::Verify>("verify", text("파일이 기록과 맞는지 확인합니다", "Verify that the file is what its journal says"), crate::trust::words::KOREAN),
    verb::<crate::trust::seal::MakeSeal>("seal", text("지금까지의 기록을 대신하는 봉인 부호를 냅니다", "Print the line that seals everything recorded so far"), crate::trust::words::KOREAN),
    noun::<crate::site::commands::Site>("site", text("공개 자료(정적 누리집)", "The public section as static pages"), crate::site::words::KOREAN, Some(&crate::site::PUBLIC_CONTACTS)).telling(&crate::site::fields::FIELDS),
    verb::<super::exchange::Import>("import", text("파일에서 가져옵니다", "Import a file"), super::exchange::KOREAN),
    verb::<super::exchange::Export>("export", text("다시 가져올 수 있는 파일로 내보냅니다", "Export to files that can be imported again"), super::exchange::KOREAN),
    verb::<super::manual::Completions>("completions", text("셸의 자동 완성을 만듭니다", "Print completions for a shell"), super::manual::KOREAN),
    verb::<super::manual::Man>("man", text("설명서(man)를 파일로 만듭니다", "Write the manual pages"), super::manual::KOREAN),
];
