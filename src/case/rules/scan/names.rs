//! Names of people in a text.

use std::ops::Range;

use super::as_read;

/// A name as it is looked for: its letters without the spaces.
pub type Name = Vec<char>;

/// The names as they are looked for. A name of one letter would be found everywhere, and one
/// that is masked already gives nobody away.
pub fn read(names: &[String]) -> Vec<Name> {
    let letters = |name: &String| as_read(name).into_iter().filter(|c| !c.is_whitespace()).collect::<Name>();
    names.iter().map(letters).filter(|name| name.len() > 1 && !name.contains(&'*')).collect()
}

/// Where names stand. The letters of a longer name may have blanks or a dot between them; a name in
/// Latin letters stands by itself.
pub fn named(text: &[char], names: &[Name]) -> Vec<Range<usize>> {
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    let mut found = Vec::new();
    for name in names {
        let latin = name.iter().all(char::is_ascii);
        let mut from = 0;
        while from < text.len() {
            let first = text[from..].iter().position(|c| lower(*c) == lower(name[0])).map(|at| from + at);
            let Some(start) = first else { break };
            from = start + 1;
            let mut at = start + 1;
            let mut all = true;
            for letter in &name[1..] {
                let parts = |c: &&char| c.is_whitespace() || ".·".contains(**c);
                let gap = if name.len() > 2 { text[at..].iter().take(2).take_while(parts).count() } else { 0 };
                all = text.get(at + gap).is_some_and(|c| lower(*c) == lower(*letter));
                if !all {
                    break;
                }
                at += gap + 1;
            }
            let letter = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
            let alone = !letter(start.checked_sub(1).and_then(|before| text.get(before))) && !letter(text.get(at));
            if all && (!latin || alone) {
                found.push(start..at);
                from = at;
            }
        }
    }
    found
}
