//! `init`: the file with its days, the Korean holidays, the counting rules and the
//! organisation.

use anyhow::Result;
use clap::Args;

use crate::calendar::{self, rules};
use crate::db;
use crate::office::rules::{CLOCK_RULES, RUBRIC};
use crate::office::store;
use crate::prompt;
use crate::report::{Kind as Holds, Report, Table, column, next};
use crate::session::{Change, DRY, Obey, Session};
use crate::typed;
use crate::words::{Text, text};

const MADE: Text = text("{file}: 만들었습니다({org})", "{file}: made ({org})");
const UNNAMED: Text = text(
    "기관 이름이 비어 있어 의견서와 보고서에 이름이 없습니다: proadmin office edit --org 이름",
    "the organisation has no name yet for letters and reports: proadmin office edit --org NAME",
);
const ASK_ORG: Text = text(
    "기관 이름(--org, 예: 노원구. 의견서와 보고서에 실립니다. 나중에 정하려면 Enter): ",
    "Name of the organisation (--org, it stands on letters and reports; Enter to set it later): ",
);
const ASK_CODE: Text = text("기관 코드(--org-code, 없으면 Enter): ", "Code of the organisation (--org-code; Enter if it has none): ");
/// Stands for a name that nobody gave.
const NOBODY: &str = "-";
const TITLE: Text = text("기관", "Organisation");

/// What nouns begin with, as rows an office may change: each noun keeps its own.
const DEFAULTS: [&str; 11] = [
    include_str!("../../clock/defaults.sql"),
    include_str!("../../training/defaults.sql"),
    include_str!("../../evaluate/defaults.sql"),
    include_str!("../../nominate/defaults.sql"),
    include_str!("../../reward/defaults.sql"),
    include_str!("../../incentive/defaults.sql"),
    include_str!("../../plan/defaults.sql"),
    include_str!("../../legal/defaults.sql"),
    include_str!("../../exemption/defaults.sql"),
    include_str!("../../retention/defaults.sql"),
    include_str!("../../office_report/defaults.sql"),
];

/// Make the file
#[derive(Args, Debug)]
pub struct Init {
    /// Name of the organisation
    #[arg(long, value_name = "NAME", default_value = NOBODY, hide_default_value = true, value_parser = typed::title)]
    org: String,
    /// Code of the organisation
    #[arg(long, value_name = "CODE", default_value = NOBODY, hide_default_value = true, value_parser = typed::title)]
    org_code: String,
}

impl Obey for Init {
    fn obey(mut self, session: &Session) -> Result<Report> {
        session.may_write()?;
        let path = session.path().to_path_buf();
        if self.org == NOBODY && !path.exists() {
            self.ask(session)?;
        }
        db::create(&path, session.shadow(), session.options.dry_run, |db| {
            let change = Change::on(session, db, "init")?;
            calendar::store::fill_days(&change)?;
            fill(&change, &self)?;
            change.release(&[])
        })?;
        let columns = vec![
            column("file", "파일", "file", Holds::Text),
            column("org", "기관", "organisation", Holds::Text),
            column("org_code", "기관 코드", "code", Holds::Code),
        ];
        let file = path.display().to_string();
        let row = vec![file.clone().into(), self.org.clone().into(), self.org_code.into()];
        let mut report = Report::record("init", TITLE.say(), Table::held(columns, vec![row]));
        report.recorded = !session.options.dry_run;
        let made = MADE.with("file", file).with("org", &self.org);
        report.done = Some(if session.options.dry_run { DRY.with("done", made) } else { made });
        if self.org == NOBODY {
            report = report.hint(UNNAMED.say());
        }
        Ok(report.hint(next("proadmin dept add NAME")))
    }
}

impl Init {
    /// The name stands on every letter and report, so a person is asked for it.
    fn ask(&mut self, session: &Session) -> Result<()> {
        if let Some(org) = prompt::optional(session, ASK_ORG, typed::title)? {
            self.org = org;
            if self.org_code == NOBODY {
                self.org_code = prompt::optional(session, ASK_CODE, typed::title)?.unwrap_or(self.org_code.clone());
            }
        }
        Ok(())
    }
}

fn fill(change: &Change, args: &Init) -> Result<()> {
    store::insert_office(change, &args.org_code, &args.org, super::from_the_beginning())?;
    for rule in &CLOCK_RULES {
        store::insert_clock_rule(change, rule)?;
    }
    store::insert_rubric(change, &RUBRIC)?;
    DEFAULTS.iter().try_for_each(|rows| change.connection().execute_batch(rows))?;
    for year in rules::FIRST_YEAR..=rules::LAST_YEAR {
        for holiday in rules::public_holidays(year) {
            calendar::store::insert(change, &holiday)?;
        }
    }
    rules::announced_holidays().iter().try_for_each(|holiday| calendar::store::insert(change, holiday))
}
