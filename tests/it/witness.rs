//! Recipients as witnesses: what is handed out bears the seal of the entry that issued it, the
//! same on each print, and a file that was changed since does not agree with it.

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    office.run("task add 음악분수 --year 2024 --dept 홍보과").ok();
    office.run("consult file 분수 --dept 홍보과 --received-on 2024-06-03 --law 하천법 --issue 점용").ok();
    for kind in ["law", "site", "validity"] {
        office.run(&format!("consult review PC-2024-001 --kind {kind} --finding 적법 --on 2024-06-04")).ok();
    }
    office.run("consult answer PC-2024-001 --result possible --text 가능함 --on 2024-06-05").ok();
    office.run("snapshot take 2024-05").ok();
    office
}

/// The seals in a text, each as it stands there.
fn seals(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words.filter(|word| word.starts_with("SEAL-")).map(str::to_owned).collect()
}

#[test]
fn a_letter_bears_the_seal_of_its_issue_the_same_on_every_print() {
    let mut office = office();
    let issued = office.column("log PC-2024-001 --detail --limit 1", "entry").remove(0);
    let text = office.run("consult letter PC-2024-001").ok().stdout;
    let seal = seals(&text);
    assert!(seal.len() == 1 && seal[0].starts_with(&format!("SEAL-{issued}-")), "{text}");
    office.run("dept add 나중과").ok();
    office.speak(true);
    for print in ["consult letter PC-2024-001", "consult letter PC-2024-001 -o html", "consult letter PC-2024-001 --html"] {
        assert_eq!(seals(&office.run(print).ok().stdout), seal, "{print}");
    }
    assert_eq!(office.column("consult letter PC-2024-001", "seal"), seal);
    office.run("consult letter PC-2024-001 --out letter.html -o html").ok();
    office.run("verify --against letter.html").ok();
    office.run(&format!("verify --against {}", seal[0])).ok();
}

#[test]
fn a_letter_that_supersedes_another_has_its_own_seal() {
    let office = office();
    office.run("consult answer PC-2024-001 --result conditional --text 조건부 --supersede --reason 정정 --on 2024-06-07").ok();
    let [first, second] = [1, 2].map(|no| office.column(&format!("consult letter PC-2024-001 --revision {no}"), "seal").remove(0));
    assert_ne!(first, second);
    for (no, seal) in [(1, &first), (2, &second)] {
        assert_eq!(seals(&office.run(&format!("consult letter PC-2024-001 --revision {no}")).ok().stdout), std::slice::from_ref(seal));
        office.run(&format!("verify --against {seal}")).ok();
    }
}

#[test]
fn a_frozen_month_bears_its_seal_and_a_month_by_the_facts_bears_none() {
    let office = office();
    let shown = seals(&office.run("snapshot show 2024-05").ok().stdout);
    assert_eq!(shown.len(), 1);
    for print in
        ["snapshot show 2024-05 -o html", "report monthly 2024-05", "report monthly 2024-05 -o html", "report monthly 2024-05 -o markdown"]
    {
        assert_eq!(seals(&office.run(print).ok().stdout), shown, "{print}");
    }
    office.run(&format!("verify --against {}", shown[0])).ok();
    assert!(seals(&office.run("report monthly 2024-04").ok().stdout).is_empty());
    office.run("milestone add KT-2024-01 착수 --due 2024-05-20 --set-on 2024-05-02").ok();
    office.run("snapshot take 2024-05 --revise --reason 정정").ok();
    assert_ne!(seals(&office.run("snapshot show 2024-05").ok().stdout), shown, "the revision has a seal of its own");
    assert_eq!(seals(&office.run("snapshot show 2024-05 --revision 1").ok().stdout), shown);
}

#[test]
fn a_chain_that_was_forged_anew_does_not_agree_with_the_letter_somebody_holds() {
    let honest = office();
    let seal = honest.column("consult letter PC-2024-001", "seal").remove(0);
    // Whoever makes the file anew with another opinion has a whole chain, but not this one.
    let forged = Office::on("2024-06-10");
    forged.run("dept add 홍보과").ok();
    forged.run("task add 음악분수 --year 2024 --dept 홍보과").ok();
    forged.run("consult file 분수 --dept 홍보과 --received-on 2024-06-03 --law 하천법 --issue 점용").ok();
    for kind in ["law", "site", "validity"] {
        forged.run(&format!("consult review PC-2024-001 --kind {kind} --finding 적법 --on 2024-06-04")).ok();
    }
    forged.run("consult answer PC-2024-001 --result not_possible --text 불가함 --on 2024-06-05").ok();
    forged.run("verify").ok();
    assert_eq!(forged.run(&format!("verify --against {seal}")).code, 7);
    honest.run(&format!("verify --against {seal}")).ok();
}

#[test]
fn a_document_whose_seal_agrees_is_told_to_have_been_compared_by_its_seal_alone() {
    let mut office = office();
    let issued = office.column("log PC-2024-001 --detail --limit 1", "entry").remove(0);
    for file in ["letter.html", "letter.csv", "letter.xlsx", "letter.md"] {
        office.run(&format!("consult letter PC-2024-001 --out {file}")).ok();
    }
    let altered = office.read("letter.html").replace("가능함", "불가함");
    office.write("letter.html", altered);
    let print = format!("proadmin consult letter PC-2024-001 --known-at {issued}");
    for (korean, said) in [(false, "only the seal was compared"), (true, "내용은 대조하지 않았습니다")] {
        office.speak(korean);
        for file in ["letter.html", "letter.csv", "letter.xlsx", "letter.md"] {
            office.run(&format!("verify --against {file}")).ok().says(said).hints(&print);
        }
    }
    // What is printed again is what went out, whatever came after it.
    office.run("consult answer PC-2024-001 --result conditional --text 조건부 --supersede --reason 정정 --on 2024-06-07").ok();
    office.run(print.trim_start_matches("proadmin ")).ok().says("가능함");
    office.run("snapshot show 2024-05 --out month.xlsx").ok();
    let again = office.run("verify --against month.xlsx").ok().stderr;
    let again = again.lines().find_map(|line| line.split_once("proadmin ")).expect("how to print it again").1;
    office.run(again).ok().says("음악분수");
    // A bare code, or a whole copy, is no document.
    let seal = office.column("consult letter PC-2024-001", "seal").remove(0);
    for kept in [seal.as_str(), "proadmin.db"] {
        assert!(!office.run(&format!("verify --against {kept}")).ok().stdout.contains("대조하지"), "{kept}");
    }
}

#[test]
fn a_seal_that_does_not_agree_is_told_with_what_that_can_mean() {
    let mut office = office();
    std::fs::copy(office.file(), office.folder().join("old.db")).expect("a copy");
    let before = office.entries();
    office.run("dept add 나중과").ok();
    let code = |office: &Office| seals(&office.run("seal").ok().stdout).remove(0);
    let seal = code(&office);
    // Another history from the same copy has an entry of the same number.
    office.open_file(Some("old.db"));
    for (korean, place, means) in [
        (true, format!("기록 {}", before + 1), format!("이 파일에는 {before}번 기록까지만 있고")),
        (false, format!("entry {}", before + 1), format!("the file holds only {before} entries")),
    ] {
        office.speak(korean);
        let told = office.run(&format!("verify --against {seal}"));
        assert!(told.code == 7 && told.stdout.contains(&place) && told.stdout.contains(&means), "{}", told.stdout);
        told.hints("verify --db");
    }
    office.run("dept add 다른과").ok();
    let told = office.run(&format!("verify --against {seal}"));
    assert!(told.code == 7 && told.stdout.contains("is not the one that was sealed"), "{}", told.stdout);
    let own = code(&office);
    let [name, entry, _, digits] = own.split('-').collect::<Vec<_>>()[..] else { panic!("{own}") };
    let told = office.run(&format!("verify --against {name}-{entry}-19990101-{digits}"));
    assert!(told.code == 7 && told.stdout.contains("not that of its entry"), "{}", told.stdout);
    let cells = office.run(&format!("verify --against {seal} -o json")).json();
    assert_eq!(cells["items"][0]["place"], format!("entry {}", before + 1), "programs read the same in either language");
}
