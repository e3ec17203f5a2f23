//! What is asked and said at a terminal: only what is so, in the order of the help, and no
//! word torn.

#![cfg(unix)]

use std::time::Duration;

use clap::Command;
use expectrl::{Eof, Expect};
use proadmin::words::Lang;
use unicode_width::UnicodeWidthStr;

use crate::asking::at_a_terminal;
use crate::every::{busy, calls};
use crate::office::Office;

/// What a command says at a terminal that answers nothing; none where it goes on asking.
fn said(office: &Office, words: &[&str]) -> Option<String> {
    let mut person = at_a_terminal(office, words);
    person.set_expect_timeout(Some(Duration::from_secs(10)));
    let said = person.expect(Eof).ok()?;
    let said = String::from_utf8_lossy(said.as_bytes()).into_owned();
    // Lines are broken at blanks.
    Some(said.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn an_office(korean: bool) -> Office {
    let mut office = Office::on("2024-05-02");
    office.speak(korean);
    for line in
        ["dept add 가과", "staff add 김하나 --dept 가과", "task add 하나 --year 2024 --dept 가과", "task add 둘 --year 2024 --dept 가과"]
    {
        office.run(line).ok();
    }
    office
}

/// The flag of a verb whose help says that it is today unless it is given.
fn day_of(verb: &Command) -> Option<String> {
    let is_today = |arg: &&clap::Arg| arg.get_help().is_some_and(|help| help.to_string().contains("[default: today]"));
    verb.get_arguments().find(is_today).and_then(clap::Arg::get_long).map(|flag| format!("--{flag}"))
}

#[test]
fn that_today_was_taken_is_said_where_it_is_so_and_nowhere_else() {
    let office = busy();
    let names: Vec<String> = proadmin::cli::NOUNS.iter().map(|noun| noun.name.to_owned()).collect();
    let root = proadmin::cli::command(Lang::En, &names);
    let (mut told, mut recorded) = (0, 0);
    for noun in root.get_subcommands().filter(|noun| noun.has_subcommands() && noun.get_name() != "calendar") {
        for verb in noun.get_subcommands().filter(|verb| !["import", "list"].contains(&verb.get_name())) {
            let path = format!("{} {}", noun.get_name(), verb.get_name());
            for call in calls(&office, verb, noun.get_name(), &path).iter().take(2) {
                let words = shell_words::split(&format!("{call} -y")).expect("words");
                let before = office.entries();
                let Some(said) = said(&office, &words.iter().map(String::as_str).collect::<Vec<_>>()) else { continue };
                recorded += i64::from(office.entries() > before);
                if !said.contains("today was taken") {
                    continue;
                }
                told += 1;
                assert_eq!(office.entries(), before + 1, "{call} recorded nothing, and says: {said}");
                let flag = day_of(verb).unwrap_or_else(|| panic!("{path} takes no day, and says: {said}"));
                assert!(said.contains(&format!("again with {flag} DATE")), "{call}: {said}");
                assert!(!words.contains(&flag), "{call} was given its day, and says: {said}");
                office.run("undo -n").ok();
                let row: String = office
                    .open()
                    .query_row("SELECT string_agg(row, ' ') FROM change WHERE entry = (SELECT max(seq) FROM entry)", (), |row| row.get(0))
                    .expect("rows");
                assert!(row.contains(&format!("_on\":\"{}\"", office.today())), "{call} stored another day: {row}");
            }
        }
    }
    assert!(told >= 15 && recorded > told, "{told} of {recorded}");
}

#[test]
fn what_cannot_be_undone_or_was_not_recorded_is_not_said_to_have_taken_today() {
    let office = an_office(true);
    let taken = "적었습니다. 다른 날이면";
    for (line, is_told) in [
        ("consult file 허가 --dept 가과", true),
        ("consult file 둘째 --dept 가과 --received-on 2024-05-02", false),
        ("task select KT-2024-01", false),
        ("task void KT-2024-02 --reason 착오", false),
        ("snapshot take 2024-04", false),
        ("consult refer PC-2024-001 --to seoul", true),
        ("consult refer PC-2024-001 --reply-on 2024-05-02 --reply-text 회신", false),
    ] {
        let words = shell_words::split(line).expect("words");
        let said = said(&office, &words.iter().map(String::as_str).collect::<Vec<_>>()).expect("an end");
        assert_eq!(said.contains(taken), is_told, "{line}: {said}");
        assert!(!is_told || said.contains("날짜 로 다시"), "the place of a day stands in Korean: {said}");
    }
}

#[test]
fn a_day_that_only_tells_acts_apart_is_not_asked_for() {
    let office = an_office(true);
    let mut person = at_a_terminal(&office, &["task", "void", "KT-2024-01"]);
    let before = person.expect("--reason").expect("the reason is asked for");
    assert!(!String::from_utf8_lossy(before.before()).contains("--on"), "and nothing before it");
    person.send_line("착오").expect("typed");
    person.expect("무효로 했습니다").expect("it is done");
    person.expect(Eof).expect("and over");
    let mut person = at_a_terminal(&office, &["award", "add"]);
    person.expect("대회").expect("the contest is asked for");
    person.send_line("혁신 경진대회").expect("typed");
    let said = person.expect("AW-2024-01").expect("it is done");
    assert!(!String::from_utf8_lossy(said.before()).contains("Enter"), "a day that need not be known is not asked for");
    person.expect(Eof).expect("and over");
}

#[test]
fn required_values_are_asked_for_before_the_day_and_several_at_once() {
    let office = an_office(false);
    office.run("milestone add KT-2024-01 착공 --due 2024-06-01").ok();
    let mut person = at_a_terminal(&office, &["milestone", "slip", "KT-2024-01", "1"]);
    for (asked, typed) in [("--due", "2024-07-01"), ("--on", ""), ("--reason", "지연")] {
        person.expect(asked).unwrap_or_else(|_| panic!("{asked} is asked for"));
        person.send_line(typed).expect("typed");
    }
    person.expect(Eof).expect("and over");
    assert_eq!(office.column("milestone list KT-2024-01", "due"), ["2024-07-01"]);
    let mut person = at_a_terminal(&office, &["task", "void"]);
    person.expect("blanks or commas").expect("how several are typed is said");
    person.send_line("KT-2024-01, KT-2024-02").expect("typed");
    person.expect("--reason").expect("then the reason");
    person.send_line("착오").expect("typed");
    person.expect("[y/N]").expect("two are asked about");
    person.send_line("y").expect("typed");
    person.expect(Eof).expect("and over");
    assert_eq!(office.rows("task list").len(), 0);
}

#[test]
fn what_a_choice_makes_necessary_is_asked_for_too() {
    let office = an_office(false);
    let mut person = at_a_terminal(&office, &["nominate", "add"]);
    for (asked, typed) in
        [("merit", "공적"), ("--nominee", "김하나"), ("Number or word", "resident"), ("--received-on", ""), ("--nominator", "홍길동")]
    {
        person.expect(asked).unwrap_or_else(|_| panic!("{asked} is asked for"));
        person.send_line(typed).expect("typed");
    }
    person.expect("--nominator 홍길동").expect("the command that does the same is whole");
    person.expect(Eof).expect("and over");
    assert_eq!(office.rows("nominate list").len(), 1);
}

#[test]
fn a_yes_or_no_says_what_to_type() {
    for (korean, said) in [(true, "[예/아니오]"), (false, "[yes/no]")] {
        let office = an_office(korean);
        office.run("consult file 허가 --dept 가과").ok();
        let mut person = at_a_terminal(&office, &["consult", "follow-up", "PC-2024-001", "--info-sufficient", "yes"]);
        person.expect("--same-matter").expect("it is asked for");
        person.expect(said).expect("with what can be typed");
        person.send("\u{3}").expect("Ctrl-C");
        person.expect(Eof).expect("and over");
        office.run("training add --help").ok().says(if korean { "--voluntary <예|아니오>" } else { "--voluntary <yes|no>" });
    }
}

#[test]
fn files_that_are_there_are_asked_about_before_they_are_replaced() {
    let office = an_office(false);
    office.run("export .").ok();
    let mut person = at_a_terminal(&office, &["export", "."]);
    person.expect("files are there already").expect("how many are there");
    person.expect("dept.csv").expect("and which first");
    person.expect("[y/N]").expect("and asked about");
    person.send_line("n").expect("typed");
    person.expect("E0131").expect("nothing is done");
    person.expect(Eof).expect("and over");
    office.run("man pages").ok();
    let mut person = at_a_terminal(&office, &["man", "pages"]);
    person.expect("proadmin.1").expect("the pages as well");
    person.send_line("n").expect("typed");
    person.expect(Eof).expect("and over");
    assert!(said(&office, &["man", "pages", "-y"]).expect("an end").contains("written to pages"), "-y asks nothing");
}

#[test]
fn a_return_that_was_filled_in_is_not_blanked() {
    let office = an_office(false);
    std::fs::create_dir(office.folder().join("out")).expect("a folder");
    office.run("progress form 2024-05 --to out").ok();
    office.run("progress form 2024-05 --to out").ok();
    let name = "out/2024-05-D-01-가과.csv";
    let filled = office.read(name).replacen("2024-05-02,,", "2024-05-02,50,", 1);
    assert!(filled.contains(",50,"), "{filled}");
    office.write(name, &filled);
    office.run("progress form 2024-05 --to out").refused(4, "E0465").hints("proadmin progress form 2024-05 --to out -y");
    assert_eq!(office.read(name), filled);
    let mut person = at_a_terminal(&office, &["progress", "form", "2024-05", "--to", "out"]);
    person.expect("Replace it?").expect("a person is asked");
    person.send_line("").expect("Enter is no");
    person.expect(Eof).expect("and over");
    assert_eq!(office.read(name), filled);
    office.run("progress form 2024-05 --to out -y").ok();
    assert!(!office.read(name).contains(",50,"));
}

#[test]
fn no_word_of_what_is_said_is_torn() {
    let office = an_office(true);
    for line in ["dept add 나과", "consult file 허가 --dept 가과", "task list", "import task nowhere.csv", "export ."] {
        let answer = office.run_wide(line, 44);
        for row in format!("{}{}", answer.stdout, answer.stderr).lines() {
            assert!(row.width() <= 44 || row.contains("proadmin ") || row.starts_with("  "), "{line}: {row}");
        }
    }
    let said = office.run_wide("consult accept PC-2024-001", 44).stderr;
    assert!(said.lines().any(|row| row.trim().starts_with("proadmin consult review PC-2024-001 --kind law")), "{said}");
}
