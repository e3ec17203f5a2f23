//! A code of the data, typed as the code or as the words that people read for it in a table:
//! `--state delayed` and `--state 지연` are the same.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};

use crate::words::korean::composed;
use crate::words::{Sentence, Term, Text, code_of, text};

const BARE: Text = text("{code}", "{code}");
const WORDED: Text = text("{code}({label})", "{code}");
const WORDED_TWICE: Text = text("{code}({label})", "{code} ({label})");
const ONE_OF: Text = text("{codes} 중 하나", "one of {codes}");

/// One of these codes, by the code or by its words in either language.
#[derive(Clone, Copy, Debug)]
pub struct OneOf(pub &'static [Term]);

/// What was typed is none of these.
#[derive(Clone, Copy, Debug)]
pub struct NoneOf(&'static [Term]);

impl NoneOf {
    /// What would have been right.
    pub fn expected(self) -> Sentence {
        one_of(self.0)
    }

    /// The code that was probably meant.
    pub fn near(self, typed: &str) -> Option<&'static str> {
        let near = |term: &&Term| {
            let known = [term.code, term.label.ko, term.label.en];
            known.iter().any(|known| known.chars().count() > 1 && super::is_near(known, typed))
        };
        self.0.iter().find(near).map(|term| term.code)
    }
}

impl std::fmt::Display for NoneOf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.expected().render(crate::words::Lang::En))
    }
}

impl std::error::Error for NoneOf {}

impl TypedValueParser for OneOf {
    type Value = String;

    fn parse_ref(&self, command: &clap::Command, arg: Option<&clap::Arg>, value: &OsStr) -> Result<String, clap::Error> {
        let terms = self.0;
        let read = move |typed: &str| code_of(terms, typed).or_else(|| begun(terms, typed)).map(str::to_owned).ok_or(NoneOf(terms));
        read.parse_ref(command, arg, value)
    }

    /// Each code, with its Korean and its English words as aliases.
    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(|term| PossibleValue::new(term.code).aliases([term.label.ko, term.label.en]))))
    }
}

/// The one code whose Korean words begin with what was typed, two syllables at least: `현장`
/// is 현장확인.
fn begun(terms: &[Term], typed: &str) -> Option<&'static str> {
    let typed = composed(typed.trim());
    let mut found = terms.iter().filter(|term| typed.chars().count() > 1 && term.label.ko.starts_with(&typed)).map(|term| term.code);
    found.next().filter(|_| found.next().is_none())
}

/// Which of several is meant, each with its code and the words for it: by its place in the
/// list, by one of its names, or by the beginning of one that no other shares.
pub fn chosen<'n>(choices: impl Iterator<Item = &'n [String]> + Clone, typed: &str) -> Option<usize> {
    let typed = composed(typed.trim()).to_lowercase();
    let is = |names: &[String], fits: &dyn Fn(&str) -> bool| names.iter().any(|name| fits(&name.to_lowercase()));
    let by_name = choices.clone().position(|names| is(names, &|name| name == typed));
    let count = choices.clone().count();
    let by_place = typed.parse().ok().filter(|place| (1..=count).contains(place)).map(|place: usize| place - 1);
    by_name.or(by_place).or_else(|| {
        let mut begun = choices.enumerate().filter(|(_, names)| typed.chars().count() > 1 && is(names, &|name| name.starts_with(&typed)));
        let (at, _) = begun.next()?;
        begun.next().is_none().then_some(at)
    })
}

/// `one of met, missed`; in Korean each with its words, in English where they differ.
pub fn one_of(terms: &'static [Term]) -> Sentence {
    let codes = terms.iter().map(|term| worded(term.code, Some(term.label))).collect();
    ONE_OF.with("codes", Sentence::listed(codes))
}

/// A key or a code with the words for it: `met(달성)`, `on_track (on track)`.
pub fn worded(code: &str, label: Option<Text>) -> Sentence {
    match label {
        None => BARE.with("code", code),
        Some(label) if label.ko == code => BARE.with("code", code),
        Some(label) if label.en == code.replace('_', " ") => WORDED.with("code", code).with("label", label),
        Some(label) => WORDED_TWICE.with("code", code).with("label", label),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_at_a_list_is_never_taken_for_something_else() {
        let names = |of: [&str; 3]| of.map(str::to_owned).to_vec();
        let results = [
            names(["possible", "가능", "possible"]),
            names(["conditional", "조건부 가능", "conditional"]),
            names(["not_possible", "불가", "not possible"]),
        ];
        for (typed, place) in [
            ("불가", Some(2)),
            ("가능", Some(0)),
            ("조건", Some(1)),
            ("3", Some(2)),
            ("not", Some(2)),
            ("NOT POSSIBLE", Some(2)),
            ("가", None),
            ("불가능", None),
            ("0", None),
            ("4", None),
            ("", None),
        ] {
            assert_eq!(chosen(results.iter().map(Vec::as_slice), typed), place, "{typed}");
        }
    }
}
