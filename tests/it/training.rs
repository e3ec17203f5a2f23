//! Training: sessions, attendance, and who has not attended.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::dice::Dice;
use crate::office::Office;

/// An office of six, one of them new in July and one who left in May.
fn office() -> Office {
    let office = Office::on("2024-10-05");
    for name in ["감사담당관", "교통과"] {
        office.run(&format!("dept add {name}")).ok();
    }
    for (name, dept, rest) in [
        ("김하나", "감사담당관", ""),
        ("이둘", "감사담당관", ""),
        ("박셋", "교통과", ""),
        ("최넷", "교통과", ""),
        ("신규자", "교통과", "--since-on 2024-07-01"),
        ("떠난이", "교통과", ""),
    ] {
        office.run(&format!("staff add {name} --dept {dept} {rest}")).ok();
    }
    office.run("staff leave 떠난이 --on 2024-05-31").ok();
    office
}

fn table(office: &Office, flags: &str) -> Vec<String> {
    let rows = office.rows(&format!("training coverage --year 2024 {flags}"));
    rows.iter().map(|row| ["department", "members", "attended", "missing", "percent"].map(|key| row[key].as_str()).join(" ")).collect()
}

#[test]
fn everyone_counts_from_the_first_day_to_the_last() {
    let office = office();
    office.run("training add 상반기 --on 2024-03-12 --hours 1.5 --instructor 한강사").ok().says("TR-2024-01");
    office.run("training add 하반기 --on 2024-09-10").ok();
    assert_eq!(table(&office, "--session 2024-03"), ["감사담당관 2 0 2 0", "교통과 3 0 3 0"]);
    assert_eq!(table(&office, "--session 2024-09"), ["감사담당관 2 0 2 0", "교통과 3 0 3 0"], "one left, one is new");
    office.run("training attend TR-2024-01 --staff 신규자").refused(4, "E0564");
    office.run("training attend TR-2024-02 --staff 떠난이").refused(4, "E0564");
    office.run("training attend TR-2024-01 --staff 떠난이 --staff 김하나").ok();
    office.run("training attend TR-2024-02 --staff 신규자").ok();
    let twice = office.run("training attend TR-2024-02 --staff 신규자,박셋").ok().says("박셋 attended").hints("there already: 신규자");
    assert!(!twice.stdout.contains("신규자"), "{}", twice.stdout);
    office.run("undo").ok();
    assert_eq!(table(&office, ""), ["감사담당관 4 1 3 25", "교통과 6 2 4 33"]);
    // Moved between the two: the department of the day counts.
    office.run("staff move 박셋 --to 감사담당관 --on 2024-06-01").ok();
    assert_eq!(table(&office, "--each"), ["감사담당관 2 1 1 50", "교통과 3 1 2 33", "감사담당관 3 0 3 0", "교통과 2 1 1 50"]);
    assert_eq!(table(&office, "--as-of 2024-08-01"), ["감사담당관 2 1 1 50", "교통과 3 1 2 33"]);
    assert_eq!(table(&office, "--dept 교통과"), ["교통과 5 2 3 40"]);
}

#[test]
fn a_headcount_counts_too_but_never_above_the_members() {
    let office = office();
    office.run("training add 상반기 --on 2024-03-12").ok();
    office.run("training attend TR-2024-01 --staff 박셋 --dept 교통과 --count 1").ok();
    assert_eq!(table(&office, ""), ["감사담당관 2 0 2 0", "교통과 3 2 1 67"]);
    let state = |staff: &str| office.column(&format!("training coverage --year 2024 --staff {staff}"), "state");
    assert_eq!((state("박셋"), state("최넷"), state("이둘")), (vec!["attended".into()], vec!["unnamed".into()], vec!["missed".into()]));
    let again = office.run("training attend TR-2024-01 --dept 교통과 --count 9").ok().says("corrected from 1 to 9");
    again.hints("10 of 교통과 are recorded, but it had 3");
    assert_eq!(table(&office, ""), ["감사담당관 2 0 2 0", "교통과 3 3 0 100"]);
    assert_eq!(state("최넷"), ["attended"], "all of the department were there");
    let entries = office.entries();
    office.run("training attend TR-2024-01 --dept 교통과 --count 9").ok().says("nothing differs");
    assert_eq!(office.entries(), entries);
    office.run("dept add 빈과").ok();
    office.run("training attend TR-2024-01 --dept 빈과 --count 1").refused(4, "E0565").hints("proadmin staff add");
    office.run("training void TR-2024-01 --dept 교통과 --reason 오기").ok();
    office.run("training void TR-2024-01 --dept 교통과 --reason 오기").refused(3, "E0568");
    assert_eq!(table(&office, ""), ["감사담당관 2 0 2 0", "교통과 3 1 2 33"]);
    office.run("training void TR-2024-01 --staff 박셋 --reason 오기").ok();
    office.run("training attend TR-2024-01 --staff 박셋").ok();
    assert_eq!(office.column("training attended", "staff"), ["박셋"]);
    office.run("training void TR-2024-01 --reason 오기").ok();
    assert!(table(&office, "").is_empty());
    office.run("training attend TR-2024-01 --staff 박셋").refused(4, "E0561");
    assert!(office.rows("training list").is_empty());
}

#[test]
fn two_sessions_of_one_owed_month_are_attended_once() {
    let office = office();
    for on in ["2024-03-12", "2024-03-14"] {
        office.run(&format!("training add 상반기 --on {on}")).ok();
    }
    office.run("training attend TR-2024-01 --staff 김하나").ok();
    office.run("training attend TR-2024-02 --staff 김하나 --staff 이둘").ok();
    assert_eq!(table(&office, ""), ["감사담당관 2 2 0 100", "교통과 3 0 3 0"]);
    office.run("training add 특강 --on 2024-06-04").ok();
    assert_eq!(table(&office, ""), ["감사담당관 4 2 2 50", "교통과 5 0 5 0"], "one in no owed month counts by itself");
    office.run("training edit TR-2024-03 --voluntary yes").ok();
    assert_eq!(table(&office, ""), ["감사담당관 2 2 0 100", "교통과 3 0 3 0"], "nobody must attend a voluntary one");
    office.run("training coverage --session TR-2024-03").refused(4, "E0560");
    assert_eq!(table(&office, "--session tr-2024-02"), table(&office, "--session 2024-03"));
    assert_eq!(office.column("training coverage --year 2024 --missing", "name"), ["박셋", "최넷", "떠난이"]);
    assert_eq!(office.column("training coverage --year 2024 --by person", "not_attended"), ["", "", "2024-03", "2024-03", "2024-03"]);
}

#[test]
fn today_tells_what_is_owed_and_a_session_answers_it() {
    let mut office = office();
    let owed = |office: &Office| -> Vec<String> {
        let rows = office.rows("today");
        rows.iter().map(|row| ["kind", "code", "what", "due"].map(|key| row[key].as_str()).join(" ")).collect()
    };
    for (day, expected) in [
        ("2024-02-29", vec![]),
        ("2024-03-01", vec!["training 2024-03 training_owed 2024-03-31"]),
        ("2024-04-01", vec!["training 2024-03 overdue 2024-03-31"]),
        ("2024-09-01", vec!["training 2024-03 overdue 2024-03-31", "training 2024-09 training_owed 2024-09-30"]),
    ] {
        office.turn_to(day);
        assert_eq!(owed(&office), expected, "{day}");
    }
    office.turn_to("2024-04-02");
    assert_eq!(office.run("today --exit-code").code, 10);
    office.run("training add 늦은교육 --on 2024-04-02").ok().hints("--for 2024-03");
    office.run("training edit TR-2024-01 --for 2024-04").refused(4, "E0567").hints("proadmin training due --year 2024");
    office.run("training edit TR-2024-01 --for 2024-03").ok();
    assert!(owed(&office).is_empty());
    // Planned for September, told by its code until it is held, though that is in October.
    office.run("training add 하반기 --plan 2024-09").ok().hints("proadmin training hold TR-2024-02");
    office.run("training attend TR-2024-02 --staff 김하나").refused(4, "E0562").hints("proadmin training hold TR-2024-02");
    assert_eq!(office.column("training due --year 2024", "state"), ["held", "planned"]);
    office.turn_to("2024-10-02");
    assert_eq!(owed(&office), ["training TR-2024-02 overdue 2024-09-30"]);
    office.run("training hold TR-2024-02 --on 2024-10-03").refused(4, "E0111");
    office.run("training hold TR-2024-02 --on 2024-10-02").ok();
    office.run("training hold TR-2024-02 --on 2024-10-02").refused(4, "E0563");
    assert_eq!(office.column("training due --year 2024", "session"), ["TR-2024-01", "TR-2024-02"]);
    assert!(owed(&office).is_empty());
    office.run("training void TR-2024-02 --reason 오기").ok();
    assert_eq!(owed(&office), ["training 2024-09 overdue 2024-09-30"]);
}

#[test]
fn the_owed_months_are_the_offices_to_set() {
    let mut office = office();
    assert_eq!(office.column("training due --year 2024", "month"), ["2024-03", "2024-09"]);
    assert!(office.column("training due --year 2024", "source")[0].contains("동작구"), "the default names its source");
    office.run("training schedule 10 4 4 --from 2025 --source \"2025년 계획\"").ok();
    assert_eq!(office.column("training due --year 2024", "month"), ["2024-03", "2024-09"]);
    assert_eq!(office.column("training due --year 2026", "month"), ["2026-04", "2026-10"]);
    assert_eq!(office.column("training due --year 2026 --as-of 2024-10-04", "month"), ["2026-03", "2026-09"]);
    office.turn_to("2025-04-01");
    assert_eq!(office.column("today", "code"), ["2025-04"]);
    office.run("training schedule 13").refused(2, "E0103");
    office.run("training schedule").refused(2, "E0104");
    office.run("training schedule --none --from 2026").ok();
    assert!(office.rows("training due --year 2026").is_empty());
    assert_eq!(office.column("training due --year 2025", "month"), ["2025-04", "2025-10"]);
}

#[test]
fn attendance_comes_as_one_file_or_not_at_all() {
    let office = office();
    office.run("training add 상반기 --on 2024-03-12").ok();
    office.run("staff add 김하나 --dept 교통과").ok();
    office.write(
        "wrong.csv",
        "session,staff,department,headcount\nTR-2024-01,신규자,,\nTR-2024-01,없는이,,\nTR-2024-09,이둘,,\nTR-2024-01,,교통과,많음\nTR-2024-01,,,3\n",
    );
    let entries = office.entries();
    let wrong = office.run("import training wrong.csv").refused(4, "E0341");
    for line in ["line 2", "line 3", "line 4", "line 5", "line 6"] {
        assert!(wrong.stderr.contains(line), "{line}: {}", wrong.stderr);
    }
    assert_eq!(office.entries(), entries);
    office.write("names.csv", "이름,부서,부서 인원\n이둘,,\n김하나,교통과,\n");
    office.run("training import names.csv").refused(4, "E0341").hints("line 2 session");
    office.write("names.csv", "이름,부서,알려진 인원\n이둘,,\n김하나,교통과,\n,교통과,1\n");
    office.run("training import names.csv --session TR-2024-01").ok();
    assert_eq!(office.column("training attended", "staff_code"), ["S-0002", "S-0007", ""]);
    assert_eq!(table(&office, ""), ["감사담당관 2 1 1 50", "교통과 4 2 2 50"]);
    let list = office.run("training attended -o csv").ok().stdout;
    office.write("again.csv", list);
    office.run("import training again.csv").ok().says("nothing differs");
}

#[test]
fn published_trainings_go_in_with_their_sources_and_come_out_the_same() {
    let office = office();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/trainings.csv");
    office.run(&format!("import training {file}")).ok();
    office.run(&format!("import training {file}")).ok().says("nothing differs");
    let rows = office.rows("training list --sort code --fields code,date,state,org,headcount,attended");
    let short: Vec<String> =
        rows.iter().map(|row| ["date", "state", "org", "headcount", "attended"].map(|key| row[key].as_str()).join(" ")).collect();
    assert_eq!(short, ["2019-11-22 held 강화군 200 ", "2020-03 planned 동작구  ", "2020-09 planned 동작구  "]);
    assert!(office.column("export training", "source").iter().all(|source| !source.is_empty()));
    assert!(office.rows("training coverage --year 2019").is_empty(), "another office's are not ours to attend");
    office.run("training attend TR-2019-01 --staff 김하나").refused(4, "E0566");
    let exported = office.run("export training").ok().stdout;
    office.write("out.csv", &exported);
    let other = Office::on("2024-10-05");
    other.write("out.csv", &exported);
    other.run("import training out.csv").ok();
    assert_eq!(other.run("export training").ok().stdout, exported);
    // In the district itself the plan is its own, and nothing was held.
    let own = Office::without_file("2020-10-01");
    own.run("init --org 동작구").ok();
    own.run("dept add 감사담당관").ok();
    own.run("staff add 김하나 --dept 감사담당관").ok();
    own.run(&format!("import training {file}")).ok();
    assert_eq!(own.column("today", "code"), ["TR-2020-01", "TR-2020-02"]);
}

/// A person as the recount knows them: first day, last day, and where they were from when.
struct Person {
    since: NaiveDate,
    left: Option<NaiveDate>,
    places: Vec<(NaiveDate, usize)>,
}

impl Person {
    fn place(&self, on: NaiveDate) -> Option<usize> {
        let here = self.since <= on && self.left.is_none_or(|left| on <= left);
        here.then(|| self.places.iter().rfind(|(from, _)| *from <= on).map_or(0, |(_, place)| *place))
    }
}

#[test]
fn coverage_equals_an_independent_recount_of_random_years() {
    for seed in 1..=4 {
        recount(seed);
    }
}

fn recount(seed: u64) {
    let mut dice = Dice(seed);
    let first: NaiveDate = "2024-01-01".parse().expect("a day");
    let office = Office::on("2024-12-31");
    for name in ["가", "나", "다"] {
        office.run(&format!("dept add {name}")).ok();
    }
    let names = ["가", "나", "다"];
    let mut people = Vec::new();
    let mut staff = "code,name,department,since_on\n".to_owned();
    for no in 1..=20 {
        let since = first + Days::new(dice.roll(250));
        let place = usize::try_from(dice.roll(3)).expect("a place");
        staff.push_str(&format!("S-{no:04},직원{no},{},{since}\n", names[place]));
        people.push(Person { since, left: None, places: vec![(since, place)] });
    }
    office.write("staff.csv", staff);
    office.run("import staff staff.csv").ok();
    for (no, person) in people.iter_mut().enumerate() {
        let code = format!("S-{:04}", no + 1);
        if dice.roll(3) == 0 {
            let (on, to) = (person.since + Days::new(dice.roll(100)), usize::try_from(dice.roll(3)).expect("a place"));
            if office.run(&format!("staff move {code} --to {} --on {on}", names[to])).code == 0 {
                person.places.push((on, to));
            }
        }
        if dice.roll(4) == 0 {
            let on = person.since + Days::new(100 + dice.roll(10));
            office.run(&format!("staff leave {code} --on {on}")).ok();
            person.left = Some(on);
        }
    }
    // Sessions, two of them in March, and what each counts as.
    let sessions = [("2024-03-05", "2024-03"), ("2024-03-20", "2024-03"), ("2024-06-11", "TR-2024-03"), ("2024-09-03", "2024-09")];
    let mut attended: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut counted: BTreeMap<(&str, usize), u64> = BTreeMap::new();
    for (no, (on, sitting)) in sessions.iter().enumerate() {
        office.run(&format!("training add 교육{no} --on {on}")).ok();
        let mut file = "session,staff_code,department,headcount\n".to_owned();
        let on: NaiveDate = on.parse().expect("a day");
        for (at, person) in people.iter().enumerate() {
            if person.place(on).is_some() && dice.roll(2) == 0 {
                file.push_str(&format!("TR-2024-{:02},S-{:04},,\n", no + 1, at + 1));
                attended.entry(sitting).or_default().push(at);
            }
        }
        for (place, name) in names.iter().enumerate() {
            if people.iter().any(|person| person.place(on) == Some(place)) && dice.roll(3) == 0 {
                let count = dice.roll(5);
                file.push_str(&format!("TR-2024-{:02},,{name},{count}\n", no + 1));
                *counted.entry((sitting, place)).or_default() += count;
            }
        }
        office.write("attended.csv", file);
        office.run("import training attended.csv").ok();
    }
    let mut expected = Vec::new();
    for sitting in ["2024-03", "2024-09", "TR-2024-03"] {
        let days = sessions.iter().filter(|(_, of)| *of == sitting).map(|(on, _)| on.parse::<NaiveDate>().expect("a day"));
        let days: Vec<NaiveDate> = days.collect();
        for (place, name) in names.iter().enumerate() {
            let belongs = |person: &Person| days.iter().find_map(|day| person.place(*day)) == Some(place);
            let members: Vec<usize> = (0..people.len()).filter(|at| belongs(&people[*at])).collect();
            let by_name = members.iter().filter(|at| attended.get(sitting).is_some_and(|all| all.contains(at))).count();
            let by_count = usize::try_from(counted.get(&(sitting, place)).copied().unwrap_or(0)).expect("a count");
            if !members.is_empty() {
                let sum = (by_name + by_count).min(members.len());
                expected.push(format!("{sitting} {name} {} {sum} {}", members.len(), members.len() - sum));
            }
        }
    }
    let rows = office.rows("training coverage --year 2024 --each");
    let found: Vec<String> =
        rows.iter().map(|row| ["session", "department", "members", "attended", "missing"].map(|key| row[key].as_str()).join(" ")).collect();
    assert_eq!(found, expected, "seed {seed}");
}

#[test]
fn an_attendance_list_is_understood_by_the_headings_that_people_write() {
    let office = Office::on("2026-05-20").in_korean();
    for command in ["dept add 복지과", "dept add 환경과", "staff add 홍길동 --dept 복지과", "staff add 김하나 --dept 환경과"]
    {
        office.run(command).ok();
    }
    office.write("s.csv", "교육명,교육일\n적극행정,2026-03-18\n");
    office.run("training import s.csv").ok();
    // The same day written another way is the same day.
    office.write("s.csv", "번호,교육명,교육일\nTR-2026-01,적극행정,2026. 3. 18.\n");
    office.run("training import s.csv").ok().says("달라진 것이 없");
    office.write("c.csv", "교육,부서,인원\nTR-2026-01,환경과,1\n");
    office.run("training import c.csv").ok();
    office.write("n.csv", "교육명,교육일,성명,소속\n적극행정,2026. 3. 18.,홍길동,복지과\n");
    office.run("training import n.csv").ok();
    assert_eq!(office.column("training list", "attended"), ["2"]);
    // Who attended something that is not there is not passed over.
    office.write("n.csv", "교육명,교육일,성명\n적극행정,2026-03-19,홍길동\n");
    office.run("training import n.csv").refused(4, "E0341").hints("2행 교육").hints("교육의 번호");
    office.write("d.csv", "교육,교육일,성명\nTR-2026-01,2026-03-19,홍길동\n");
    office.run("training import d.csv").refused(4, "E0341").hints("training edit TR-2026-01 --on 2026-03-19");
    let help = office.run("training import --help").ok().stdout;
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains("참석의 열(교육, 이름이나 직원 번호, 부서, 알려진 인원)"), "{help}");
}
