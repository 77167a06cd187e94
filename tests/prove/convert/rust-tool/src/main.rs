fn main() {
    let words: Vec<String> = std::env::var("PATH").unwrap_or_default().split(':').map(String::from).collect();
    println!("Rust counts {}", if words.is_empty() { 0 } else { 1 + 2 });
}
