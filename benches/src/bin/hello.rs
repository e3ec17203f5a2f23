//! The least a program can do: what starting one costs.

fn main() {
    println!("hello");
}
