use kate_errors::{Catalog, Documented};

fn catalog<E: Documented>() -> Catalog {
    E::CATALOG
}

fn main() {
    catalog::<std::io::Error>();
}
