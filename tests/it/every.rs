//! Every reading command, in every format, language and width. The commands are found in the
//! program itself, so that a new verb cannot be forgotten: one that this file cannot call
//! makes it fail.

use clap::Command;
use proadmin::words::Lang;
use unicode_width::UnicodeWidthStr;

use crate::office::Office;
use crate::travel::{feed, history};

/// Verbs whose answers are about the file or the program, not about the office on a day.
pub const TIMELESS: &[&str] = &["log", "verify", "seal", "calendar", "demo", "completions", "man", "init", "export", "import"];

/// Every reading command of the program with every argument it can take here.
pub fn questions(office: &Office) -> Vec<String> {
    let names: Vec<String> = proadmin::cli::NOUNS.iter().map(|noun| noun.name.to_owned()).collect();
    let root = proadmin::cli::command(Lang::En, &names);
    let mut asked = Vec::new();
    for noun in root.get_subcommands().filter(|noun| !TIMELESS.contains(&noun.get_name())) {
        let verbs: Vec<&Command> = noun.get_subcommands().collect();
        if verbs.is_empty() {
            asked.extend(reading_calls(office, noun, noun.get_name(), noun.get_name()));
        }
        for verb in verbs {
            asked.extend(reading_calls(office, verb, noun.get_name(), &format!("{} {}", noun.get_name(), verb.get_name())));
        }
    }
    asked
}

/// The ways to call a verb, if it reads: a write says that it cannot be done as of another
/// day.
fn reading_calls(office: &Office, verb: &Command, noun: &str, path: &str) -> Vec<String> {
    let calls = calls(office, verb, noun, path);
    let mut refused = false;
    let reads = calls.iter().find_map(|call| {
        let answer = office.run(&format!("{call} --as-of 2024-06-30"));
        // What clap finds missing besides is a choice between two ways to write.
        let writes = answer.stderr.contains("E0112") || answer.stderr.contains("E0104");
        // A record that is not there yet, one that a rule refuses (a closed round), or a question
        // that nobody is there to answer, says neither.
        refused |= matches!(answer.code, 2 | 4);
        (writes || !matches!(answer.code, 2..=4)).then_some(!writes)
    });
    if reads.unwrap_or(!refused) { calls } else { Vec::new() }
}

/// The ways to call a verb with what it needs, each value a sample.
pub fn calls(office: &Office, verb: &Command, noun: &str, path: &str) -> Vec<String> {
    let mut lines = vec![path.to_owned()];
    for arg in verb.get_arguments().filter(|arg| arg.is_required_set() || (noun == "query" && arg.get_id() == "what")) {
        let values = samples(office, noun, path, arg.get_id().as_str());
        let flag = arg.get_long().map(|long| format!("--{long} ")).unwrap_or_default();
        lines = lines
            .iter()
            .flat_map(|line| values.iter().map(move |value| (line, value)))
            .map(|(line, value)| format!("{line} {flag}{value}"))
            .collect();
    }
    for group in verb.get_groups().filter(|group| group.is_required_set()) {
        let Some(first) = group.get_args().next() else { continue };
        let value = &samples(office, noun, path, first.as_str())[0];
        let arg = verb.get_arguments().find(|arg| arg.get_id() == first).expect("an argument");
        for line in &mut lines {
            line.push_str(&format!(" --{} {value}", arg.get_long().unwrap_or_default()));
        }
    }
    lines
}

/// Values to call an argument with. An argument unknown here fails the test: a new verb says
/// what it takes.
fn samples(office: &Office, noun: &str, path: &str, arg: &str) -> Vec<String> {
    let codes = |command: &str| office.column(&format!("{command}{}", if noun == "eval" { "" } else { " --all" }), "code");
    let words: &[&str] = match arg {
        "round" => return codes("eval list"),
        "by" => &["self"],
        "scheme" => &["basic"],
        "event" => &["promotion"],
        "name_code" => &["kindness"],
        "other" => &["E2"],
        "what" => &["'SELECT code, title FROM task_status ORDER BY code'"],
        "words" => &["과제"],
        "entry_typed" | "entry" | "one" => &["E1"],
        "rater_typed" | "rater" | "who" | "present" => &["R1"],
        "counts" => &["consult_filed"],
        "measure" | "measures" | "named" | "first_measure" => &["LEAVE"],
        "second_measure" => &["COMMENDATION"],
        "code" if path == "clock add" => &["office-9"],
        "for" => &["consult"],
        "code" | "codes" => {
            return match noun {
                "erase" => codes("consult list"),
                "due" => [codes("consult list"), codes("passive list"), codes("task list")].concat(),
                "milestone" | "progress" => codes("task list"),
                noun => codes(&format!("{noun} list")),
            };
        }
        "finding" if noun == "case" => &["1"],
        "title" | "name" | "org" | "text" | "minutes" | "document" | "reason" | "finding" | "note" | "note_text" | "problem" | "done"
        | "effect" => &["글"],
        "result" if noun == "plan" => &["글"],
        "on" | "date" | "due" | "since_on" => &["2024-06-03"],
        "year" => &["2024"],
        "month" | "before" | "first" | "second" => &["2024-05"],
        "to" if noun == "consult" => &["seoul"],
        "dept" | "to" | "into" => &["가과"],
        "staff" | "nominee" | "shares" => &["김하나"],
        "contest" => &["대회"],
        "stage" => &["discipline"],
        "basis" => &["general"],
        "amount" => &["1000"],
        "condition" => &["no_flaw"],
        "covers" => &["own"],
        "from" if noun == "exemption" => &["2024-06-03"],
        "result" if noun == "legal" => &["refused"],
        "result" if noun == "exemption" => &["granted"],
        "outcome" => &["met"],
        "kind" if path == "passive classify" => &["form"],
        "kind" if path == "passive remedy" => &["corrected"],
        "kind" if noun == "retention" => &["task"],
        "kind" if noun == "case" => &["exemplary"],
        "kind" if noun == "site" => &["passive"],
        "kind" => &["law"],
        "from" => &["KT-2024-01"],
        "dir" => &["site"],
        "result" if matches!(noun, "nominate" | "passive") => &["confirmed"],
        "result" => &["possible"],
        "ground" if noun == "nominate" => &["kindness"],
        "ground" if noun == "passive" => &["urging"],
        "ground" => &["evasion"],
        "days" => &["5"],
        "record" => &["PC-2024-001"],
        "body" | "source" => &["위원회"],
        "percent" => &["50"],
        "seq" | "points" | "max" | "weight" | "area" | "years" | "per_unit" | "cap" => &["1"],
        "met" | "ok" | "same_matter" | "info_sufficient" | "no_private_interest" | "followed_opinion" => &["yes"],
        "folder" => &["."],
        "file" | "components" => &["none.csv"],
        other => panic!("tell this test what to give `{path}` for {other}"),
    };
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// An office in which a good deal happened.
pub fn busy() -> Office {
    let mut office = Office::on("2024-07-31");
    feed(&mut office, history(7).iter());
    for round in [
        "open 끝난심사 --year 2024",
        "criterion EV-2024-02 적극성 --max 100",
        "entry EV-2024-02 사례 --entry E1",
        "entry EV-2024-02 사례 --entry E2",
        "rater EV-2024-02 R1",
        "score EV-2024-02 E1 R1 --criterion 적극성 --points 90",
        "score EV-2024-02 E2 R1 --criterion 적극성 --points 80",
        "member EV-2024-02 E1 --member 김하나",
        "grade EV-2024-02 우수 --count 1",
        "close EV-2024-02 --confirm EV-2024-02",
    ] {
        office.run(&format!("eval {round}")).ok();
    }
    for reward in ["offer EV-2024-02", "choose RW-2024-01 LEAVE"] {
        office.run(&format!("reward {reward}")).ok();
    }
    for entry in ["E1", "E2"] {
        // The history may have entered it already.
        office.run(&format!("eval entry EV-2024-01 사례 --entry {entry}"));
    }
    for command in [
        "snapshot take 2024-05",
        "consult file 답한건 --dept 가과 --received-on 2024-05-02 --law 주차장법 --issue 쟁점",
        "consult review PC-2024-900 --kind law --finding 적법 --on 2024-05-03",
    ] {
        let code = office.column("consult list --sort code", "code").pop().unwrap_or_default();
        office.run(&command.replace("PC-2024-900", &code)).ok();
    }
    let code = office.column("consult list --sort code", "code").pop().unwrap_or_default();
    for rest in
        ["review {} --kind site --waive 서면", "review {} --kind validity --finding 타당", "answer {} --result possible --text 가능"]
    {
        office.run(&format!("consult {}", rest.replace("{}", &code))).ok();
    }
    office
}

/// The questions that this office can answer; every reading verb is among them.
fn answered(office: &Office) -> Vec<String> {
    let asked = questions(office);
    let verb = |question: &str| question.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let good: Vec<String> = asked.iter().filter(|question| office.run(question).code == 0).cloned().collect();
    for question in asked {
        assert!(good.iter().any(|good| verb(good) == verb(&question)), "nothing answers {question}");
    }
    good
}

#[test]
fn programs_read_the_same_in_either_language() {
    let mut office = busy();
    let questions = answered(&office);
    for format in ["json", "jsonl", "csv", "tsv"] {
        for question in &questions {
            let asked = format!("{question} -o {format}");
            office.speak(false);
            let english = office.run(&asked).ok().stdout;
            office.speak(true);
            assert_eq!(office.run(&asked).ok().stdout, english, "{asked}");
            if format == "json" {
                let envelope: serde_json::Value = serde_json::from_str(&english).expect("JSON");
                for key in ["name", "as_of", "known_at", "total", "items"] {
                    assert!(envelope.get(key).is_some(), "{asked} has no {key}");
                }
            }
        }
    }
}

#[test]
fn people_read_aligned_tables_in_their_language() {
    let mut office = busy();
    let questions = answered(&office);
    for (korean, width) in [(true, "80"), (true, "120"), (false, "80"), (false, "120")] {
        office.speak(korean);
        for question in &questions {
            let words = shell_words::split(question).expect("words");
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let output = office.command(&words).env("COLUMNS", width).output().expect("an answer");
            let shown = String::from_utf8(output.stdout).expect("UTF-8");
            assert_eq!(output.status.code(), Some(0), "{question}");
            check_page(question, &shown, korean, width.parse().expect("a width"));
        }
    }
}

fn check_page(question: &str, shown: &str, korean: bool, width: usize) {
    let lines: Vec<&str> = shown.lines().collect();
    for (no, line) in lines.iter().enumerate() {
        let is_rule = line.starts_with("--") && line.chars().all(|c| c == '-' || c == ' ');
        if is_rule {
            assert!(line.width() <= width, "{question} at {width}: {line}");
            let words = lines[no - 1].split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 3);
            let english: Vec<&str> = words.collect();
            // A query's columns are named by whoever asks.
            assert!(!korean || english.is_empty() || question.starts_with("query"), "{question}: half translated: {english:?}");
        }
    }
    assert_eq!(lines.iter().filter(|line| line.trim_end().ends_with("2024-")).count(), 0, "{question} at {width}: a broken date\n{shown}");
}

#[test]
fn every_answer_can_be_pasted_as_markdown() {
    let office = busy();
    for question in answered(&office) {
        let shown = office.run(&format!("{question} -o markdown")).ok().stdout;
        let tables: Vec<&str> = shown.lines().filter(|line| line.starts_with('|')).collect();
        let mut cells = 0;
        for line in tables {
            let here = line.replace("\\|", "").matches('|').count();
            if line.starts_with("| ---") {
                assert_eq!(here, cells, "{question}: {line}");
            }
            cells = here;
        }
    }
}

#[test]
fn a_name_that_is_nobodys_business_stands_in_no_answer_and_not_in_the_journal() {
    const CANARY: &str = "카나리아왕";
    let office = busy();
    office.run(&format!("consult file 민원인건 --dept 가과 --applicant-type petitioner --applicant {CANARY}")).ok();
    office.run("eval open 심사 --year 2024").ok();
    office.run("eval criterion EV-2024-03 적극성 --max 100").ok();
    office.run("eval entry EV-2024-03 사례 --entry E01").ok();
    office.run(&format!("eval rater EV-2024-03 R1 --name {CANARY}")).ok();
    office.write("raters.csv", format!("rater\n{CANARY}둘\n"));
    office.write("scores.csv", format!("entry,rater,criterion,points\nE01,{CANARY}둘,적극성,101\nE01,{CANARY}셋,적극성,1\n"));
    office.run("eval import EV-2024-03 --raters raters.csv").ok();
    office.run(&format!("nominate add 공적 --nominee 김하나 --by resident --nominator {CANARY}")).ok();
    office.write("nominations.csv", format!("title,nominees,source,nominator,received_on\n공적,없는이,resident,{CANARY},2024-13-01\n"));
    let wrong = office.run("nominate import nominations.csv");
    assert!(wrong.code == 4 && !wrong.stderr.contains(CANARY), "an error names a nominator:\n{}", wrong.stderr);
    let wrong = office.run("eval import EV-2024-03 --scores scores.csv");
    assert_eq!(wrong.code, 4, "{}", wrong.stderr);
    assert!(!wrong.stderr.contains(CANARY), "an error names a rater:\n{}", wrong.stderr);
    let mut questions = questions(&office);
    questions.extend(
        ["log", "log --entry 2", "export consult", "export eval", "export nominate", "search 카나리아", "query \"SELECT * FROM rater\""]
            .map(str::to_owned),
    );
    for question in questions {
        for format in ["json", "csv", "table", "markdown", "html"] {
            let answer = office.run(&format!("{question} -o {format}"));
            assert!(!answer.stdout.contains(CANARY), "{question} -o {format}:\n{}", answer.stdout);
            assert!(!answer.stderr.contains(CANARY), "{question} -o {format}:\n{}", answer.stderr);
        }
    }
    let conn = office.open();
    for (table, columns) in [("entry", "command || coalesce(reason, '')"), ("change", "coalesce(row, '')")] {
        let found: i64 = conn
            .query_row(&format!("SELECT count(*) FROM {table} WHERE instr({columns}, ?1)"), [CANARY], |row| row.get(0))
            .expect("a count");
        assert_eq!(found, 0, "{table}");
    }
    let kept: i64 = conn.query_row("SELECT count(*) FROM private WHERE instr(value, ?1)", [CANARY], |row| row.get(0)).expect("a count");
    assert_eq!(kept, 4, "the names themselves are kept");
}
