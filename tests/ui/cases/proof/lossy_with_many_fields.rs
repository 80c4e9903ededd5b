use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[rustfmt::skip]
enum GridError {
    #[detail("{a0} {a1} {a2} {a3} {a4} {a5} {a6} {a7} {a8} {a9} {a10} {a11} {a12} {a13} {a14} {a15} {a16} {a17} {a18} {a19} {a20} {a21} {a22} {a23} {a24} {a25} {a26} {a27} {a28} {a29} {a30} {a31}")]
    #[kate(lossy)]
    Row { a0: String, a1: String, a2: String, a3: String, a4: String, a5: String, a6: String, a7: String, a8: String, a9: String, a10: String, a11: String, a12: String, a13: String, a14: String, a15: String, a16: String, a17: String, a18: String, a19: String, a20: String, a21: String, a22: String, a23: String, a24: String, a25: String, a26: String, a27: String, a28: String, a29: String, a30: String, a31: String },

    #[detail("Run {id} not found")]
    NotFound { id: u64 },
}

fn main() {}
