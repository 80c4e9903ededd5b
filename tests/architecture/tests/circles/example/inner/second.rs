pub struct Second;

impl Second {
    fn is_below(number: u8) -> bool {
        matches!(number, 0..crate::third::THIRD)
    }
}
