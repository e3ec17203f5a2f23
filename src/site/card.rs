//! Card news: a case as a sequence of square pictures, one part a card, or more where a part
//! is long. An SVG breaks no lines by itself, so they are broken here, by a width of letters
//! that is the same on every machine.

/// A card, as its template names the parts.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Card {
    /// `CS-2024-01-1.svg`.
    pub file: String,
    /// Exemplary or failure, for its colour.
    pub kind: String,
    /// The language of its words.
    pub lang: &'static str,
    /// Its place, from 1.
    pub number: usize,
    /// How many there are.
    pub total: usize,
    /// Over the heading.
    pub above: String,
    /// The heading.
    pub heading: String,
    /// The lines under it.
    pub lines: Vec<String>,
    /// How large they are.
    pub size: u32,
    /// From one line to the next.
    pub step: u32,
    /// At the foot.
    pub below: String,
    /// All of it for whoever cannot see it.
    pub alt: String,
}

/// What a sequence is made from.
#[derive(Clone, Debug, Default)]
pub struct Story {
    pub code: String,
    pub kind: String,
    pub lang: &'static str,
    /// The word for its kind.
    pub label: &'static str,
    pub title: String,
    /// Headings with their texts.
    pub parts: Vec<(&'static str, String)>,
    /// The department and the day.
    pub from: String,
    /// The office.
    pub office: String,
}

/// The sizes of type, the largest first, each with the lines that a card holds of it.
const SIZES: [(u32, usize); 3] = [(60, 6), (52, 8), (44, 9)];
/// A part takes no more cards than this; the page has the whole text.
const CARDS: usize = 3;
/// The room of a line, in pixels of the picture.
const ROOM: u32 = 860;

/// The cards of a story.
pub fn cards(story: &Story) -> Vec<Card> {
    let (title, size) = sheets(&story.title, 1).remove(0);
    let mut all = vec![(story.label, title, size, story.from.as_str())];
    for (heading, text) in &story.parts {
        all.extend(sheets(text, CARDS).into_iter().map(|(lines, size)| (*heading, lines, size, story.office.as_str())));
    }
    let total = all.len();
    let card = |(at, (heading, lines, size, below)): (usize, (&str, Vec<String>, u32, &str))| Card {
        file: format!("{}-{}.svg", story.code, at + 1),
        kind: story.kind.clone(),
        lang: story.lang,
        number: at + 1,
        total,
        above: if at == 0 { story.office.clone() } else { story.label.to_owned() },
        heading: heading.to_owned(),
        alt: format!("{heading}. {}", lines.join(" ")),
        lines,
        size,
        step: size * 29 / 20,
        below: cut(wrapped(below, 32), 1).concat(),
    };
    all.into_iter().enumerate().map(card).collect()
}

/// A text on as many cards as it needs and may have, in the largest type in which one holds it.
fn sheets(text: &str, most: usize) -> Vec<(Vec<String>, u32)> {
    let fitting = SIZES.iter().map(|(size, lines)| (wrapped(text, *size), *size, *lines)).find(|(all, _, lines)| all.len() <= *lines);
    let (all, size, lines) = fitting.unwrap_or_else(|| {
        let (size, lines) = SIZES[SIZES.len() - 1];
        (cut(wrapped(text, size), lines * most), size, lines)
    });
    let sheets: Vec<_> = all.chunks(lines).map(|sheet| (sheet.to_vec(), size)).collect();
    if sheets.is_empty() { vec![(Vec::new(), size)] } else { sheets }
}

/// At most so many lines, the last one saying that there was more.
fn cut(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.pop();
            last.push('…');
        }
    }
    lines
}

/// Text broken into lines, between words, and within a word that is longer than a line.
fn wrapped(text: &str, size: u32) -> Vec<String> {
    let room = ROOM * 100 / size;
    let mut lines = Vec::new();
    for paragraph in text.lines().map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let gap = if line.is_empty() { "" } else { " " };
            if width(&line) + width(gap) + width(word) <= room {
                line.push_str(gap);
                line.push_str(word);
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for letter in word.chars() {
                if width(&line) + wide(letter) > room {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(letter);
            }
        }
        lines.push(line);
    }
    lines
}

fn width(text: &str) -> u32 {
    text.chars().map(wide).sum()
}

/// How wide a letter is, in hundredths of the size of the type; rather too wide than too
/// narrow, since nobody knows with which type it will be drawn.
const fn wide(letter: char) -> u32 {
    match letter {
        ' ' | 'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' => 35,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 95,
        'A'..='Z' => 75,
        '\u{21}'..='\u{24F}' => 60,
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_never_run_over() {
        assert_eq!(wrapped("가 나 다", 44), ["가 나 다"]);
        assert_eq!(wrapped("첫 문단\n\n둘째 문단", 44), ["첫 문단", "둘째 문단"]);
        let long = "긴글".repeat(30);
        for size in [32, 44, 52, 60] {
            let lines = wrapped(&format!("앞 {long} Wide Latin LETTERS and more of them"), size);
            assert!(lines.len() > 3 && lines.iter().all(|line| width(line) * size <= ROOM * 100), "{lines:?}");
            assert_eq!(lines.concat().replace(' ', ""), format!("앞{long}WideLatinLETTERSandmoreofthem"));
        }
    }

    #[test]
    fn a_part_is_a_card_and_a_long_one_is_three_at_most() {
        let story = |text: &str| Story {
            code: "CS-2024-01".to_owned(),
            lang: "ko",
            label: "우수사례",
            title: "제목".to_owned(),
            parts: vec![("문제", text.to_owned()), ("효과", "좋아짐".to_owned())],
            ..Story::default()
        };
        let few = cards(&story("짧다"));
        assert_eq!(
            few.iter().map(|card| card.file.as_str()).collect::<Vec<_>>(),
            ["CS-2024-01-1.svg", "CS-2024-01-2.svg", "CS-2024-01-3.svg"]
        );
        assert_eq!(few[1].alt, "문제. 짧다");
        let many = cards(&story(&"아주 긴 이야기 ".repeat(1000)));
        assert_eq!(many.len(), 5);
        assert!(many.iter().all(|card| card.total == 5 && card.lines.len() <= 9));
        assert!(many[3].lines.last().is_some_and(|line| line.ends_with('…')));
    }

    #[test]
    fn a_word_of_any_length_ends() {
        assert_eq!(wrapped("", 44), Vec::<String>::new());
        assert_eq!(wrapped(&"W".repeat(100_000), 44).concat().len(), 100_000);
    }
}
