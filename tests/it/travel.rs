//! Time travel: as of any day, every reading command answers as a file does that was fed only
//! what had happened by then (plans and names as they are now). The commands are found in the
//! program itself, so that a new verb cannot be forgotten: one that this test cannot call
//! makes it fail.
//!
//! `PROADMIN_HISTORIES` sets how many random histories are tried (default 6), `PROADMIN_DAYS`
//! as of how many random days each (default 2), and `PROADMIN_SEED` where they begin.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::dice::{Dice, asked};
use crate::every::questions;
use crate::office::Office;

/// The first and the last day of a history.
const FIRST: &str = "2024-01-02";
const LAST: &str = "2024-07-31";

/// A history: what happened, each with its day, in the order of the days.
pub fn history(seed: u64) -> Vec<(NaiveDate, String)> {
    let mut dice = Dice(seed);
    // What happens beside the main job has dice of its own, so that it changes nothing there.
    let mut beside = Dice(seed ^ 0xA5A5);
    let mut protection = Dice(seed ^ 0x1E6A);
    let mut honours = Dice(seed ^ 0x5A5A);
    let mut reporting = Dice(seed ^ 0x3C3C);
    let first: NaiveDate = FIRST.parse().expect("a day");
    let last: NaiveDate = LAST.parse().expect("a day");
    let mut day = first;
    let mut events = vec![];
    for (no, name) in ["가과", "나과", "다과"].iter().enumerate() {
        events.push((first, format!("dept add {name} --since-on 2024-01-0{}", no + 1)));
    }
    for (name, dept) in [("김하나", "가과"), ("이둘", "나과")] {
        events.push((first, format!("staff add {name} --dept {dept} --since-on 2024-01-02")));
    }
    events.push((first, format!("nominate period 봄 --from 2024-02-01 --to 2024-06-30 --merit-from 2023-01-01 --on {first}")));
    for round in [
        "open 심사 --year 2024",
        "criterion EV-2024-01 적극성 --max 60",
        "criterion EV-2024-01 창의성 --max 40",
        "grade EV-2024-01 우수 --count 1",
    ] {
        events.push((first, format!("eval {round} --on {first}")));
    }
    events.push((first, format!("plan area --template dongjak-2020 --year 2024 --on {first}")));
    let mut counts = Counts::default();
    let mut others = Dice(seed ^ 0xCA5E);
    while day < last {
        let event = match dice.roll(5) {
            0 => score(&mut dice, day, &mut counts),
            1 => plan(&mut dice, day, &mut counts),
            _ => event(&mut dice, day, &mut counts),
        };
        events.push((day, event));
        if protection.roll(3) == 0 {
            events.push((day, protect(&mut protection, day, &mut counts)));
        }
        if beside.roll(4) == 0 {
            events.extend(elsewhere(&mut beside, day, &mut counts).into_iter().map(|event| (day, event)));
        }
        if others.roll(4) == 0 {
            events.push((day, public(&mut others, day, &mut counts)));
        }
        if honours.roll(3) == 0 {
            events.push((day, honour(&mut honours, day, &mut counts)));
        }
        if reporting.roll(3) == 0 {
            events.push((day, report(&mut reporting, day, &mut counts)));
        }
        day = day + Days::new(dice.roll(6));
    }
    events.extend(tracks(&mut Dice(seed ^ 0x5A5A)));
    // What happens on a day keeps its order.
    events.sort_by_key(|(day, _)| *day);
    events
}

/// Rounds of the year before: one whose officials are rewarded, the next stage of one, one of
/// departments. They have dice of their own too.
fn tracks(dice: &mut Dice) -> Vec<(NaiveDate, String)> {
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    let mut events = Vec::new();
    let mut add = |on: NaiveDate, event: String| events.push((on, event));
    for round in [
        "open 지난심사 --year 2023",
        "criterion EV-2023-01 적극성 --max 100",
        "rater EV-2023-01 R1",
        "grade EV-2023-01 우수 --count 2",
        "open 부서 --year 2023 --track department --rubric department --count-from 2024-01-01 --count-to 2024-12-31",
    ] {
        add(day(FIRST), format!("eval {round} --on {FIRST}"));
    }
    for name in ["이둘", "박셋"] {
        add(day("2024-01-03"), format!("staff add {name} --dept 가과 --since-on 2024-01-03"));
    }
    for (no, dept) in (1..).zip(["가과", "나과", "다과"]) {
        add(day("2024-01-04"), format!("eval entry EV-2023-02 {dept} --dept {dept} --entry D{no} --received-on 2024-01-04"));
        let member = ["김하나", "이둘", "박셋"][no - 1];
        add(day("2024-01-05"), format!("eval entry EV-2023-01 사례{no} --entry E{no} --member {member} --received-on 2024-01-05"));
        let points = 60 + dice.roll(40);
        add(day("2024-01-20"), format!("eval score EV-2023-01 E{no} R1 --criterion 적극성 --points {points} --on 2024-01-20"));
    }
    let closed = day("2024-01-22") + Days::new(dice.roll(40));
    add(closed, format!("eval close EV-2023-01 --confirm EV-2023-01 --on {closed}"));
    add(closed, format!("eval adopt EV-2023-01 --body 위원회 --minutes 회의록 --present R1,홍길동 --on {closed}"));
    if dice.roll(3) == 0 {
        add(closed, format!("eval open 본심 --year 2023 --after EV-2023-01 --keep 2 --carry 100 --on {closed}"));
    }
    add(closed + Days::new(3), format!("reward offer EV-2023-01 --on {}", closed + Days::new(3)));
    add(closed + Days::new(4), format!("reward measure TOP_BONUS --quota 1 --from 2023 --on {}", closed + Days::new(4)));
    add(closed + Days::new(4), format!("reward exclude LEAVE TOP_BONUS --from 2023 --on {}", closed + Days::new(4)));
    let mut on = closed + Days::new(5);
    for _ in 0..12 {
        let (code, measure) = (format!("RW-2023-0{}", dice.roll(2) + 1), dice.pick(&["LEAVE", "TOP_BONUS", "TRAINING"]));
        let event = match dice.roll(5) {
            0..=2 => format!("choose {code} {measure}"),
            3 => format!("check {code} {measure} --ok {} --reason 요건", dice.pick(&["yes", "no"])),
            _ => format!("grant {code} {measure} --document 문서"),
        };
        add(on, format!("reward {event} --on {on}"));
        on = on + Days::new(dice.roll(12));
    }
    let settled = day("2024-04-01") + Days::new(dice.roll(60));
    add(settled, format!("eval close EV-2023-02 --confirm EV-2023-02 --on {settled}"));
    events.retain(|(on, _)| *on <= day(LAST));
    events
}

/// How many records there are so far, to name one of them.
#[derive(Default)]
struct Counts {
    tasks: u64,
    cases: u64,
    entries: u64,
    raters: u64,
    public: u64,
    trainings: u64,
    awards: u64,
    supports: u64,
    exemptions: u64,
    actions: u64,
    nominations: u64,
    reports: u64,
    /// What was scored: another score would be a correction, and those are read as they are now.
    scored: BTreeSet<String>,
}

/// Something that happens in the evaluation round.
fn score(dice: &mut Dice, day: NaiveDate, counts: &mut Counts) -> String {
    let some = |dice: &mut Dice, count: u64| dice.roll(count.max(1)) + 1;
    let (entry, rater) = (some(dice, counts.entries), some(dice, counts.raters));
    match dice.roll(12) {
        0 | 1 => {
            counts.entries += 1;
            format!("eval entry EV-2024-01 사례{} --entry E{} --received-on {day}", counts.entries, counts.entries)
        }
        2 | 3 => {
            counts.raters += 1;
            format!("eval rater EV-2024-01 R{} --on {day}", counts.raters)
        }
        4 => format!("eval conflict EV-2024-01 E{entry} R{rater} --reason 같은부서 --on {day}"),
        5 if counts.scored.insert(format!("bonus {entry}")) => {
            format!("eval bonus EV-2024-01 E{entry} --points {} --reason 수상 --on {day}", dice.roll(3))
        }
        _ => {
            let (criterion, max) = [("적극성", 6001), ("창의성", 4001)][usize::try_from(dice.roll(2)).expect("an index")];
            let points = dice.roll(max);
            if !counts.scored.insert(format!("{entry} {rater} {criterion}")) {
                return event(dice, day, counts);
            }
            format!(
                "eval score EV-2024-01 E{entry} R{rater} --criterion {criterion} --points {}.{:02} --on {day}",
                points / 100,
                points % 100
            )
        }
    }
}

/// Something that happens beside tasks and requests. Who attended is recorded with the day of
/// the session, so the two happen together.
fn elsewhere(dice: &mut Dice, day: NaiveDate, counts: &mut Counts) -> Vec<String> {
    let dept = dice.pick(&["가과", "나과", "다과"]);
    let later = day + Days::new(dice.roll(90));
    let some = |dice: &mut Dice, count: u64| dice.roll(count.max(1)) + 1;
    match dice.roll(7) {
        0 | 1 => {
            counts.trainings += 1;
            let code = format!("TR-2024-{:02}", counts.trainings);
            let kind = dice.pick(&["", " --voluntary yes", " --org 강남구"]);
            let mut events = vec![format!("training add 교육{} --on {day}{kind}", counts.trainings)];
            if dice.roll(3) > 0 {
                events.push(format!("training attend {code} --staff 김하나"));
            }
            events.push(format!("training attend {code} --dept {dept} --count {}", dice.roll(3)));
            events
        }
        2 => {
            counts.trainings += 1;
            vec![format!("training add 예정{} --plan {later} --set-on {day}", counts.trainings)]
        }
        3 => vec![format!("training hold TR-2024-{:02} --on {day}", some(dice, counts.trainings))],
        4 => {
            let name = format!("직원{later}");
            vec![format!("staff add {name} --dept {dept} --since-on {day}"), format!("staff move {name} --to 나과 --on {day}")]
        }
        5 => {
            counts.awards += 1;
            let task = format!(" --for KT-2024-{:02}", some(dice, counts.tasks));
            let link = dice.pick(&["", &task]);
            vec![format!("award add 대회{} --on {day} --grade 우수 --dept {dept}{link}", counts.awards)]
        }
        _ => vec![format!("award follow-up AW-2024-{:02} --text 확산 --on {day}", some(dice, counts.awards))],
    }
}

/// Something that happens to the year's plan.
fn plan(dice: &mut Dice, day: NaiveDate, counts: &mut Counts) -> String {
    let some = |dice: &mut Dice, count: u64| dice.roll(count.max(1)) + 1;
    let action = format!("PL-2024-{:02}", some(dice, counts.actions));
    let (task, case) = (format!("KT-2024-{:02}", some(dice, counts.tasks)), format!("PC-2024-{:03}", some(dice, counts.cases)));
    let dept = dice.pick(&["가과", "나과", "다과"]);
    let due = day + Days::new(dice.roll(90));
    match dice.roll(10) {
        0..=3 => {
            counts.actions += 1;
            let (no, area, lead) = (counts.actions, dice.roll(4) + 1, dice.pick(&["", " --lead 김하나"]));
            format!("plan action 추진{no} --year 2024 --area {area} --dept {dept} --due {due} --planned-on {day}{lead}")
        }
        4 => format!("plan done {action} --on {day} --result 마침"),
        5 => format!("plan {} {action} --on {day} --reason 사정", dice.pick(&["drop", "reopen"])),
        6 => format!("plan adopt 2024 --body 위원회 --on {day}"),
        _ => format!("plan link {action} {} --on {day}", dice.pick(&[&task, &case])),
    }
}

/// Something that happens to the cases for the public.
fn public(dice: &mut Dice, day: NaiveDate, counts: &mut Counts) -> String {
    let case = format!("CS-2024-{:02}", dice.roll(counts.public.max(1)) + 1);
    let who = dice.pick(&["하나", "둘"]);
    match dice.roll(10) {
        0..=2 => {
            counts.public += 1;
            let task = format!("KT-2024-{:02}", dice.roll(counts.tasks.max(1)) + 1);
            let credit = dice.pick(&["", " --credit 김하나"]);
            format!(
                "case add 사례{day} --kind exemplary --from {task} --problem 김하나 --done 일 --effect 02-123-4567{credit} --on {day} --actor {who}"
            )
        }
        3 => format!("case edit {case} --done 일{day} --on {day} --actor {who}"),
        4 | 5 => format!("case approve {case} --on {day} --actor {who}"),
        6 => format!("case waive {case} --finding {} --reason 대표 --on {day}", dice.roll(2) + 1),
        7 | 8 => format!("case publish {case} --on {day} --confirm {case}"),
        _ => match dice.pick(&["withdraw", "contact"]) {
            "withdraw" => format!("case withdraw {case} --reason 잘못 --on {day}"),
            _ => format!("site contact passive --name 센터{day} --on {day}"),
        },
    }
}

/// Something that happens to a nomination or to points.
fn honour(dice: &mut Dice, day: NaiveDate, counts: &mut Counts) -> String {
    let nomination = |dice: &mut Dice, count: u64| format!("NM-2024-{:03}", dice.roll(count.max(1)) + 1);
    let (one, other) = (nomination(dice, counts.nominations), nomination(dice, counts.nominations));
    let person = dice.pick(&["김하나", "이둘"]);
    match dice.roll(16) {
        0..=3 => {
            counts.nominations += 1;
            let who = dice.pick(&["김하나", "이둘", "김하나=70 --nominee 이둘=30 --team 우리팀"]);
            let by = dice.pick(&["resident --nominator 박주민", "department --nominator 다과", "self"]);
            let task = dice.pick(&["", " --task KT-2024-01"]);
            format!("nominate add 공적{} --nominee {who} --by {by} --received-on {day} --merit-from 2024-01-01{task}", counts.nominations)
        }
        4 => format!("nominate verify {one} --result {} --on {day}", dice.pick(&["confirmed", "failed"])),
        5 | 6 => format!("nominate accept {one} --on {day} --reason 심사"),
        7 => format!("nominate reject {one} --ground kindness --on {day} --reason 심사"),
        8 => format!("nominate merge {one} --into {other} --on {day}"),
        9 => format!("nominate enter {one} --round EV-2024-01 --on {day}"),
        10 => format!("incentive earn 활동{day} --event promotion --staff {person} --on {day}"),
        11 => format!("incentive earn 활동{day} --event collaboration --dept 나과 --on {day}"),
        12 => format!("incentive approve --year 2024 --on {day}"),
        13 => format!("incentive reject --staff {person} --on {day} --reason 중복"),
        14 => format!("incentive use {} --year 2024 --on {day}", dice.pick(&["basic", "anseong", "none"])),
        _ => format!("incentive redeem {person} --points 1 --for 상품권 --on {day}"),
    }
}

/// Something that happens to reports of passive administration.
fn report(dice: &mut Dice, day: NaiveDate, counts: &mut Counts) -> String {
    let code = format!("PA-2024-{:03}", dice.roll(counts.reports.max(1)) + 1);
    match dice.roll(16) {
        0..=3 => {
            counts.reports += 1;
            let whose = dice.pick(&["", " --anonymous", " --reporter 홍길동", " --petition suggestion"]);
            format!("passive add 신고{} --dept {} --received-on {day}{whose}", counts.reports, dice.pick(&["가과", "나과"]))
        }
        4 | 5 => format!("passive classify {code} --type {} --on {day}", dice.pick(&["form", "neglect", "desk"])),
        6 => format!("passive supplement {code} --reason 사진 --on {day}"),
        7 => format!("passive resume {code} --on {day}"),
        8 => format!("passive extend {code} --days {} --reason 현장 --on {day}", dice.roll(14) + 1),
        9 | 10 => format!("passive find {code} --result {} --text 조사 --on {day}", dice.pick(&["confirmed", "not_confirmed"])),
        11 => format!("passive remedy {code} --kind warned --text 주의 --on {day}"),
        12 => format!("passive answer {code} {} --on {day}", dice.pick(&["--text 회신", "--no-reply"])),
        13 => format!("passive pass {code} --to 다과 --ground urging --on {day}"),
        14 => {
            let what = dice.pick(&["link {} --to KT-2024-01 --on", "withdraw {} --on", "dismiss {} --on"]);
            format!("passive {} {day}", what.replace("{}", &code))
        }
        _ => {
            let what = dice.pick(&["--on", "--outcome closed --outcome-on"]);
            format!("passive re-report {code} {what} {day}")
        }
    }
}

/// Something that happens in legal support or exemption.
fn protect(dice: &mut Dice, day: NaiveDate, counts: &mut Counts) -> String {
    let some = |dice: &mut Dice, count: u64| dice.roll(count.max(1)) + 1;
    let legal = format!("LG-2024-{:02}", some(dice, counts.supports));
    let exemption = format!("EX-2024-{:02}", some(dice, counts.exemptions));
    let case = format!("PC-2024-{:03}", some(dice, counts.cases));
    let yes = dice.pick(&["yes", "no"]);
    match dice.roll(20) {
        0..=2 => {
            counts.supports += 1;
            let stage = dice.pick(&["discipline", "criminal", "civil --instance 1"]);
            format!("legal add 지원{} --stage {stage} --staff 김하나 --dept 가과 --on {day}", counts.supports)
        }
        3..=5 => format!("legal decide {legal} --result approved --amount {} --on {day}", 400_000 * (dice.roll(6) + 1)),
        6 => format!("legal decide {legal} --result refused --reason 미비 --on {day}"),
        7 | 8 => format!("legal pay {legal} --amount 300000 --on {day}"),
        9 => format!("legal cancel {legal} --reason 거짓 --on {day} --due {}", day + Days::new(dice.roll(40))),
        10 => format!("legal repay {legal} --amount 100000 --on {day}"),
        11 => format!("legal indict {legal} --on {day}"),
        12 => format!("exemption finding {case} --condition {} --met {yes} --on {day}", dice.pick(&["no_flaw", "complete", "followed"])),
        13 | 14 => {
            counts.exemptions += 1;
            format!("exemption request {case} --stage audit --basis consult --auditor own --audit-ended-on {day} --on {day} --prepare")
        }
        15 => {
            counts.exemptions += 1;
            let title = counts.exemptions;
            format!("exemption request --title 일반{title} --stage discipline --basis general --dept 나과 --no-flaw {yes} --on {day}")
        }
        16 | 17 => format!("exemption file {exemption} --on {day} --late 사정"),
        18 => format!("exemption decide {exemption} --result {} --body 위원회 --on {day}", dice.pick(&["granted", "refused"])),
        _ => format!("exemption withdraw {exemption} --on {day}"),
    }
}

fn event(dice: &mut Dice, day: NaiveDate, counts: &mut Counts) -> String {
    let Counts { tasks, cases, .. } = counts;
    let dept = dice.pick(&["가과", "나과", "다과"]);
    let some = |dice: &mut Dice, count: u64| dice.roll(count.max(1)) + 1;
    let task = format!("KT-2024-{:02}", some(dice, *tasks));
    let case = format!("PC-2024-{:03}", some(dice, *cases));
    let later = day + Days::new(dice.roll(90));
    match dice.roll(40) {
        0..=3 => {
            *tasks += 1;
            let candidate = dice.pick(&["", " --candidate"]);
            let lead = if *tasks % 3 == 0 { " --lead 이둘" } else { "" };
            format!("task add 과제{tasks} --year 2024 --dept {dept} --due {later} --proposed-on {day}{candidate}{lead}")
        }
        4 | 5 => format!("task select {task} --on {day}"),
        6 => format!("task suspend {task} --on {day} --reason 예산"),
        7 => format!("task resume {task} --on {day}"),
        8 => format!("task complete {task} --on {day} --outcome {}", dice.pick(&["met", "missed"])),
        9 => format!("task {} {task} --on {day} --reason 사정", dice.pick(&["stop", "reopen"])),
        10..=13 => {
            *cases += 1;
            let serves = if *cases % 2 == 0 { String::new() } else { format!(" --task {task}") };
            format!("consult file 건{cases} --dept {dept} --received-on {day}{serves}")
        }
        14 => format!("consult accept {case} --on {day}"),
        15 | 16 => format!("consult supplement {case} --on {day} --reason 도면"),
        17 | 18 => format!("consult resume {case} --on {day}"),
        19 => format!("consult extend {case} --on {day} --days {} --reason 협의", dice.roll(30) + 1),
        20..=22 => format!("consult review {case} --on {day} --kind {} --finding 적법", dice.pick(&["law", "site", "validity"])),
        23 => format!("consult refer {case} --on {day} --to seoul"),
        24 => format!("consult refer {case} --reply-on {day} --reply-text 회신"),
        25 => format!("consult answer {case} --on {day} --result possible --text 가능"),
        26 => format!("consult {} {case} --on {day}", dice.pick(&["withdraw", "return --ground evasion"])),
        27 => format!(
            "consult follow-up {case} --on {day} --same-matter yes --info-sufficient yes --no-private-interest yes --followed-opinion no"
        ),
        28..=30 => format!("milestone add {task} 일정{later} --due {later} --set-on {day}"),
        31 | 32 => format!("milestone done {task} {} --on {day}", some(dice, 2)),
        33..=36 => format!("progress log {task} --percent {} --on {day}", dice.roll(101)),
        37 => format!("snapshot take {}", (day - Days::new(31)).format("%Y-%m")),
        38 => format!("calendar add {later} --name 임시{day} --announced-on {day} -y"),
        _ => format!("staff move 김하나 --to {dept} --on {day}"),
    }
}

/// Feeds events to an office; what the rules refuse is refused, as it would be in life.
pub fn feed<'e>(office: &mut Office, events: impl Iterator<Item = &'e (NaiveDate, String)>) {
    let today = office.today().to_owned();
    for (day, event) in events {
        // A month is frozen when it is frozen; all else may be entered later than it happened.
        let then = if event.starts_with("snapshot") { day.to_string() } else { today.clone() };
        office.turn_to(&then);
        let answer = office.run(event);
        assert!(matches!(answer.code, 0 | 3 | 4), "{event}: {}", answer.stderr);
    }
    office.turn_to(&today);
}

#[test]
fn as_of_a_day_every_answer_is_that_of_a_file_fed_only_what_had_happened() {
    let (count, seed, days) = (asked("PROADMIN_HISTORIES", 6), asked("PROADMIN_SEED", 1), asked("PROADMIN_DAYS", 2));
    let mut compared = 0;
    for seed in seed..seed + count {
        compared += compare(seed, days);
        println!("history {seed}: {compared} answers compared so far");
    }
    assert!(compared > 20 * count, "only {compared} comparisons");
    println!("{count} histories, {compared} answers compared");
}

fn compare(seed: u64, days: u64) -> u64 {
    let events = history(seed);
    let mut dice = Dice(!seed);
    let first = FIRST.parse::<NaiveDate>().expect("a day");
    let days: BTreeSet<NaiveDate> = (0..days).map(|_| first + Days::new(10 + dice.roll(200))).collect();
    let mut full = Office::on(LAST);
    feed(&mut full, events.iter());
    let questions = questions(&full);
    assert!(questions.len() >= 8, "{questions:?}");
    let mut compared = 0;
    for day in days {
        let mut fresh = Office::on(&day.to_string());
        feed(&mut fresh, events.iter().filter(|(on, _)| *on <= day));
        for question in &questions {
            let asked = format!("{question} --as-of {day} -o json");
            let (then, now) = (fresh.run(&asked), full.run(&asked));
            assert_eq!((then.code, &then.stdout), (now.code, &now.stdout), "seed {seed}: {asked}\n{}{}", then.stderr, now.stderr);
            compared += 1;
        }
    }
    compared
}
