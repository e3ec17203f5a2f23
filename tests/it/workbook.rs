//! Workbooks: what goes out as .xlsx comes back, and one that would fill the memory, or is none,
//! is refused before anything is recorded.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::every::busy;
use crate::office::Office;

/// A workbook whose first sheet has these rows of text.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(*cells) {
            sheet.write_string(row, column, *cell).expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// The same workbook with one of its parts put in another's place.
fn with_part(workbook: &[u8], name: &str, part: impl FnOnce(&mut dyn Write)) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(workbook)).expect("an archive");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let file = from.by_index_raw(at).expect("a part");
        if file.name().expect("a name") != name {
            to.raw_copy_file(file).expect("copied");
        }
    }
    to.start_file(name, SimpleFileOptions::default().compression_level(Some(9))).expect("a part");
    part(&mut to);
    to.finish().expect("an archive").into_inner()
}

fn office() -> Office {
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    office
}

#[test]
fn every_register_goes_out_as_a_workbook_and_comes_back_unchanged() {
    let office = busy().in_korean();
    for noun in proadmin::cli::NOUNS.iter().filter(|noun| noun.import.is_some() && noun.register.is_some()) {
        let (noun, entries) = (noun.name, office.entries());
        office.run(&format!("export {noun} --out {noun}.xlsx")).ok();
        office.run(&format!("import {noun} {noun}.xlsx -y")).ok();
        assert_eq!(office.entries(), entries, "{noun}: what came back was not what went out");
    }
}

#[test]
fn the_same_facts_are_the_same_workbook_and_text_in_it_is_never_a_formula() {
    let office = office();
    office.run("task add \"=1+1\" --year 2024 --dept 홍보과").ok();
    for name in ["one.xlsx", "two.xlsx"] {
        office.run(&format!("task list --out {name}")).ok();
    }
    let bytes = |name: &str| std::fs::read(office.folder().join(name)).expect("a file");
    assert_eq!(bytes("one.xlsx"), bytes("two.xlsx"));
    let mut archive = ZipArchive::new(Cursor::new(bytes("one.xlsx"))).expect("an archive");
    for at in 0..archive.len() {
        let mut part = String::new();
        std::io::Read::read_to_string(&mut archive.by_index(at).expect("a part"), &mut part).expect("text");
        assert!(!part.contains("<f>"), "a formula in part {at}");
    }
    office.run("import task one.xlsx -y").ok();
    assert_eq!(office.column("task list", "title"), ["'=1+1"], "CSV makes inert what the workbook keeps as it is");
}

#[test]
fn numbers_and_days_of_a_spreadsheet_are_read_as_a_person_would_type_them() {
    let office = office();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, heading) in (0_u16..).zip(["과제명", "연도", "주관부서", "기한"]) {
        sheet.write_string(0, column, heading).expect("a heading");
    }
    let day = ExcelDateTime::parse_from_str("2024-11-30").expect("a day");
    sheet.write_string(3, 0, "음악분수").expect("a cell");
    sheet.write_number(3, 1, 2024).expect("a cell");
    sheet.write_string(3, 2, "홍보과").expect("a cell");
    sheet.write_datetime_with_format(3, 3, &day, &Format::new().set_num_format("yyyy-mm-dd")).expect("a cell");
    sheet.write_string(4, 0, "없는부서").expect("a cell");
    sheet.write_number(4, 1, 2024).expect("a cell");
    sheet.write_string(4, 2, "환경과").expect("a cell");
    office.write("t.xlsx", workbook.save_to_buffer().expect("a workbook"));
    office.run("import task t.xlsx").refused(4, "E0341").hints("line 5");
    sheet_without_the_last_row(&office, &day);
    office.run("import task t.xlsx").ok().says("XLSX");
    assert_eq!(office.column("task list", "due"), ["2024-11-30"]);
}

fn sheet_without_the_last_row(office: &Office, day: &ExcelDateTime) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, heading) in (0_u16..).zip(["과제명", "연도", "주관부서", "기한"]) {
        sheet.write_string(0, column, heading).expect("a heading");
    }
    sheet.write_string(1, 0, "음악분수").expect("a cell");
    sheet.write_number(1, 1, 2024).expect("a cell");
    sheet.write_string(1, 2, "홍보과").expect("a cell");
    sheet.write_datetime_with_format(1, 3, day, &Format::new().set_num_format("yyyy-mm-dd")).expect("a cell");
    office.write("t.xlsx", workbook.save_to_buffer().expect("a workbook"));
}

#[test]
fn a_workbook_that_would_fill_the_memory_is_refused_before_it_does() {
    let office = office();
    let small = workbook(&[&["과제명", "연도", "주관부서"], &["음악분수", "2024", "홍보과"]]);
    let blanks = |count: usize| {
        move |part: &mut dyn Write| {
            let block = vec![b' '; 1 << 20];
            (0..count).for_each(|_| part.write_all(&block).expect("written"));
        }
    };
    // 300 MiB of blanks take 300 KiB in the archive.
    let sheet = with_part(&small, "xl/worksheets/sheet1.xml", blanks(300));
    let strings = with_part(&small, "xl/sharedStrings.xml", blanks(40));
    assert!(sheet.len() < 1 << 20, "{}", sheet.len());
    // The size that a part says of itself stands in two places, with its name behind.
    let mut lying = strings.clone();
    let real = (40_u32 << 20).to_le_bytes();
    let places: Vec<usize> = (0..lying.len() - 4).filter(|at| lying[*at..at + 4] == real).collect();
    assert!(!places.is_empty());
    for at in places {
        lying[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    let far = with_part(&small, "xl/worksheets/sheet1.xml", |part| {
        let row = |no: u32| format!("<row r=\"{no}\"><c r=\"XFD{no}\" t=\"inlineStr\"><is><t>x</t></is></c></row>");
        let rows: String = (1..=2000).map(row).collect();
        let sheet = format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
        );
        part.write_all(sheet.as_bytes()).expect("written");
    });
    for (name, bytes, rule) in [("sheet", sheet, "E0345"), ("strings", strings, "E0345"), ("lying", lying, "E034"), ("far", far, "E0345")] {
        office.write("bomb.xlsx", bytes);
        let answer = office.run("import task bomb.xlsx -y").refused(2, rule);
        assert!(!answer.stderr.is_empty(), "{name}");
    }
    assert!(office.rows("task list").is_empty());
}

#[test]
fn what_is_no_workbook_is_told_and_a_damaged_one_never_ends_the_program() {
    let office = office();
    office.write("old.xlsx", [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600]].concat());
    office.run("import task old.xlsx").refused(2, "E0347");
    office.write("none.xlsx", b"PK\x03\x04 and nothing more");
    office.run("import task none.xlsx").refused(2, "E0346");
    office.write("empty.xlsx", workbook(&[]));
    office.run("import task empty.xlsx").refused(2, "E0332");
    let good = workbook(&[&["과제명", "연도", "주관부서"], &["음악분수", "2024", "홍보과"]]);
    let mut dice = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..60 {
        let mut bytes = good.clone();
        for _ in 0..3 {
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            let at = usize::try_from(dice % bytes.len() as u64).expect("an index");
            bytes[at] ^= u8::try_from(dice >> 40 & 0xFF).expect("a byte") | 1;
        }
        office.write("bad.xlsx", bytes);
        let answer = office.run("import task bad.xlsx -n -y");
        assert!(matches!(answer.code, 0 | 2 | 3 | 4), "exit {}: {}", answer.code, answer.stderr);
    }
}

#[test]
fn a_row_that_never_ends_is_refused_before_it_fills_the_memory() {
    let office = office();
    let open = format!("title,year,department\n\"{}", "가나다라\n".repeat(1 << 20));
    office.write("open.csv", open);
    office.run("import task open.csv -y").refused(2, "E0345");
    office.write("long.jsonl", format!("{{\"title\":\"{}\"}}\n", "x".repeat(9 << 20)));
    office.run("import task long.jsonl -y").refused(2, "E0345");
    office.write("long.json", format!("[{}0]", "0,".repeat(17 << 20)));
    office.run("import task long.json -y").refused(2, "E0345");
    let many: Vec<String> = (0..20_000).map(|no| format!("과제{no},2024,홍보과")).collect();
    office.write("many.csv", format!("title,year,department\n{}\n", many.join("\n")));
    office.run("import task many.csv -y -q -n").ok();
}
