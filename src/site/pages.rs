//! The pages of the public section: what each is called, what it is filled with, in both
//! languages. Templates stand beside this file; both languages stand side by side in them.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::card::{self, Card, Story};
use super::store::{Case, Contact, PARTS, Public, Task};
use super::{PLAN_STATES, words};
use crate::case;
use crate::digest;
use crate::page::Templates;
use crate::report::harmless;
use crate::task;
use crate::words::korean::particle;
use crate::words::{Lang, Term, label};

/// A file of the public section: its path below the folder, with `/`, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub path: String,
    pub text: String,
}

const TEMPLATES: &[(&str, &str)] = &[
    ("layout.html", include_str!("layout.html")),
    ("parts.html", include_str!("parts.html")),
    ("index.html", include_str!("index.html")),
    ("plan.html", include_str!("plan.html")),
    ("cases.html", include_str!("cases.html")),
    ("case.html", include_str!("case.html")),
    ("recommend.html", include_str!("recommend.html")),
    ("consult.html", include_str!("consult.html")),
    ("exemption.html", include_str!("exemption.html")),
    ("passive.html", include_str!("passive.html")),
    ("card.svg", include_str!("card.svg")),
    ("feed.xml", include_str!("feed.xml")),
];
const STYLE: &str = include_str!("style.css");

/// Makes every file, in the order of their paths.
///
/// # Errors
/// A template that asks for what it is not given.
pub fn make(public: &Public, year: i32, day: NaiveDate) -> Result<Vec<Made>> {
    let templates = Templates::of(TEMPLATES)?;
    let mut files = vec![Made { path: "style.css".to_owned(), text: STYLE.to_owned() }];
    for lang in [Lang::Ko, Lang::En] {
        Section::of(public, year, day, lang).write(&templates, &mut files)?;
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// The pages of one language.
#[derive(Serialize)]
struct Section {
    ko: bool,
    lang: &'static str,
    office: String,
    office_did: String,
    day: Day,
    year: i32,
    menu: Vec<Item>,
    clock: Option<Clock>,
    contact: Contacts,
    areas: Vec<Area>,
    tasks: Vec<Row>,
    counts: Vec<Count>,
    cases: Vec<Shown>,
    groups: Vec<Group>,
    feed_id: String,
    updated: String,
}

#[derive(Clone, Serialize)]
struct Day {
    date: String,
    shown: String,
}

#[derive(Serialize)]
struct Item {
    page: &'static str,
    label: &'static str,
}

#[derive(Serialize)]
struct Clock {
    days: i64,
    unit: String,
}

#[derive(Serialize)]
struct Contacts {
    passive: Option<Contact>,
    nominate: Option<Contact>,
    consult: Option<Contact>,
}

#[derive(Serialize)]
struct Area {
    name: String,
    lang: &'static str,
    actions: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    title: String,
    department: Option<String>,
    due: Option<Day>,
    state: String,
}

#[derive(Serialize)]
struct Count {
    label: String,
    number: usize,
}

#[derive(Serialize)]
struct Group {
    label: &'static str,
    cases: Vec<Shown>,
}

/// A case in one language; where it has no English, in Korean.
#[derive(Clone, Serialize)]
struct Shown {
    id: String,
    code: String,
    kind: String,
    label: String,
    lang: &'static str,
    title: String,
    department: Option<String>,
    credited: Option<String>,
    published: Day,
    parts: Vec<Part>,
    cards: Vec<Card>,
}

#[derive(Clone, Serialize)]
struct Part {
    heading: &'static str,
    paragraphs: Vec<String>,
}

/// What a page knows besides what its section knows.
#[derive(Serialize)]
struct Filled<'s> {
    #[serde(flatten)]
    section: &'s Section,
    page: &'s str,
    /// The way to the folder's root.
    root: &'static str,
    /// The way to the root of the language.
    home: &'static str,
    /// The way to the same page in the other language.
    other: String,
    case: Option<&'s Shown>,
}

impl Section {
    fn of(public: &Public, year: i32, day: NaiveDate, lang: Lang) -> Self {
        let office = Some(clean(&public.office)).filter(|name| name != "-").unwrap_or_else(|| words::OUR_OFFICE.in_lang(lang).to_owned());
        let cases: Vec<Shown> = public.cases.iter().map(|case| shown(case, public, &office, lang)).collect();
        let contact = |kind: &str| public.contacts.iter().find(|(known, _)| known == kind).map(|(_, contact)| cleaned(contact));
        let latest = cases.iter().map(|case| case.published.date.clone()).max();
        Self {
            ko: lang == Lang::Ko,
            lang: code(lang),
            office_did: format!("{office}{}", particle(&office, "이/가")),
            office,
            day: told(day, lang),
            year,
            menu: words::MENU.iter().map(|(page, label)| Item { page, label: label.in_lang(lang) }).collect(),
            clock: public.clock.clone().map(|(days, unit)| Clock { days, unit }),
            contact: Contacts { passive: contact("passive"), nominate: contact("nominate"), consult: contact("consult") },
            areas: areas(public, lang),
            tasks: public.tasks.iter().map(|task| row(task, task::STATES, lang)).collect(),
            counts: counts(&public.tasks, lang),
            groups: groups(&cases, lang),
            cases,
            feed_id: identity(public, code(lang)),
            updated: latest.unwrap_or_else(|| day.to_string()),
        }
    }

    fn write(&self, templates: &Templates, files: &mut Vec<Made>) -> Result<()> {
        let (prefix, root, away) = if self.ko { ("", "", "en/") } else { ("en/", "../", "../") };
        let mut put = |path: String, text: String| files.push(Made { path: format!("{prefix}{path}"), text });
        for item in &self.menu {
            let file = format!("{}.html", item.page);
            let page = Filled { section: self, page: item.page, root, home: "", other: format!("{away}{file}"), case: None };
            put(file.clone(), templates.fill(&file, page)?);
        }
        for case in &self.cases {
            let file = format!("case/{}.html", case.code);
            let (root, away) = if self.ko { ("../", "../en/") } else { ("../../", "../../") };
            let page = Filled { section: self, page: "case", root, home: "../", other: format!("{away}{file}"), case: Some(case) };
            put(file, templates.fill("case.html", page)?);
            for card in &case.cards {
                let values = std::collections::BTreeMap::from([("card", card)]);
                put(format!("card/{}", card.file), templates.fill("card.svg", values)?);
            }
        }
        put("feed.xml".to_owned(), templates.fill("feed.xml", self)?);
        Ok(())
    }
}

fn shown(case: &Case, public: &Public, office: &str, lang: Lang) -> Shown {
    let english = case.title_en.as_ref().filter(|_| lang == Lang::En);
    let told_in = if lang == Lang::En && english.is_none() { Lang::Ko } else { lang };
    let texts = if told_in == Lang::En { &case.english } else { &case.korean };
    let parts: Vec<(&'static str, String)> =
        PARTS.iter().zip(texts).filter_map(|(part, text)| Some((words::heading(part).in_lang(lang), clean(text.as_deref()?)))).collect();
    let title = clean(english.unwrap_or(&case.title));
    let published = told(case.published_on, lang);
    let department = case.department.as_deref().map(clean);
    let story = Story {
        code: case.code.clone(),
        kind: case.kind.clone(),
        lang: code(told_in),
        label: words::singular(&case.kind).in_lang(told_in),
        title: title.clone(),
        parts: PARTS
            .iter()
            .zip(texts)
            .filter_map(|(part, text)| Some((words::heading(part).in_lang(told_in), clean(text.as_deref()?))))
            .collect(),
        from: department.iter().cloned().chain([told(case.published_on, told_in).shown]).collect::<Vec<_>>().join(", "),
        office: office.to_owned(),
    };
    Shown {
        id: identity(public, &case.code),
        code: case.code.clone(),
        kind: case.kind.clone(),
        label: words::singular(&case.kind).in_lang(lang).to_owned(),
        lang: code(told_in),
        title,
        department,
        credited: case.credited.as_deref().map(clean),
        published,
        parts: parts.into_iter().map(|(heading, text)| Part { heading, paragraphs: paragraphs(&text) }).collect(),
        cards: card::cards(&story),
    }
}

fn areas(public: &Public, lang: Lang) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    for action in &public.plan {
        let english = action.area_en.as_ref().filter(|_| lang == Lang::En);
        let name = clean(english.unwrap_or(&action.area));
        let told_in = if lang == Lang::En && english.is_none() { "ko" } else { code(lang) };
        let row = row(&action.task, PLAN_STATES, lang);
        match areas.last_mut().filter(|last| last.name == name) {
            Some(area) => area.actions.push(row),
            None => areas.push(Area { name, lang: told_in, actions: vec![row] }),
        }
    }
    areas
}

fn row(task: &Task, states: &[Term], lang: Lang) -> Row {
    Row {
        title: clean(&task.title),
        department: task.department.as_deref().map(clean),
        due: task.due.map(|due| told(due, lang)),
        state: label(states, &task.state, lang),
    }
}

/// How many tasks are in each state, in the order of the states.
fn counts(tasks: &[Task], lang: Lang) -> Vec<Count> {
    let count = |state: &Term| tasks.iter().filter(|task| task.state == state.code).count();
    let counted = task::STATES.iter().map(|state| Count { label: state.label.in_lang(lang).to_owned(), number: count(state) });
    counted.filter(|count| count.number > 0).collect()
}

fn groups(cases: &[Shown], lang: Lang) -> Vec<Group> {
    let of = |kind: &Term| cases.iter().filter(|case| case.kind == kind.code).cloned().collect();
    case::KINDS.iter().map(|kind| Group { label: words::plural(kind.code).in_lang(lang), cases: of(kind) }).collect()
}

const fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Ko => "ko",
        Lang::En => "en",
    }
}

/// A day as papers write it: `2024. 6. 3.` or `3 June 2024`.
fn told(day: NaiveDate, lang: Lang) -> Day {
    let shown = match lang {
        Lang::Ko => format!("{}. {}. {}.", day.year(), day.month(), day.day()),
        Lang::En => day.format("%-d %B %Y").to_string(),
    };
    Day { date: day.to_string(), shown }
}

/// Text without what a page may not carry or a reader cannot see: control characters, turned
/// directions, and the code points that are no characters.
fn clean(text: &str) -> String {
    let no_character = |c: char| matches!(c, '\u{FDD0}'..='\u{FDEF}') || (c as u32) & 0xFFFE == 0xFFFE;
    harmless(text).chars().filter(|c| !no_character(*c) && *c != '\u{FFFD}').collect()
}

fn cleaned(contact: &Contact) -> Contact {
    let part = |part: &Option<String>| part.as_deref().map(clean);
    Contact {
        name: clean(&contact.name),
        telephone: part(&contact.telephone),
        email: part(&contact.email),
        address: part(&contact.address),
        hours: part(&contact.hours),
        name_en: part(&contact.name_en),
        address_en: part(&contact.address_en),
        hours_en: part(&contact.hours_en),
    }
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A name that stays the same for ever and needs no address: a UUID of the custom kind, made
/// from the organisation's code and the record's.
fn identity(public: &Public, of: &str) -> String {
    let office = if public.office_code == "-" { &public.office } else { &public.office_code };
    let hash = digest::of_texts([office.as_str(), of]);
    format!("urn:uuid:{}-{}-8{}-8{}-{}", &hash[..8], &hash[8..12], &hash[12..15], &hash[15..18], &hash[18..30])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_may_not_carry_is_left_out() {
        assert_eq!(clean("가\u{202E}나\u{FFFE}다\u{FDD0}\u{1FFFF}\u{200B}라\n마"), "가나다라\n마");
        assert_eq!(paragraphs("가\n\n 나 \n"), ["가", "나"]);
    }

    #[test]
    fn days_are_written_as_papers_write_them() {
        let day: NaiveDate = "2024-06-03".parse().unwrap_or_default();
        assert_eq!((told(day, Lang::Ko).shown.as_str(), told(day, Lang::En).shown.as_str()), ("2024. 6. 3.", "3 June 2024"));
    }

    #[test]
    fn a_name_for_ever_has_the_shape_of_one() {
        let name = identity(&Public::default(), "CS-2024-01");
        assert_eq!(name, identity(&Public::default(), "CS-2024-01"));
        assert_ne!(name, identity(&Public::default(), "CS-2024-02"));
        let lengths: Vec<usize> = name.trim_start_matches("urn:uuid:").split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
    }
}
