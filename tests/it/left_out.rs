//! What an exported file does not bring back is told, and nothing else is lost: the answers about
//! a busy office are compared with those of a fresh file that was fed by its export.

use std::collections::{BTreeMap, BTreeSet};

use proadmin::cli::{NOUNS, Noun};
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::exchange;
use crate::office::Office;

/// What else happened that a file may lose.
const MORE: &[&str] = &[
    "task edit KT-2024-01 --deputy S-0002 --background '배경, 첫 줄\n둘째 줄' --content 내용물 --effect '=효과'",
    "task suspend KT-2024-02 --on 2024-04-01 --reason 예산",
    "milestone slip KT-2024-01 2 --due 2024-10-31 --on 2024-05-02 --reason 지연",
    "consult file 상담 --dept D-01 --received-on 2024-04-08 --background 배경 --law 법령 --issue 쟁점 --own-opinion 의견 --self-check 자체",
    "consult accept PC-2024-003 --on 2024-04-09",
    "consult review PC-2024-003 --kind law --finding 적법 --on 2024-04-10",
    "consult review PC-2024-003 --kind site --waive 서면 --on 2024-04-10",
    "consult review PC-2024-003 --kind validity --finding 타당 --on 2024-04-10",
    "consult answer PC-2024-003 --result possible --text 가능 --on 2024-04-12",
    "consult follow-up PC-2024-003 --same-matter yes --info-sufficient yes --no-private-interest yes --followed-opinion yes --on 2024-05-02",
    "passive edit PA-2024-001 --content '첫 줄\n둘째 줄'",
    "passive link PA-2024-001 --to KT-2024-01 --on 2024-04-02",
    "training attend TR-2024-01 --staff S-0001",
    "training attend TR-2024-01 --dept D-02 --count 1",
    "nominate add 새공적 --nominee S-0001 --by self --received-on 2024-04-05 --merit '길게 적은 공적'",
    "nominate period 봄 --from 2024-03-01 --to 2024-06-30",
    "incentive redeem S-0002 --points 1 --for 상품권",
    "plan link PL-2024-01 KT-2024-01",
    "plan adopt 2024 --body 위원회 --on 2024-05-10",
    "award follow-up AW-2024-01 --text 다음 --on 2024-05-10",
    "dept rename D-03 --name 자치행정과 --on 2024-05-06",
    "staff move S-0001 --to D-02 --on 2024-05-07",
    "calendar void 2024-05-15 --reason 착오",
];
/// The columns of its records that a file does not bring back, in the words of `left_out`.
const LOST: &[(&str, &[&str])] = &[
    ("calendar", &["*"]),
    ("task", &["closed_reason", "delayed", "state"]),
    ("milestone", &["slips"]),
    ("consult", &["state"]),
    ("plan", &["evidence"]),
    ("training", &["attended"]),
    ("case", &["approved_on", "approver", "published_on", "revision", "state", "writer"]),
    // The department is the one of that day: the transfers of staff are told with the staff.
    ("nominate", &["department", "period", "timing"]),
    ("incentive", &["state"]),
];
/// The facts beside the records that it does not bring back.
const BESIDE: &[(&str, &[&str])] = &[
    ("dept", &["department_rename"]),
    ("staff", &["staff_transfer"]),
    ("calendar", &["holiday"]),
    ("task", &["task_act"]),
    ("milestone", &["milestone_slip"]),
    ("consult", &["consultation_act", "opinion", "follow_up"]),
    ("plan", &["plan_area", "plan_adoption", "plan_evidence"]),
    ("passive", &["passive_act"]),
    ("training", &["training_attendance"]),
    ("award", &["award_outcome"]),
    ("case", &["case_text", "case_credit", "case_approval", "case_publication"]),
    ("nominate", &["nomination_period"]),
    ("incentive", &["incentive_credit", "incentive_redemption"]),
    ("legal", &["legal_act"]),
];

/// The office, and a fresh one that was fed by its export.
fn both() -> (Office, Office) {
    let office = exchange::office();
    for command in MORE {
        office.run(command).ok();
    }
    std::fs::create_dir(office.folder().join("out")).expect("a folder");
    office.run("export out").ok();
    let fresh = Office::on("2024-05-20");
    for noun in importing() {
        fresh
            .run(&format!("import {} '{}' --actor 가져온이", noun.name, office.folder().join(format!("out/{}.csv", noun.name)).display()))
            .ok();
    }
    (office, fresh)
}

fn importing() -> impl Iterator<Item = &'static Noun> {
    NOUNS.iter().filter(|noun| noun.import.is_some())
}

/// The records of a register that are not void, by what names them: each as its cells by column.
fn records(conn: &Connection, of: &str, key: &str, only: &str) -> BTreeMap<String, BTreeMap<String, Value>> {
    let only = if only.is_empty() { "1" } else { only };
    let mut asked = conn.prepare(&format!("SELECT * FROM {of} WHERE {only}")).expect("a question");
    let columns: Vec<String> = asked.column_names().map(str::to_owned).collect();
    let rows = asked.query_map((), |row| (0..columns.len()).map(|at| row.get::<_, Value>(at)).collect::<Result<Vec<_>, _>>());
    let by_column = |row: Vec<Value>| columns.iter().cloned().zip(row).collect::<BTreeMap<_, _>>();
    let rows = rows.expect("rows").map(|row| by_column(row.expect("a row")));
    let code = |row: &BTreeMap<String, Value>| key.split(", ").map(|part| format!("{:?}", row[part])).collect::<Vec<_>>().join(":");
    rows.map(|row| (code(&row), row)).collect()
}

/// The columns whose cells are not the same in both, `*` for a record that one of them has not;
/// numbers that only a file knows are none.
fn differing(one: &Connection, other: &Connection, (of, key, only): (&str, &str, &str)) -> BTreeSet<String> {
    let (one, other) = (records(one, of, key, only), records(other, of, key, only));
    let is_told = |column: &str| column != "id" && !column.ends_with("_id") && column != "seq" && column != "void_reason";
    let differ = |(key, row): (&String, &BTreeMap<String, Value>)| -> Vec<String> {
        let Some(there) = other.get(key) else { return vec!["*".to_owned()] };
        row.iter().filter(|(column, cell)| is_told(column) && there[*column] != **cell).map(|(column, _)| column.clone()).collect()
    };
    let more = other.keys().filter(|key| !one.contains_key(*key)).map(|_| "*".to_owned());
    one.iter().flat_map(differ).chain(more).collect()
}

/// How many rows of each table of facts are not void.
fn counts(conn: &Connection) -> BTreeMap<String, i64> {
    let mut tables = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").expect("tables");
    let tables: Vec<String> = tables.query_map((), |row| row.get(0)).expect("tables").map(|name| name.expect("a name")).collect();
    let facts = tables.into_iter().filter(|table| proadmin::db::is_fact(table) && table != "code_counter");
    let count = |table: String| {
        let has = format!("SELECT count(*) FROM pragma_table_info('{table}') WHERE name = 'void_reason'");
        let voids: i64 = conn.query_row(&has, (), |row| row.get(0)).expect("a count");
        let only = if voids > 0 { " WHERE void_reason IS NULL" } else { "" };
        let count = conn.query_row(&format!("SELECT count(*) FROM {table}{only}"), (), |row| row.get(0)).expect("a count");
        (table, count)
    };
    facts.map(count).collect()
}

#[test]
fn what_a_file_does_not_bring_back_is_what_is_told_as_left_out() {
    let (office, fresh) = both();
    let (office, fresh) = (office.open(), fresh.open());
    let mut lost = Vec::new();
    for noun in importing() {
        let register = noun.register.expect("a register");
        let mut columns = differing(&office, &fresh, (register.view, register.key, register.unless_asked));
        if register.table != register.view && !register.key.contains(',') && !register.table.is_empty() {
            columns.extend(differing(&office, &fresh, (register.table, register.key, "void_reason IS NULL")));
        }
        assert!(columns.is_empty() || noun.left_out.is_some(), "{} tells nothing of {columns:?}", noun.name);
        if !columns.is_empty() {
            lost.push((noun.name, columns.into_iter().collect::<Vec<_>>()));
        }
    }
    let told: Vec<(&str, Vec<String>)> =
        LOST.iter().map(|(noun, columns)| (*noun, columns.iter().map(|&column| column.to_owned()).collect())).collect();
    assert_eq!(lost, told);
    let (office, fresh) = (counts(&office), counts(&fresh));
    let lost: BTreeSet<&str> = office.iter().filter(|(table, count)| fresh[*table] != **count).map(|(table, _)| table.as_str()).collect();
    let told: BTreeSet<&str> = BESIDE.iter().flat_map(|(_, tables)| tables.iter().copied()).collect();
    assert_eq!(lost, told);
    for (noun, tables) in BESIDE {
        assert!(importing().any(|known| known.name == *noun && known.left_out.is_some()), "{noun} tells nothing of {tables:?}");
    }
}

#[test]
fn an_export_tells_what_it_leaves_out_and_the_folder_tells_it_of_every_file_with_rows() {
    let office = Office::of_two("2024-05-20").in_korean();
    std::fs::create_dir(office.folder().join("out")).expect("a folder");
    let told = office.run("export out").ok();
    assert!(!told.stderr.contains("task.csv"), "nothing is left out of an empty file:\n{}", told.stderr);
    office.run("task add 음악분수 --year 2024 --dept 가과").ok();
    office.run("export task").ok().hints("보류와 재개");
    office.run("export out -y").ok().hints("task.csv: 보류와 재개").hints("dept.csv: 부서의 옛 이름");
    for noun in importing() {
        let told = office.run(&format!("export {}", noun.name)).ok().stderr;
        assert_eq!(noun.left_out.is_some_and(|what| told.contains(what.ko)), noun.left_out.is_some(), "{}: {told}", noun.name);
    }
}

#[test]
fn what_an_applicant_tells_after_the_letter_does_not_come_in_by_a_file() {
    let (office, _) = both();
    for (column, text) in [("law", "다른 법령"), ("own_opinion", "다른 의견")] {
        office.write("c.csv", format!("code,title,department,received_on,{column}\nPC-2024-003,상담,D-01,2024-04-08,{text}\n"));
        office.run("import consult c.csv").refused(4, "E0341").hints("PC-2024-003");
    }
    office.write("c.csv", "code,title,department,received_on,law,own_opinion\nPC-2024-003,상담,D-01,2024-04-08,법령,의견\n");
    office.run("import consult c.csv").ok().says("nothing differs");
}
