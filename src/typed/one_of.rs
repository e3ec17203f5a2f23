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
