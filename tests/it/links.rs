//! Every link of the README, the changelog and the examples leads somewhere: to a file of the
//! project, or to a heading of the page it names. What the README says of the nouns is complete.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proadmin::cli::NOUNS;

/// The heading that the table of commands stands under.
const TABLE_START: &str = "## Commands";

#[test]
fn every_link_leads_somewhere() {
    let mut seen = 0;
    for page in pages() {
        let text = read(&page);
        for target in links(&text).filter(|target| !target.contains("://")) {
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() { page.clone() } else { page.parent().expect("a folder").join(file) };
            assert!(file.exists(), "{}: {target} leads nowhere", page.display());
            if !anchor.is_empty() {
                assert!(headings(&read(&file)).contains(anchor), "{}: no heading for {target}", page.display());
            }
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} links were found");
}

#[test]
fn every_example_is_reached_from_the_readme() {
    let readme = read(&root().join("README.md"));
    let linked: BTreeSet<&str> = links(&readme).collect();
    for page in pages().iter().filter(|page| page.parent().is_some_and(|folder| folder.ends_with("examples"))) {
        let name = format!("examples/{}", page.file_name().expect("a name").to_string_lossy());
        assert!(linked.contains(name.as_str()), "the README does not lead to {name}");
    }
}

#[test]
fn the_table_of_commands_names_every_noun() {
    let readme = read(&root().join("README.md"));
    let table = &readme[readme.find(TABLE_START).expect("a table")..];
    let named: BTreeSet<&str> = table
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'))
        .filter_map(|line| line.split('|').nth(1))
        .flat_map(|cell| cell.split('`'))
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .collect();
    let known: BTreeSet<&str> = NOUNS.iter().map(|noun| noun.name).collect();
    assert_eq!(named, known);
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn pages() -> Vec<PathBuf> {
    let examples = fs::read_dir(root().join("examples")).expect("examples");
    let examples = examples.map(|entry| entry.expect("an entry").path()).filter(|path| path.extension().is_some_and(|is| is == "md"));
    ["README.md", "CHANGELOG.md"].into_iter().map(|name| root().join(name)).chain(examples).collect()
}

fn read(page: &Path) -> String {
    fs::read_to_string(page).unwrap_or_else(|error| panic!("{}: {error}", page.display()))
}

/// The targets of `[text](target)` outside the blocks that show a session.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n```")
        .step_by(2)
        .flat_map(|prose| prose.split("](").skip(1))
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target)
}

/// The anchors of the headings, as a page on the web makes them.
fn headings(text: &str) -> BTreeSet<String> {
    text.lines().filter(|line| line.starts_with('#')).map(|line| anchor(line.trim_start_matches('#').trim())).collect()
}

fn anchor(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'))
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect()
}
