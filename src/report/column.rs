//! A column: what it is called and what it holds, declared once for every format.

use std::borrow::Cow;

use crate::words::{Term, Text};

/// What a column holds, and so how each format shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text that may wrap.
    Text,
    /// A record's code: never wraps.
    Code,
    /// A whole number.
    Integer,
    /// A whole number of per cent.
    Percent,
    /// Hundredths of a point: 8491 is 84.91.
    Points,
    /// Hundredths of what an indicator counts, shown without needless decimals: 1000000 is
    /// 10000, 1250 is 12.5.
    Amount,
    /// Won.
    Money,
    /// A day, `YYYY-MM-DD`: never wraps.
    Date,
    /// True or false, stored 1 or 0.
    Flag,
    /// An instant of the true clock, RFC 3339 in UTC; people read it in Seoul's time.
    Instant,
    /// A weekday, stored 1 for Monday to 7 for Sunday.
    Weekday,
    /// A code with words for people.
    Term(&'static [Term]),
    /// Several such codes, with commas.
    Terms(&'static [Term]),
    /// Such a code with a number behind it, as in `entry 227`.
    Numbered(&'static [Term]),
    /// Whatever the query gave.
    Any,
}

/// A column: declared once, used by every format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name in JSON and CSV, English `snake_case`; the view's column has the same name.
    pub key: Cow<'static, str>,
    /// What a person reads above it; without one, the key.
    pub label: Option<Text>,
    /// What it holds.
    pub kind: Kind,
    /// How soon a narrow terminal drops it: 0 never, 9 first, [`FOR_PROGRAMS`] always.
    pub minor: u8,
    /// How an export writes it, so that import takes it back.
    pub exported: Exported,
    /// Other headings that people write over it; import takes them too.
    pub also: &'static [&'static str],
}

/// How an export writes a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exported {
    /// As it is: a fact.
    AsItIs,
    /// Not at all: it is computed from other facts.
    Never,
    /// Only where it is one of these codes: the others are computed.
    Only(&'static [&'static str]),
    /// Only where another column of the row is set: else it is computed.
    With(&'static str),
    /// A name where it is one record's alone, else that record's code: the column of the
    /// view that holds the record's id, and its table.
    Named(&'static str, &'static str),
}

/// The `minor` of a column that people are not shown unless they ask for it by `--fields`.
pub(crate) const FOR_PROGRAMS: u8 = u8::MAX;

/// Declares a [`Column`].
pub const fn column(key: &'static str, ko: &'static str, en: &'static str, kind: Kind) -> Column {
    Column { key: Cow::Borrowed(key), label: Some(Text { ko, en }), kind, minor: 0, exported: Exported::AsItIs, also: &[] }
}

impl Column {
    /// The same column, dropped from narrow terminals: 9 goes first, 1 last.
    #[must_use]
    pub const fn minor(mut self, minor: u8) -> Self {
        self.minor = minor;
        self
    }

    /// The same column, left out of exports because it is computed.
    #[must_use]
    pub const fn computed(mut self) -> Self {
        self.exported = Exported::Never;
        self
    }

    /// The same column, exported only where it is one of these codes.
    #[must_use]
    pub const fn fact_if(mut self, codes: &'static [&'static str]) -> Self {
        self.exported = Exported::Only(codes);
        self
    }

    /// The same column, exported only in rows where another one is set.
    #[must_use]
    pub const fn fact_with(mut self, other: &'static str) -> Self {
        self.exported = Exported::With(other);
        self
    }

    /// The same column, exported as a code where several records of `table` have the name;
    /// `id` is the column of the view that holds the record's id.
    #[must_use]
    pub const fn names(mut self, id: &'static str, table: &'static str) -> Self {
        self.exported = Exported::Named(id, table);
        self
    }

    /// The same column, which import finds under these headings too.
    #[must_use]
    pub const fn also(mut self, headings: &'static [&'static str]) -> Self {
        self.also = headings;
        self
    }

    /// The same column, for programs: CSV and JSON carry it, a table for people leaves it out.
    #[must_use]
    pub const fn for_programs(self) -> Self {
        self.minor(FOR_PROGRAMS)
    }

    /// Whether a heading is its label in either language.
    pub fn is_labelled(&self, heading: &str) -> bool {
        self.label.is_some_and(|label| is_same(label.ko, heading) || is_same(label.en, heading))
    }

    /// Whether a heading is its key, its label (with or without its unit, as in `예산(원)`), or what
    /// people write besides.
    pub fn is_called(&self, heading: &str) -> bool {
        let of_label = |label: &str| label.split_once('(').is_some_and(|(bare, _)| is_same(bare, heading));
        self.key == heading
            || self.is_labelled(heading)
            || self.label.is_some_and(|label| of_label(label.ko) || of_label(label.en))
            || self.also.iter().any(|also| is_same(also, heading))
    }

    /// A column of an ad-hoc query or of data that is named by the data.
    pub fn named(key: impl Into<String>, kind: Kind) -> Self {
        Self { key: Cow::Owned(key.into()), label: None, kind, minor: 0, exported: Exported::AsItIs, also: &[] }
    }
}

/// Whether two headings are one, blanks and capitals apart: `보고 일` is `보고일`.
fn is_same(known: &str, typed: &str) -> bool {
    let bare = |heading: &str| heading.split_whitespace().collect::<String>().to_lowercase();
    bare(known) == bare(typed)
}
