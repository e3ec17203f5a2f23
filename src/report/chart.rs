//! Bars beside a table: one for every row, as long as the row's value. A terminal draws them
//! with blocks, a page as a picture that a reader's voice can read out.

use rusqlite::types::Value;
use unicode_width::UnicodeWidthStr;

use super::shown::shown;
use super::{Kind, Table};
use crate::words::{Lang, Text};

/// What is drawn of a table: the columns that name a bar and give its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What the bars show.
    pub title: Text,
    /// The keys of the columns that name a bar, the wider first.
    pub names: &'static [&'static str],
    /// The key of the column that holds its length: a whole number.
    pub lengths: &'static str,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(super) struct Bar {
    pub name: String,
    pub value: String,
    /// Its length in thousandths of the longest; of a hundred, where it is per cent.
    pub length: i64,
}

/// A terminal's bars are no longer than this, however wide the terminal.
const LONGEST: usize = 50;

impl Chart {
    /// The bars of a table's rows; none where the columns were not asked for or nothing is above 0.
    pub(super) fn bars(&self, table: &Table, rows: &[Vec<Value>], lang: Lang) -> Vec<Bar> {
        let at = |key: &str| table.columns.iter().position(|column| column.key == key);
        let names: Option<Vec<usize>> = self.names.iter().map(|key| at(key)).collect();
        let (Some(names), Some(value)) = (names, at(self.lengths)) else { return Vec::new() };
        let as_shown = |row: &[Value], at: usize| shown(&row[at], table.columns[at].kind, lang);
        let bar = |row: &Vec<Value>| match row[value] {
            Value::Integer(length) => {
                let name: Vec<String> = names.iter().map(|at| as_shown(row, *at)).collect();
                Some(Bar { name: name.join(" · "), value: as_shown(row, value), length: length.max(0) })
            }
            _ => None,
        };
        let whole = if table.columns[value].kind == Kind::Percent { 100 } else { 0 };
        let mut bars: Vec<Option<Bar>> = rows.iter().map(bar).collect();
        if let Some(code) = table.columns.iter().position(|column| column.kind == Kind::Code) {
            told_apart(&mut bars, rows, code);
        }
        in_thousandths(bars.into_iter().flatten().collect(), whole)
    }
}

/// Bars of the same name by their codes too.
fn told_apart(bars: &mut [Option<Bar>], rows: &[Vec<Value>], code: usize) {
    let names: Vec<String> = bars.iter().flatten().map(|bar| bar.name.clone()).collect();
    for (bar, row) in bars.iter_mut().zip(rows) {
        let (Some(bar), Value::Text(code)) = (bar, &row[code]) else { continue };
        if names.iter().filter(|name| **name == bar.name).count() > 1 {
            bar.name = format!("{} {code}", bar.name);
        }
    }
}

/// The bars as parts of the longest, or of a whole that none of them may reach.
fn in_thousandths(mut bars: Vec<Bar>, whole: i64) -> Vec<Bar> {
    let longest = bars.iter().map(|bar| bar.length).max().unwrap_or(0);
    if longest == 0 {
        return Vec::new();
    }
    let longest = longest.max(whole);
    for bar in &mut bars {
        bar.length = i64::try_from(i128::from(bar.length) * 1000 / i128::from(longest)).unwrap_or(1000);
    }
    bars
}

/// The bars as lines of text. The bar comes last: some Korean terminals draw a block two
/// columns wide, and nothing after it moves.
pub(super) fn as_text(bars: &[Bar], width: Option<usize>) -> String {
    let widest = |part: fn(&Bar) -> &str| bars.iter().map(|bar| part(bar).width()).max().unwrap_or(0);
    let (names, values) = (widest(|bar| &bar.name).min(42), widest(|bar| &bar.value));
    let room = width.map_or(LONGEST, |width| (width.saturating_sub(names + values + 4) / 2).clamp(5, LONGEST));
    let mut out = String::new();
    for Bar { name, value, length } in bars {
        let length = usize::try_from(*length).unwrap_or(0);
        // A value above nothing is never drawn as nothing.
        let blocks = (length * room).div_ceil(1000);
        let gap = " ".repeat(names.saturating_sub(name.width()));
        let line = format!("{name}{gap}  {}{value}  {}", " ".repeat(values - value.width()), "█".repeat(blocks));
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(name: &str, length: i64) -> Bar {
        Bar { name: name.to_owned(), value: length.to_string(), length }
    }

    #[test]
    fn bars_are_as_long_as_their_share_of_the_longest() {
        let bars = in_thousandths(vec![bar("홍보과", 12), bar("감사", 6), bar("문화과", 0)], 0);
        assert_eq!(bars.iter().map(|bar| bar.length).collect::<Vec<_>>(), [1000, 500, 0]);
        assert_eq!(as_text(&bars, Some(32)), "홍보과  12  ██████████\n감사     6  █████\n문화과   0\n");
    }

    #[test]
    fn per_cent_are_parts_of_a_hundred() {
        let bars = in_thousandths(vec![bar("상반기", 40), bar("하반기", 20)], 100);
        assert_eq!(bars.iter().map(|bar| bar.length).collect::<Vec<_>>(), [400, 200]);
    }

    #[test]
    fn nothing_is_drawn_where_there_is_nothing_to_compare() {
        assert!(in_thousandths(vec![bar("홍보과", 0)], 0).is_empty());
    }
}
