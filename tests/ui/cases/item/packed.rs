use kate_errors::KateError;

#[derive(Clone, Copy, Debug, KateError)]
#[repr(C, packed(2))]
#[status(400)]
#[detail("Offset {offset} is not aligned")]
struct Unaligned {
    offset: u64,
}

fn main() {}
