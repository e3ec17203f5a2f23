//! What masks names in texts that leave the file: those of the staff list, and that of the
//! person who applied.

use anyhow::Result;

use crate::db::Db;
use crate::private;
use crate::words::korean::masked;

/// The names to mask, the longest first, so that none hides in another.
#[derive(Debug)]
pub struct Veil {
    names: Vec<String>,
    offices: Vec<String>,
    kept: Vec<i64>,
}

impl Veil {
    /// The names of the staff list and of those who applied for these requests.
    pub fn over(db: &Db, requests: &[String]) -> Result<Self> {
        let mut names: Vec<String> = db.rows("SELECT DISTINCT name FROM staff_name", (), |row| row.get(0))?;
        names.retain(|name| name.chars().count() > 1);
        names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
        let offices = db.rows("SELECT name FROM department_name", (), |row| row.get(0))?;
        let mut kept = Vec::new();
        for code in requests {
            let sql = "SELECT private_id FROM consultation WHERE code = ?1 AND private_id IS NOT NULL";
            kept.extend(db.row(sql, [code], |row| row.get::<_, i64>(0))?);
        }
        Ok(Self { names, offices, kept })
    }

    /// The text with every name in it masked.
    pub fn text(&self, db: &Db, text: &str) -> Result<String> {
        let text = self.names.iter().fold(text.to_owned(), |text, name| hidden(&text, name));
        self.kept.iter().try_fold(text, |text, id| private::veiled(db, *id, &text))
    }

    /// Who recorded an entry: the last word is taken for a name, unless it is an office.
    pub fn actor(&self, db: &Db, actor: &str) -> Result<String> {
        let actor = self.text(db, actor)?;
        let (before, last) = actor.rsplit_once(' ').map_or(("", actor.as_str()), |(before, last)| (before, last));
        if last.contains('*') || self.offices.iter().any(|office| office == last) {
            return Ok(actor);
        }
        Ok(format!("{before} {}", masked(last)).trim_start().to_owned())
    }
}

/// A text with one name masked, wherever it begins a word: a name of two syllables inside a
/// longer word is that word.
fn hidden(text: &str, name: &str) -> String {
    let is_short = name.chars().count() < 3;
    let mut out = String::with_capacity(text.len());
    let mut told = 0;
    for (at, _) in text.match_indices(name) {
        let inside = is_short && text[..at].chars().next_back().is_some_and(|letter| ('가'..='힣').contains(&letter));
        out.push_str(&text[told..at]);
        out.push_str(&if inside { name.to_owned() } else { masked(name) });
        told = at + name.len();
    }
    out.push_str(&text[told..]);
    out
}

#[cfg(test)]
mod tests {
    use super::hidden;

    #[test]
    fn a_name_is_masked_where_it_begins_a_word() {
        for (text, name, masked) in [
            ("홍길동이 처리", "홍길동", "홍*동이 처리"),
            ("주무관홍길동", "홍길동", "주무관홍*동"),
            ("이수 확인, 교육이수", "이수", "이* 확인, 교육이수"),
            ("이수이수", "이수", "이*이수"),
            ("없음", "홍길동", "없음"),
        ] {
            assert_eq!(hidden(text, name), masked, "{text}");
        }
    }
}
