//! Every sentence a person reads, in Korean and in English, as values: a [`Text`] holds both
//! languages, a [`Sentence`] is a text with its blanks filled, and only the edge that prints
//! decides the language. Each noun keeps its own texts in its `words.rs`.

pub mod korean;
pub mod placeholder;
pub mod shell;
pub mod system;

use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};

pub use self::shell::quoted;

/// The language of the person at the terminal. Machine output is never translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Lang {
    /// Korean.
    Ko,
    /// English.
    En,
}

/// One phrase in both languages. Blanks are `{name}`. In Korean `{name:을/를}` adds the particle
/// that fits the last sound of what was filled in; in English `{count:task/tasks}` adds the
/// form that fits the number: `1 task`, `2 tasks`. `{name:~…/…}` adds only the particle or the
/// form, for what stands in quotes or at another place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// The Korean phrase.
    pub ko: &'static str,
    /// The English phrase.
    pub en: &'static str,
}

/// A [`Text`] in one line.
pub const fn text(ko: &'static str, en: &'static str) -> Text {
    Text { ko, en }
}

impl Text {
    /// The phrase in one language.
    pub const fn in_lang(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ko => self.ko,
            Lang::En => self.en,
        }
    }

    /// A sentence from this text with nothing filled in yet.
    pub fn say(self) -> Sentence {
        Sentence { text: self, args: Vec::new() }
    }

    /// A sentence from this text with one blank filled.
    pub fn with(self, name: &'static str, value: impl Into<Arg>) -> Sentence {
        self.say().with(name, value)
    }
}

/// A code of the data and the words for it: `delayed` is `지연` to a Korean reader and
/// `delayed` to an English one. Machine output carries the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What is stored, and what JSON and CSV carry.
    pub code: &'static str,
    /// What a person reads.
    pub label: Text,
}

/// A [`Term`] in one line.
pub const fn term(code: &'static str, ko: &'static str, en: &'static str) -> Term {
    Term { code, label: text(ko, en) }
}

/// The label of `code` among `terms` in both languages, for a code that is among them.
pub fn label_of(terms: &[Term], code: &str) -> Text {
    terms.iter().find(|term| term.code == code).map_or(text("", ""), |term| term.label)
}

/// The label of `code` among `terms`; a code nobody named is shown as it is stored.
pub fn label(terms: &[Term], code: &str, lang: Lang) -> String {
    terms.iter().find(|term| term.code == code).map_or_else(|| code.to_owned(), |term| term.label.in_lang(lang).to_owned())
}

/// The code that was typed as the code or as the words for it in either language.
pub fn code_of(terms: &[Term], typed: &str) -> Option<&'static str> {
    if let Some(term) = terms.iter().find(|term| term.code == typed) {
        return Some(term.code);
    }
    // Where Korean puts blanks is for nobody to remember: 단순친절 is 단순 친절.
    let close = |words: &str| words.split_whitespace().collect::<String>().to_lowercase();
    let typed = close(&korean::composed(typed));
    let is = |known: &str| close(known) == typed;
    terms
        .iter()
        .find(|term| is(term.code))
        .or_else(|| terms.iter().find(|term| is(term.label.ko) || is(term.label.en)))
        .map(|term| term.code)
}

/// What fills a blank of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text as stored or typed.
    Plain(String),
    /// A command to type, with words that stand for what is to be filled in.
    Command(String),
    /// A day, shown with its weekday.
    Day(NaiveDate),
    /// A phrase that has its own two languages.
    Words(Text),
    /// A whole sentence inside another.
    Said(Box<Sentence>),
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Plain(value.to_owned())
    }
}
impl From<&Path> for Arg {
    fn from(value: &Path) -> Self {
        Self::Plain(value.display().to_string())
    }
}
impl From<&PathBuf> for Arg {
    fn from(value: &PathBuf) -> Self {
        Self::from(value.as_path())
    }
}
impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Plain(value)
    }
}
impl From<&String> for Arg {
    fn from(value: &String) -> Self {
        Self::Plain(value.clone())
    }
}
impl From<i64> for Arg {
    fn from(value: i64) -> Self {
        Self::Plain(value.to_string())
    }
}
impl From<usize> for Arg {
    fn from(value: usize) -> Self {
        Self::Plain(value.to_string())
    }
}
impl From<NaiveDate> for Arg {
    fn from(value: NaiveDate) -> Self {
        Self::Day(value)
    }
}
impl From<Text> for Arg {
    fn from(value: Text) -> Self {
        Self::Words(value)
    }
}
impl From<Sentence> for Arg {
    fn from(value: Sentence) -> Self {
        Self::Said(Box::new(value))
    }
}

impl Arg {
    fn render(&self, lang: Lang) -> String {
        match self {
            Self::Plain(plain) => plain.clone(),
            Self::Command(command) => placeholder::in_lang(command, lang),
            Self::Day(day) => day_with_weekday(*day, lang),
            Self::Words(words) => words.in_lang(lang).to_owned(),
            Self::Said(said) => said.render(lang),
        }
    }
}

/// A text with its blanks filled, still in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    text: Text,
    args: Vec<(&'static str, Arg)>,
}

impl Sentence {
    /// Fills one more blank.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Whether it is this text, whatever fills it.
    pub fn says(&self, text: Text) -> bool {
        self.text == text
    }

    /// Several sentences, a line each.
    pub fn lines(sentences: Vec<Self>) -> Self {
        Self::joined(sentences, text("{one}\n{other}", "{one}\n{other}"))
    }

    /// Several sentences in one line, with commas.
    pub fn listed(sentences: Vec<Self>) -> Self {
        Self::joined(sentences, text("{one}, {other}", "{one}, {other}"))
    }

    /// Several sentences in one line, each explained by the next.
    pub fn explained(sentences: Vec<Self>) -> Self {
        Self::joined(sentences, text("{one}: {other}", "{one}: {other}"))
    }

    fn joined(sentences: Vec<Self>, two: Text) -> Self {
        sentences.into_iter().reduce(|one, other| two.with("one", one).with("other", other)).unwrap_or_else(|| text("", "").say())
    }

    /// The sentence in one language. A blank nobody filled stays visible as `{name}`.
    pub fn render(&self, lang: Lang) -> String {
        let mut out = String::new();
        let mut rest = self.text.in_lang(lang);
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            let Some(close) = rest[open..].find('}') else { break };
            let blank = &rest[open + 1..open + close];
            let (name, particle) = blank.split_once(':').map_or((blank, None), |(n, p)| (n, Some(p)));
            match self.args.iter().find(|(arg, _)| *arg == name) {
                Some((_, arg)) => {
                    let filled = arg.render(lang);
                    let alone = particle.and_then(|pair| pair.strip_prefix('~'));
                    if alone.is_none() {
                        out.push_str(&filled);
                    }
                    if let Some(pair) = alone.or(particle) {
                        match lang {
                            Lang::Ko => out.push_str(korean::particle(&filled, pair)),
                            Lang::En => {
                                out.push_str(if alone.is_none() { " " } else { "" });
                                out.push_str(form(&filled, pair));
                            }
                        }
                    }
                }
                None => out.push_str(&rest[open..=open + close]),
            }
            rest = &rest[open + close + 1..];
        }
        out.push_str(rest);
        out
    }
}

/// The form of a pair such as `task/tasks` that fits a number: the first for one.
fn form<'a>(number: &str, pair: &'a str) -> &'a str {
    let (one, many) = pair.split_once('/').unwrap_or((pair, pair));
    if number == "1" { one } else { many }
}

/// Hundredths as a decimal with two places: 8491 is `84.91`, -50 is `-0.50`.
pub fn points(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100)
}

/// `2024-10-02(수)` or `2024-10-02 (Wed)`.
pub fn day_with_weekday(day: NaiveDate, lang: Lang) -> String {
    let weekday = weekday(day.weekday().number_from_monday(), lang);
    match lang {
        Lang::Ko => format!("{day}({weekday})"),
        Lang::En => format!("{day} ({weekday})"),
    }
}

/// The short name of a weekday, Monday being 1.
pub const fn weekday(number: u32, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Ko => ["월", "화", "수", "목", "금", "토", "일"],
        Lang::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    };
    names[(number as usize + 6) % 7]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_takes_the_particle_that_fits_its_last_sound() {
        let found = text("{what:을/를} 찾았습니다", "found {what}");
        for (what, said) in [("과제", "과제를"), ("건", "건을"), ("PC-2024-007", "PC-2024-007을"), ("R2", "R2를")] {
            assert_eq!(found.with("what", what).render(Lang::Ko), format!("{said} 찾았습니다"));
        }
        assert_eq!(found.with("what", "task").render(Lang::En), "found task");
        let quoted = text("'{what}'{what:~은/는} 없습니다", "no '{what}'");
        assert_eq!(quoted.with("what", "과제").render(Lang::Ko), "'과제'는 없습니다");
        assert_eq!(quoted.with("what", "부산").render(Lang::Ko), "'부산'은 없습니다");
    }

    #[test]
    fn an_english_word_takes_the_form_that_fits_its_number() {
        let counted = text("{count}건", "{count:task/tasks} {count:~is/are} there");
        for (count, said) in [(0_i64, "0 tasks are there"), (1, "1 task is there"), (2, "2 tasks are there"), (11, "11 tasks are there")] {
            assert_eq!(counted.with("count", count).render(Lang::En), said);
        }
    }

    #[test]
    fn a_code_is_found_by_the_words_for_it() {
        const STATES: &[Term] = &[term("on_track", "정상추진", "on track"), term("delayed", "지연", "delayed")];
        for typed in [
            "on_track",
            "ON_TRACK",
            "on track",
            "정상추진",
            " 정상추진 ",
            "\u{110C}\u{1165}\u{11BC}\u{1109}\u{1161}\u{11BC}\u{110E}\u{116E}\u{110C}\u{1175}\u{11AB}",
        ] {
            assert_eq!(code_of(STATES, typed), Some("on_track"), "{typed}");
        }
        assert_eq!(code_of(STATES, "지"), None);
    }

    #[test]
    fn a_blank_that_nobody_filled_stays_visible() {
        assert_eq!(text("{a}", "{a} and {b}").with("a", 1_i64).render(Lang::En), "1 and {b}");
    }

    #[test]
    fn days_carry_their_weekday() {
        let day = NaiveDate::from_ymd_opt(2024, 10, 2).unwrap_or_default();
        assert_eq!(day_with_weekday(day, Lang::Ko), "2024-10-02(수)");
        assert_eq!(day_with_weekday(day, Lang::En), "2024-10-02 (Wed)");
    }
}
