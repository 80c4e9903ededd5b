use kate_errors::Report;

fn log(error: &std::io::Error) {
    println!("{}", Report::new(error));
}

fn main() {
    log(&std::io::Error::other("disk"));
}
