//! Lines as they are counted: whatever ends them in the file (LF, CRLF or CR alone), here it is
//! one LF, also after the last. Otherwise a reader that stops between CR and LF counts the
//! lines of a Windows file differently from those of another. A row that never ends is an error
//! before it fills the memory.

use std::io::Read;

/// A file whose every line ends in one LF.
pub(super) struct PlainEnds {
    from: Box<dyn Read>,
    held: Vec<u8>,
    at: usize,
    last: u8,
    over: bool,
    /// How many bytes one row may take, and how many are left of them.
    row: u64,
    left: u64,
}

/// The same file with every line ended by one LF, and no row of it longer than so many bytes.
pub(super) fn plain_ends(from: impl Read + 'static, row: u64) -> PlainEnds {
    PlainEnds { from: Box::new(from), held: Vec::new(), at: 0, last: b'\n', over: false, row, left: row }
}

impl PlainEnds {
    /// What is read from here on is of another row.
    pub(super) const fn a_row_begins(&mut self) {
        self.left = self.row;
    }

    fn refill(&mut self) -> std::io::Result<()> {
        let mut buffer = vec![0; 64 * 1024];
        let read = self.from.read(&mut buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or(std::io::ErrorKind::FileTooLarge)?;
        self.held.clear();
        self.at = 0;
        if self.last != b'\r' && !buffer[..read].contains(&b'\r') {
            self.held.extend_from_slice(&buffer[..read]);
            self.last = buffer[..read].last().copied().unwrap_or(self.last);
        } else {
            for byte in &buffer[..read] {
                match (self.last, byte) {
                    // The CR before it stands as an LF already.
                    (b'\r', b'\n') => {}
                    (_, b'\r') => self.held.push(b'\n'),
                    (_, byte) => self.held.push(*byte),
                }
                self.last = *byte;
            }
        }
        if read == 0 {
            self.over = true;
            if !matches!(self.last, b'\n' | b'\r') {
                self.held.push(b'\n');
            }
        }
        Ok(())
    }
}

impl Read for PlainEnds {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while self.at == self.held.len() && !self.over {
            self.refill()?;
        }
        let count = out.len().min(self.held.len() - self.at);
        out[..count].copy_from_slice(&self.held[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Slowly(&'static [u8]);

    impl Read for Slowly {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            let Some((first, rest)) = self.0.split_first() else { return Ok(0) };
            out[0] = *first;
            self.0 = rest;
            Ok(1)
        }
    }

    #[test]
    fn every_line_ends_in_one_lf() {
        for (file, plain) in [("a\r\nb\r\n", "a\nb\n"), ("a\rb", "a\nb\n"), ("a\n\r\n\rb\n", "a\n\n\nb\n"), ("", "")] {
            let mut read = String::new();
            assert_eq!(plain_ends(file.as_bytes(), 1000).read_to_string(&mut read).ok(), Some(plain.len()), "{file:?}");
            assert_eq!(read, plain);
            let mut slowly = String::new();
            assert!(plain_ends(Slowly(file.as_bytes()), 1000).read_to_string(&mut slowly).is_ok());
            assert_eq!(slowly, plain);
        }
    }
}
