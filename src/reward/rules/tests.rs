//! Tables of cases: which measures may be chosen, together and again.

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
    Offer { code: "RW-2024-01".to_owned(), grade: "우수".to_owned(), choose, is_void: false, held: held.collect(), elsewhere: Vec::new() }
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
