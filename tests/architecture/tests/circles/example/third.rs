use crate::first;

pub(crate) const THIRD: u8 = 3;

fn third() {
    use self::first::First as Other;
    first::first();
}

fn generated() -> TokenStream {
    quote!(crate::alone::ALONE)
}

#[cfg(test)]
mod tests {
    use crate::alone::ALONE;
}
