//! A page to print or to mail: the tables and charts of a report, with nothing loaded from
//! anywhere and no script.

use std::io::Write;

use anyhow::Result;
use rusqlite::types::Value;
use serde::Serialize;

use super::chart::Bar;
use super::page::{Page, heading as heading_of};
use super::shown::{alarming, is_number, shown, shown_to_people, wraps};
use super::{Column, NOTHING_HERE, Report, Table};
use crate::page::Templates;
use crate::words::Lang;

const PAGE: &str = include_str!("page.html");

#[derive(Serialize)]
struct Context {
    lang: &'static str,
    title: String,
    basis: Option<String>,
    blocks: Vec<Block>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct Block {
    title: Option<String>,
    upright: bool,
    empty: Option<String>,
    heads: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    totals: Option<Vec<Cell>>,
    chart: Option<Drawn>,
}

#[derive(Serialize)]
struct Cell {
    text: String,
    class: String,
}

#[derive(Serialize)]
struct Drawn {
    title: &'static str,
    bars: Vec<Bar>,
}

/// Writes the report as one page.
pub(super) fn write(report: &Report, page: &Page, out: &mut dyn Write) -> Result<()> {
    if let Some(document) = report.document.as_ref().filter(|document| !document.is_file) {
        return Ok(out.write_all(document.html.as_ref().unwrap_or(&document.text).as_bytes())?);
    }
    let mut blocks = vec![block(&report.main, None, report.upright, page)?];
    blocks[0].empty = blocks[0].empty.as_ref().map(|_| report.empty.render(page.lang));
    blocks[0].totals = report.totals.as_deref().map(|totals| cells(totals, &report.main.columns, page));
    for part in report.parts.iter().filter(|part| !part.table.is_empty()) {
        blocks.push(block(&part.table, Some(part.title.in_lang(page.lang).to_owned()), part.upright, page)?);
    }
    let context = Context {
        lang: if page.lang == Lang::Ko { "ko" } else { "en" },
        title: heading_of(report, page).unwrap_or_else(|| report.name.to_string()),
        basis: report.basis.as_ref().map(|basis| basis.render(page.lang)),
        blocks,
        notes: report.notes.iter().map(|note| note.render(page.lang)).collect(),
    };
    Ok(out.write_all(Templates::of(&[("page", PAGE)])?.fill("page", context)?.as_bytes())?)
}

fn block(table: &Table, title: Option<String>, upright: bool, page: &Page) -> Result<Block> {
    let held = table.held_rows(page)?;
    let rows: Vec<Vec<Cell>> = held.iter().map(|row| cells(row, &table.columns, page)).collect();
    let heads = shown_to_people(&table.columns).map(|at| &table.columns[at]);
    let heads = heads.map(|column| Cell {
        text: column.label.map_or_else(|| column.key.to_string(), |label| label.in_lang(page.lang).to_owned()),
        class: class(&Value::Null, column),
    });
    let empty = rows.is_empty().then(|| NOTHING_HERE.in_lang(page.lang).to_owned());
    Ok(Block { title, upright, empty, heads: heads.collect(), rows, totals: None, chart: chart(table, &held, page) })
}

fn chart(table: &Table, rows: &[Vec<Value>], page: &Page) -> Option<Drawn> {
    let chart = table.chart?;
    let bars = chart.bars(table, rows, page.lang);
    (!bars.is_empty()).then(|| Drawn { title: chart.title.in_lang(page.lang), bars })
}

fn cells(row: &[Value], columns: &[Column], page: &Page) -> Vec<Cell> {
    let cell = |at: usize| Cell { text: shown(&row[at], columns[at].kind, page.lang), class: class(&row[at], &columns[at]) };
    shown_to_people(columns).map(cell).collect()
}

fn class(value: &Value, column: &Column) -> String {
    let classes = [("right", is_number(column.kind)), ("still", !wraps(column.kind)), ("late", alarming(value, column))];
    classes.iter().filter(|(_, is)| *is).map(|(class, _)| *class).collect::<Vec<_>>().join(" ")
}
