//! How a table fits a terminal: what may wrap shares the width that codes, days and numbers
//! leave; headings of several words break before a column goes; and of the columns those go
//! first that say nothing here, then the most minor ones.

use rusqlite::types::Value;
use unicode_width::UnicodeWidthStr;

use super::shown::{heading, shown_to_people, wraps};
use super::{Column, Kind};
use crate::words::Lang;

/// What a table is about is not squeezed below a width while a column so minor could go.
const COMFORTABLE: [(u8, usize); 2] = [(8, 40), (4, 24)];
/// Text narrower than this is not worth reading.
const NARROWEST: usize = 16;
/// Between two columns.
const GAP: usize = 2;

/// What a column needs.
struct Need {
    /// Its widest cell.
    cells: usize,
    /// Its heading in one line.
    heading: usize,
    /// The longest word of its heading.
    word: usize,
    /// Whether no row has anything in it, and whether all have nothing but 0.
    empty: bool,
    zero: bool,
}

impl Need {
    fn of(at: usize, column: &Column, rows: &[Vec<Value>], told: &[Vec<String>], lang: Lang) -> Self {
        let widest = |text: &str| text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
        let heading = heading(column, lang);
        let nothing = |value: &Value| match value {
            Value::Null => true,
            Value::Text(text) => text.is_empty(),
            Value::Integer(flag) => column.kind == Kind::Flag && *flag == 0,
            _ => false,
        };
        Self {
            cells: told.iter().map(|row| widest(&row[at])).max().unwrap_or(0),
            word: heading.split_whitespace().map(widest).max().unwrap_or(0),
            heading: widest(&heading),
            empty: rows.iter().all(|row| nothing(&row[at])),
            zero: rows.iter().all(|row| matches!(row[at], Value::Null | Value::Integer(0))),
        }
    }

    fn whole(&self) -> usize {
        self.cells.max(self.heading)
    }

    fn tight(&self) -> usize {
        self.cells.max(self.word)
    }
}

/// The columns that a page shows.
pub(super) struct Fit {
    /// Which, in order.
    pub kept: Vec<usize>,
    /// How wide each of them is.
    pub widths: Vec<usize>,
    /// Which of the others have something in them, and which have nothing.
    pub dropped: Vec<usize>,
    pub empty: Vec<usize>,
    /// Whether it can be read so; else each row had better stand upright.
    pub readable: bool,
}

/// Fits a table, each of its rows beside what is told of it, into a width; none is as wide as it
/// takes.
pub(super) fn fit(columns: &[Column], rows: &[Vec<Value>], told: &[Vec<String>], lang: Lang, width: Option<usize>) -> Fit {
    let needs: Vec<Need> = columns.iter().enumerate().map(|(at, column)| Need::of(at, column, rows, told, lang)).collect();
    let all: Vec<usize> = shown_to_people(columns).collect();
    let sum = |kept: &[usize], need: &dyn Fn(usize) -> usize| kept.iter().map(|at| need(*at) + GAP).sum::<usize>();
    let whole = |at: usize| needs[at].whole();
    // No gap follows the last column.
    let room = width.map_or(usize::MAX, |width| width + GAP);
    if sum(&all, &whole) <= room {
        let widths = all.iter().map(|at| whole(*at)).collect();
        return Fit { kept: all, widths, dropped: Vec::new(), empty: Vec::new(), readable: true };
    }
    let least = |at: usize| if wraps(columns[at].kind) { needs[at].tight().min(NARROWEST) } else { needs[at].tight() };
    let mut kept = all.clone();
    // Nothing but 0 says little more than nothing.
    let weight = |at: usize| columns[at].minor + if needs[at].zero { 3 } else { 0 };
    let mut drop_while = |need: &dyn Fn(usize) -> usize, may_go: &dyn Fn(usize) -> bool| {
        while sum(&kept, need) > room {
            let going = kept.iter().copied().filter(|at| may_go(*at));
            let Some(goes) = going.max_by_key(|at| (needs[*at].empty, weight(*at), *at)) else { break };
            kept.retain(|at| *at != goes);
        }
    };
    drop_while(&least, &|at| columns[at].minor > 0);
    for (minor, width) in COMFORTABLE {
        let comfortable = |at: usize| match (columns[at].kind, columns[at].minor) {
            (Kind::Text, 0) => needs[at].tight().min(width),
            _ => least(at),
        };
        drop_while(&comfortable, &|at| columns[at].minor >= minor || columns[at].minor > 0 && needs[at].empty);
    }
    // A few columns too many are squeezed; a crowd of them cannot be read that way.
    let readable = sum(&kept, &least) <= room + 2 * NARROWEST;
    let widths = shared(columns, &needs, &kept, width.unwrap_or(usize::MAX));
    let (empty, dropped) = all.into_iter().filter(|at| !kept.contains(at)).partition(|at| needs[*at].empty);
    Fit { kept, widths, dropped, empty, readable }
}

/// Gives every column its width here, so that the tables of one answer and of two languages
/// break their lines the same way: fixed kinds get what they need, text shares the rest, and
/// what is left lets headings stand in one line again.
fn shared(columns: &[Column], needs: &[Need], kept: &[usize], width: usize) -> Vec<usize> {
    let gaps = GAP * kept.len().saturating_sub(1);
    let fixed: usize = kept.iter().filter(|at| !wraps(columns[**at].kind)).map(|at| needs[*at].tight()).sum();
    let mut left = width.saturating_sub(fixed + gaps);
    let mut own: Vec<usize> = needs.iter().map(Need::tight).collect();
    let mut texts: Vec<usize> = kept.iter().copied().filter(|at| wraps(columns[*at].kind)).collect();
    texts.sort_by_key(|at| needs[*at].tight());
    for (done, at) in texts.iter().enumerate() {
        own[*at] = needs[*at].tight().min(left / (texts.len() - done)).max(2);
        left = left.saturating_sub(own[*at]);
    }
    for at in kept {
        let more = needs[*at].whole().saturating_sub(own[*at]);
        let is_whole = own[*at] >= needs[*at].tight();
        if is_whole && more <= left {
            own[*at] += more;
            left -= more;
        }
    }
    kept.iter().map(|at| own[*at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::column;
    use crate::report::shown::shown;

    fn fitted(rows: &[Vec<Value>], width: usize) -> Fit {
        let told = |row: &Vec<Value>| row.iter().zip(columns()).map(|(value, column)| shown(value, column.kind, Lang::Ko)).collect();
        fit(&columns(), rows, &rows.iter().map(told).collect::<Vec<_>>(), Lang::Ko, Some(width))
    }

    fn row(title: &str, days: i64, note: Option<&str>) -> Vec<Value> {
        vec!["KT-2024-01".to_owned().into(), title.to_owned().into(), days.into(), note.map(str::to_owned).into()]
    }

    fn columns() -> Vec<Column> {
        vec![
            column("code", "번호", "code", Kind::Code),
            column("title", "과제명", "title", Kind::Text),
            column("days_left", "남은 일수", "days left", Kind::Integer).minor(2),
            column("note", "비고", "note", Kind::Text).minor(1),
        ]
    }

    #[test]
    fn a_heading_breaks_before_a_column_goes_and_an_empty_column_goes_first() {
        let title = "어르신 이동편의를 위한 마을버스 노선 조정";
        let kept = |note, width| fitted(&[row(title, -11, note)], width).kept;
        for (note, width, expected) in [
            (None, 200, vec![0, 1, 2, 3]),
            (None, 44, vec![0, 1, 2]),
            (Some("서울시와 협의"), 62, vec![0, 1, 2, 3]),
            (Some("서울시와 협의"), 48, vec![0, 1, 3]),
            (Some("서울시와 협의"), 34, vec![0, 1]),
        ] {
            assert_eq!(kept(note, width), expected, "{note:?} at {width}");
        }
        let narrow = fitted(&[row(title, -11, None)], 44);
        assert_eq!((narrow.widths, narrow.dropped, narrow.empty), (vec![10, 26, 4], vec![], vec![3]));
    }

    #[test]
    fn a_fitted_table_is_never_wider_than_the_terminal() {
        let rows = [row(&"가나다 ".repeat(30), 1, Some("라마바 사아자차카타파하")), row("짧음", 100, None)];
        for width in 30..120 {
            let fit = fitted(&rows, width);
            let wide = fit.widths.iter().sum::<usize>() + GAP * (fit.widths.len() - 1);
            assert!(wide <= width, "{wide} at {width}");
        }
    }
}
