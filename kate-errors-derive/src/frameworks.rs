//! The frameworks that `#[kate(axum, ...)]` asks for. Each has a Cargo feature of its own name, which the facade hands on.

use proc_macro2::Span;

/// A web framework.
#[derive(PartialEq, Eq)]
pub(crate) struct Framework {
    /// The word, the feature, and the facade's module.
    pub(crate) name: &'static str,
    enabled: bool,
}

/// A framework, and where a type asks for it.
pub(crate) struct Asked {
    pub(crate) framework: &'static Framework,
    pub(crate) span: Span,
}

static ALL: [Framework; 6] = [
    Framework::new("actix_web", cfg!(feature = "actix_web")),
    Framework::new("axum", cfg!(feature = "axum")),
    Framework::new("poem", cfg!(feature = "poem")),
    Framework::new("rocket", cfg!(feature = "rocket")),
    Framework::new("salvo", cfg!(feature = "salvo")),
    Framework::new("warp", cfg!(feature = "warp")),
];

pub(crate) fn named(name: &str) -> Option<&'static Framework> {
    ALL.iter().find(|framework| framework.name == name)
}

impl Framework {
    const fn new(name: &'static str, enabled: bool) -> Self {
        Self { name, enabled }
    }

    /// What to say where the feature is off.
    pub(crate) fn missing(&self) -> Option<String> {
        const VERSION: &str = concat!(
            env!("CARGO_PKG_VERSION_MAJOR"),
            ".",
            env!("CARGO_PKG_VERSION_MINOR")
        );
        let name = self.name;
        (!self.enabled).then(|| {
            format!(
                "`{name}` needs the feature of that name: write `kate-errors = {{ version = \"{VERSION}\", features = [\"{name}\"] }}` in `Cargo.toml`"
            )
        })
    }
}
