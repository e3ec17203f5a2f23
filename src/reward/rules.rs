//! Who may choose what: the ceilings, the grades, the pairs and how many; and in which order a
//! measure is chosen, checked and granted. `terms` holds what the office may set.

mod acts;
mod terms;

pub use acts::{Choice, check, entry_typed, grant, half, not_before_offer, not_granted, offer, once, the_choice, to_be_offered};
pub use terms::{code, grades, known_pair, pair};

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::words::{Text, text};

static CHOSEN: Rule = rule(
    Kind::Rule,
    "E1601",
    "{code:은/는} 이미 {choose}가지를 골랐습니다. 다시 고를 수 없습니다",
    "{code} has chosen its {choose:measure/measures} already; there is no second choice",
);
static HOW_MANY: Rule = rule(
    Kind::Rule,
    "E1602",
    "{code:은/는} 서로 다른 {owed}가지를 골라야 합니다({count}가지를 골랐음)",
    "{code} chooses exactly {owed:different measure/different measures}, not {count}",
);
static TWICE: Rule = rule(Kind::Rule, "E1603", "{code}: {measure:이/가} 두 번 있습니다", "{code}: {measure} is named twice");
static NOT_OFFERED: Rule =
    rule(Kind::Rule, "E1604", "{measure:은/는} {year}년에 제시하는 우대가 아닙니다", "{measure} is not offered in {year}");
static OTHER_GRADE: Rule = rule(
    Kind::Rule,
    "E1605",
    "{measure:은/는} {grade} 등급이 고를 수 없습니다(대상: {grades})",
    "{measure} is not for the grade {grade} (it is for: {grades})",
);
static EXCLUDED: Rule =
    rule(Kind::Rule, "E1606", "{code}: {one:과/와} {other:은/는} 함께 받을 수 없습니다", "{code}: {one} and {other} exclude each other");
static CEILING: Rule = rule(
    Kind::Rule,
    "E1607",
    "{measure:은/는} {year}년 한도({quota})가 찼습니다. 다른 것을 골라야 합니다",
    "{measure} is at its ceiling of {quota} in {year}; another is to be chosen",
);
static FAILED_BEFORE: Rule = rule(
    Kind::Rule,
    "E1608",
    "{code}: {measure:은/는} 요건을 갖추지 못한 것으로 확인되었습니다",
    "{code}: the conditions of {measure} were found not to be met",
);
static NO_MEASURE: Rule = rule(Kind::NotFound, "E1609", "'{measure}' 우대조치가 없습니다", "there is no measure '{measure}'");
static CHOOSES_NOTHING: Rule = rule(
    Kind::Rule,
    "E1610",
    "{code:은/는} 공개된 선발 기록이라 고를 것이 없습니다",
    "{code} was only published, so there is nothing to choose",
);
static VOID: Rule = rule(Kind::Rule, "E1611", "{code:은/는} 무효인 기록입니다", "{code} is void");

static TAKEN_ALREADY: Rule = rule(
    Kind::Rule,
    "E1612",
    "{measure:은/는} {year}년에 {taken}번 골라 한도가 {quota}일 수 없습니다",
    "{measure} was chosen {taken:time/times} in {year}, so its ceiling cannot be {quota}",
);

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

impl Menu {
    /// The measure of a code, in whatever case it was typed, or of a name.
    ///
    /// # Errors
    /// There is none.
    pub fn measure(&self, typed: &str) -> Result<&Measure, Refusal> {
        let known = self.measures.iter().find(|measure| measure.is_called(typed));
        known.ok_or_else(|| NO_MEASURE.with("measure", typed).way_out(format!("proadmin reward measures --year {}", self.year)))
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
}

impl Offer {
    fn standing(&self) -> impl Iterator<Item = &str> {
        self.held.iter().filter(|held| held.stands()).map(|held| held.measure.as_str())
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
        let others = offer.standing().chain(picked[..at].iter().map(|other| other.measure.as_str()));
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
        allowed(offer, menu, &measure.code).is_ok() && measure.has_room() && menu.excluded(&measure.code, offer.standing()).is_none()
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
        if let Some(other) = menu.excluded(code, standing[..at].iter().copied()) {
            return Err(show(EXCLUDED.with("code", &offer.code).with("one", *code).with("other", other)));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn menu() -> Menu {
        let measure = |code: &str, quota: Option<i64>, taken: i64, grades: &[&str]| Measure {
            code: code.to_owned(),
            names: [format!("{code}(이름) 휴가"), String::new()],
            offered: true,
            quota,
            taken,
            grades: grades.iter().map(|grade| (*grade).to_owned()).collect(),
            needs_check: false,
        };
        Menu {
            year: 2024,
            measures: vec![
                measure("LEAVE", None, 9, &[]),
                measure("BONUS", Some(2), 1, &[]),
                measure("STEP", Some(1), 1, &[]),
                measure("POST", None, 0, &["최우수"]),
                measure("AWARD", None, 0, &[]),
                Measure { offered: false, ..measure("PRIZE", None, 0, &[]) },
            ],
            pairs: vec![("LEAVE".to_owned(), "BONUS".to_owned())],
        }
    }

    fn offer(choose: i64, held: &[(&str, Option<bool>)]) -> Offer {
        let held = held.iter().map(|(measure, checked)| Held { measure: (*measure).to_owned(), checked: *checked, granted: false });
        Offer { code: "RW-2024-01".to_owned(), grade: "우수".to_owned(), choose, is_void: false, held: held.collect() }
    }

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_main_person_chooses_two_different_ones_and_anyone_else_one() {
        for (choose_n, held, wished, second, expected) in [
            (1, &[][..], "LEAVE", "", Ok("LEAVE")),
            (1, &[], "leave", "", Ok("LEAVE")),
            (1, &[], "leave휴가", "", Ok("LEAVE")),
            (1, &[], "leave(이름)휴가", "", Ok("LEAVE")),
            (1, &[], "()", "", Err("E1609")),
            (1, &[], "LEAVE AWARD", "", Err("E1602")),
            (2, &[], "LEAVE AWARD", "", Ok("LEAVE AWARD")),
            (2, &[], "LEAVE", "", Err("E1602")),
            (2, &[], "LEAVE LEAVE", "", Err("E1603")),
            (2, &[], "LEAVE leave", "", Err("E1603")),
            (2, &[], "LEAVE BONUS", "", Err("E1606")),
            (1, &[], "PRIZE", "", Err("E1604")),
            (1, &[], "POST", "", Err("E1605")),
            (1, &[], "NONE", "", Err("E1609")),
            (1, &[("LEAVE", None)], "AWARD", "", Err("E1601")),
            (2, &[("LEAVE", None)], "LEAVE", "", Err("E1603")),
            (2, &[("LEAVE", None)], "BONUS", "", Err("E1606")),
            (2, &[("LEAVE", None)], "AWARD", "", Ok("AWARD")),
            (2, &[("LEAVE", None), ("BONUS", Some(false))], "BONUS", "", Err("E1608")),
            (2, &[("AWARD", None), ("LEAVE", Some(false))], "BONUS", "", Ok("BONUS")),
            (1, &[], "STEP", "", Err("E1607")),
            (1, &[], "STEP", "LEAVE", Ok("LEAVE(STEP)")),
            (2, &[], "STEP LEAVE", "LEAVE AWARD", Ok("AWARD(STEP) LEAVE")),
            (2, &[], "STEP LEAVE", "BONUS", Err("E1606")),
            (1, &[], "STEP", "PRIZE", Err("E1604")),
            (0, &[], "LEAVE", "", Err("E1610")),
        ] {
            let found = choose(&offer(choose_n, held), &menu(), &words(wished), &words(second));
            let found = found.map(|picked| {
                let said = |one: &Picked| one.measure.clone() + &one.instead_of.as_ref().map_or(String::new(), |wish| format!("({wish})"));
                picked.iter().map(said).collect::<Vec<_>>().join(" ")
            });
            assert_eq!(found.map_err(|refusal| refusal.rule.code), expected.map(str::to_owned), "{choose_n} {held:?} {wished}");
        }
        let void = Offer { is_void: true, ..offer(1, &[]) };
        assert_eq!(choose(&void, &menu(), &words("LEAVE"), &[]).map_err(|refusal| refusal.rule.code), Err("E1611"));
    }

    #[test]
    fn what_is_open_is_what_can_be_chosen() {
        assert_eq!(open(&offer(1, &[]), &menu()), ["LEAVE", "BONUS", "AWARD"]);
        assert_eq!(open(&offer(2, &[("LEAVE", None)]), &menu()), ["AWARD"]);
        for code in open(&offer(1, &[]), &menu()) {
            assert!(choose(&offer(1, &[]), &menu(), &[code], &[]).is_ok());
        }
    }

    #[test]
    fn what_was_chosen_stands_under_the_terms_of_its_year() {
        let with = |change: fn(&mut Menu)| {
            let mut menu = menu();
            change(&mut menu);
            let offers = [offer(2, &[("LEAVE", None), ("AWARD", Some(true))]), offer(1, &[("BONUS", Some(false)), ("STEP", None)])];
            holds(&menu, &offers).err().map_or("", |refusal| refusal.rule.code)
        };
        assert_eq!(with(|_| ()), "");
        assert_eq!(with(|menu| menu.measures[0].quota = Some(8)), "E1612");
        assert_eq!(with(|menu| menu.measures[0].offered = false), "E1604");
        assert_eq!(with(|menu| menu.measures[1].offered = false), "", "a failed choice does not count");
        assert_eq!(with(|menu| menu.measures[4].grades = vec!["최우수".to_owned()]), "E1605");
        assert_eq!(with(|menu| menu.pairs.push(("AWARD".to_owned(), "LEAVE".to_owned()))), "E1606");
        assert_eq!(holds(&menu(), &[offer(1, &[("LEAVE", None), ("AWARD", None)])]).err().map(|refusal| refusal.rule.code), Some("E1602"));
    }
}
