//! The way out of every refusal is a command, and whether anything was recorded is told.

use crate::every::{TIMELESS, calls, questions};
use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-05-02");
    for line in
        ["dept add 가과", "staff add 김하나 --dept 가과", "task add 하나 --year 2024 --dept 가과 --candidate --proposed-on 2024-02-01"]
    {
        office.run(line).ok();
    }
    office
}

#[test]
fn a_way_out_is_the_command_that_was_typed_put_right() {
    let office = office();
    for (typed, way) in [
        ("task edit KT-2024-01 --due 2024-01-01 --start 2024-07-01", "proadmin task edit KT-2024-01 --start DATE --due DATE"),
        ("task select KT-2024-01 --on 2024-01-31", "proadmin task select KT-2024-01 --on 2024-02-01"),
        ("task select --on=2024-01-31 KT-2024-01", "proadmin task select KT-2024-01 --on 2024-02-01"),
        ("task select KT-2024-01 --on 2024-06-01", "proadmin task select KT-2024-01 --on 2024-05-02"),
        (
            "consult file '허가 건' --dept 가과 --received-on 2024-06-01",
            "proadmin consult file \"허가 건\" --dept 가과 --received-on 2024-05-02",
        ),
        ("nominate add 공적 --nominee 김하나 --by resident", "proadmin nominate add 공적 --nominee 김하나 --by resident --nominator …"),
        ("dept merge 가과 --into 가과", "proadmin dept show 가과"),
        ("import task none.csv", "proadmin import --help"),
        ("task list --state 늦음", "proadmin task list --help"),
        ("task list --late", "proadmin task list --delayed?"),
        ("due list --overdue", "proadmin due list --within 0"),
        ("task list --nonsense", "proadmin task list --help"),
        ("task add 셋 --on 2024-03-01 --year 2024 --dept 가과", "proadmin task add 셋 --proposed-on 2024-03-01 --year 2024 --dept 가과?"),
    ] {
        let told = office.run(typed);
        assert_ne!(told.code, 0, "{typed}");
        assert!(told.stderr.contains(way), "{typed} does not say {way}:\n{}", told.stderr);
        assert!(!told.stderr.contains("--verbose") && !told.stderr.contains("--labels"), "{typed}:\n{}", told.stderr);
        let told = office.run(&format!("{typed} -o json"));
        let json: serde_json::Value = serde_json::from_str(told.stderr.lines().last().unwrap_or_default()).expect("JSON");
        let ways = json["error"]["ways_out"].as_array().expect("ways out");
        assert!(ways.iter().all(|way| way.as_str().is_some_and(|way| !way.starts_with('-'))), "{json}");
        assert!(!ways.is_empty() && json["error"]["recorded"] == false, "{json}");
    }
}

#[test]
fn one_of_several_of_a_name_is_named_in_the_command_and_what_there_is_is_no_way_out() {
    let office = office();
    office.run("dept add 나과").ok();
    office.run("staff add 김하나 --dept 나과 --grade 7").ok();
    for (typed, ways) in [
        ("staff show 김하나", ["proadmin staff show S-0001", "proadmin staff show S-0002"]),
        ("task add 둘 --year 2024 --dept 가과 --lead 김하나", ["--dept 가과 --lead S-0001", "--dept 가과 --lead S-0002"]),
        ("task add 둘 --year 2024 --dept 가과 --lead=김하나", ["--dept 가과 --lead=S-0001", "--dept 가과 --lead=S-0002"]),
        ("nominate add 공적 --nominee 김하나=100 --by self", ["--nominee S-0001=100 --by self", "--nominee S-0002=100 --by self"]),
    ] {
        let told = office.run(typed).refused(3, "E0302").hints("S-0002  김하나 · 나과 · grade 7");
        for way in ways {
            assert!(told.stderr.contains(way), "{typed} does not say {way}:\n{}", told.stderr);
        }
    }
    // A list with labels names them so when it comes back; where the department is neither's, it does not say whose it is.
    office.run("dept add 다과").ok();
    office.write("과제.csv", "title,year,department,lead\n둘,2024,다과,김하나\n");
    office.run("task import 과제.csv").refused(4, "E0341").hints("S-0001 김하나 · 가과").hints("S-0002 김하나 · 나과 · grade 7");
    for (typed, way) in [
        ("incentive use 없음 --year 2024", "proadmin incentive schemes"),
        ("plan kinds --add 없음", "proadmin plan kinds"),
        ("retention set 없음 --years 5 --source x", "proadmin retention rules"),
        ("task list --fields cod,title", "proadmin task list --fields code,title"),
        ("task list --fields 없는열", "proadmin task list --help"),
    ] {
        let told = office.run(&format!("{typed} -o json"));
        let json: serde_json::Value = serde_json::from_str(told.stderr.lines().last().unwrap_or_default()).expect("JSON");
        let ways: Vec<&str> = json["error"]["ways_out"].as_array().expect("ways out").iter().filter_map(|way| way.as_str()).collect();
        assert!(ways.iter().all(|way| way.starts_with("proadmin ")) && ways[0].starts_with(way), "{typed}: {json}");
        assert!(json["error"]["seen"]["known"].as_str().is_some_and(|known| known.contains(", ")), "{typed}: {json}");
    }
    office.run("nominate add 공적 --nominee S-0001 --by self").ok();
    office.run("nominate reject NM-2024-001 --ground 없음").refused(3, "E0507").hints("proadmin nominate grounds").hints("abstract, ");
}

#[test]
fn a_long_text_is_not_repeated_in_a_way_out() {
    let office = office();
    office.run("consult file 허가 --dept 가과").ok();
    let text = "길다 ".repeat(40);
    let told = office.run(&format!("consult withdraw PC-2024-001 --on 2024-06-01 --reason '{text}'")).refused(4, "E0111");
    assert!(told.stderr.contains("--reason … --on 2024-05-02") && !told.stderr.contains("길다"), "{}", told.stderr);
}

#[test]
fn a_way_out_repeats_the_name_of_nobody_who_is_masked() {
    let office = office();
    for typed in [
        "consult file 민원 --dept 가과 --applicant 카나리아",
        "consult file 민원 --dept 가과 --applicant-type petitioner --applicant=카나리아 --received-on 2024-06-01",
        "nominate add 공적 --nominee 김하나 --by resident --nominator 카나리아 --received-on 2024-06-01",
        "passive add 신고 --dept 가과 --reporter 카나리아 --received-on 2024-06-01",
    ] {
        let told = office.run(typed);
        assert!(told.code != 0 && !told.stderr.contains("카나리아"), "{typed}: {}", told.stderr);
        assert!(told.stderr.contains('…'), "{typed}: {}", told.stderr);
    }
}

#[test]
fn a_refusal_says_that_nothing_was_recorded_where_something_would_have_been() {
    let mut office = office();
    for (korean, nothing) in [(true, "기록한 것은 없습니다"), (false, "nothing was recorded")] {
        office.speak(korean);
        for typed in [
            "task add",
            "task select KT-2024-01 --on 2024-06-01",
            "dept merge 가과 --into 가과",
            "import task none.csv",
            "undo 99",
            "handover 없는이 --to 김하나",
            "handover 김하나 --to=없는이",
        ] {
            let told = office.run(typed);
            assert_eq!(told.stderr.matches(nothing).count(), 1, "{typed}:\n{}", told.stderr);
        }
        let tells = |question: &String| office.run(&format!("{question} --fields nothing_of_the_kind")).stderr.contains(nothing);
        let told: Vec<String> = questions(&office).into_iter().filter(tells).collect();
        assert!(told.is_empty(), "these only read: {told:?}");
    }
}

#[test]
fn of_every_verb_that_records_it_is_told_that_it_recorded_nothing() {
    let office = office();
    let nothing = "nothing was recorded";
    let names: Vec<String> = proadmin::cli::NOUNS.iter().map(|noun| noun.name.to_owned()).collect();
    let root = proadmin::cli::command(proadmin::words::Lang::En, &names);
    let mut silent = Vec::new();
    for noun in root.get_subcommands().filter(|noun| !TIMELESS.contains(&noun.get_name())) {
        for verb in noun.get_subcommands() {
            let path = format!("{} {}", noun.get_name(), verb.get_name());
            // What records says that it cannot be done as of another day.
            let records = |call: &String| office.run(&format!("{call} --as-of 2024-05-01")).stderr.contains("E0112");
            let is_told = || office.run(&format!("{path} --no-such-flag")).stderr.contains(nothing);
            if calls(&office, verb, noun.get_name(), &path).iter().any(records) && !is_told() {
                silent.push(path);
            }
        }
    }
    assert!(silent.is_empty(), "these record, and are refused without a word of it: {silent:?}");
    for (typed, records) in [
        ("plan due 99-99", true),
        ("plan due --from 2024 99-99", true),
        ("plan due --fields nothing_of_the_kind", false),
        ("plan kinds --add task=과제 --no-such-flag", true),
        ("plan kinds --no-such-flag", false),
        ("query 'DROP' --save 이름", true),
        ("query 'DROP'", false),
        ("nominate verify NM-2024-009 --result confirmed", true),
        ("training schedule 2024", true),
    ] {
        let told = office.run(typed);
        assert!(told.code != 0 && told.stderr.contains(nothing) == records, "{typed}: {}", told.stderr);
    }
}

#[test]
fn the_help_of_a_verb_shows_its_own_options() {
    let mut office = office();
    for (korean, all) in [(true, "proadmin --help 에 있습니다"), (false, "proadmin --help")] {
        office.speak(korean);
        let help = office.run("task add --help").ok().says("--proposed-on").says(all).stdout;
        assert!(help.lines().count() < 35 && !help.contains("--known-at"), "{help}");
        office.run("--help").ok().says("--known-at").says("--doc-no");
    }
}

#[test]
fn a_title_is_one_line() {
    let office = office();
    for (title, said) in [("한\n줄", "is one line"), ("한\u{7}줄", "control characters")] {
        let told = office.run_words(&["task", "add", title, "--year", "2024", "--dept", "가과"], "");
        assert!(told.code == 2 && told.stderr.contains(said), "{}", told.stderr);
    }
}

#[test]
fn what_is_pasted_is_what_was_typed() {
    let office = office();
    for title in ["그의 $5 `ls`", "it's $5", "그의 \"공적\"", r"a\b c", "가 나"] {
        let told = office.run_words(&["task", "add", title, "--year", "2024", "--dept", "가과", "--proposed-on", "2024-06-01"], "");
        let told = told.refused(4, "E0111").stderr;
        let way = told.lines().find_map(|line| line.split_once("proadmin ")).expect("a way out").1;
        let words = shell_words::split(way).expect("a command line");
        assert_eq!(words[..3], ["task", "add", title], "{told}");
    }
    for (typed, way) in [
        ("backup '내 폴더/백업'", "mkdir \"내 폴더/백업\""),
        ("export '내 폴더'", "mkdir \"내 폴더\""),
        ("site build '없는 곳/공개'", "mkdir \"없는 곳\""),
        ("task list --db '없는 파일.db'", "proadmin init --db \"없는 파일.db\""),
    ] {
        let told = office.run(typed);
        assert!(told.code != 0 && told.stderr.contains(way), "{typed} does not say {way}:\n{}", told.stderr);
    }
    std::fs::create_dir(office.folder().join("내 폴더")).expect("a folder");
    office.run("export '내 폴더'").ok().hints("proadmin import dept \"내 폴더/dept.csv\"");
}

#[test]
fn what_comes_next_goes_on_with_the_file_that_was_typed() {
    let mut office = office();
    office.run("init --org 훈련 --org-code H --db '훈 련.db'").ok().hints("proadmin --db \"훈 련.db\" dept add NAME");
    office.run("dept add 다과 --db='훈 련.db'").ok().hints("proadmin --db \"훈 련.db\" staff add NAME --dept D-01");
    let told = office.run("staff show 없는이 --db '훈 련.db' -o json").refused(3, "E0301").stderr;
    assert!(told.contains(r#"proadmin --db \"훈 련.db\" staff list"#), "{told}");
    // A command that repeats what was typed says it once, and the usual file is not named.
    let told = office.run("task add 둘 --year 2024 --dept 다과 --proposed-on 2024-06-01 --db '훈 련.db'").refused(4, "E0111").stderr;
    assert_eq!(told.matches("--db").count(), 1, "{told}");
    office.open_file(Some("훈 련.db"));
    let told = office.run("dept add 라과").ok().stderr;
    assert!(!told.contains("--db"), "{told}");
    office.open_file(None);
}

#[test]
fn what_is_missing_is_added_to_what_was_typed() {
    let mut office = office();
    office.run("consult file 허가 --dept 가과").ok();
    for (typed, way) in [
        ("consult supplement PC-2024-001", "proadmin consult supplement PC-2024-001 --reason …"),
        ("consult supplement --reason '더 볼 것'", "proadmin consult supplement --reason \"더 볼 것\" …"),
        ("consult review PC-2024-001 --kind law", "proadmin consult review PC-2024-001 --kind law --finding …"),
        ("task add", "proadmin task add … --year … --dept …"),
        ("nominate add 공적 --nominee 김하나", "proadmin nominate add 공적 --nominee 김하나 --by …"),
    ] {
        for korean in [true, false] {
            office.speak(korean);
            let told = office.run(typed).refused(2, "E0104").hints(way).stderr;
            let pasted = told.lines().find_map(|line| line.split_once("proadmin ")).expect("a way out").1;
            let again = office.run(pasted);
            assert!(again.code == 2 || again.code == 3, "{pasted} was accepted:\n{}{}", again.stdout, again.stderr);
        }
    }
}

#[test]
fn a_place_that_was_not_filled_in_is_refused() {
    let mut office = office();
    office.run("consult file 허가 --dept 가과").ok();
    for typed in [
        "dept add NAME",
        "dept add 이름",
        "staff add 이름 --dept D-01",
        "dept add 나과 --doc-no NO",
        "consult supplement PC-2024-001 --reason=TEXT",
        "exemption finding PC-2024-001 --condition no_flaw --met yes --document 번호",
    ] {
        office.run(typed).refused(2, "E0140");
    }
    // Elsewhere the word may be meant, and what is looked for is looked for.
    office.run("dept add 결과").ok();
    office.run("search NAME").ok();
    office.speak(true);
    for (typed, way) in [
        ("consult accept PC-2024-001", "proadmin consult "),
        ("passive add 신고 --anonymous", "proadmin passive classify PA-2024-001 --type 적당편의/복지부동/탁상행정/기타관중심행정"),
        ("passive classify PA-2024-001 --type 기타관중심행정", "--result 확인/일부확인/확인되지않음"),
    ] {
        office.run(typed).ok().hints(way);
    }
    for finding in ["확인", "일부확인", "확인되지않음"] {
        office.run(&format!("passive find PA-2024-001 --result {finding} --text 봄 -n")).ok();
    }
    for ground in "처음낸민원/처리기한안의독촉/법령·절차질의/단순불만".split('/') {
        let told = office.run(&format!("passive pass PA-2024-001 --to 가과 --ground {ground} -n")).stderr;
        assert!(!told.contains("E0103"), "{told}");
    }
    let check = office.run("exemption check PC-2024-001").ok().stdout;
    assert!(check.contains("--met 예/아니오 --document 번호") && !check.contains("yes/no"), "{check}");
}
