//! Legal support: caps, decisions, payments within both, and what is paid back.

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-06-10");
    for command in [
        "dept add 공원과 --since-on 2020-01-01",
        "staff add 홍길동 --dept 공원과 --since-on 2020-01-01",
        "staff add 김퇴직 --dept 공원과 --since-on 2020-01-01",
        "staff leave 김퇴직 --on 2024-03-31",
        "task add 음악분수 --year 2024 --dept 공원과",
    ] {
        office.run(command).ok();
    }
    office
}

fn applied() -> Office {
    let office = office();
    office.run("legal add 징계건 --stage discipline --staff 홍길동 --on 2024-05-02 --for KT-2024-01").ok().says("LG-2024-01");
    office
}

#[test]
fn a_new_file_has_the_caps_of_the_guideline_each_with_its_source() {
    let office = office();
    assert_eq!(office.column("legal caps", "amount"), ["2000000", "5000000", "5000000", "5000000", "5000000"]);
    assert_eq!(office.column("legal caps", "instance"), ["", "", "1", "2", "3"]);
    assert!(office.column("legal caps", "source").iter().all(|source| !source.is_empty()));
}

#[test]
fn no_more_is_approved_than_the_cap_of_that_day() {
    let office = applied();
    office.run("legal decide LG-2024-01 --result approved --amount 2000001").refused(4, "E2005").hints("--amount 2000000");
    office.run("legal cap discipline --amount 3000000 --since-on 2024-06-01 --source 조례").ok();
    office.run("legal decide LG-2024-01 --result approved --amount 3000000 --on 2024-05-31").refused(4, "E2005");
    office.run("legal decide LG-2024-01 --result approved --amount 3000000 --on 2024-06-01").ok();
    office.run("legal cap discipline --amount 1000000").ok();
    assert_eq!(office.column("legal list", "cap"), ["3000000"], "a decision keeps the cap it was held against");
    office.run("legal add 다른건 --stage discipline --staff 홍길동").ok();
    assert_eq!(office.column("legal list", "cap"), ["3000000", "1000000"]);
}

#[test]
fn a_civil_case_has_a_cap_in_each_instance_and_the_courts_limit_where_it_is_lower() {
    let office = office();
    office.run("legal add 손배 --stage civil --staff 홍길동").refused(2, "E2017").hints("--instance 1");
    office.run("legal add 징계 --stage discipline --instance 1 --staff 홍길동").refused(2, "E2017");
    office.run("legal add 징계 --stage discipline --court-limit 1 --staff 홍길동").refused(2, "E2024");
    office.run("legal add 손배 --stage civil --instance 1 --staff 홍길동 --court-limit 3300000").ok();
    office.run("legal add 손배 --stage civil --instance 2 --staff 홍길동").ok().hints("--court-limit");
    office.run("legal add 손배 --stage civil --instance 2 --staff 홍길동").refused(4, "E2014");
    office.run("legal decide LG-2024-01 --result approved --amount 3300001").refused(4, "E2005");
    office.run("legal decide LG-2024-01 --result approved --amount 3300000").ok();
    office.run("legal decide LG-2024-02 --result approved --amount 5000000").ok();
    office.run("legal edit LG-2024-02 --court-limit 6000000").ok();
    office
        .run("legal edit LG-2024-02 --court-limit 4000000")
        .ok()
        .hints("less than the approved 5,000,000")
        .hints("decide LG-2024-02 --again");
    assert_eq!(office.column("legal list", "cap"), ["3300000", "5000000"]);
}

#[test]
fn what_is_paid_stays_within_what_was_approved() {
    let office = applied();
    office.run("legal pay LG-2024-01 --amount 1").refused(4, "E2004");
    office.run("legal decide LG-2024-01 --result approved --amount 1000000 --on 2024-05-10 --document 위-1").ok();
    office.run("legal decide LG-2024-01 --result approved --amount 900000").refused(4, "E2006").hints("--again");
    office.run("legal pay LG-2024-01 --amount 600000 --on 2024-05-20").ok().says("400,000 won left");
    let entries = office.entries();
    office.run("legal pay LG-2024-01 --amount 400001").refused(4, "E2007").hints("--amount 400000");
    office.run("legal pay LG-2024-01 --amount 0").refused(2, "E0103");
    office.run("legal pay LG-2024-09 --amount 1").refused(3, "E0301");
    office.run("legal decide LG-2024-01 --again --result approved --amount 500000").refused(4, "E2008");
    office.run("legal decide LG-2024-01 --again --result refused --reason 착오").refused(4, "E2009");
    office.run("legal void LG-2024-01 --reason 착오").refused(4, "E2009");
    office.run("legal void LG-2024-01 --act 1 --reason 착오").refused(4, "E2021").hints("--act 1,2");
    assert_eq!(office.entries(), entries, "nothing was recorded");
    office.run("legal pay LG-2024-01 --amount 400000").ok();
    assert_eq!(office.column("legal list", "state"), ["paid"]);
    assert_eq!(office.column("legal list --as-of 2024-05-19", "state"), ["approved"]);
    assert_eq!(office.column("legal list --as-of 2024-05-09", "state"), ["applied"]);
    office.run("legal void LG-2024-01 --act 3 --reason 착오").ok();
    assert_eq!(office.column("legal list", "state"), ["paying"]);
}

#[test]
fn a_false_application_is_cancelled_and_what_was_paid_is_owed() {
    let mut office = applied();
    office.run("legal cancel LG-2024-01 --reason 거짓").refused(4, "E2004");
    office.run("legal decide LG-2024-01 --result approved --amount 1000000 --on 2024-05-10").ok();
    office.run("legal pay LG-2024-01 --amount 600000 --on 2024-05-20").ok();
    office.run("legal repay LG-2024-01 --amount 1").refused(4, "E2010").hints("legal cancel");
    let later = office.run("legal edit LG-2024-01 --on 2024-05-15 --reason 오기").refused(4, "E2001");
    later.hints("legal edit LG-2024-01 --on 2024-05-10 --reason");
    office.run("legal edit LG-2024-01 --on 2024-05-10 --reason 오기").ok();
    office.run("legal edit LG-2024-01 --on 2024-05-02 --reason 오기").ok();
    office.run("legal cancel LG-2024-01 --reason '거짓 신청' --on 2024-06-03 --due 2024-06-02").refused(4, "E2026");
    office.run("legal cancel LG-2024-01 --reason '거짓 신청' --on 2024-06-03 --due 2024-06-20").ok().says("600,000 won to be paid back");
    office.run("legal pay LG-2024-01 --amount 1").refused(4, "E2003");
    assert!(office.column("today", "what").contains(&"repay_owed".to_owned()));
    office.turn_to("2024-06-21");
    office.run("today").ok().says("LG-2024-01").hints("legal repay LG-2024-01");
    office.run("legal repay LG-2024-01 --amount 200000").ok().says("400,000 won still owed");
    office.run("legal repay LG-2024-01 --amount 400001").refused(4, "E2011").hints("--amount 400000");
    assert_eq!(
        (office.column("legal list", "state"), office.column("legal list", "owed")),
        (vec!["owing".to_owned()], vec!["400000".to_owned()])
    );
    assert_eq!(office.run("legal list --exit-code").code, 10, "it is overdue");
    office.run("legal repay LG-2024-01 --amount 400000").ok();
    office.run("legal repay LG-2024-01 --amount 1").refused(4, "E2023");
    assert_eq!(office.column("legal list", "state"), ["repaid"]);
    assert!(!office.run("today").ok().stdout.contains("LG-2024-01"));
}

#[test]
fn the_criminal_stage_ends_with_the_indictment() {
    let office = office();
    office.run("legal add 수사 --stage criminal --staff 홍길동 --on 2024-05-02").ok();
    office.run("legal decide LG-2024-01 --result approved --amount 5000000 --on 2024-05-10").ok();
    office.run("legal indict LG-2024-01 --on 2024-05-02").refused(4, "E2016");
    office.run("legal indict LG-2024-01 --on 2024-05-20").ok();
    office.run("legal indict LG-2024-01").refused(4, "E2013");
    office.run("legal pay LG-2024-01 --amount 1000000").refused(4, "E2015").hints("--served-on");
    office.run("legal pay LG-2024-01 --amount 1000000 --served-on 2024-05-20").refused(4, "E2015");
    office.run("legal pay LG-2024-01 --amount 1000000 --served-on 2024-05-19").ok();
    office.run("legal add 징계 --stage discipline --staff 홍길동").ok();
    office.run("legal indict LG-2024-02").refused(4, "E2012");
}

#[test]
fn who_has_left_may_apply_and_nobody_twice_for_the_same() {
    let office = office();
    office.run("legal add 손배 --stage civil --instance 1 --staff 김퇴직 --for KT-2024-01").ok();
    assert_eq!(office.column("legal show LG-2024-01", "retired"), ["true"]);
    office.run("legal add 다른이름 --stage civil --instance 1 --staff 김퇴직 --for KT-2024-01").refused(4, "E2014").hints("LG-2024-01");
    office.run("legal add 모르는것 --stage discipline --staff 홍길동 --for KT-2024-99").refused(3, "E0306");
    office.run("legal add 무명 --stage discipline --staff 아무개").refused(3, "E0301");
    office.run("staff void 김퇴직 --reason 착오").refused(4, "E0357");
    office.run("task void KT-2024-01 --reason 착오").ok();
    assert_eq!(office.column("legal show LG-2024-01", "record"), [""], "a voided record drops out");
}

#[test]
fn a_past_year_is_imported_whole_and_judged_like_a_present_one() {
    let office = office();
    office.write(
        "legal.csv",
        "title,stage,instance,staff,applied_on,approved,decided_on,paid,paid_on,cancelled_on,reason,repaid,repaid_on\n\
         징계,징계,,홍길동,2024-01-05,1500000,2024-01-20,\"1,000,000\",2024-02-01,,,,\n\
         손배,civil,1,김퇴직,2024-01-05,2000000,2024-01-20,2000000,2024-02-01,2024-03-01,거짓,500000,2024-04-01\n",
    );
    office.run("import legal legal.csv").ok().says("2 new");
    assert_eq!(office.column("legal list", "state"), ["paying", "owing"]);
    assert_eq!(office.column("legal list", "owed"), ["", "1500000"]);
    office.run("import legal legal.csv").ok().says("nothing");
    office.write("over.csv", "title,stage,staff,applied_on,approved,decided_on,paid,paid_on\n넘침,discipline,홍길동,2024-01-05,2000001,2024-01-20,,\n먼저,criminal,홍길동,2024-01-05,,,1,2024-02-01\n");
    office.run("import legal over.csv").refused(4, "E0341").hints("line 2 approved").hints("line 3 paid");
    assert_eq!(office.rows("legal list").len(), 2);
}

#[test]
fn what_is_wrong_with_a_command_is_said_with_the_way_out() {
    let office = applied();
    office.run("legal decide LG-2024-01 --result approved").refused(2, "E2018").hints("--amount WON");
    office.run("legal decide LG-2024-01 --result refused").refused(2, "E2019").hints("--reason");
    office.run("legal decide LG-2024-01 --result approved --amount 1 --on 2024-05-01").refused(4, "E2001").hints("--on 2024-05-02");
    office.run("legal edit LG-2024-01 --on 2024-04-01").refused(2, "E2025");
    office.run("legal edit LG-2024-01 --on 2024-04-01 --reason 정정").ok();
    office.run("legal void LG-2024-01 --act 9 --reason 착오").refused(3, "E2020");
    office.run("legal withdraw LG-2024-01").ok();
    office.run("legal decide LG-2024-01 --result approved --amount 1").refused(4, "E2003");
    office.run("legal void LG-2024-01 --reason 착오").ok();
    office.run("legal edit LG-2024-01 --title 새이름").refused(4, "E2002");
    assert!(office.rows("legal list").is_empty());
}

#[test]
fn what_was_decided_again_after_a_payment_goes_out_and_comes_back() {
    let office = applied();
    for command in [
        "decide LG-2024-01 --result approved --amount 900000 --on 2024-05-10",
        "pay LG-2024-01 --amount 800000 --on 2024-05-20",
        "decide LG-2024-01 --again --result approved --amount 1500000 --on 2024-06-03",
    ] {
        office.run(&format!("legal {command}")).ok();
    }
    office.run("export legal --out legal.csv").ok().hints("payments and repayments are in the file as their sums");
    let fresh = self::office();
    fresh.write("legal.csv", office.read("legal.csv"));
    fresh.run("import legal legal.csv").ok();
    fresh.run("export legal --out again.csv").ok();
    assert_eq!(fresh.read("again.csv"), office.read("legal.csv"));
    fresh.run("import legal legal.csv").ok().says("nothing differs");
    // Two decisions, as they were.
    assert_eq!(
        fresh.column("query \"SELECT amount FROM legal_history WHERE act = 'approved' ORDER BY id\"", "amount"),
        ["900000", "1500000"]
    );
    let another = self::office();
    another.write("wrong.csv", office.read("legal.csv").replace("900000", "700000"));
    another.run("import legal wrong.csv").refused(4, "E0341").hints("line 2 paid");
}
