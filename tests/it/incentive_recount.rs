//! Participation points counted once more, in plain Rust, from what was put to the program
//! (`years.rs`) and from the rules as they are written; no answer of it is read.

mod years;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::dice::Dice;
use crate::office::Office;

const DEPTS: [&str; 3] = ["가과", "나과", "다과"];

/// A scheme: what its events are worth, and its caps by their names; one that is not there does
/// not hold.
#[derive(Clone, Default)]
struct Scheme {
    worth: BTreeMap<&'static str, i64>,
    caps: BTreeMap<&'static str, i64>,
}

/// A person: the grade, the last day, and where they were from when.
struct Person {
    grade: Option<i64>,
    left: Option<NaiveDate>,
    places: Vec<(NaiveDate, usize)>,
}

/// What happened: whose it is, is the lead of its task, or a person, or else the department.
#[derive(Clone)]
struct Event {
    kind: &'static str,
    source: String,
    task: Option<usize>,
    on: NaiveDate,
    led: bool,
    person: Option<usize>,
    dept: usize,
    share: i64,
}

/// What the office decided about an event of somebody's.
struct Credit {
    code: String,
    line: Line,
    approved: bool,
    decided: NaiveDate,
    void: bool,
}

struct Paid {
    code: String,
    staff: usize,
    points: i64,
    on: NaiveDate,
    void: bool,
}

/// Points of an event: by the rule alone, and what the task, the month and the year leave.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    on: NaiveDate,
    event: &'static str,
    source: String,
    staff: Option<usize>,
    dept: usize,
    task: Option<usize>,
    approved: bool,
    full: i64,
    of_task: i64,
    of_month: i64,
    points: i64,
    why: &'static str,
}

impl Line {
    fn is_with(&self, other: &Self) -> bool {
        self.staff == other.staff && (self.staff.is_some() || self.dept == other.dept)
    }

    fn month(&self) -> (i32, u32) {
        (self.on.year(), self.on.month())
    }
}

/// An office, and all that was put to it.
struct Years {
    seed: u64,
    dice: Dice,
    office: Office,
    /// The first and the last day on which things happen; the last is today.
    days: (NaiveDate, NaiveDate),
    people: Vec<Person>,
    /// The lead and the department of each task.
    tasks: Vec<(Option<usize>, usize)>,
    schemes: Vec<Scheme>,
    uses: Vec<(i32, usize)>,
    events: Vec<Event>,
    credits: Vec<Credit>,
    paid: Vec<Paid>,
    last: BTreeMap<(&'static str, i32), usize>,
    told: Vec<String>,
}

fn shown(points: i64) -> String {
    format!("{}{}.{:02}", if points < 0 { "-" } else { "" }, points.abs() / 100, points.abs() % 100)
}

fn staff_code(at: usize) -> String {
    format!("S-{:04}", at + 1)
}

/// Whether an account is overdrawn at the end of a day, of those from one on.
fn is_short(account: &[(NaiveDate, i64)], from: NaiveDate) -> bool {
    let sum = |day: NaiveDate| account.iter().filter(|(on, _)| *on <= day).map(|(_, points)| points).sum::<i64>();
    account.iter().any(|(on, _)| *on >= from && sum(*on) < 0)
}

/// The count once more: what was put to the program, and the rules as they are written.
impl Years {
    fn scheme(&self, year: i32) -> Option<&Scheme> {
        let last = self.uses.iter().map(|(from, _)| *from).filter(|from| *from <= year).max()?;
        self.uses.iter().rfind(|(from, _)| *from == last).map(|(_, scheme)| &self.schemes[*scheme])
    }

    fn person(&self, event: &Event) -> Option<usize> {
        if event.led { event.task.and_then(|task| self.tasks[task].0) } else { event.person }
    }

    fn place(&self, person: usize, on: NaiveDate) -> usize {
        self.people[person].places.iter().rfind(|(from, _)| *from <= on).map_or(0, |(_, place)| *place)
    }

    fn credit(&self, event: &Event) -> Option<&Credit> {
        let is_of = |line: &Line| line.event == event.kind && line.source == event.source && line.staff == self.person(event);
        self.credits.iter().find(|credit| !credit.void && is_of(&credit.line))
    }

    /// An event as it is approved, or by the rule alone where nothing was decided.
    fn line(&self, event: &Event) -> Option<Line> {
        if let Some(credit) = self.credit(event) {
            return credit.approved.then(|| Line { task: event.task, ..credit.line.clone() });
        }
        let (scheme, staff) = (self.scheme(event.on.year())?, self.person(event));
        let grade = staff.and_then(|person| self.people[person].grade);
        if grade.zip(scheme.caps.get("grade-from")).is_some_and(|(grade, from)| grade < *from) {
            return None;
        }
        let part = scheme.worth.get(event.kind)? * event.share;
        let full = part / 100 + i64::from(part % 100 >= 50);
        let dept = staff.map_or(event.dept, |person| self.place(person, event.on));
        let (on, source, task, why) = (event.on, event.source.clone(), event.task, "");
        Some(Line { on, event: event.kind, source, staff, dept, task, approved: false, full, of_task: 0, of_month: 0, points: 0, why })
    }

    /// Every line, one after the other in the order of days: the task, the month, the year.
    fn lines(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = self.events.iter().filter_map(|event| self.line(event)).collect();
        lines.sort();
        for at in 0..lines.len() {
            let line = lines[at].clone();
            if !line.approved {
                lines[at] = self.counted(line, at, &lines);
            }
        }
        lines
    }

    fn counted(&self, mut line: Line, at: usize, lines: &[Line]) -> Line {
        let none = BTreeMap::new();
        let caps = self.scheme(line.on.year()).map_or(&none, |scheme| &scheme.caps);
        let cap = |name: &str| caps.get(name).copied().filter(|_| line.staff.is_some());
        let mine = |other: &&Line| other.is_with(&line);
        let once = caps.contains_key("task-once") && line.task.is_some();
        let is_rival = |other: &&Line| *other == &line || once && other.task == line.task && other.on.year() == line.on.year();
        let rivals: Vec<&Line> = lines.iter().filter(mine).filter(is_rival).collect();
        let had: i64 = rivals.iter().filter(|other| other.approved).map(|other| other.full).sum();
        let highest = rivals.iter().rev().filter(|other| !other.approved).max_by_key(|other| other.full);
        let tasked = if highest.is_some_and(|other| *other == &line) { (line.full - had).max(0) } else { 0 };
        let before = |other: &(usize, &Line)| other.1.approved || other.0 < at;
        let earlier: Vec<&Line> = lines.iter().enumerate().filter(before).map(|(_, other)| other).filter(mine).collect();
        let month = || earlier.iter().filter(|other| other.month() == line.month());
        let times = month().filter(|other| other.approved || other.of_task > 0).count();
        let is_full = cap("month-count").is_some_and(|most| i64::try_from(times).expect("few") >= most);
        let counted = if is_full { 0 } else { tasked };
        let fits = |points: i64, most: Option<i64>, spent: i64| most.map_or(points, |most| points.min((most - spent).max(0)));
        let monthly = fits(counted, cap("month-max"), month().map(|other| other.of_month).sum());
        let year = earlier.iter().filter(|other| other.on.year() == line.on.year()).map(|other| other.points).sum();
        let points = fits(monthly, cap("year-max"), year);
        line.why = match () {
            () if points == line.full => "whole",
            () if tasked == 0 => "task_counted",
            () if counted == 0 => "month_count",
            () if monthly == 0 => "month_max",
            () if points == 0 => "year_max",
            () => "part",
        };
        Line { of_task: tasked, of_month: monthly, points, ..line }
    }

    /// What a person has in a year, each on its day.
    fn account(&self, person: usize, year: i32) -> Vec<(NaiveDate, i64)> {
        let stands = |credit: &&Credit| self.events.iter().any(|event| self.credit(event).is_some_and(|other| other.code == credit.code));
        let mut account: Vec<(NaiveDate, i64)> = self
            .credits
            .iter()
            .filter(|credit| credit.approved && credit.line.staff == Some(person) && credit.line.on.year() == year)
            .filter(stands)
            .map(|credit| (credit.decided, credit.line.points))
            .collect();
        let paid = self.paid.iter().filter(|paid| !paid.void && paid.staff == person && paid.on.year() == year);
        account.extend(paid.map(|paid| (paid.on, -paid.points)));
        account
    }

    /// The lines of a year that come to something.
    fn counting(&self, year: i32) -> Vec<Line> {
        self.lines().into_iter().filter(|line| line.on.year() == year && (line.approved || line.points > 0)).collect()
    }

    fn of_people(&self, year: i32) -> BTreeSet<String> {
        let lines = self.counting(year);
        let told = |person: usize| {
            let mine = |approved: bool| {
                lines.iter().filter(|line| line.staff == Some(person) && (line.approved || !approved)).map(|line| line.points).sum()
            };
            let paid: Vec<i64> = self
                .paid
                .iter()
                .filter(|paid| !paid.void && paid.staff == person && paid.on.year() == year)
                .map(|paid| paid.points)
                .collect();
            let (earned, approved, redeemed): (i64, i64, i64) = (mine(false), mine(true), paid.iter().sum());
            let rest = approved - redeemed;
            // What was not redeemed is gone with the year; what was paid beyond it stays owed.
            let expired = if self.days.1.year() > year { rest.max(0) } else { 0 };
            let is_there = !paid.is_empty() || lines.iter().any(|line| line.staff == Some(person));
            let points = [earned, approved, redeemed, expired, rest - expired].map(shown).join(" ");
            is_there.then(|| format!("{} {points}", staff_code(person)))
        };
        (0..self.people.len()).filter_map(told).collect()
    }

    fn of_departments(&self, year: i32) -> BTreeSet<String> {
        let end = NaiveDate::from_ymd_opt(year, 12, 31).expect("a day").min(self.days.1);
        let lines = self.counting(year);
        let told = |dept: usize| {
            let mine: Vec<&Line> = lines.iter().filter(|line| line.dept == dept).collect();
            let is_there = |at: &usize| self.people[*at].left.is_none_or(|left| left >= end) && self.place(*at, end) == dept;
            let members = i64::try_from((0..self.people.len()).filter(is_there).count()).expect("few");
            let people: BTreeSet<usize> = mine.iter().filter_map(|line| line.staff).collect();
            let earned = mine.iter().map(|line| line.points).sum();
            let approved: i64 = mine.iter().filter(|line| line.approved).map(|line| line.points).sum();
            let per_head = if members > 0 { shown((approved + members / 2) / members) } else { String::new() };
            (!mine.is_empty()).then(|| {
                format!("{} {members} {} {} {} {} {per_head}", DEPTS[dept], people.len(), mine.len(), shown(earned), shown(approved))
            })
        };
        (0..DEPTS.len()).filter_map(told).collect()
    }

    /// Both counts of everything.
    fn compare(&self) {
        let asked = |command: &str, keys: &[&str]| -> BTreeSet<String> {
            let rows = self.office.rows(command);
            let told: BTreeSet<String> =
                rows.iter().map(|row| keys.iter().map(|key| row[*key].as_str()).collect::<Vec<_>>().join(" ")).collect();
            assert_eq!(told.len(), rows.len(), "{command} says something twice");
            told
        };
        let told = || format!("seed {}, today {}\n{}", self.seed, self.days.1, self.told.join("\n"));
        let proposed = self.lines().into_iter().filter(|line| !line.approved).map(|line| {
            let (staff, points) = (line.staff.map(staff_code).unwrap_or_default(), [line.full, line.points].map(shown).join(" "));
            format!("{} {} {staff} {} {} {points} {}", line.source, line.event, DEPTS[line.dept], line.on, line.why)
        });
        let keys = ["source", "event", "staff_code", "department", "happened_on", "full_points", "points", "why"];
        assert_eq!(asked("incentive proposed --all", &keys), proposed.collect(), "{}", told());
        for year in [2024, 2025] {
            let by_person = asked(
                &format!("incentive table --by person --year {year}"),
                &["code", "earned", "approved", "redeemed", "expired", "balance"],
            );
            assert_eq!(by_person, self.of_people(year), "people of {year}, {}", told());
            let by_dept =
                asked(&format!("incentive table --year {year}"), &["name", "members", "people", "times", "earned", "approved", "per_head"]);
            assert_eq!(by_dept, self.of_departments(year), "departments of {year}, {}", told());
        }
    }
}
