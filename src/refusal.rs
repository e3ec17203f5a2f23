//! How a rule says no: which kind of no (that is the exit code), what was seen, and the
//! command that gets out. A [`Rule`] is declared once with its stable code; a [`Refusal`] is
//! that rule met by a particular record.

use crate::words::{Arg, Lang, Sentence, Text, text};

/// Something seen, in a line with others.
const SEEN: Text = text("{label} {what}", "{label} {what}");
/// What was refused and what was seen, in one line.
const TOLD: Text = text("{said} ({seen})", "{said} ({seen})");
/// What was refused and what may have been meant, in one line.
const MEANT: Text = text("{said}. {meant}", "{said}; {meant}");

/// Why a command ended without doing what was asked. The number is the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 1: something nobody foresaw.
    Unexpected = 1,
    /// 2: the command line itself, or a value in it.
    Usage = 2,
    /// 3: no such record, or several.
    NotFound = 3,
    /// 4: a rule of the office or of the data.
    Rule = 4,
    /// 5: changed by someone else in the meantime.
    Changed = 5,
    /// 6: the file is busy; nothing was recorded.
    Busy = 6,
    /// 7: the file is damaged, foreign, or was changed behind the program's back.
    Integrity = 7,
    /// 8: a person declined.
    Declined = 8,
    /// 74: recorded, but the output could not be written.
    Output = 74,
    /// 130: interrupted from the keyboard.
    Interrupted = 130,
}

/// A reason for refusal: its stable code, its kind and its sentence.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable, as in `E0412`; people and scripts may rely on it.
    pub code: &'static str,
    /// The kind, which is the exit code.
    pub kind: Kind,
    /// The sentence, with blanks.
    pub text: Text,
}

/// Declares a [`Rule`].
pub const fn rule(kind: Kind, code: &'static str, ko: &'static str, en: &'static str) -> Rule {
    Rule { code, kind, text: text(ko, en) }
}

impl Rule {
    /// This rule, met; blanks are filled with [`Refusal::with`].
    pub fn met(&'static self) -> Refusal {
        Refusal { rule: self, said: self.text.say(), seen: Vec::new(), ways_out: Vec::new() }
    }

    /// This rule, met, with one blank filled.
    pub fn with(&'static self, name: &'static str, value: impl Into<Arg>) -> Refusal {
        self.met().with(name, value)
    }
}

/// A rule that was met: the filled sentence, what was seen, and how to get on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The rule.
    pub rule: &'static Rule,
    said: Sentence,
    seen: Vec<(Sentence, Sentence)>,
    ways_out: Vec<Way>,
}

/// How to get on: what may have been meant, something that is said, or the command that was typed
/// with one word put right.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Way {
    Meant(Sentence),
    Said(Sentence),
    PutRight { wrong: String, right: String, otherwise: Sentence },
}

/// The label of what there is, where something else was named.
pub const KNOWN: Text = text("있는 것", "known");

impl Refusal {
    /// Fills a blank of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.said = self.said.with(name, value);
        self
    }

    /// Adds a line of what was seen, such as the record and its due day.
    #[must_use]
    pub fn seen(self, label: Text, what: impl Into<Seen>) -> Self {
        self.seen_at(label.say(), what)
    }

    /// Adds a line of what was seen under a label that has blanks of its own, such as a place
    /// in a file.
    #[must_use]
    pub fn seen_at(mut self, label: Sentence, what: impl Into<Seen>) -> Self {
        self.seen.push((label, what.into().0));
        self
    }

    /// Adds a command, or an advice, that gets out; one that is there already stands once.
    #[must_use]
    pub fn way_out(self, how: impl Into<Seen>) -> Self {
        self.way(Way::Said(how.into().0))
    }

    /// Adds what may have been meant instead; where there is one line for all, it stands in it.
    #[must_use]
    pub fn meant(self, what: Sentence) -> Self {
        self.way(Way::Meant(what))
    }

    /// Adds the command that was typed with `right` in place of the word `wrong`; `otherwise`
    /// gets out where that word stood in no command, as in a file.
    #[must_use]
    pub fn put_right(self, wrong: &str, right: &str, otherwise: impl Into<Seen>) -> Self {
        self.way(Way::PutRight { wrong: wrong.to_owned(), right: right.to_owned(), otherwise: otherwise.into().0 })
    }

    fn way(mut self, way: Way) -> Self {
        if !self.ways_out.contains(&way) {
            self.ways_out.push(way);
        }
        self
    }

    /// Without the ways out that name a record that was not made after all.
    #[must_use]
    pub fn without(mut self, code: &str) -> Self {
        let names = |text: &Sentence| text.render(Lang::En).split(' ').any(|word| word == code);
        self.ways_out.retain(|way| !matches!(way, Way::Said(said) | Way::Meant(said) if names(said)));
        self
    }

    /// The same refusal without its ways out, for where others get out.
    #[must_use]
    pub fn no_way_out(mut self) -> Self {
        self.ways_out.clear();
        self
    }

    /// The sentence, in both languages.
    pub fn said(&self) -> Sentence {
        self.said.clone()
    }

    /// The sentence with what was seen and what may have been meant behind it, for where there is
    /// one line for all.
    pub fn told(&self) -> Sentence {
        let each = self.seen.iter().map(|(label, what)| SEEN.with("label", label.clone()).with("what", what.clone()));
        let told = match self.seen.as_slice() {
            [] => self.said(),
            _ => TOLD.with("said", self.said()).with("seen", Sentence::listed(each.collect())),
        };
        let meant = self.ways_out.iter().filter_map(|way| if let Way::Meant(what) = way { Some(what.clone()) } else { None });
        let meant: Vec<Sentence> = meant.collect();
        if meant.is_empty() { told } else { MEANT.with("said", told).with("meant", Sentence::listed(meant)) }
    }

    /// The same refusal with the commands that get out of another, which named what is not there.
    #[must_use]
    pub fn looking_up(self, other: &Self) -> Self {
        let ways = other.ways_out.iter().filter(|way| other.rule.kind == Kind::NotFound && matches!(way, Way::Said(_)));
        ways.cloned().fold(self, Self::way)
    }

    /// The sentence in one language, without its code.
    pub fn sentence(&self, lang: Lang) -> String {
        self.said.render(lang)
    }

    /// The ways out in one language.
    pub fn ways_out(&self, lang: Lang) -> Vec<String> {
        self.ways_out_of(lang, |_, _| None)
    }

    /// The ways out in one language, where `put_right` is the command that was typed with a word
    /// in place of another.
    pub fn ways_out_of(&self, lang: Lang, put_right: impl Fn(&str, &str) -> Option<String>) -> Vec<String> {
        let told = |way: &Way| match way {
            Way::Meant(said) | Way::Said(said) => said.render(lang),
            Way::PutRight { wrong, right, otherwise } => put_right(wrong, right).unwrap_or_else(|| otherwise.render(lang)),
        };
        self.ways_out.iter().map(told).collect()
    }

    /// What was seen, label and value, in one language.
    pub fn facts(&self, lang: Lang) -> Vec<(String, String)> {
        self.seen.iter().map(|(label, what)| (label.render(lang), what.render(lang))).collect()
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.rule.code, self.sentence(Lang::En))
    }
}

impl std::error::Error for Refusal {}

/// Something that was seen or can be done: plain text, or a sentence in two languages.
pub struct Seen(Sentence);

const AS_IT_IS: Text = text("{it}", "{it}");

impl From<Sentence> for Seen {
    fn from(said: Sentence) -> Self {
        Self(said)
    }
}
impl From<Text> for Seen {
    fn from(said: Text) -> Self {
        Self(said.say())
    }
}
impl From<String> for Seen {
    fn from(plain: String) -> Self {
        Self(AS_IT_IS.with("it", Arg::Command(plain)))
    }
}
impl From<&str> for Seen {
    fn from(plain: &str) -> Self {
        Self(AS_IT_IS.with("it", Arg::Command(plain.to_owned())))
    }
}
