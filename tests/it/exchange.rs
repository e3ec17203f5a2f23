//! Files in and out: every noun the same way, all or nothing, and back again unchanged.

use crate::office::{Answer, Office};

/// A year of an office with what is awkward in a file.
pub fn office() -> Office {
    let office = Office::on("2024-05-20");
    for command in [
        "dept add 푸른도시과",
        "dept add 감사담당관",
        "dept add 감사담당관",
        "staff add 홍길동 --dept D-01 --grade 7",
        "staff add 홍길동 --dept D-02",
        "staff add 떠난이 --dept D-03",
        "staff leave 떠난이 --on 2024-04-30",
        "task add 음악분수 --year 2024 --dept D-01 --lead S-0001 --start 2024-01-10 --due 2024-12-31 --budget 1500000 --target 84.9",
        "task add '=1+1' --year 2024 --dept D-02 --due 2024-11-30 --lead S-0002",
        "task add '쉼표, \"따옴표\"' --year 2024 --dept D-03 --candidate",
        "task add 끝난것 --year 2023 --dept D-01",
        "task complete KT-2023-01 --on 2024-02-01 --outcome met",
        "task add 그만둔것 --year 2024 --dept D-01",
        "task stop KT-2024-04 --on 2024-03-01 --reason 예산",
        "task add 무효 --year 2024 --dept D-01",
        "task void KT-2024-05 --reason 착오",
        "milestone add KT-2024-01 설계 --due 2024-03-31",
        "milestone add KT-2024-01 -- '-착공'  --due 2024-09-30",
        "milestone done KT-2024-01 1 --on 2024-03-20 --note 완료",
        "progress log KT-2024-01 --percent 30 --on 2024-03-31 --note '첫 줄'",
        "progress log KT-2024-01 --percent 40 --on 2024-04-30",
        "calendar add 2024-06-07 --name '개청 기념일' --kind office --announced-on 2024-05-02",
        "consult file 점용 --dept D-01 --received-on 2024-04-02 --task KT-2024-01 --handler S-0002",
        "consult file '@민원' --dept D-02 --received-on 2024-04-03 --applicant-type petitioner --applicant 남궁길동",
        "consult withdraw PC-2024-002 --on 2024-04-05",
        "training add '상반기, 교육' --on 2024-03-12 --hours 1.5 --instructor-org '=연구원' --start-time 14:00",
        "training add 늦은교육 --on 2024-04-12 --for 2024-03 --voluntary no --source 계획",
        "training add 하반기 --plan 2024-09 --set-on 2024-02-05",
        "training add '남의 교육' --on 2024-03-12 --org 강남구 --headcount 200",
        "training add 무효 --on 2024-03-13",
        "training void TR-2024-05 --reason 착오",
        "award add 경진대회 --on 2024-05-02 --dept D-03 --staff S-0002 --grade 우수 --rank 2 --for KT-2024-01 --case '음악, 분수'",
        "award follow-up AW-2024-01 --text '첫 줄' --link https://example.kr/1 --on 2024-05-03",
        "legal add '징계, 건' --stage discipline --staff S-0001 --on 2024-03-04 --for KT-2024-01 --asked 1000000 --facts '첫 줄'",
        "legal decide LG-2024-01 --result approved --amount 1500000 --on 2024-03-20 --document '위-1'",
        "legal pay LG-2024-01 --amount 500000 --on 2024-03-25",
        "legal pay LG-2024-01 --amount 300000 --on 2024-03-29",
        "legal cancel LG-2024-01 --reason '거짓, 신청' --on 2024-04-20 --due 2024-05-31",
        "legal repay LG-2024-01 --amount 100000 --on 2024-05-02",
        "legal add 수사 --stage criminal --staff 떠난이 --on 2024-03-04 --dept D-03",
        "legal indict LG-2024-02 --on 2024-04-02",
        "legal add 손배 --stage civil --instance 2 --staff S-0002 --on 2024-03-05 --court-limit 3300000",
        "legal decide LG-2024-03 --result refused --reason '=요건 미비' --on 2024-03-21",
        "exemption request PC-2024-001 --stage audit --basis consult --auditor own --staff S-0001 --audit-ended-on 2024-04-12 --on 2024-04-20",
        "exemption decide EX-2024-01 --result partly --body 감사위원회 --on 2024-05-02 --reason '일부만'",
        "exemption request --title 폭우 --stage discipline --basis ratified --dept D-01 --on 2024-05-03 --prepare --disaster 호우 --no-flaw yes --committee-on 2024-05-01 --committee-body 위원회 --objected no",
        "exemption request KT-2024-01 --stage audit --auditor bai --basis general --on 2024-05-03 --audit-ended-on 2024-03-01 --late '늦은 통보' --public-interest 안전",
        "exemption withdraw EX-2024-03 --on 2024-05-04",
        "award add 시장표창 --year 2023 --kind commendation --org 강남구 --dept 총무과",
        "plan area --template dongjak-2020",
        "plan area '=분야' --english '@field'",
        "plan action '@교육, 전 직원' --area 1 --dept D-01 --lead S-0002 --due 2024-09-30 --content '첫 줄'",
        "plan action 홍보 --area 5 --dept D-02",
        "plan action 그만둔것 --area 5 --dept D-02 --planned-on 2024-02-01",
        "plan done PL-2024-01 --on 2024-05-02 --result '+1회'",
        "plan drop PL-2024-03 --on 2024-05-03 --reason 예산",
        "case add '분수, 다시' --kind exemplary --from KT-2024-01 --problem '첫 줄\n둘째 줄' --done '=수리' --effect '@가동' --credit S-0002",
        "case edit CS-2024-01 --effect '-가동' --title-en A --problem-en B --done-en C --effect-en D",
        "case add 배운것 --kind failure --from PC-2024-001 --dept D-02 --problem 가 --done 나 --effect 다 --lesson 라 --on 2024-05-10",
        "case approve CS-2024-02 --actor 박과장",
        "case publish CS-2024-02 --confirm CS-2024-02",
        "nominate add '=주차' --nominee S-0001=60 --nominee S-0002=40 --team 팀 --by resident --nominator 박주민 --received-on 2024-03-04 --merit-from 2024-01-02 --task KT-2024-01",
        "nominate verify NM-2024-001 --result confirmed --on 2024-03-05",
        "nominate accept NM-2024-001 --on 2024-03-06",
        "nominate add 친절 --nominee S-0002 --by self --received-on 2024-03-05",
        "nominate reject NM-2024-002 --ground other --reason '첫 줄, \"둘째\"' --on 2024-03-07",
        "nominate add 주차장 --nominee S-0001 --by department --nominator D-01 --received-on 2024-03-06",
        "nominate merge NM-2024-003 --into NM-2024-001 --on 2024-03-08 --reason 같은공적",
        "incentive earn '@홍보' --event promotion --staff S-0002 --task KT-2024-01 --on 2024-03-04",
        "incentive earn 협업 --event collaboration --dept D-03 --on 2024-03-05",
        "incentive approve --year 2024 --month 3",
        "passive add '=늑장, 처리' --dept D-01 --received-on 2024-03-05 --reporter 박신고",
        "passive add 익명건 --dept D-02 --received-on 2024-03-06 --anonymous",
    ] {
        // A title that begins with a hyphen stands after the flags.
        let command = command.replace(" -- '-착공'  --due 2024-09-30", " --due 2024-09-30 -- -착공");
        office.run(&command).ok();
    }
    office.write(
        "rewards.csv",
        "year,half,org,kind,grade,staff,department,case_title,measure,stated,source\n\
         2023,1,강남구,개인,우수,김OO,총무과,\"남의, 사례\",,표창,https://example.kr/2\n\
         2024,상반기,,팀,장려,S-0002,,음악분수,LEAVE,,\n",
    );
    office.run("import reward rewards.csv").ok();
    office
}

fn nouns() -> Vec<&'static str> {
    proadmin::cli::NOUNS.iter().filter(|noun| noun.import.is_some()).map(|noun| noun.name).collect()
}

#[test]
fn what_is_exported_comes_back_the_same() {
    let office = office();
    assert!(nouns().len() >= 7, "{:?}", nouns());
    std::fs::create_dir(office.folder().join("out")).expect("a folder");
    office.run("export out").ok().says("consult");
    for extension in ["csv", "jsonl", "json"] {
        let fresh = Office::on("2024-05-20");
        for noun in nouns() {
            office.run(&format!("export {noun} --out {noun}.{extension}")).ok();
            let file = office.folder().join(format!("{noun}.{extension}"));
            fresh.run(&format!("import {noun} '{}'", file.display())).ok();
            fresh.run(&format!("export {noun} --out {noun}.{extension}")).ok();
            assert_eq!(fresh.read(&format!("{noun}.{extension}")), office.read(&format!("{noun}.{extension}")), "{noun} {extension}");
        }
        let entries = fresh.entries();
        for noun in nouns() {
            fresh.run(&format!("import {noun} {noun}.{extension}")).ok();
        }
        assert_eq!(fresh.entries(), entries, "importing again changes nothing");
        let titles: Vec<String> =
            fresh.items("task list --sort code").iter().map(|task| task["title"].as_str().unwrap_or("").to_owned()).collect();
        assert_eq!(titles, ["끝난것", "음악분수", "=1+1", "쉼표, \"따옴표\"", "그만둔것"]);
        assert_eq!(fresh.column("task list --sort code", "lead"), ["", "홍길동", "홍길동", "", ""]);
        assert_eq!(fresh.column("task list --sort code", "state")[0], "completed");
    }
    for noun in nouns() {
        assert_eq!(office.read(&format!("out/{noun}.csv")), office.read(&format!("{noun}.csv")), "{noun}");
    }
}

#[test]
fn an_export_is_csv_whole_and_inert() {
    let office = office();
    let task = office.run("export task").ok().stdout;
    assert!(task.starts_with("code,title,year,department,"), "{task}");
    assert!(task.contains("'=1+1") && !task.contains("무효") && !task.contains("on_track") && !task.contains("percent"), "{task}");
    assert!(task.contains("D-02") && task.contains("푸른도시과") && task.contains("S-0002"), "names of two are codes: {task}");
    assert!(office.run("export calendar").ok().stdout.lines().count() > 900);
    office.run("export task -o jsonl").ok().says("\"title\":\"=1+1\"");
    office.run("export task --out task.csv").ok();
    assert!(office.read("task.csv").starts_with('\u{FEFF}'));
    office.run("export tasks").refused(2, "E0741").hints("task");
    office.run("export eval").refused(2, "E0741");
    assert!(!office.run("export consult").ok().stdout.contains("남궁길동"));
}

#[test]
fn a_dry_run_shows_the_difference_and_a_real_one_a_line() {
    let office = office();
    office.write("t.csv", "title,year,department,due\n음악분수,2024,푸른도시과,2024-11-11\n새 과제,2024,푸른도시과,\n=1+1,2024,D-02,\n");
    let entries = office.entries();
    let shown = office.run("import task t.csv --dry-run").ok();
    for part in ["dry run", "KT-2024-01", "due", "KT-2024-06", "1 new, 1 changed, 1 unchanged"] {
        assert!(shown.stdout.contains(part), "no {part}:\n{}", shown.stdout);
    }
    let rows = office.rows("import task t.csv -n");
    assert_eq!(rows.iter().map(|row| row["outcome"].as_str()).collect::<Vec<_>>(), ["changed", "new"]);
    assert_eq!(office.entries(), entries);
    let said = office.run("import task t.csv").ok().stdout;
    assert_eq!(said.lines().count(), 1, "{said}");
    assert_eq!(office.entries(), entries + 1);
    office.run("task import t.csv").ok().says("nothing");
    office.run("import task t.csv --new").ok().says("3 new");
    for noun in ["calendar", "milestone", "progress"] {
        office.run(&format!("import {noun} t.csv --new")).refused(2, "E0342");
    }
    office.run("import nothing t.csv").refused(2, "E0103").hints("task");
}

/// Imports tasks from these bytes; nothing may be recorded.
fn refused(office: &Office, name: &str, bytes: impl AsRef<[u8]>, code: i32, rule: &str) -> Answer {
    office.write(name, bytes);
    let entries = office.entries();
    let answer = office.run_words(&["import", "task", name], "").refused(code, rule);
    assert_eq!(office.entries(), entries, "{name}: something was recorded");
    assert!(!answer.stderr.contains('\u{1b}'), "an escape reached the terminal");
    answer
}

const HEADER: &str = "code,title,year,department,due,state,budget\n";

fn row(cells: &str) -> String {
    format!("{HEADER}{cells}\n")
}

#[test]
fn a_file_of_another_shape_is_refused() {
    let office = office();
    refused(&office, "a.csv", "title,year,department,colour\nx,2024,D-01,red\n", 2, "E0333").hints("colour").hints("due");
    refused(&office, "b.csv", "title,due\nx,2024-05-01\n", 2, "E0334").hints("year, department");
    refused(&office, "c.csv", "title,title,year,department\nx,x,2024,D-01\n", 2, "E0335");
    refused(&office, "d.csv", "", 2, "E0332");
    refused(&office, "e.csv", row("KT-2024-09,x,2024"), 4, "E0341").hints("line 2");
    refused(&office, "f.jsonl", "{\"title\":\"x\",\n", 4, "E0341").hints("line 1");
    refused(&office, "g.jsonl", "{\"title\":\"x\",\"year\":2024,\"department\":\"D-01\"}\n[1]\n", 4, "E0341").hints("line 2");
    refused(&office, "h.jsonl", "{\"title\":[\"x\"],\"year\":2024,\"department\":\"D-01\"}\n", 4, "E0341").hints("title");
    refused(&office, "i.jsonl", "{\"title\":\"x\",\"year\":\"soon\",\"department\":\"D-01\"}\n", 4, "E0341").hints("line 1 year");
    refused(&office, "j.jsonl", "{\"titel\":\"x\"}\n", 2, "E0333").hints("titel");
    refused(&office, "k.json", "{\"rows\":[]}", 2, "E0336");
    office.run("import task nowhere.csv").refused(3, "E0331");
    std::fs::create_dir(office.folder().join("folder.csv")).expect("a folder");
    office.run("import task folder.csv").refused(2, "E0337");
    // A header alone is a list of nothing.
    office.write("empty.csv", HEADER);
    office.run("import task empty.csv").ok().says("nothing");
}

#[test]
fn a_file_in_another_encoding_is_read_or_refused_never_guessed() {
    let office = office();
    let text = "title,year,department\n분수대 정비,2024,푸른도시과\n";
    let (cp949, _, _) = encoding_rs::EUC_KR.encode(text);
    office.write("cp949.csv", &cp949);
    office.run("import task cp949.csv").ok().says("CP949");
    assert!(office.column("task list", "title").contains(&"분수대 정비".to_owned()));
    office.write("bom.csv", format!("\u{FEFF}{text}"));
    office.run("import task bom.csv").ok().says("nothing");
    for (name, big) in [("le.csv", false), ("be.csv", true)] {
        let utf16 = std::iter::once(0xFEFF).chain(text.encode_utf16());
        let bytes: Vec<u8> = utf16.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect();
        refused(&office, name, &bytes, 2, "E0338").hints("CSV UTF-8");
        refused(&office, name, &bytes[2..], 2, "E0339");
    }
    refused(&office, "book.csv", b"PK\x03\x04\x14\x00\x06\x00\x08\x00", 2, "E0346");
    refused(&office, "photo.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", 2, "E0339");
    refused(&office, "noise.csv", b"title,year,department\n\xff\xff\xff,2024,D-01\n", 2, "E0339");
    let far = format!("title,year,department\n{}", "가나다라마바사,2024,D-01\n".repeat(6000));
    let mut broken = far.into_bytes();
    broken.extend(b"\xff\xff,2024,D-01\n");
    refused(&office, "late.csv", &broken, 2, "E0339");
}

#[test]
fn every_wrong_cell_is_told_at_once_with_its_line_and_column() {
    let office = office();
    let cells = "KT-2024-20,하나,1800,D-01,2024-02-30,,-5\nKT-2024-21,,2024,없는과,,asleep,많이\nKT-2024-22,좋음,2024,D-01,,,\n";
    let answer = refused(&office, "a.csv", format!("{HEADER}{cells}"), 4, "E0341");
    for place in ["line 2 year", "line 2 due", "line 2 budget", "line 3 title", "line 3 state", "line 3 budget"] {
        assert!(answer.stderr.contains(place), "{place}:\n{}", answer.stderr);
    }
    assert!(!answer.stderr.contains("line 4"), "{}", answer.stderr);
    refused(&office, "b.csv", row(",x,2024,없는과,,,"), 4, "E0341").hints("line 2 department").hints("없는과");
    refused(&office, "c.csv", row(",x,2024,감사담당관,,,"), 4, "E0341").hints("line 2 department");
    refused(&office, "d.csv", row(",x,2024,D-01,2099-12-31,,"), 4, "E0341").hints("line 2 due");
    let json = office.run("import task a.csv -o json").refused(4, "E0341");
    assert!(json.stderr.lines().any(|line| line.starts_with('{') && serde_json::from_str::<serde_json::Value>(line).is_ok()));
}

#[test]
fn codes_name_one_record_each() {
    let office = office();
    let twice = "KT-2024-20,하나,2024,D-01,,,\nKT-2024-21,둘,2024,D-01,,,\nkt-2024-20,셋,2024,D-01,,,\n";
    refused(&office, "a.csv", format!("{HEADER}{twice}"), 4, "E0341").hints("line 4 code").hints("line 2");
    refused(&office, "b.csv", row("과제-1,x,2024,D-01,,,"), 4, "E0341").hints("line 2 code");
    refused(&office, "c.csv", row("KT-2023-50,x,2024,D-01,,,"), 4, "E0341").hints("line 2 code");
    office.write("m.csv", "task,title,due\nKT-2024-99,설계,2024-08-01\n");
    office.run("import milestone m.csv").refused(4, "E0341").hints("line 2 task");
    office.write("p.csv", "task,on,percent\nKT-2024-99,2024-05-01,10\nKT-2024-01,2024-05-01,101\n");
    office.run("import progress p.csv").refused(4, "E0341").hints("line 2 task").hints("line 3 percent");
    office.write("s.csv", "code,name,department\nS-0009,가,D-01\nS-0009,나,D-01\n");
    office.run("import staff s.csv").refused(4, "E0341").hints("line 3 code");
}

#[test]
fn a_second_line_about_a_record_is_told_however_far_it_stands_from_the_first() {
    let office = Office::on("2024-05-20");
    office.run("dept add 기획과").ok();
    for no in 1..=4 {
        office.run(&format!("task add 과제{no} --year 2010 --dept 기획과")).ok();
    }
    let first: chrono::NaiveDate = "2010-01-01".parse().expect("a day");
    let mut file = String::from("task,on,percent\n");
    for no in 1..=4 {
        for day in first.iter_days().take(5_200) {
            file.push_str(&format!("KT-2010-0{no},{day},10\n"));
        }
    }
    office.write("all.csv", &file);
    let once = office.run("import progress all.csv -n").ok();
    once.says("20800 new");
    office.write("twice.csv", file + "KT-2010-01,2010-01-02,10\n");
    office.run("import progress twice.csv").refused(4, "E0341").hints("line 20802 task").hints("line 3").hints("KT-2010-01:2010-01-02");
}

#[test]
fn what_is_computed_is_not_imported() {
    let office = office();
    for (noun, bytes, place) in [
        ("task", "title,year,department,percent\nx,2024,D-01,50\n", "percent"),
        ("dept", "name,merged_on\n새과,2024-01-01\n", "merged_on"),
        ("dept", "code,name,state\nD-01,푸른도시과,merged\n", "state"),
        ("staff", "code,name,department,left_on\nS-0001,홍길동,D-01,2024-01-01\n", "left_on"),
        ("consult", "title,department,received_on,due\nx,D-01,2024-05-01,2024-05-02\n", "due"),
    ] {
        office.write("x.csv", bytes);
        office.run(&format!("import {noun} x.csv")).refused(4, "E0341").hints(&format!("line 2 {place}"));
    }
}

#[test]
fn hostile_cells_are_refused_or_made_harmless() {
    let office = office();
    let long = "가".repeat(1_000_000);
    let answer = refused(&office, "a.csv", row(&format!(",{long},2024,D-01,,,")), 4, "E0341").hints("line 2 title");
    assert!(answer.stderr.len() < 2_000, "{} bytes of error", answer.stderr.len());
    refused(&office, "b.csv", row(",\u{1b}[31m빨강\u{1b}[0m,2024,D-01,,,"), 4, "E0341").hints("line 2 title");
    refused(&office, "c.csv", "title,\u{1b}]0;x\u{7}\nx,y\n", 2, "E0333");
    refused(&office, "d.csv", row(",x,2024,\u{202e}과,,,"), 4, "E0341").hints("department");
    refused(&office, "e.csv", row(",\"두\n줄\",2024,D-01,,,"), 4, "E0341").hints("line 2 title");
    // A formula is text, and stays text wherever a spreadsheet opens it.
    office.write("f.csv", row(",\"=HYPERLINK(\"\"http://x\"\")\",2024,D-01,,,"));
    office.run("import task f.csv").ok();
    office.run("export task").ok().says("'=HYPERLINK");
    office.run("import consult f.csv").refused(2, "E0333");
    office.write("p.csv", "title,department,received_on,applicant_type,applicant\nx,D-01,2024-05-02,petitioner,남궁카나\u{7}리아\n");
    let answer = office.run("import consult p.csv").refused(4, "E0341").hints("line 2 applicant");
    assert!(!answer.stderr.contains("카나"), "{}", answer.stderr);
}

#[test]
fn an_import_into_another_file_leaves_it_alone() {
    let office = office();
    office.write("t.csv", "title,year,department\nx,2024,D-01\n");
    let foreign = office.folder().join("foreign.db");
    rusqlite::Connection::open(&foreign).and_then(|conn| conn.execute_batch("CREATE TABLE x (y)")).expect("a file");
    let newer = office.folder().join("newer.db");
    std::fs::copy(office.file(), &newer).expect("a copy");
    rusqlite::Connection::open(&newer).and_then(|conn| conn.pragma_update(None, "user_version", 99)).expect("a newer file");
    for (name, rule) in [("foreign.db", "E0203"), ("newer.db", "E0204"), ("t.csv", "E0203")] {
        let before = std::fs::read(office.folder().join(name)).expect("bytes");
        office.run(&format!("import task t.csv --db {name}")).refused(7, rule);
        office.run(&format!("export task --db {name}")).refused(7, rule);
        assert_eq!(std::fs::read(office.folder().join(name)).expect("bytes"), before, "{name}");
    }
}

#[test]
fn completions_and_manual_pages_are_whole() {
    let office = Office::without_file("2024-05-20");
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = office.run(&format!("completions {shell}")).ok().stdout;
        for word in ["consult", "follow-up", "--as-of", "completions"] {
            assert!(script.contains(word.trim_start_matches("--")), "{shell}: no {word}");
        }
        assert!(!script.contains('\u{FFFD}'), "{shell}: something was taken out");
    }
    office.run("man pages").ok();
    for page in ["proadmin.1", "proadmin-consult-follow-up.1", "proadmin-query.1"] {
        assert!(office.read(&format!("pages/{page}")).contains(".TH"), "{page}");
    }
    let korean = Office::without_file("2024-05-20").in_korean();
    korean.run("man pages").ok();
    assert!(korean.read("pages/proadmin-task-add.1").contains("중점과제를 등록합니다"));
}

#[test]
fn what_moved_a_clock_goes_with_a_case_and_the_due_days_agree() {
    let office = Office::on("2024-05-20");
    for command in [
        "dept add 공원과",
        "clock add office-20 --name 내규 --days 20 --unit working --extension-max 10 --source 내규 --referral-pauses yes --from 2024-01-01",
        "consult file 점용 --dept 공원과 --received-on 2024-04-15",
        "consult supplement PC-2024-001 --on 2024-04-17 --reason 도면",
        "consult resume PC-2024-001 --on 2024-04-24",
        "consult extend PC-2024-001 --on 2024-04-30 --days 10 --reason 협의",
        "consult supplement PC-2024-001 --on 2024-05-02 --reason 또",
        "consult resume PC-2024-001 --on 2024-05-07",
        "consult file 이송 --dept 공원과 --received-on 2024-05-02 --rule office-20",
        "consult refer PC-2024-002 --to ministry --body 국토교통부 --on 2024-05-07",
        "consult refer PC-2024-002 --reply-on 2024-05-13 --reply-text 회신",
        "consult file 기다림 --dept 공원과 --received-on 2024-05-07",
        "consult supplement PC-2024-003 --on 2024-05-08 --reason 도면",
        "consult file 끝남 --dept 공원과 --received-on 2024-04-15",
        "consult supplement PC-2024-004 --on 2024-04-17 --reason 도면",
        "consult withdraw PC-2024-004 --on 2024-04-18",
        "passive add 늑장 --dept 공원과 --received-on 2024-05-07 --reporter 박신고",
        "passive classify PA-2024-001 --type neglect --on 2024-05-08",
        "passive supplement PA-2024-001 --on 2024-05-08 --reason 사진",
        "passive resume PA-2024-001 --on 2024-05-13",
        "passive extend PA-2024-001 --on 2024-05-14 --days 7 --reason 현장",
        "passive add 불친절 --dept 공원과 --received-on 2024-04-02 --reporter 박신고",
        "passive supplement PA-2024-002 --on 2024-04-03 --reason 사진",
        "passive supplement PA-2024-002 --on 2024-04-09 --reason 사진",
        "passive dismiss PA-2024-002 --on 2024-04-22",
    ] {
        office.run(command).ok();
    }
    let due = |office: &Office| {
        ["consult", "passive"].map(|noun| office.run(&format!("{noun} list --all --fields code,due,days_left,state -o csv")).ok().stdout)
    };
    let fresh = Office::on("2024-05-20");
    fresh.run("dept add 공원과").ok();
    fresh.run("clock add office-20 --name 내규 --days 20 --unit working --extension-max 10 --source 내규 --referral-pauses yes --from 2024-01-01").ok();
    for noun in ["consult", "passive"] {
        office.run(&format!("export {noun} --out {noun}.csv")).ok().hints("reasons of supplements");
        fresh.write(&format!("{noun}.csv"), office.read(&format!("{noun}.csv")));
        fresh.run(&format!("import {noun} {noun}.csv")).ok();
        fresh.run(&format!("export {noun} --out again.csv")).ok();
        assert_eq!(fresh.read("again.csv"), office.read(&format!("{noun}.csv")), "{noun}");
        fresh.run(&format!("import {noun} {noun}.csv")).ok().says("nothing differs");
    }
    assert_eq!(due(&fresh), due(&office));
    assert_eq!(
        fresh.items("consult show PC-2024-001")[0]["clock_acts"],
        "supplement:2024-04-17; resumed:2024-04-24; extended:2024-04-30:10; supplement:2024-05-02; resumed:2024-05-07"
    );

    // What happened since goes in with the same file; what the file leaves out is told with its verb.
    let header = "code,title,department,received_on,clock_acts\nPC-2024-003,기다림,공원과,2024-05-07,";
    fresh.write("more.csv", format!("{header}supplement:2024-05-08;resumed:2024-05-16\n"));
    fresh.run("import consult more.csv").ok().says("1 changed");
    for (cell, told) in [
        ("supplement:2024-05-08", "consult void PC-2024-003 --act"),
        ("supplement:2024-05-08; resumed:2024-05-16; resumed:2024-05-17", "no supplement is awaited"),
        ("supplement:2024-05-08; resumed:2024-05-16; extended:2024-05-17:31", "longest extension"),
        ("supplement:2024-05-08; resumed:2024-05-16; referred:2024-05-17:busan", "a referral needs its body"),
        ("supplement:2024-05-08; resumed:2024-05-16; extended:2024-05-21:5", "2024-05-21"),
        ("보완", "a list of supplements"),
    ] {
        fresh.write("wrong.csv", format!("{header}{cell}\n"));
        fresh.run("import consult wrong.csv").refused(4, "E0341").hints("line 2 clock_acts").hints(told);
    }
    fresh.write("wrong.csv", "title,received_on,clock_acts\n다른,2024-05-07,referred:2024-05-08:seoul\n");
    fresh.run("import passive wrong.csv").refused(4, "E0341").hints("not referred");
}

#[test]
fn a_slip_in_a_file_is_told_once_with_what_may_have_been_meant_as_on_the_command_line() {
    let office = Office::on("2024-05-20").in_korean();
    for command in ["dept add 복지정책과", "dept add 환경과", "staff add 홍길동 --dept 복지정책과", "staff add 김하나 --dept 환경과"]
    {
        office.run(command).ok();
    }
    office.write("t.csv", "title,year,department,lead\n하나,2024,복지정챽과,\n둘,2024,환경과,홍길둥\n셋,2024,환경과,s-0002\n");
    let told = office.run("import task t.csv").refused(4, "E0341");
    let told = told.hints("2행 주관부서").hints("혹시 복지정책과(D-01)?").hints("혹시 홍길동(S-0001)?");
    let told = told.hints("proadmin dept list").hints("proadmin staff list");
    assert_eq!(told.stderr.matches("'복지정챽과'").count(), 1, "{}", told.stderr);
    assert!(!told.stderr.contains("import --help"), "{}", told.stderr);
}

#[test]
fn two_of_a_name_are_told_apart_by_the_department_of_the_row() {
    let office = Office::on("2024-05-20");
    for command in
        ["dept add 복지과", "dept add 환경과", "dept add 교통과", "staff add 김민수 --dept 복지과", "staff add 김민수 --dept 환경과"]
    {
        office.run(command).ok();
    }
    office.write("t.csv", "title,year,department,lead,deputy\n하나,2024,환경과,김민수,\n둘,2024,복지과,,김민수\n");
    office.run("import task t.csv").ok();
    let led = "SELECT code FROM staff WHERE id IN (SELECT coalesce(lead_id, deputy_id) FROM task WHERE title = '{}')";
    assert_eq!(office.column(&format!("query \"{}\"", led.replace("{}", "하나")), "code"), ["S-0002"]);
    assert_eq!(office.column(&format!("query \"{}\"", led.replace("{}", "둘")), "code"), ["S-0001"]);
    office.write("p.csv", "title,year,department,lead,area\n홍보,2024,환경과,김민수,분야\n");
    office.run("import plan p.csv").ok();
    office.write("a.csv", "contest,year,department,staff,case_title\n대회,2024,환경과,김민수,사례\n");
    office.run("import award a.csv").ok();
    office.write("i.csv", "title,event,happened_on,department,staff\n홍보,promotion,2024-03-04,환경과,김민수\n");
    office.run("import incentive i.csv").ok();
    office.write("l.csv", "title,stage,applied_on,department,staff\n건,discipline,2024-03-04,환경과,김민수\n");
    office.run("import legal l.csv").ok();
    office.write("e.csv", "title,stage,auditor,basis,opened_on,department,staff\n건,audit,own,general,2024-03-04,환경과,김민수\n");
    office.run("import exemption e.csv").ok();
    for table in ["award", "incentive_activity", "legal_support", "exemption"] {
        let whose = format!("query \"SELECT s.code FROM staff s JOIN {table} x ON x.staff_id = s.id\"");
        assert_eq!(office.column(&whose, "code"), ["S-0002"], "{table}");
    }
    // Where none of them is in the department, which one is meant is not for the program to say.
    office.write("n.csv", "title,year,department,lead\n셋,2024,교통과,김민수\n");
    office.run("import task n.csv").refused(4, "E0341").hints("S-0001").hints("S-0002");
}
