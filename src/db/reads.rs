//! Which tables and views a statement reads, from its text alone: the names behind FROM, JOIN
//! and IN, and behind the commas of a FROM. A name too many only casts a shadow too many; that
//! none is missing is tried against SQLite's own account of every view.

use std::collections::BTreeSet;

/// A piece of a statement that bears on what is read.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'s> {
    Word(&'s str),
    /// A name in quotes, which is no keyword.
    Quoted(&'s str),
    Mark(char),
}

/// The names of what `sql` reads, in lower case.
pub(super) fn tables_read(sql: &str) -> BTreeSet<String> {
    let mut read = BTreeSet::new();
    // Of every open bracket, whether a comma in it may stand between tables.
    let mut lists = vec![false];
    let mut is_next = false;
    for piece in Pieces(sql) {
        let is_list = lists.last().copied().unwrap_or(false);
        let name = match piece {
            Piece::Mark('(') => {
                lists.push(is_next);
                continue;
            }
            Piece::Mark(mark) => {
                if mark == ')' {
                    lists.pop();
                }
                is_next = mark == ',' && is_list;
                continue;
            }
            Piece::Quoted(name) => name,
            Piece::Word(word) => {
                let begins = is_any(word, &["FROM", "JOIN"]);
                if begins || is_any(word, &["WHERE", "GROUP", "ORDER", "SELECT", "UNION", "EXCEPT", "INTERSECT"]) {
                    if let Some(list) = lists.last_mut() {
                        *list = begins;
                    }
                    is_next = begins;
                    continue;
                }
                if is_any(word, &["IN"]) {
                    is_next = true;
                    continue;
                }
                word
            }
        };
        // The name of the database stands before that of the table.
        if is_next && !is_any(name, &["main", "temp"]) {
            read.insert(name.to_lowercase());
            is_next = false;
        }
    }
    read
}

fn is_any(word: &str, keywords: &[&str]) -> bool {
    keywords.iter().any(|keyword| word.eq_ignore_ascii_case(keyword))
}

/// The pieces of a statement; comments and texts say nothing of what is read.
struct Pieces<'s>(&'s str);

impl<'s> Pieces<'s> {
    /// Goes on behind `end`, from `start`.
    fn pass(&mut self, start: usize, end: &str) -> &'s str {
        let rest = self.0.get(start..).unwrap_or_default();
        let (passed, after) = rest.split_once(end).unwrap_or((rest, ""));
        self.0 = after;
        passed
    }
}

impl<'s> Iterator for Pieces<'s> {
    type Item = Piece<'s>;

    fn next(&mut self) -> Option<Piece<'s>> {
        loop {
            let first = self.0.chars().next()?;
            match first {
                '-' if self.0.starts_with("--") => drop(self.pass(2, "\n")),
                '/' if self.0.starts_with("/*") => drop(self.pass(2, "*/")),
                '\'' => drop(self.pass(1, "'")),
                '"' => return Some(Piece::Quoted(self.pass(1, "\""))),
                '`' => return Some(Piece::Quoted(self.pass(1, "`"))),
                '[' => return Some(Piece::Quoted(self.pass(1, "]"))),
                '(' | ')' | ',' => {
                    self.0 = &self.0[1..];
                    return Some(Piece::Mark(first));
                }
                _ if is_of_a_word(first) => {
                    let end = self.0.find(|c| !is_of_a_word(c)).unwrap_or(self.0.len());
                    let (word, rest) = self.0.split_at(end);
                    self.0 = rest;
                    return Some(Piece::Word(word));
                }
                _ => self.0 = &self.0[first.len_utf8()..],
            }
        }
    }
}

fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use rusqlite::Connection;
    use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

    use super::*;
    use crate::db::SCHEMA;

    #[test]
    fn only_what_stands_where_a_table_can_stand_is_read() {
        for (sql, tables) in [
            ("SELECT due, task FROM task_status t WHERE t.staff = 1 ORDER BY due", "task_status"),
            ("SELECT 1 FROM a, B AS b, main.c LEFT JOIN d ON a.x = f(d.y, due) , e", "a b c d e"),
            ("SELECT 1 FROM (a JOIN (b CROSS JOIN c)), (SELECT x, y FROM d) s, e", "a b c d e"),
            ("SELECT x, (SELECT count(*) FROM a WHERE y IN (SELECT z FROM b)), due FROM c", "a b c"),
            ("SELECT 1 WHERE 'it''s FROM x' IN due OR 1 IN (1, task)", "1 due task"),
            ("SELECT 1 -- FROM x\nFROM /* FROM y, */ a -- , b\n, c", "a c"),
            ("SELECT 1 FROM \"a\" JOIN [b] JOIN `c` JOIN \"main\".\"d\"", "a b c d"),
            ("WITH w AS MATERIALIZED (SELECT 1 FROM a) SELECT * FROM w UNION SELECT 2 FROM b GROUP BY x, due", "a b w"),
            ("VALUES (1, 2), (3, task)", ""),
            ("SELECT 1 FROM a WHERE \"from\" = 1 AND x IS NOT DISTINCT FROM y", "a y"),
        ] {
            let read: Vec<String> = tables_read(sql).into_iter().collect();
            assert_eq!(read.join(" "), tables, "{sql}");
        }
    }

    #[test]
    fn nothing_that_sqlite_reads_for_a_view_is_missing() -> rusqlite::Result<()> {
        let mut conn = Connection::open_in_memory()?;
        conn.execute_batch(SCHEMA)?;
        let mut asked = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'view'")?;
        let views: HashMap<String, String> = asked.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        drop(asked);
        assert!(views.len() > 50, "only {}", views.len());
        let (told, heard) = std::sync::mpsc::channel();
        conn.authorizer(Some(move |asked: AuthContext<'_>| {
            if let AuthAction::Read { table_name, .. } = asked.action {
                let _ = told.send(table_name.to_lowercase());
            }
            Authorization::Allow
        }))?;
        for view in views.keys() {
            conn.prepare(&format!("SELECT * FROM {view}"))?;
            let mut reached = BTreeSet::from([view.clone()]);
            let mut fresh = vec![view.clone()];
            while let Some(name) = fresh.pop() {
                let read = views.get(&name).map(|sql| tables_read(sql)).unwrap_or_default();
                fresh.extend(read.into_iter().filter(|name| reached.insert(name.clone())));
            }
            let missing: BTreeSet<String> = heard.try_iter().filter(|name| !reached.contains(name)).collect();
            assert_eq!(missing, BTreeSet::new(), "{view}");
        }
        Ok(())
    }

    #[test]
    fn what_is_left_open_ends_with_the_statement() {
        for sql in ["SELECT 'x", "SELECT 1 -- x", "SELECT /* x", "FROM \"a", "))) , a", "SELECT 1 FROM"] {
            let _ = tables_read(sql);
        }
    }
}
