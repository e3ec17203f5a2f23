//! Backups: verified before they have their name, rotated, and put back with what they replace
//! kept.

use rusqlite::Connection;

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    office.run("task add 음악분수 --year 2024 --dept 홍보과").ok();
    std::fs::create_dir(office.folder().join("백업")).expect("a folder");
    office
}

fn files(office: &Office) -> Vec<String> {
    let names = std::fs::read_dir(office.folder().join("백업")).expect("a folder");
    let mut names: Vec<String> = names.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_a_whole_file_of_its_own_and_the_newest_are_kept() {
    let office = office();
    for _ in 0..4 {
        office.run("backup 백업 --keep 3").ok().says("backed up and verified (up to entry 3)");
    }
    let backups = files(&office);
    assert_eq!(backups.len(), 3, "{backups:?}");
    let copy = format!("백업/{}", backups[2]);
    assert_eq!(office.column(&format!("task list --db {copy}"), "title"), ["음악분수"]);
    office.run(&format!("verify --db {copy} --against proadmin.db")).ok();
    office.write("백업/proadmin-notes.db", "mine");
    office.run("backup 백업 --keep 1").ok();
    assert_eq!(files(&office).len(), 2, "what the program did not make it does not remove");
}

#[test]
fn nothing_that_is_not_sound_becomes_a_backup_or_is_put_back() {
    let office = office();
    office.run("backup 백업").ok();
    let copy = format!("백업/{}", files(&office)[0]);
    let tamper =
        |file: &str, sql: &str| Connection::open(office.folder().join(file)).and_then(|conn| conn.execute_batch(sql)).expect("done");
    tamper(&copy, "UPDATE task SET title = '분수'");
    office.run(&format!("restore {copy} -n")).refused(7, "E0813");
    office.run("restore 백업 -n").refused(7, "E0813");
    tamper("proadmin.db", "UPDATE task SET title = '분수'");
    office.run("backup 백업").refused(7, "E0813");
    assert_eq!(files(&office).len(), 1, "not even half of one is left");
    tamper("proadmin.db", "UPDATE task SET title = '음악분수'");
}

#[test]
fn a_backup_is_put_back_by_its_last_entry_and_what_it_replaces_is_kept() {
    let office = office();
    office.run("backup 백업").ok();
    office.run("task edit KT-2024-01 --title 분수").ok();
    office.run("restore 백업").refused(2, "E0");
    office.run("restore 백업 --confirm 4").refused(8, "E0");
    assert_eq!(office.column("task list", "title"), ["분수"]);
    office.run("restore 백업 --confirm 3").ok().hints("kept in proadmin.db.before-");
    assert_eq!(office.column("task list", "title"), ["음악분수"]);
    let kept =
        std::fs::read_dir(office.folder()).expect("a folder").map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    let kept: Vec<String> = kept.filter(|name| name.starts_with("proadmin.db.before-")).collect();
    assert_eq!(office.column(&format!("task list --db {}", kept[0]), "title"), ["분수"]);
    office.run("task edit KT-2024-01 --title 새분수").ok();
    office.run("verify").ok();
}

#[test]
fn what_is_recorded_while_a_restoration_waits_is_in_the_file_that_is_kept() {
    let office = office();
    office.run("backup 백업").ok();
    let writer = office.open();
    writer.execute_batch("BEGIN IMMEDIATE; UPDATE department SET name = '늦은과'").expect("a write that is not done yet");
    let restoring = office.command(&["restore", "백업", "--confirm", "3"]).spawn().expect("it runs");
    std::thread::sleep(std::time::Duration::from_millis(1500));
    writer.execute_batch("COMMIT").expect("done");
    drop(writer);
    let restored = restoring.wait_with_output().expect("an answer");
    assert!(restored.status.success(), "{}", String::from_utf8_lossy(&restored.stderr));
    assert_eq!(office.column("dept list", "name"), ["홍보과"]);
    let names = std::fs::read_dir(office.folder()).expect("a folder").map(|file| file.expect("a file").file_name());
    let kept: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).filter(|name| name.contains(".before-")).collect();
    assert_eq!(office.column(&format!("dept list --db {}", kept[0]), "name"), ["늦은과"]);
}

#[test]
fn a_file_that_is_lost_or_beyond_reading_is_put_back() {
    let office = office();
    office.run("backup 백업").ok();
    std::fs::write(office.file(), "no database any more").expect("damaged");
    office.run("restore 백업 --confirm 3").ok();
    office.run("verify").ok();
    std::fs::remove_file(office.file()).expect("lost");
    office.run("restore 백업 --confirm 3").ok();
    assert_eq!(office.column("task list", "title"), ["음악분수"]);
}

#[test]
fn a_folder_that_is_not_there_and_the_file_itself_are_refused() {
    let office = office();
    office.run("backup 없음").refused(2, "E0811");
    office.run("restore 백업").refused(3, "E0812");
    office.run("restore proadmin.db").refused(2, "E0814");
    office.run("backup 백업 --as-of 2024-05-01").refused(2, "E0112");
}

#[test]
fn a_backup_that_is_not_there_is_looked_for_and_no_file_is_made() {
    let office = office();
    for command in ["restore 없는폴더", "restore 없는폴더 -n", "restore 없는폴더/x.db -n"] {
        let answer = office.run(command).refused(3, "E0818").hints("look for the folder");
        assert!(!answer.stderr.contains("proadmin init"), "{}", answer.stderr);
    }
}

#[test]
fn what_is_newer_than_the_backup_is_counted_before_it_is_left_out() {
    let office = office();
    std::fs::create_dir_all(office.folder().join("백업")).expect("a folder");
    office.run("backup 백업").ok();
    office.run("restore 백업 -n").ok().hints("no newer entry");
    office.run("dept add 새부서").ok();
    office.run("dept add 또새부서").ok();
    office.run("restore 백업 -n").ok().hints("2 newer entries");
    office.run("restore 백업").refused(2, "E0132").hints("2 newer entries");
}

#[cfg(unix)]
#[test]
fn where_nobody_can_tell_whether_a_file_is_there_nothing_takes_its_place() {
    let office = office();
    office.run("backup 백업").ok();
    let file = office.folder().join("proadmin.db");
    std::fs::remove_file(&file).expect("removed");
    std::os::unix::fs::symlink("proadmin.db", &file).expect("a link that leads to itself");
    for command in ["restore 백업 --confirm 3", "init --org 구 --org-code NOWON"] {
        let refused = office.run(command);
        assert_eq!(refused.code, 1, "{command}: {}", refused.stderr);
        assert!(refused.stderr.contains("proadmin.db") && refused.stderr.contains("nothing was recorded"), "{}", refused.stderr);
        assert!(std::fs::symlink_metadata(&file).is_ok_and(|there| there.is_symlink()), "{command} put something in its place");
    }
}

#[test]
fn a_damaged_backup_is_named_and_so_is_the_one_before_it() {
    let mut office = Office::on("2024-06-10");
    std::fs::create_dir(office.folder().join("bk")).expect("a folder");
    for _ in 0..2 {
        office.run("backup bk").ok();
    }
    let copies = || {
        let mut found: Vec<_> =
            std::fs::read_dir(office.folder().join("bk")).expect("a folder").map(|file| file.expect("a file").path()).collect();
        found.retain(|file| file.extension().is_some_and(|ending| ending == "db"));
        found.sort();
        found
    };
    let found = copies();
    let [older, newest] = found.as_slice() else { panic!("{found:?}") };
    let name = |file: &std::path::Path| file.file_name().expect("a name").to_string_lossy().into_owned();
    let whole = std::fs::read(newest).expect("a copy");
    for damage in [&whole[..whole.len() / 3], b"no file of ours".as_slice()] {
        std::fs::write(newest, damage).expect("damaged");
        let told = office.run("restore bk -n");
        assert!(told.code == 7 && told.stderr.contains(&name(newest)), "{} {}", told.code, told.stderr);
        told.hints(&format!("proadmin restore bk/{} -n", name(older)));
    }
    std::fs::remove_file(older).expect("removed");
    office.speak(true);
    office.run("restore bk -n").hints("다른 백업을 찾으십시오");
}
