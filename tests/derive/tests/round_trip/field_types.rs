//! Every value of every field type comes back equal from its response.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::{
    NonZeroI8, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU32, NonZeroU64, NonZeroU128,
};
use std::str::FromStr;

use derive_tests::string_type;
use kate_errors::{DetailText, KateError, Language};
use proptest::prelude::*;

use crate::checks::comes_back;

/// A test for each field type: the field alone, in an `Option`, and after a number.
macro_rules! field_types {
    ($($test:ident $Type:ty = $values:expr;)*) => {$(
        #[test]
        fn $test() {
            #[derive(Debug, PartialEq, KateError)]
            #[status(400)]
            #[detail("{value}")]
            struct Bare {
                value: $Type,
            }

            #[derive(Debug, PartialEq, KateError)]
            #[status(422, accept(409))]
            #[fix("Try another")]
            enum Among {
                #[detail("Number {count} of {value}!")]
                After { count: u16, value: $Type },
                #[detail("No {{value}}")]
                None,
                #[detail("Perhaps ({0})")]
                #[detail("Perhaps")]
                Perhaps(Option<$Type>),
            }

            let values = ($values, $values, any::<u16>());
            proptest!(ProptestConfig::with_cases(400), |((one, other, count) in values)| {
                comes_back(&Bare { value: one })?;
                comes_back(&Among::Perhaps(Some(other.clone())))?;
                comes_back(&Among::After { count, value: other })?;
                comes_back(&Among::Perhaps(None))?;
                comes_back(&Among::None)?;
            });
        }
    )*};
}

/// Any values, the least and the greatest more often.
macro_rules! integers {
    ($Int:ident) => {
        prop_oneof![
            any::<$Int>(),
            Just($Int::MIN),
            Just($Int::MAX),
            Just(0),
            (0..64_u8).prop_map(|few| $Int::try_from(few).unwrap()),
        ]
    };
}

macro_rules! non_zero {
    ($NonZero:ident) => {
        prop_oneof![
            any::<$NonZero>(),
            Just($NonZero::MIN),
            Just($NonZero::MAX),
            Just($NonZero::new(1).unwrap()),
        ]
    };
}

fn doubles() -> impl Strategy<Value = f64> {
    use prop::num::f64::{INFINITE, NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    let ordinary = POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO | INFINITE;
    prop_oneof![
        ordinary,
        any::<i32>().prop_map(f64::from),
        Just(0.1),
        Just(-0.0),
        Just(f64::MIN_POSITIVE),
        Just(1e300)
    ]
}

fn singles() -> impl Strategy<Value = f32> {
    use prop::num::f32::{INFINITE, NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    let ordinary = POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO | INFINITE;
    prop_oneof![
        ordinary,
        any::<i16>().prop_map(f32::from),
        Just(f32::MAX),
        Just(-0.0)
    ]
}

/// Any Unicode, and strings with a meaning in JSON and in templates.
pub(crate) fn strings() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "", "\"", "\\", "{", "}", "{value}", "{{", "\u{0}", "\n", "\r", "\t", "\u{7f}", "\u{2028}",
        "\u{feff}", "é", "🦀", "/", "!", " of ", "Number ", ")", "Perhaps", "null", "0", "-",
    ]);
    prop_oneof![
        prop::collection::vec(any::<char>(), 0..20).prop_map(|chars| chars.into_iter().collect()),
        prop::collection::vec(odd, 0..8).prop_map(|pieces| pieces.concat()),
    ]
}

fn ipv6() -> impl Strategy<Value = Ipv6Addr> {
    prop_oneof![
        any::<Ipv6Addr>(),
        any::<Ipv4Addr>().prop_map(|v4| v4.to_ipv6_mapped()),
        Just(Ipv6Addr::UNSPECIFIED),
        Just(Ipv6Addr::LOCALHOST),
        prop::collection::vec(prop_oneof![Just(0), any::<u16>()], 8)
            .prop_map(|parts| <[u16; 8]>::try_from(parts).unwrap().into()),
    ]
}

fn socket_v6() -> impl Strategy<Value = SocketAddrV6> {
    let scope = prop_oneof![Just(0), any::<u32>()];
    // `Display` does not print the flow information.
    (ipv6(), any::<u16>(), scope)
        .prop_map(|(ip, port, scope)| SocketAddrV6::new(ip, port, 0, scope))
}

fn sockets() -> impl Strategy<Value = SocketAddr> {
    prop_oneof![
        any::<SocketAddrV4>().prop_map(SocketAddr::V4),
        socket_v6().prop_map(SocketAddr::V6),
    ]
}

string_type!(
    /// A type whose characters are declared.
    Slug
);

impl DetailText for Slug {
    const LANGUAGE: Language = Language::chars("a-zé🦀0-9_.-");
}

/// A type that is not known to the macro, and that parses more than it prints.
#[derive(Clone, Debug, PartialEq)]
struct Hex(u64);

impl fmt::Display for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#x}", self.0)
    }
}

impl FromStr for Hex {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.trim().trim_start_matches("0x");
        u64::from_str_radix(digits, 16).map(Self)
    }
}

type Alias = u64;

field_types! {
    u8_fields u8 = integers!(u8);
    u16_fields u16 = integers!(u16);
    u32_fields u32 = integers!(u32);
    u64_fields u64 = integers!(u64);
    u128_fields u128 = integers!(u128);
    usize_fields usize = integers!(usize);
    i8_fields i8 = integers!(i8);
    i16_fields i16 = integers!(i16);
    i32_fields i32 = integers!(i32);
    i64_fields i64 = integers!(i64);
    i128_fields i128 = integers!(i128);
    isize_fields isize = integers!(isize);
    aliased_fields Alias = integers!(u64);
    qualified_fields ::core::primitive::u64 = integers!(u64);
    non_zero_u8_fields NonZeroU8 = non_zero!(NonZeroU8);
    non_zero_u32_fields std::num::NonZero<u32> = non_zero!(NonZeroU32);
    non_zero_u64_fields NonZeroU64 = non_zero!(NonZeroU64);
    non_zero_u128_fields NonZeroU128 = non_zero!(NonZeroU128);
    non_zero_i8_fields NonZeroI8 = non_zero!(NonZeroI8);
    non_zero_i128_fields NonZeroI128 = non_zero!(NonZeroI128);
    non_zero_isize_fields NonZeroIsize = non_zero!(NonZeroIsize);
    bool_fields bool = any::<bool>();
    char_fields char = prop_oneof![any::<char>(), Just('"'), Just('\0'), Just('{'), Just(' ')];
    f64_fields f64 = doubles();
    f32_fields f32 = singles();
    string_fields String = strings();
    ip_fields IpAddr = prop_oneof![any::<Ipv4Addr>().prop_map(IpAddr::V4), ipv6().prop_map(IpAddr::V6)];
    ipv4_fields Ipv4Addr = any::<Ipv4Addr>();
    ipv6_fields Ipv6Addr = ipv6();
    socket_fields SocketAddr = sockets();
    socket_v4_fields SocketAddrV4 = any::<SocketAddrV4>();
    socket_v6_fields SocketAddrV6 = socket_v6();
    declared_fields Slug = "[a-zé🦀0-9_.-]{0,12}".prop_map(Slug);
    unknown_fields Hex = any::<u64>().prop_map(Hex);
}
