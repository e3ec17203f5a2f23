//! Random years of participation points, put to the program and counted once more
//! (`incentive_recount.rs`). `PROADMIN_YEARS` sets how many random years are tried (default 2),
//! and `PROADMIN_SEED` where they begin.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};

use super::{Credit, DEPTS, Event, Line, Paid, Person, Scheme, Years, is_short, shown, staff_code};
use crate::dice::{Dice, asked};
use crate::office::Office;

const BY_HAND: [&str; 6] = ["case_submitted", "deregulation", "promotion", "collaboration", "goal_setting", "other"];
/// What the scheme gives that every new file has, in hundredths.
const BASIC: [(&str, i64); 10] = [
    ("consult_filed", 200),
    ("task_completed", 500),
    ("milestone_done", 100),
    ("nomination_accepted", 200),
    ("selected", 500),
    ("training_attended", 100),
    ("case_submitted", 200),
    ("deregulation", 200),
    ("promotion", 100),
    ("collaboration", 200),
];
const CAPS: [&str; 6] = ["year-max", "month-max", "month-count", "task-once", "grade-from", "redeem-step"];

#[test]
fn points_of_random_years_are_as_counted_once_more() {
    let (count, seed) = (asked("PROADMIN_YEARS", 2), asked("PROADMIN_SEED", 1));
    let mut sum = [0; 4];
    for seed in seed..seed + count {
        let mut years = Years::begin(seed);
        for (today, from, steps) in [("2024-12-31", "2024-01-01", 40), ("2025-03-15", "2024-10-01", 20)] {
            years.office.turn_to(today);
            years.days = (from.parse().expect("a day"), today.parse().expect("a day"));
            for _ in 0..steps {
                years.step();
            }
            years.leave();
            years.compare();
        }
        let refused = years.told.iter().filter(|told| !told.starts_with('0')).count();
        let done = [years.told.len() - refused, refused, years.credits.len(), years.paid.len()];
        sum = std::array::from_fn(|at| sum[at] + done[at]);
    }
    println!("{count} years from seed {seed}: {} commands done, {} refused, {} decisions, {} redemptions", sum[0], sum[1], sum[2], sum[3]);
}

impl Event {
    /// What the lead of a task did, or without one the department.
    fn led(kind: &'static str, source: String, on: NaiveDate, (task, dept): (Option<usize>, usize)) -> Self {
        Self { kind, source, task, on, led: true, person: None, dept, share: 100 }
    }

    /// What a person did, with others or alone.
    fn of(kind: &'static str, source: &str, on: NaiveDate, (person, share): (usize, i64)) -> Self {
        Self { kind, source: source.to_owned(), task: None, on, led: false, person: Some(person), dept: 0, share }
    }
}

fn task_code(at: usize) -> String {
    format!("KT-2024-{:02}", at + 1)
}

impl Years {
    fn begin(seed: u64) -> Self {
        let office = Office::on("2024-12-31");
        let days = ("2024-01-01".parse().expect("a day"), "2024-12-31".parse().expect("a day"));
        let mut years = Self {
            seed,
            dice: Dice(seed),
            office,
            days,
            people: Vec::new(),
            tasks: Vec::new(),
            schemes: vec![Scheme::default(), Scheme::default()],
            uses: Vec::new(),
            events: Vec::new(),
            credits: Vec::new(),
            paid: Vec::new(),
            last: BTreeMap::new(),
            told: Vec::new(),
        };
        for name in DEPTS {
            years.put(&format!("dept add {name}"), true);
        }
        let mut file = "code,name,department,grade\n".to_owned();
        for at in 0..5 {
            let (place, grade) = (years.roll(3), Some(years.roll(7)).filter(|grade| *grade > 2));
            let grade = grade.map(|grade| i64::try_from(grade).expect("small"));
            let told = grade.map(|grade| grade.to_string()).unwrap_or_default();
            file.push_str(&format!("{},직원{at},{},{told}\n", staff_code(at), DEPTS[place]));
            years.people.push(Person { grade, left: None, places: vec![(NaiveDate::MIN, place)] });
        }
        years.office.write("staff.csv", file);
        years.put("import staff staff.csv", true);
        for at in 0..3 {
            let (dept, lead) = (years.roll(3), Some(years.roll(6)).filter(|lead| *lead < 5));
            let under = lead.map(|lead| format!("--lead {}", staff_code(lead))).unwrap_or_default();
            years.put(&format!("task add 과제{at} --year 2024 --dept {} {under}", DEPTS[dept]), true);
            years.tasks.push((lead, dept));
        }
        for at in 0..2 {
            let caps: Vec<String> = CAPS.iter().map(|name| years.cap(at, name)).collect();
            years.put(&format!("incentive scheme 기준{at} --name 기준 --like basic {}", caps.join(" ")), true);
            years.schemes[at].worth = BTreeMap::from(BASIC);
            years.rule(at);
            years.choose(at, 2024);
        }
        years
    }

    fn roll(&mut self, sides: usize) -> usize {
        usize::try_from(self.dice.roll(u64::try_from(sides).expect("sides"))).expect("a side")
    }

    fn day(&mut self) -> NaiveDate {
        let length = usize::try_from((self.days.1 - self.days.0).num_days() + 1).expect("days");
        self.days.0 + Days::new(u64::try_from(self.roll(length)).expect("days"))
    }

    /// A day rather late than early.
    fn late_day(&mut self) -> NaiveDate {
        self.day().max(self.day())
    }

    /// One of `from`, by its place.
    fn some(&mut self, from: usize) -> Option<usize> {
        (from > 0).then(|| self.roll(from))
    }

    fn run(&mut self, command: &str) -> bool {
        let answer = self.office.run(command);
        self.told.push(format!("{} {command}", answer.code));
        assert!(matches!(answer.code, 0 | 2..=4), "{command}: {}", answer.stderr);
        answer.code == 0
    }

    /// Puts a command to the program; whether it is obeyed is known before.
    fn put(&mut self, command: &str, works: bool) {
        let worked = self.run(command);
        assert_eq!(worked, works, "seed {}, today {}\n{}", self.seed, self.days.1, self.told.join("\n"));
    }

    fn next(&mut self, what: &'static str, year: i32) -> usize {
        *self.last.entry((what, year)).and_modify(|last| *last += 1).or_insert(1)
    }

    /// One cap of a scheme, set at random, as it is typed.
    fn cap(&mut self, scheme: usize, name: &'static str) -> String {
        let (most, holds) = (self.roll(5) + 1, self.roll(3) > 0);
        let (value, typed) = match name {
            "task-once" => (1, if holds { "yes" } else { "no" }.to_owned()),
            "grade-from" => (5, "5".to_owned()),
            "month-count" => (most, most.to_string()),
            "redeem-step" => (50, "0.5".to_owned()),
            "month-max" => (most * 75, shown(i64::try_from(most * 75).expect("small"))),
            _ => (most * 250, shown(i64::try_from(most * 250).expect("small"))),
        };
        let caps = &mut self.schemes[scheme].caps;
        if holds {
            caps.insert(name, i64::try_from(value).expect("small"))
        } else {
            caps.remove(name)
        };
        format!("--{name} {}", if holds || name == "task-once" { &typed } else { "none" })
    }

    fn rule(&mut self, scheme: usize) {
        let (event, _) = BASIC[self.roll(BASIC.len())];
        let points = i64::try_from(self.roll(9)).expect("small") * 35;
        let worth = &mut self.schemes[scheme].worth;
        if points > 0 {
            worth.insert(event, points)
        } else {
            worth.remove(event)
        };
        let set = if points > 0 { format!("--points {}", shown(points)) } else { "--off".to_owned() };
        self.put(&format!("incentive rule 기준{scheme} --event {event} {set}"), true);
    }

    fn choose(&mut self, scheme: usize, year: i32) {
        self.uses.push((year, scheme));
        self.put(&format!("incentive use 기준{scheme} --year {year}"), true);
    }

    fn step(&mut self) {
        match self.roll(26) {
            0..=3 => self.earn(),
            4 | 5 => self.consult(),
            6 => self.complete(),
            7 => self.milestone(),
            8 => self.train(),
            9 | 10 => self.nominate(),
            11..=14 => self.decide(true),
            15 => self.decide(false),
            16 => self.void_decision(),
            17 => self.void_source(),
            18..=21 => self.redeem(),
            22 => self.void_redemption(),
            23 => self.set(),
            24 => self.relocate(),
            _ => self.correct(),
        }
    }

    fn earn(&mut self) {
        let (event, on, dept) = (BY_HAND[self.roll(6)], self.day(), self.roll(3));
        let (person, task) = (Some(self.roll(7)).filter(|at| *at < 5), Some(self.roll(6)).filter(|at| *at < 3));
        let whose = person.map_or(format!("--dept {}", DEPTS[dept]), |person| format!("--staff {}", staff_code(person)));
        let of = task.map(|task| format!("--task {}", task_code(task))).unwrap_or_default();
        // Who has left by then is given nothing.
        let is_there = person.and_then(|person| self.people[person].left).is_none_or(|left| left >= on);
        self.put(&format!("incentive earn 활동 --event {event} --on {on} {whose} {of}"), is_there);
        if !is_there {
            return;
        }
        let source = format!("IA-{}-{:03}", on.year(), self.next("IA", on.year()));
        self.events.push(Event { led: false, person, ..Event::led(event, source, on, (task, dept)) });
    }

    fn consult(&mut self) {
        let (on, dept, task) = (self.day(), self.roll(3), Some(self.roll(5)).filter(|at| *at < 3));
        let of = task.map(|task| format!("--task {}", task_code(task))).unwrap_or_default();
        self.put(&format!("consult file 질의 --dept {} --received-on {on} {of}", DEPTS[dept]), true);
        let source = format!("PC-{}-{:03}", on.year(), self.next("PC", on.year()));
        self.events.push(Event::led("consult_filed", source, on, (task, dept)));
    }

    fn complete(&mut self) {
        let (task, on) = (self.roll(3), self.day());
        if self.run(&format!("task complete {} --outcome met --on {on}", task_code(task))) {
            self.events.push(Event::led("task_completed", task_code(task), on, (Some(task), self.tasks[task].1)));
        }
    }

    fn milestone(&mut self) {
        let (task, on) = (self.roll(3), self.day());
        if self.run(&format!("milestone add {} 단계 --due 2024-12-31", task_code(task))) {
            let no = self.next("단계", i32::try_from(task).expect("small"));
            if self.run(&format!("milestone done {} {no} --on {on}", task_code(task))) {
                let source = format!("{}:{no}", task_code(task));
                self.events.push(Event::led("milestone_done", source, on, (Some(task), self.tasks[task].1)));
            }
        }
    }

    fn train(&mut self) {
        let on = self.day();
        self.put(&format!("training add 교육 --on {on}"), true);
        let source = format!("TR-{}-{:02}", on.year(), self.next("TR", on.year()));
        for person in 0..5 {
            if self.roll(3) == 0 && self.run(&format!("training attend {source} --staff {}", staff_code(person))) {
                self.events.push(Event::of("training_attended", &source, on, (person, 100)));
            }
        }
    }

    fn nominate(&mut self) {
        let (on, first) = (self.day(), self.roll(5));
        let parts: &[i64] = [&[100][..], &[67, 33], &[50, 50], &[35, 35, 30], &[33, 34, 33]][self.roll(5)];
        let team: Vec<(usize, i64)> = parts.iter().enumerate().map(|(at, part)| ((first + at) % 5, *part)).collect();
        let told: Vec<String> = team.iter().map(|(person, part)| format!("--nominee {}={part}", staff_code(*person))).collect();
        let task = Some(self.roll(5)).filter(|at| *at < 3);
        let of = task.map(|task| format!("--task {}", task_code(task))).unwrap_or_default();
        self.put(&format!("nominate add 공적 {} --by self --received-on {on} {of}", told.join(" ")), true);
        let source = format!("NM-{}-{:03}", on.year(), self.next("NM", on.year()));
        let on = self.day().max(on);
        if self.run(&format!("nominate accept {source} --on {on}")) {
            self.events.extend(team.iter().map(|one| Event { task, ..Event::of("nomination_accepted", &source, on, *one) }));
        }
    }

    /// Approves or rejects what a scope means: two records, or what is in a year and more.
    fn decide(&mut self, approved: bool) {
        let (decided, by_code, narrow) = (self.late_day(), self.roll(5) == 0, self.roll(10));
        let mut meant: Vec<Line> = self.lines().into_iter().filter(|line| !line.approved && line.points > 0).collect();
        let (year, person, dept) = (self.day().year(), self.roll(5), self.roll(3));
        let mut scope = format!("--year {year}");
        let mut works = true;
        if let (true, Some(one), Some(other)) = (by_code, self.some(self.events.len()), self.some(self.events.len())) {
            let (one, other) = (self.events[one].source.clone(), self.events[other].source.clone());
            meant.retain(|line| line.source == one || line.source == other);
            works = meant.iter().all(|line| line.on <= decided);
            scope = format!("{one} {other}");
        } else {
            meant.retain(|line| line.on.year() == year);
            let keeps = |line: &Line| match narrow {
                0 => line.staff == Some(person),
                1 => line.dept == dept,
                2 => line.on.month() == decided.month(),
                3 => line.event == BASIC[person].0,
                _ => true,
            };
            meant.retain(keeps);
            let only = match narrow {
                0 => format!("--staff {}", staff_code(person)),
                1 => format!("--dept {}", DEPTS[dept]),
                2 => format!("--month {}", decided.month()),
                3 => format!("--event {}", BASIC[person].0),
                _ => String::new(),
            };
            scope = format!("{scope} {only}");
        }
        meant.retain(|line| line.on <= decided);
        works &= !meant.is_empty();
        let (verb, why) = if approved { ("approve", "") } else { ("reject", "--reason 사유") };
        self.put(&format!("incentive {verb} {scope} --on {decided} {why}"), works);
        for line in meant.into_iter().filter(|_| works) {
            let code = format!("IN-{}-{:03}", line.on.year(), self.next("IN", line.on.year()));
            let line = Line { approved: true, full: line.points, of_task: line.points, of_month: line.points, why: "whole", ..line };
            self.credits.push(Credit { code, line, approved, decided, void: false });
        }
    }

    fn void_decision(&mut self) {
        let Some(at) = self.some(self.credits.len()) else { return };
        let (code, year, was) = (self.credits[at].code.clone(), self.credits[at].line.on.year(), self.credits[at].void);
        let staff = self.credits[at].line.staff;
        let before = staff.map(|person| self.account(person, year));
        self.credits[at].void = true;
        let after = staff.map(|person| self.account(person, year));
        let works = !was && (before == after || !after.is_some_and(|account| is_short(&account, NaiveDate::MIN)));
        self.credits[at].void = was || works;
        self.put(&format!("incentive void {code} --reason 착오"), works);
    }

    fn void_source(&mut self) {
        let Some(at) = self.some(self.events.len()) else { return };
        let Event { kind, source, person, .. } = self.events[at].clone();
        let on = self.day();
        let (done, of) = match kind {
            "consult_filed" => (self.run(&format!("consult withdraw {source} --on {on}")), None),
            "task_completed" => (self.run(&format!("task reopen {source} --reason 착오 --on {on}")), None),
            "milestone_done" => (self.run(&format!("milestone void {} --reason 착오", source.replace(':', " "))), None),
            "training_attended" => {
                let staff = person.map(staff_code).unwrap_or_default();
                (self.run(&format!("training void {source} --staff {staff} --reason 착오")), person)
            }
            "nomination_accepted" => (self.run(&format!("nominate void {source} --reason 착오")), None),
            _ => {
                let works = self.credits.iter().all(|credit| credit.void || credit.line.source != source);
                self.put(&format!("incentive void {source} --reason 착오"), works);
                (works, None)
            }
        };
        if done {
            self.events.retain(|other| other.kind != kind || other.source != source || of.is_some() && other.person != of);
        }
    }

    fn redeem(&mut self) {
        let (rich, on, points) = (self.roll(4) > 0, self.late_day().max(self.late_day()), 25 << self.roll(4));
        // Mostly someone who has as much.
        let has = |person: &usize| self.account(*person, on.year()).iter().map(|(_, points)| points).sum::<i64>() >= points;
        let person = (0..5).find(has).filter(|_| rich).unwrap_or(self.roll(5));
        let mut account = self.account(person, on.year());
        account.push((on, -points));
        let step = self.scheme(on.year()).and_then(|scheme| scheme.caps.get("redeem-step")).copied().unwrap_or(1);
        let works = points % step == 0 && !is_short(&account, on);
        self.put(&format!("incentive redeem {} --points {} --for 휴가 --on {on}", staff_code(person), shown(points)), works);
        if works {
            let code = format!("IR-{}-{:03}", on.year(), self.next("IR", on.year()));
            self.paid.push(Paid { code, staff: person, points, on, void: false });
        }
    }

    fn void_redemption(&mut self) {
        let Some(at) = self.some(self.paid.len()) else { return };
        let (code, works) = (self.paid[at].code.clone(), !self.paid[at].void);
        self.paid[at].void = true;
        self.put(&format!("incentive void {code} --reason 착오"), works);
    }

    /// Sets the rules anew: a cap, what an event is worth, or which scheme holds.
    fn set(&mut self) {
        let (scheme, name) = (self.roll(2), CAPS[self.roll(CAPS.len())]);
        match self.roll(3) {
            0 => self.choose(scheme, self.days.1.year()),
            1 => self.rule(scheme),
            _ => {
                let cap = self.cap(scheme, name);
                self.put(&format!("incentive scheme 기준{scheme} {cap}"), true);
            }
        }
    }

    /// Moves a person to another department, or a task to another lead.
    fn relocate(&mut self) {
        let (person, on, to, task) = (self.roll(5), self.day(), self.roll(3), self.roll(3));
        if self.roll(2) == 0 {
            if self.run(&format!("task edit {} --lead {}", task_code(task), staff_code(person))) {
                self.tasks[task].0 = Some(person);
            }
        } else if self.run(&format!("staff move {} --to {} --on {on}", staff_code(person), DEPTS[to])) {
            self.people[person].places.push((on, to));
            self.people[person].places.sort_by_key(|(from, _)| *from);
        }
    }

    /// A request was received, or a task completed, on another day than was entered.
    fn correct(&mut self) {
        let (at, on) = (self.roll(4), self.day());
        let wanted = if self.roll(2) == 0 { "consult_filed" } else { "task_completed" };
        let Some(at) = (0..self.events.len()).filter(|at| self.events[*at].kind == wanted).nth(at) else { return };
        let source = &self.events[at].source;
        let command = if wanted == "consult_filed" {
            format!("consult edit {source} --received-on {on} --reason 오기")
        } else {
            format!("task edit {source} --act completed --on {on} --reason 오기")
        };
        if self.run(&command) {
            self.events[at].on = on;
        }
    }

    /// Somebody leaves, perhaps on the last day of the year.
    fn leave(&mut self) {
        let (person, on) = (self.roll(5), if self.roll(2) == 0 { "2024-12-31".parse().expect("a day") } else { self.day() });
        if self.people[person].left.is_none() && self.run(&format!("staff leave {} --on {on}", staff_code(person))) {
            self.people[person].left = Some(on);
        }
    }
}
