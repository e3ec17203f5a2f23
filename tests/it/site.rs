//! The public section: whole or not at all, the same bytes each time, every link alive,
//! hostile text inert, nothing in it that was not published.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::office::Office;

/// An office with something of everything that is published.
fn office() -> Office {
    let office = Office::on("2024-06-03");
    for command in [
        "dept add 푸른도시과",
        "staff add 홍길동 --dept 푸른도시과",
        "task add 음악분수 --year 2024 --dept 푸른도시과 --due 2024-10-31",
        "task add 주차장 --year 2024 --dept 푸른도시과 --due 2024-05-01",
        "site contact passive --name 신고센터 --telephone 02-000-0000 --name-en Centre",
        "case add 분수 --kind exemplary --from KT-2024-01 --problem 고장 --done 수리 --effect 가동 --credit 홍길동 \
         --title-en Fountain --problem-en Broken --done-en Mended --effect-en Plays",
        "case add 주차장 --kind failure --from KT-2024-02 --problem 부족 --done 협약 --effect 일부 --lesson 규약부터",
    ] {
        office.run(command).ok();
    }
    for code in ["CS-2024-01", "CS-2024-02"] {
        publish(&office, code);
    }
    office
}

#[track_caller]
fn publish(office: &Office, code: &str) {
    office.run(&format!("case approve {code} --actor 박과장")).ok();
    office.run(&format!("case publish {code} --confirm {code}")).ok();
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for path in std::fs::read_dir(next).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).expect("bytes");
                found.insert(path.strip_prefix(folder).expect("below").to_path_buf(), bytes);
            }
        }
    }
    found
}

fn built(office: &Office, folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    office.run(&format!("site build {folder}")).ok();
    files(&office.folder().join(folder))
}

/// The values of an attribute, as a browser reads them.
fn attributes<'t>(text: &'t str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    let value = |rest: &'t str| rest.split('"').next().unwrap_or_default().replace("&#x2f;", "/").replace("&amp;", "&");
    text.split(&start).skip(1).map(value).collect()
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let office = office();
    let first = built(&office, "one");
    assert_eq!(first, built(&office, "one"), "again into the same folder");
    assert_eq!(first, built(&office, "two"));
    office.run("--lang ko site build three").ok();
    assert_eq!(first, files(&office.folder().join("three")), "whoever asks in whatever language");
    assert!(first.len() > 30, "{:?}", first.keys());
}

#[test]
fn every_link_leads_somewhere_and_nothing_leads_away() {
    let office = office();
    let files = built(&office, "out");
    let root = office.folder().join("out");
    let mut followed = 0;
    for (path, bytes) in &files {
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        for link in ["href", "src"].iter().flat_map(|name| attributes(&text, name)) {
            let (file, anchor) = link.split_once('#').map_or((link.as_str(), None), |(file, anchor)| (file, Some(anchor)));
            assert!(!link.contains(':') && !link.starts_with('/'), "{}: {link} leads away", path.display());
            let target = if file.is_empty() { root.join(path) } else { root.join(path).parent().expect("a folder").join(file) };
            let target = target.canonicalize().unwrap_or_else(|_| panic!("{}: {link} leads nowhere", path.display()));
            assert!(target.starts_with(root.canonicalize().expect("the root")), "{}: {link} leads out", path.display());
            if let Some(anchor) = anchor {
                let text = std::fs::read_to_string(&target).expect("a page");
                assert!(text.contains(&format!(" id=\"{anchor}\"")), "{}: {link}", path.display());
            }
            followed += 1;
        }
    }
    assert!(followed > 200, "only {followed} links");
}

#[test]
fn every_page_has_a_twin_in_the_other_language_and_no_script() {
    let office = office();
    let files = built(&office, "out");
    for (path, bytes) in &files {
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        let name = path.to_string_lossy().replace('\\', "/");
        for word in ["<script", "javascript:", "style=\"", "<style", " onload", "http-equiv=\"refresh\""] {
            assert!(!text.contains(word), "{name} has {word}");
        }
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let twin = name.strip_prefix("en/").map_or_else(|| format!("en/{name}"), str::to_owned);
        assert!(files.contains_key(Path::new(&twin)), "{name} has no twin");
        let lang = if name.starts_with("en/") { "en" } else { "ko" };
        assert!(text.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{lang}\">")), "{name}");
        assert!(text.contains("default-src 'none'; style-src 'self'; img-src 'self'"), "{name}");
        assert_eq!(text.matches("<h1>").count(), 1, "{name}");
    }
}

#[test]
fn hostile_text_is_inert() {
    let office = office();
    let hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&]]>--><svg onload=alert(1)>";
    let words = [
        "case",
        "add",
        hostile,
        "--kind",
        "failure",
        "--from",
        "KT-2024-01",
        "--problem",
        hostile,
        "--done",
        "가\u{202E}나\u{FFFE}다\n둘째",
        "--effect",
        "{{ 7777 * 7 }}{% raw %}",
        "--lesson",
        hostile,
    ];
    office.run_words(&words, "").ok();
    office.run_words(&["dept", "edit", "D-01", "--name", hostile], "").ok();
    office.run_words(&["task", "edit", "KT-2024-01", "--title", hostile], "").ok();
    office.run_words(&["site", "contact", "passive", "--name", hostile, "--telephone", hostile, "--email", "a\" onfocus=\"b"], "").ok();
    publish(&office, "CS-2024-03");
    for (path, bytes) in built(&office, "out") {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let name = path.display();
        for word in ["<script", "<img src=x", "onerror=alert(1)>", "<svg onload", "\u{202E}", "\u{FFFE}", "\" onfocus=\"", "]]>"] {
            assert!(!text.contains(word), "{name} has {word}");
        }
        assert!(!text.contains("54439"), "{name}: a template was run from a text");
    }
    let page = office.read("out/case/CS-2024-03.html");
    assert!(
        page.contains("&lt;script&gt;alert(1)") && page.contains("{{ 7777 * 7 }}{% raw %}") && page.contains("<p>가나다</p>"),
        "{page}"
    );
}

#[test]
fn nothing_is_published_that_was_not_published() {
    const CANARY: &str = "카나리아";
    let office = office();
    for command in [
        "staff add 카나리아담당 --dept 푸른도시과",
        "task edit KT-2024-01 --lead 카나리아담당 --background 카나리아 --content 카나리아 --effect 카나리아 --indicator 카나리아 --category 카나리아",
        "task add 카나리아후보 --year 2024 --dept 푸른도시과 --candidate",
        "task add 카나리아무효 --year 2024 --dept 푸른도시과",
        "task add 카나리아작년 --year 2023 --dept 푸른도시과",
        "task void KT-2024-04 --reason 카나리아",
        "progress log KT-2024-01 --percent 50 --note 카나리아",
        "milestone add KT-2024-01 카나리아일정 --due 2024-07-01",
        "consult file 카나리아건 --dept 푸른도시과 --applicant-type petitioner --applicant 카나리아민원인",
        "case add 카나리아초안 --kind exemplary --from KT-2024-01 --problem 카나리아 --done 나 --effect 다",
        "case add 카나리아승인 --kind exemplary --from KT-2024-01 --problem 카나리아 --done 나 --effect 다",
        "case add 카나리아내림 --kind exemplary --from KT-2024-01 --problem 카나리아 --done 나 --effect 다",
        "case approve CS-2024-04 --actor 카나리아과장",
        "case withdraw CS-2024-01 --reason 카나리아 --actor 카나리아",
        "case edit CS-2024-01 --effect 가동함 --actor 카나리아왕",
        "case approve CS-2024-01 --actor 카나리아과장",
        "case publish CS-2024-01 --confirm CS-2024-01 --actor 카나리아",
    ] {
        office.run(command).ok();
    }
    publish(&office, "CS-2024-05");
    office.run("case withdraw CS-2024-05 --reason 카나리아").ok();
    let built = built(&office, "out");
    for (path, bytes) in &built {
        assert!(!String::from_utf8_lossy(bytes).contains(CANARY), "{}", path.display());
        assert!(!path.to_string_lossy().contains("CS-2024-03"), "{}", path.display());
    }
    assert!(built.contains_key(Path::new("case/CS-2024-01.html")));
    assert!(office.read("out/case/CS-2024-01.html").contains("가동함"));
    assert!(!office.read("out/plan.html").contains("홍길동"), "who leads a task is not published");
    assert!(office.read("out/case/CS-2024-01.html").contains("홍길동"), "the credited are");
}

#[test]
fn the_section_is_as_of_the_day_that_is_asked_for() {
    let mut office = office();
    office.turn_to("2024-07-01");
    office.run("case withdraw CS-2024-01 --reason 착오").ok();
    let now = built(&office, "now");
    office.run("site build then --as-of 2024-06-03").ok();
    let then = files(&office.folder().join("then"));
    assert!(!now.contains_key(Path::new("case/CS-2024-01.html")) && then.contains_key(Path::new("case/CS-2024-01.html")));
    assert!(office.read("then/index.html").contains("2024. 6. 3."));
    assert!(office.read("now/index.html").contains("2024. 7. 1."));
}

#[test]
fn a_folder_that_is_not_ours_is_left_as_it_is() {
    let office = office();
    let folder = office.folder().join("mine");
    std::fs::create_dir(&folder).expect("a folder");
    office.run("site build mine").refused(4, "E0761");
    std::fs::write(folder.join("site.sha256"), "somebody's own\n").expect("a file");
    office.run("site build mine").refused(4, "E0761");
    office.run("site build proadmin.db").refused(4, "E0761");
    office.run("site build .").refused(4, "E0761");
    office.run("site build nowhere/out").refused(3, "E0763");
    assert_eq!(files(&folder).len(), 1);
    let before = built(&office, "out");
    office.write("out/en/my-own.html", "mine");
    office.run("task edit KT-2024-01 --title 새이름").ok();
    office.run("site build out").refused(4, "E0762").hints("en/my-own.html");
    std::fs::remove_file(office.folder().join("out/en/my-own.html")).expect("a file");
    assert_eq!(before, files(&office.folder().join("out")), "untouched");
    office.run("site build out").ok();
    assert!(office.read("out/plan.html").contains("새이름"));
    let left: Vec<String> = std::fs::read_dir(office.folder())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}

#[test]
fn a_dry_run_makes_nothing() {
    let office = office();
    office.run("site build out -n").ok().says("dry run");
    assert!(!office.folder().join("out").exists());
}

#[test]
fn what_was_withdrawn_is_gone_with_the_next_build() {
    let office = office();
    assert!(built(&office, "out").contains_key(Path::new("card/CS-2024-01-1.svg")));
    office.run("case withdraw CS-2024-01 --reason 착오").ok();
    let files = built(&office, "out");
    assert!(!files.keys().any(|path| path.to_string_lossy().contains("CS-2024-01")), "{:?}", files.keys());
    assert!(!String::from_utf8_lossy(&files[Path::new("feed.xml")]).contains("CS-2024-01"));
}

#[test]
fn an_adopted_plan_is_shown_where_the_file_has_one() {
    let office = office();
    assert!(built(&office, "out").contains_key(Path::new("plan.html")));
    assert!(office.read("out/en/plan.html").contains("No implementation plan of 2024"));
    let plan = "CREATE VIEW IF NOT EXISTS public_plan AS SELECT 2024 AS year, 1 AS area_no, '보호' AS area, 'Protection' AS area_en,
                  1 AS no, '법률 자문' AS title, '감사담당관' AS department, '2024-09-30' AS due, 'open' AS state";
    office.open().execute_batch(&format!("DROP VIEW IF EXISTS public_plan; {plan}")).expect("a view");
    office.run("site build out").ok();
    for (page, words) in
        [("out/plan.html", ["보호", "법률 자문", "추진 중"]), ("out/en/plan.html", ["Protection", "30 September 2024", "open"])]
    {
        let text = office.read(page);
        assert!(words.iter().all(|word| text.contains(word)), "{text}");
    }
}

#[test]
fn a_contact_is_in_force_from_its_day() {
    let mut office = office();
    office.run("site contact passive --name 옛센터 --on 2024-06-02").refused(4, "E0764");
    office.turn_to("2024-07-01");
    office.run("site contact passive --name 새센터").ok();
    assert_eq!(office.column("site list", "name"), ["새센터"]);
    assert_eq!(office.column("site list --as-of 2024-06-30", "name"), ["신고센터"]);
    office.run("site build out").ok();
    assert!(office.read("out/passive.html").contains("새센터"));
}
