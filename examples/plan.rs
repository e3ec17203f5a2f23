//! Scratch.
use rusqlite::Connection;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let c = Connection::open(&a[1]).unwrap();
    println!("{}", rusqlite::version());
    if let Some(day) = a.get(3) {
        c.execute_batch(&format!("CREATE TEMP VIEW today AS SELECT '{day}' AS date")).unwrap();
        let mut q = c.prepare("SELECT sql FROM main.sqlite_schema WHERE type='view' AND name<>'today'").unwrap();
        let v: Vec<String> = q.query_map((), |r| r.get(0)).unwrap().map(Result::unwrap).collect();
        for s in v {
            c.execute_batch(&s.replacen("CREATE VIEW", "CREATE TEMP VIEW", 1)).unwrap();
        }
    }
    let mut q = c.prepare(&format!("EXPLAIN QUERY PLAN {}", a[2])).unwrap();
    let mut r = q.query(()).unwrap();
    let mut depth = std::collections::HashMap::new();
    while let Some(r) = r.next().unwrap() {
        let (id, parent, what): (i64, i64, String) = (r.get(0).unwrap(), r.get(1).unwrap(), r.get(3).unwrap());
        let d = depth.get(&parent).map_or(0, |d| d + 1);
        depth.insert(id, d);
        println!("{}{what}", "  ".repeat(d));
    }
    let mut q = c.prepare(&a[2]).unwrap();
    for _ in 0..3 {
        let t = std::time::Instant::now();
        let mut r = q.query(()).unwrap();
        let mut n = 0;
        while let Some(_) = r.next().unwrap() {
            n += 1
        }
        println!("{n} rows {:?}", t.elapsed());
    }
    println!("steps {}", q.get_status(rusqlite::StatementStatus::VmStep));
}
