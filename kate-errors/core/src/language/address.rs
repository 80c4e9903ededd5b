//! The addresses that `Ipv4Addr`, `Ipv6Addr` and `IpAddr` print.
//!
//! An IPv4 address is four numbers from 0 to 255 without leading zeros. An IPv6 address is eight groups of at most four hexadecimal
//! digits, in lower case and without leading zeros. `::` stands for two groups or more that are zero. An address of the form
//! `::ffff:127.0.0.1` ends in an IPv4 address. Which of several runs of zeros is shortened is not told: the language contains a
//! little more than is printed.
//!
//! One automaton reads all of them. Where an IPv4 address may begin, its first number may also be a group.

use super::state::{START, State};

/// Which addresses a language contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addresses {
    /// Those of `Ipv4Addr`.
    V4,
    /// Those of `Ipv6Addr`.
    V6,
    /// Those of `IpAddr`.
    Both,
}

/// The number of states of a number from 0 to 255: those of [`step_number`].
const NUMBER: State = 9;
/// The first number of an address that may be an IPv4 address. The state after the start is in these.
const FIRST: State = 1;
/// The second, third and fourth number.
const OTHERS: State = FIRST + NUMBER;
/// The first number after `::ffff:`.
const MAPPED: State = OTHERS + 3 * NUMBER;
/// The states after `f`, `ff`, `fff` and `ffff`, the first group after `::`, and after the colon behind it.
const FFFF: State = MAPPED + NUMBER;
/// The state after a colon at the start.
const COLON: State = FFFF + 5;
/// The groups. For each number of groups from 0 to 8, with or without `::` before, there are the states of [`Group`].
const GROUPS: State = COLON + 1;
/// The number of states of a group.
const GROUP: State = 7;

/// The states of a group: after `0`, one to four digits, a colon, and two colons.
mod group {
    use super::State;

    pub(super) const ZERO: State = 0;
    pub(super) const COLON: State = 5;
    pub(super) const COLONS: State = 6;
}

/// The number of characters of the longest address.
pub(super) const MAX_CHARS: usize = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff".len();

impl Addresses {
    const fn has_v4(self) -> bool {
        matches!(self, Self::V4 | Self::Both)
    }

    const fn has_v6(self) -> bool {
        matches!(self, Self::V6 | Self::Both)
    }

    /// The number of states.
    pub(super) const fn state_count(self) -> State {
        match self {
            Self::V4 => MAPPED,
            Self::V6 | Self::Both => GROUPS + 16 * GROUP,
        }
    }

    /// The characters of the addresses.
    pub(super) const fn pattern(self) -> &'static str {
        match self {
            Self::V4 => "0-9.",
            Self::V6 | Self::Both => "0-9a-f:.",
        }
    }

    pub(super) const fn has_char(self, c: char) -> bool {
        match c {
            '0'..='9' | '.' => true,
            'a'..='f' | ':' => self.has_v6(),
            _ => false,
        }
    }

    pub(super) const fn equals(self, other: Self) -> bool {
        self.has_v4() == other.has_v4() && self.has_v6() == other.has_v6()
    }

    /// The state after one more character.
    pub(super) const fn step(self, state: State, c: char) -> Option<State> {
        match state {
            START => match c {
                ':' if self.has_v6() => Some(COLON),
                _ => self.step_first(FIRST, 0, c, (false, 0)),
            },
            COLON if c == ':' => Some(groups(true, 0) + group::COLONS),
            COLON => None,
            FIRST..OTHERS => self.step_first(FIRST, state - FIRST, c, (false, 1)),
            OTHERS..MAPPED => {
                let (number, base) = (
                    (state - OTHERS) / NUMBER,
                    (state - OTHERS) / NUMBER * NUMBER + OTHERS,
                );
                let read = state - base;
                match step_number(read, c) {
                    Some(next) => Some(base + next),
                    None if c == '.' && read > 0 && number < 2 => Some(base + NUMBER),
                    None => None,
                }
            }
            MAPPED..FFFF => self.step_first(MAPPED, state - MAPPED, c, (true, 2)),
            FFFF..COLON => {
                let read = state - FFFF + 1;
                match c {
                    'f' if read < 4 => Some(state + 1),
                    ':' if read == 4 => Some(state + 1),
                    _ if read == 5 => self.step_first(MAPPED, 0, c, (true, 1)),
                    _ => step_group(true, 1, read, c),
                }
            }
            _ => {
                let (place, inside) = ((state - GROUPS) / GROUP, (state - GROUPS) % GROUP);
                let (shortened, count) = (place >= 9, place % 9);
                if shortened && count == 0 && c == 'f' {
                    return Some(FFFF);
                }
                step_group(shortened, count, inside, c)
            }
        }
    }

    /// One more character of a number that may also be a group. `groups` is the group that it may be, as in [`step_group`].
    const fn step_first(
        self,
        base: State,
        read: State,
        c: char,
        group: (bool, State),
    ) -> Option<State> {
        let may_be_v4 = self.has_v4() || base == MAPPED;
        if may_be_v4 {
            if let Some(next) = step_number(read, c) {
                return Some(base + next);
            }
            if c == '.' && read > 0 {
                return Some(OTHERS);
            }
        }
        if !self.has_v6() {
            return None;
        }
        let (shortened, count) = group;
        let inside = match read {
            0 => group::COLON,
            1 => group::ZERO,
            2..=4 => 1,
            5..=7 => 2,
            _ => 3,
        };
        step_group(shortened, count, inside, c)
    }

    /// Whether an address may end in this state.
    pub(super) const fn accepts(state: State) -> bool {
        match state {
            // The fourth number.
            _ if state > OTHERS + 2 * NUMBER && state < MAPPED => true,
            // `::ffff`, and `::ffff:0` with a group behind it.
            _ if state > MAPPED && state < FFFF + 4 => true,
            _ if state >= GROUPS => {
                let (place, inside) = ((state - GROUPS) / GROUP, (state - GROUPS) % GROUP);
                inside == group::COLONS || inside != group::COLON && (place >= 9 || place == 8)
            }
            _ => false,
        }
    }
}

/// The first state after this many groups.
const fn groups(shortened: bool, count: State) -> State {
    GROUPS + (count + if shortened { 9 } else { 0 }) * GROUP
}

/// One more character of the group of this number, or after it.
const fn step_group(shortened: bool, count: State, inside: State, c: char) -> Option<State> {
    let most = if shortened { 6 } else { 8 };
    let is_colon = inside == group::COLON || inside == group::COLONS;
    match c {
        ':' if inside == group::COLON => {
            if shortened || count == 0 || count > 6 {
                None
            } else {
                Some(groups(true, count) + group::COLONS)
            }
        }
        ':' if inside == group::COLONS => None,
        // Behind the last group but one there is no room for `::`, but for one more group.
        ':' if count < most => Some(groups(shortened, count) + group::COLON),
        '0'..='9' | 'a'..='f' if is_colon && count < most => {
            let begun = if c == '0' { group::ZERO } else { 1 };
            Some(groups(shortened, count + 1) + begun)
        }
        '0'..='9' | 'a'..='f' if !is_colon && inside != group::ZERO && inside < 4 => {
            Some(groups(shortened, count) + inside + 1)
        }
        _ => None,
    }
}

/// One more digit of a number from 0 to 255. The states are by what was read:
///
/// | state | read |
/// | --- | --- |
/// | 0 | nothing |
/// | 1 | `0` |
/// | 2, 3, 4 | `1`, `2`, any digit from `3` on |
/// | 5, 6, 7 | two digits: below `25`, `25`, above |
/// | 8 | three digits |
const fn step_number(read: State, c: char) -> Option<State> {
    Some(match (read, c) {
        (0, '0') => 1,
        (0, '1') => 2,
        (0, '2') => 3,
        (0, '3'..='9') => 4,
        (2, '0'..='9') | (3, '0'..='4') => 5,
        (3, '5') => 6,
        (3, '6'..='9') | (4, '0'..='9') => 7,
        (5, '0'..='9') | (6, '0'..='5') => 8,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

    use proptest::prelude::*;

    use super::Addresses;
    use crate::Language;

    fn reads(addresses: Addresses, text: &str) -> bool {
        Language::Addresses(addresses).contains(text)
    }

    #[test]
    fn texts_that_no_address_prints_are_refused() {
        for text in [
            "",
            ".",
            "1",
            "1.2.3",
            "1.2.3.4.5",
            "1.2.3.",
            "256.1.1.1",
            "1.2.3.04",
            "1..2.3",
            ":",
            ":1",
            "1:",
            "1::2::3",
            ":::",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1:2:3:4:5:6:7::8",
            "1:2:3:4:5:6:7::",
            "01::",
            "12345::",
            "::ffff:1.2.3",
            "::fffe:1.2.3.4",
            "::ffff:256.1.1.1",
            "1::ffff:1.2.3.4",
            "::ffff:0:1.2.3.4",
            "1.2.3.4::",
            "::A",
            "::1.2.3.4",
        ] {
            assert!(!reads(Addresses::Both, text), "{text:?}");
        }
        assert!(!reads(Addresses::V4, "::1") && !reads(Addresses::V6, "127.0.0.1"));
        for text in [
            "1:2:3:4:5:6::",
            "::3:4:5:6:7:8",
            "::",
            "::ffff:0:0:1",
            "::ffff:12",
            "::ff",
            "::ffff",
            "::f:1",
            "1:0:0:2::",
        ] {
            assert!(
                reads(Addresses::V6, text) && reads(Addresses::Both, text),
                "{text:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn every_address_is_in_its_language(v4: u32, v6: u128, zeros in 0_u8..=255) {
            let v4 = Ipv4Addr::from(v4);
            prop_assert!(reads(Addresses::V4, &v4.to_string()) && reads(Addresses::Both, &v4.to_string()));
            let mut groups = Ipv6Addr::from(v6).segments();
            for (index, group) in groups.iter_mut().enumerate() {
                *group = if zeros >> index & 1 == 1 { 0 } else { *group >> (index * 2) };
            }
            for v6 in [Ipv6Addr::from(v6), Ipv6Addr::from(groups), v4.to_ipv6_mapped(), v4.to_ipv6_compatible()] {
                prop_assert!(reads(Addresses::V6, &v6.to_string()), "{v6}");
                prop_assert!(reads(Addresses::Both, &v6.to_string()), "{v6}");
            }
        }

        #[test]
        fn what_is_read_is_an_address(text in "[0-9a-f:.]{0,12}|(::ffff:)?([0-9]{1,3}\\.){3}[0-9]{1,3}|([0-9a-f]{0,2}::?){1,9}[0-9a-f]{0,2}") {
            let v4 = text.parse::<Ipv4Addr>().is_ok();
            prop_assert_eq!(reads(Addresses::V4, &text), v4);
            prop_assert!(!reads(Addresses::V6, &text) || text.parse::<Ipv6Addr>().is_ok());
            let both = reads(Addresses::Both, &text);
            prop_assert_eq!(both, v4 || reads(Addresses::V6, &text));
            prop_assert!(!both || text.parse::<IpAddr>().is_ok());
        }
    }
}
