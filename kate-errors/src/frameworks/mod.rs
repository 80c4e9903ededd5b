//! Web frameworks. Each file contains the functions that users add to an application, a macro with the impls that `#[kate(...)]`
//! generates for the framework's word, and a module `derived` with the functions that these impls call.
//!
//! To add a framework, add a file here and its lines below, a Cargo feature of the same name, and an entry for its word in the
//! derive (`attribute/kate.rs`).

#[cfg(feature = "actix_web")]
pub mod actix_web;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "poem")]
pub mod poem;
#[cfg(feature = "rocket")]
pub mod rocket;
#[cfg(feature = "salvo")]
pub mod salvo;
#[cfg(feature = "warp")]
pub mod warp;

#[cfg_attr(
    not(feature = "axum"),
    allow(dead_code, reason = "other frameworks use less of it, or nothing")
)]
mod foreign;

/// The macros that derived code calls, by the words of `#[kate(...)]`. Their arguments: the type's generic parameters, the type,
/// the bounds of the impls, and what to write instead if the feature is off.
#[doc(hidden)]
pub mod __implement {
    #[cfg(feature = "actix_web")]
    pub use crate::__implement_actix_web as actix_web;
    #[cfg(feature = "axum")]
    pub use crate::__implement_axum as axum;
    #[cfg(feature = "poem")]
    pub use crate::__implement_poem as poem;
    #[cfg(feature = "rocket")]
    pub use crate::__implement_rocket as rocket;
    #[cfg(feature = "salvo")]
    pub use crate::__implement_salvo as salvo;
    #[cfg(feature = "warp")]
    pub use crate::__implement_warp as warp;
    #[cfg(not(feature = "actix_web"))]
    pub use crate::__without_feature as actix_web;
    #[cfg(not(feature = "axum"))]
    pub use crate::__without_feature as axum;
    #[cfg(not(feature = "poem"))]
    pub use crate::__without_feature as poem;
    #[cfg(not(feature = "rocket"))]
    pub use crate::__without_feature as rocket;
    #[cfg(not(feature = "salvo"))]
    pub use crate::__without_feature as salvo;
    #[cfg(not(feature = "warp"))]
    pub use crate::__without_feature as warp;
}

/// Replaces the macro of a framework whose feature is off.
#[doc(hidden)]
#[macro_export]
macro_rules! __without_feature {
    ([$($params:tt)*] [$error:ty] [$($bounds:tt)*] {$($instead:tt)*}) => { $($instead)* };
}

/// Implements the traits of all frameworks for types of this crate.
macro_rules! implement_frameworks {
    ($($Error:ident)*) => {$(
        $crate::frameworks::__implement::actix_web! { [] [$Error] [] {} }
        $crate::frameworks::__implement::axum! { [] [$Error] [] {} }
        $crate::frameworks::__implement::poem! { [] [$Error] [] {} }
        $crate::frameworks::__implement::rocket! { [] [$Error] [] {} }
        $crate::frameworks::__implement::salvo! { [] [$Error] [] {} }
        $crate::frameworks::__implement::warp! { [] [$Error] [] {} }
    )*};
}

pub(crate) use implement_frameworks;
