//! Who may choose what: the ceilings, the grades, the pairs and how many; and in which order a
//! measure is chosen, checked and granted. `terms` holds what the office may set.

mod acts;
mod refusals;
mod terms;

pub use acts::{Choice, check, entry_typed, grant, half, not_before_offer, not_granted, offer, once, the_choice, to_be_offered};
pub use terms::{code, grades, known_pair, pair};

use self::refusals::{
    CEILING, CHOOSES_NOTHING, CHOSEN, EXCLUDED, FAILED_BEFORE, HOW_MANY, NO_MEASURE, NOT_OFFERED, OTHER_GRADE, TAKEN_ALREADY, TWICE, VOID,
};
use crate::refusal::Refusal;
use crate::words::{Lang, Sentence, Text, text};

/// What is still open to someone.
pub const OPEN: Text = text("고를 수 있는 것", "open");

/// A measure as it is offered in a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Its code.
    pub code: String,
    /// What people call it, in Korean and in English.
    pub names: [String; 2],
    /// Whether the office offers it.
    pub offered: bool,
    /// How many a year at most.
    pub quota: Option<i64>,
    /// How many chose it.
    pub taken: i64,
    /// The grades it is for; none is all.
    pub grades: Vec<String>,
    /// Whether personnel checks its conditions first.
    pub needs_check: bool,
}

impl Measure {
    fn is_called(&self, typed: &str) -> bool {
        let plain = plain(typed);
        self.code.eq_ignore_ascii_case(typed.trim()) || self.names.iter().any(|name| !plain.is_empty() && self::plain(name) == plain)
    }

    fn is_for(&self, grade: &str) -> bool {
        self.grades.is_empty() || self.grades.iter().any(|known| known == grade)
    }

    fn has_room(&self) -> bool {
        self.quota.is_none_or(|quota| self.taken < quota)
    }
}

/// A name without blanks and what stands in brackets: '포상(특별)휴가' is typed '포상휴가' too.
fn plain(name: &str) -> String {
    let mut is_inside = false;
    let outside = |c: &char| {
        is_inside = (is_inside || *c == '(') && *c != ')';
        !is_inside && *c != ')' && !c.is_whitespace()
    };
    name.to_lowercase().chars().filter(outside).collect()
}

/// The measures of a year, and the pairs of them that nobody gets together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Menu {
    /// The year.
    pub year: i64,
    /// The measures, offered or not.
    pub measures: Vec<Measure>,
    /// The pairs.
    pub pairs: Vec<(String, String)>,
}

/// What there is to choose.
const OFFERED: Text = text("고를 수 있는 것", "offered");
const NAMED: Text = text("{name}({code})", "{code}");

impl Menu {
    /// The measure of a code, in whatever case it was typed, or of a name.
    ///
    /// # Errors
    /// There is none.
    pub fn measure(&self, typed: &str) -> Result<&Measure, Refusal> {
        let known = self.measures.iter().find(|measure| measure.is_called(typed));
        known.ok_or_else(|| {
            let offered = self.measures.iter().filter(|measure| measure.offered);
            let named = offered.map(|measure| NAMED.with("code", &measure.code).with("name", &measure.names[0])).collect();
            let refusal = NO_MEASURE.with("measure", typed).seen(OFFERED, Sentence::listed(named));
            refusal.way_out(format!("proadmin reward measures --year {}", self.year))
        })
    }

    /// What people call the measure of a code.
    pub fn called<'m>(&'m self, code: &'m str, lang: Lang) -> &'m str {
        let known = self.measures.iter().find(|measure| measure.code == code);
        known.map_or(code, |measure| measure.names[usize::from(lang == Lang::En)].as_str())
    }

    fn excluded<'m>(&self, one: &str, others: impl Iterator<Item = &'m str>) -> Option<String> {
        let mut others = others;
        others.find(|other| self.pairs.iter().any(|(a, b)| (a == one && b == other) || (a == other && b == one))).map(str::to_owned)
    }
}

/// A choice that was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// The measure.
    pub measure: String,
    /// What personnel answered.
    pub checked: Option<bool>,
    /// Whether it was granted.
    pub granted: bool,
}

impl Held {
    fn stands(&self) -> bool {
        self.checked != Some(false)
    }
}

/// What was offered to an official.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// Its code.
    pub code: String,
    /// The grade.
    pub grade: String,
    /// How many measures are chosen.
    pub choose: i64,
    /// Whether it is void.
    pub is_void: bool,
    /// What was chosen.
    pub held: Vec<Held>,
    /// What the person stands to get by other rewards of the year: nobody gets an excluded pair.
    pub elsewhere: Vec<String>,
}

impl Offer {
    fn standing(&self) -> impl Iterator<Item = &str> {
        self.held.iter().filter(|held| held.stands()).map(|held| held.measure.as_str())
    }

    /// What the person stands to get in the year, by this reward and by others.
    fn of_the_person(&self) -> impl Iterator<Item = &str> {
        self.standing().chain(self.elsewhere.iter().map(String::as_str))
    }

    /// How many are still to be chosen.
    pub fn owed(&self) -> usize {
        usize::try_from(self.choose).unwrap_or(0).saturating_sub(self.standing().count())
    }
}

/// A measure that is chosen, and the one that was wished first where that was at its ceiling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// The measure.
    pub measure: String,
    /// The one that was wished first.
    pub instead_of: Option<String>,
}

/// What an official gets who wishes `wished`, and `second` in the order where a ceiling was
/// reached.
///
/// # Errors
/// Too few or too many, one that is not offered to this grade, twice, excluded, or at its
/// ceiling without another wish.
pub fn choose(offer: &Offer, menu: &Menu, wished: &[String], second: &[String]) -> Result<Vec<Picked>, Refusal> {
    may_choose(offer)?;
    let owed = offer.owed();
    let refused = |refusal: Refusal| with_open(refusal, offer, menu);
    if wished.len() != owed {
        return Err(refused(HOW_MANY.with("code", &offer.code).with("owed", owed).with("count", wished.len())));
    }
    let mut picked: Vec<Picked> = Vec::new();
    let mut seconds = second.iter();
    for (at, typed) in wished.iter().enumerate() {
        let wish = allowed(offer, menu, typed).map_err(refused)?;
        if wished[..at].iter().any(|other| other.eq_ignore_ascii_case(typed)) || picked.iter().any(|other| other.measure == wish.code) {
            return Err(refused(TWICE.with("code", &offer.code).with("measure", &wish.code)));
        }
        if wish.has_room() {
            picked.push(Picked { measure: wish.code.clone(), instead_of: None });
            continue;
        }
        let full = || CEILING.with("measure", &wish.code).with("year", menu.year).with("quota", wish.quota.unwrap_or_default());
        loop {
            let Some(typed) = seconds.next() else { return Err(refused(full())) };
            let other = allowed(offer, menu, typed).map_err(refused)?;
            let is_new =
                picked.iter().all(|known| known.measure != other.code) && !wished.iter().any(|wish| wish.eq_ignore_ascii_case(typed));
            if is_new && other.has_room() {
                picked.push(Picked { measure: other.code.clone(), instead_of: Some(wish.code.clone()) });
                break;
            }
        }
    }
    for (at, one) in picked.iter().enumerate() {
        let others = offer.of_the_person().chain(picked[..at].iter().map(|other| other.measure.as_str()));
        if let Some(other) = menu.excluded(&one.measure, others) {
            return Err(refused(EXCLUDED.with("code", &offer.code).with("one", &one.measure).with("other", other)));
        }
    }
    Ok(picked)
}

/// Nothing happens to a void reward.
///
/// # Errors
/// It is void.
pub fn not_void(offer: &Offer) -> Result<(), Refusal> {
    if offer.is_void { Err(VOID.with("code", &offer.code).way_out("proadmin reward list --all")) } else { Ok(()) }
}

/// Whether there is anything to choose.
fn may_choose(offer: &Offer) -> Result<(), Refusal> {
    let code = &offer.code;
    not_void(offer)?;
    if offer.choose == 0 {
        return Err(CHOOSES_NOTHING.with("code", code).way_out(format!("proadmin reward show {code}")));
    }
    if offer.owed() == 0 {
        let refusal = CHOSEN.with("code", code).with("choose", offer.choose).way_out(format!("proadmin reward show {code}"));
        return Err(refusal.way_out(format!("proadmin reward void {code} --measure MEASURE --reason TEXT")));
    }
    Ok(())
}

/// The measure that was typed, if this official may have it at all.
fn allowed<'m>(offer: &Offer, menu: &'m Menu, typed: &str) -> Result<&'m Measure, Refusal> {
    let measure = menu.measure(typed)?;
    let held = offer.held.iter().find(|held| held.measure == measure.code);
    match held {
        _ if !measure.offered => Err(NOT_OFFERED.with("measure", &measure.code).with("year", menu.year)),
        _ if !measure.is_for(&offer.grade) => {
            Err(OTHER_GRADE.with("measure", &measure.code).with("grade", &offer.grade).with("grades", measure.grades.join(", ")))
        }
        Some(held) if held.stands() => Err(TWICE.with("code", &offer.code).with("measure", &measure.code)),
        Some(_) => Err(FAILED_BEFORE.with("code", &offer.code).with("measure", &measure.code)),
        None => Ok(measure),
    }
}

/// What an official may still choose.
pub fn open(offer: &Offer, menu: &Menu) -> Vec<String> {
    let is_open = |measure: &&Measure| {
        allowed(offer, menu, &measure.code).is_ok() && measure.has_room() && menu.excluded(&measure.code, offer.of_the_person()).is_none()
    };
    menu.measures.iter().filter(is_open).map(|measure| measure.code.clone()).collect()
}

fn with_open(refusal: Refusal, offer: &Offer, menu: &Menu) -> Refusal {
    let open = open(offer, menu);
    let blanks = vec!["MEASURE"; offer.owed().max(1)].join(" ");
    let way = format!("proadmin reward choose {} {blanks}", offer.code);
    let refusal = if open.is_empty() { refusal } else { refusal.seen(OPEN, open.join(", ")) };
    refusal.way_out(way).way_out(format!("proadmin reward measures --year {}", menu.year))
}

/// Whether what was chosen of a year stands under its menu: after terms were set, and after a
/// row was imported.
///
/// # Errors
/// A ceiling, a grade, a pair or the number of choices does not hold.
pub fn holds(menu: &Menu, offers: &[Offer]) -> Result<(), Refusal> {
    let year = menu.year;
    if let Some(over) = menu.measures.iter().find(|measure| measure.quota.is_some_and(|quota| measure.taken > quota)) {
        let refusal = TAKEN_ALREADY.with("measure", &over.code).with("year", year).with("taken", over.taken);
        let refusal = refusal.with("quota", over.quota.unwrap_or_default());
        return Err(refusal.way_out(format!("proadmin reward list --year {year}")));
    }
    offers.iter().filter(|offer| !offer.is_void).try_for_each(|offer| stands(menu, offer))
}

fn stands(menu: &Menu, offer: &Offer) -> Result<(), Refusal> {
    let standing: Vec<&str> = offer.standing().collect();
    let show = |refusal: Refusal| refusal.way_out(format!("proadmin reward show {}", offer.code));
    if i64::try_from(standing.len()).unwrap_or(i64::MAX) > offer.choose {
        let refusal = HOW_MANY.with("code", &offer.code).with("owed", offer.choose).with("count", standing.len());
        return Err(show(refusal));
    }
    for (at, code) in standing.iter().enumerate() {
        let measure = menu.measure(code)?;
        if !measure.offered {
            return Err(show(NOT_OFFERED.with("measure", *code).with("year", menu.year)));
        }
        if !measure.is_for(&offer.grade) {
            let refusal = OTHER_GRADE.with("measure", *code).with("grade", &offer.grade).with("grades", measure.grades.join(", "));
            return Err(show(refusal));
        }
        let others = standing[..at].iter().copied().chain(offer.elsewhere.iter().map(String::as_str));
        if let Some(other) = menu.excluded(code, others) {
            return Err(show(EXCLUDED.with("code", &offer.code).with("one", *code).with("other", other)));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
