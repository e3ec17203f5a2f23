//! Evaluations that were published, entered as an office would: the program comes to the
//! printed figures, and what is wrong in print is refused.
//!
//! Sources: the evaluation pages of the Jongno-gu Facilities Management Corporation for 2006
//! and 2007 (github.com/baekcm/jrpj at 586172c, front/info/assessment_2006.jsp and _2007.jsp),
//! the City of Seoul's qualitative ranking of 2018 (opengov.seoul.go.kr/sanction/15200138) and
//! its grades of 2017 (opengov.seoul.go.kr/sanction/12910316).

use crate::office::Office;

/// Criterion, printed maximum, printed score.
type Printed = &'static [(&'static str, &'static str, &'static str)];

const MANAGEMENT_2006: Printed = &[
    ("책임경영을 위한 노력", "4", "3.60"),
    ("공기업정책준수 및 평가지적사항개선", "13", "12.58"),
    ("조직/인사관리", "6", "5.70"),
    ("재무/회계관리", "8", "6.84"),
    ("내부평가", "2", "1.82"),
    ("경영정보관리", "2", "1.55"),
    ("시설관리의 적정성", "20", "15.27"),
    ("시설관리 수행체계", "10", "9.50"),
    ("경영지표", "20", "14.17"),
    ("고객지원시스템", "4", "3.78"),
    ("고객만족도(고객평가)", "9", "5.96"),
    ("고객평가결과 개선노력", "2", "1.86"),
];
const MANAGEMENT_2007: Printed = &[
    ("책임경영을 위한 노력", "3", "2.78"),
    ("공기업정책준수", "9", "8.40"),
    ("전기 평가 지적사항개선", "5", "4.44"),
    ("조직/인사관리", "6", "5.30"),
    ("재무·회계관리", "8", "7.17"),
    ("내부평가제도 및 활용", "2", "1.96"),
    ("경영정보시스템 구축 및 활용", "2", "1.88"),
    ("시설관리의 적정성", "13", "11.72"),
    ("시설관리의 안전·환경관리", "10", "9.00"),
    ("공익성 증진노력", "7", "6.61"),
    ("경영지표", "20", "17.39"),
    ("고객지원시스템", "4", "3.71"),
    ("고객만족도", "9", "7.48"),
    ("고객만족도 조사결과 개선노력", "2", "1.70"),
];
const INNOVATION_2006: Printed = &[("실행계획", "20", "20.0"), ("고유과제", "20", "17.5"), ("공통과제", "60", "55.9")];
/// As printed: the maxima add up to 125, and 공익서비스 has 17.09 of 5.
const CHIEF_2006: Printed =
    &[("조직운영", "40", "38.24"), ("사업운영", "60", "15.24"), ("공익서비스", "5", "17.09"), ("경영혁신", "20", "17.77")];

/// An office with a round of one entry under the printed criteria, and the file of its scores.
fn evaluated(printed: Printed) -> Office {
    let office = Office::on("2024-06-28");
    office.run("eval open 경영평가 --year 2024 --bonus-max 5").ok();
    let (mut criteria, mut scores) = ("criterion,max\n".to_owned(), "entry,rater,criterion,points\n".to_owned());
    for (criterion, max, points) in printed {
        criteria.push_str(&format!("{criterion},{max}\n"));
        scores.push_str(&format!("공단,R-01,{criterion},{points}\n"));
    }
    office.write("criteria.csv", criteria);
    office.write("entries.csv", "entry,title,department\n공단,종로구시설관리공단,\n");
    office.write("raters.csv", "rater\nR-01\n");
    office.write("scores.csv", scores);
    office.run("eval import EV-2024-01 --criteria criteria.csv --entries entries.csv --raters raters.csv").ok();
    office
}

fn total(office: &Office) -> Vec<String> {
    office.column("eval table EV-2024-01", "total")
}

#[test]
fn printed_criteria_add_up_to_the_printed_totals() {
    for (printed, sum) in [(MANAGEMENT_2006, "82.63"), (MANAGEMENT_2007, "89.54")] {
        let office = evaluated(printed);
        office.run("eval import EV-2024-01 --scores scores.csv").ok();
        assert_eq!(total(&office), [sum]);
        let table = office.run("eval table EV-2024-01").ok();
        assert!(!table.stdout.contains("add up"), "the maxima are a hundred:\n{}", table.stdout);
    }
}

#[test]
fn bonus_points_are_added_to_the_criteria() {
    let office = evaluated(INNOVATION_2006);
    office.run("eval import EV-2024-01 --scores scores.csv").ok();
    office.run("eval bonus EV-2024-01 공단 --points 3.7 --reason 가점").ok();
    assert_eq!(total(&office), ["97.10"]);
}

#[test]
fn a_printed_score_above_its_maximum_is_refused_with_its_row_its_value_and_the_maximum() {
    let office = evaluated(CHIEF_2006);
    let told = office.run("eval import EV-2024-01 --scores scores.csv").refused(4, "E0341").stderr;
    for part in ["line 4 points", "'17.09'", "공익서비스: 17.09 is above its maximum of 5.00", "nothing was recorded"] {
        assert!(told.contains(part), "{part}:\n{told}");
    }
    office.run("eval table EV-2024-01").ok().says("the maxima add up to 125.00, not 100");
}

#[test]
fn printed_composites_come_out_to_the_hundredth() {
    // The last is A × 0.998 + B in round figures: the weights of one total need not be a hundred.
    for (a, by_a, b, by_b, printed) in
        [("88.34", "40", "82.63", "60", "84.91"), ("89.54", "90", "98.40", "10", "90.43"), ("80.00", "99.8", "5.00", "100", "84.84")]
    {
        let office = Office::on("2024-06-28");
        office.run("eval open 종합 --year 2024").ok();
        office.run(&format!("eval component EV-2024-01 A --kind carried --weight {by_a}")).ok();
        office.run(&format!("eval component EV-2024-01 B --kind carried --weight {by_b}")).ok();
        office.run("eval entry EV-2024-01 공단 --entry 공단").ok();
        office.run(&format!("eval score EV-2024-01 공단 --component A --points {a}")).ok();
        office.run(&format!("eval score EV-2024-01 공단 --component B --points {b}")).ok();
        assert_eq!(total(&office), [printed]);
        assert_eq!(office.column("eval table EV-2024-01", "missing"), ["0"]);
    }
}

#[test]
fn a_published_ranking_with_ties_comes_out_as_printed() {
    let scores = "37.50 32.25 31.75 29.75 29.50 29.25 28.25 27.25 27.00 23.75 19.25 19.00 19.00 17.25 15.00";
    let office = Office::on("2024-06-28");
    office.run("eval open \"정보공개 정성평가\" --year 2024").ok();
    office.write("criteria.csv", "criterion,max\n정성평가,40\n");
    office.write("raters.csv", "rater\nR-01\n");
    let (mut entries, mut sheets) = ("entry,title\n".to_owned(), "entry,rater,criterion,points\n".to_owned());
    for (at, points) in scores.split_whitespace().enumerate().map(|(at, points)| (at + 1, points)) {
        entries.push_str(&format!("기관{at:02},이름 비공개\n"));
        sheets.push_str(&format!("기관{at:02},R-01,정성평가,{points}\n"));
    }
    office.write("entries.csv", entries);
    office.write("scores.csv", sheets);
    let files = "--criteria criteria.csv --entries entries.csv --raters raters.csv --scores scores.csv";
    office.run(&format!("eval import EV-2024-01 {files}")).ok();
    let ranks = office.column("eval table EV-2024-01", "rank");
    assert_eq!(ranks.join(" "), "1 2 3 4 5 6 7 8 9 10 11 12 12 14 15");
}

#[test]
fn published_grades_by_share_come_out_by_the_largest_remainder() {
    for (entries, sizes) in [(30, [6, 15, 9]), (13, [3, 6, 4]), (2, [0, 1, 1])] {
        let office = Office::on("2024-06-28");
        office.run("eval open \"정보공개 추진실태\" --year 2024").ok();
        office.run("eval criterion EV-2024-01 점수 --max 100").ok();
        office.write("raters.csv", "rater\nR-01\n");
        let names: Vec<String> = (1..=entries).map(|at| format!("{at:02}")).collect();
        let lines = |header: &str, line: fn(&str) -> String| {
            format!("{header}\n{}", names.iter().map(|name| line(name)).collect::<Vec<_>>().concat())
        };
        office.write("entries.csv", lines("entry,title", |name| format!("{name},기관\n")));
        office.write("scores.csv", lines("entry,rater,criterion,points", |name| format!("{name},R-01,점수,{name}\n")));
        office.run("eval import EV-2024-01 --entries entries.csv --raters raters.csv --scores scores.csv").ok();
        for (grade, percent) in [("S", 20), ("A", 50), ("B", 30)] {
            office.run(&format!("eval grade EV-2024-01 {grade} --percent {percent}")).ok();
        }
        let grades = office.column("eval table EV-2024-01", "grade");
        let count = |name: &str| grades.iter().filter(|grade| *grade == name).count();
        assert_eq!([count("S"), count("A"), count("B")], sizes, "{entries} entries");
        assert!(grades.is_sorted_by_key(|grade| ["S", "A", "B"].iter().position(|name| name == grade)), "{grades:?}");
    }
}
