//! Tables of cases: what was typed, and what it means.

use super::*;

#[test]
fn an_instant_is_the_end_of_the_day_or_minute_in_seoul() {
    for (typed, instant) in [
        ("2024-05-31", Some("2024-05-31T14:59:59.999Z")),
        ("2024. 5. 31.", Some("2024-05-31T14:59:59.999Z")),
        ("2024-06-01 08:30", Some("2024-05-31T23:30:59.999Z")),
        ("2024-05-31T14:30:00+09:00", Some("2024-05-31T05:30:00.000Z")),
        ("2024-05-31 25:00", None),
        ("yesterday", None),
    ] {
        assert_eq!(super::instant(typed).ok().as_deref(), instant, "{typed}");
    }
}

#[test]
fn months_end_on_their_last_day() {
    for (typed, last) in [("2024-02", "2024-02-29"), ("2023.2", "2023-02-28"), ("202412", "2024-12-31")] {
        assert_eq!(month(typed).map(|month| month.last_day().to_string()), Ok(last.to_owned()));
    }
    for typed in ["2024-13", "2024", "24-05", "2009-01", "2024-00"] {
        assert_eq!(month(typed), Err(MONTH), "{typed}");
    }
}

#[test]
fn points_are_exact_hundredths() {
    for (typed, hundredths) in
        [("84.91", 8491), ("20", 2000), ("0.5", 50), ("-1.25", -125), ("17.090", 1709), ("10,000", 1_000_000), ("-1,234.5", -123_450)]
    {
        assert_eq!(points(typed), Ok(hundredths), "{typed}");
    }
    for typed in ["", "1.234", "1e3", "1,5", "1,0000", ",100", "1000,000", ".5", "NaN", "--1", "1.", "99999999999999"] {
        let wrong = if typed == "1." { Ok(100) } else { Err(POINTS) };
        assert_eq!(points(typed), wrong, "{typed}");
    }
}

#[test]
fn money_is_whole_won_whose_commas_stand_before_every_three_digits() {
    for (typed, won) in [
        ("1500000", 1_500_000),
        ("1,500,000원", 1_500_000),
        ("１,０００", 1_000),
        ("200만", 2_000_000),
        ("1,200만원", 12_000_000),
        ("3백만원", 3_000_000),
        ("2천만", 20_000_000),
        ("5 천 원", 5_000),
        ("1억", 100_000_000),
        ("0", 0),
    ] {
        assert_eq!(money(typed), Ok(won), "{typed}");
    }
    for typed in ["", "1,50", "1,5000", ",100", "1000,000", "1,,000", "-1", "1.5", "1.5억", "만원", "3만만", "3만백", "99999999999억"]
    {
        assert_eq!(money(typed), Err(MONEY), "{typed}");
    }
}

#[test]
fn a_slip_is_the_same_code_written_another_way_and_never_another_record() {
    for typed in
        ["kt-2024-01", "KT-2024-1", "kt2024-01", "KT 2024 01", "KT-2042-01", "TK-2024-01", "KY-2024-01", "KT-2024-001", "KT-224-01"]
    {
        assert!(is_slip("KT-2024-01", typed), "{typed}");
    }
    for typed in ["KT-2024-02", "KT-2024-11", "KT-2023-01", "KT-2024-99", "PC-2024-01", "KT", "ZZ-9"] {
        assert!(!is_slip("KT-2024-01", typed), "{typed}");
    }
    for (known, typed, is) in
        [("state", "stat", true), ("state", "sate", true), ("on", "of", false), ("title", "dept", false), ("지연과제", "지연과재", true)]
    {
        assert_eq!(is_near(known, typed), is, "{known} {typed}");
    }
}

#[test]
fn titles_are_one_composed_line() {
    assert_eq!(title(" \u{1112}\u{1161}\u{11AB} "), Ok("한".to_owned()));
    assert_eq!(title("  "), Err(EMPTY));
    assert_eq!(title("a\nb"), Err(ONE_LINE));
    assert_eq!(title("a\u{7}b"), Err(UNPRINTABLE));
    assert_eq!(title(&"가".repeat(301)), Err(TOO_LONG));
}
