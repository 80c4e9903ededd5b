//! All peers do the same.

use std::fmt::Debug;

use kate_errors::{Decode, KateError};

use crate::sets::kate::{Hand, Ours, Thiserror};
use crate::sets::{Hundred, Kate, OneLength, Set, Ten, Thousand, cases};
use crate::text::changed;

fn debug(value: impl Debug) -> String {
    format!("{value:?}")
}

/// All peers read each text as the same value, and none reads a wrong text.
fn agree<S: Set>() {
    for (status, text) in cases(S::CONSTANTS).iter().chain(&cases(S::TEMPLATES)) {
        let ours = debug(S::Ours::from_detail(Some(*status), text).unwrap());
        assert_eq!(ours, debug(text.parse::<S::Ours>().unwrap()));
        assert_eq!(ours, debug(S::hand(*status, text).unwrap()));
        assert_eq!(ours, debug(S::regex(text).unwrap()));
        assert_eq!(ours, debug(text.parse::<S::ParseDisplay>().unwrap()));
    }
    for (_, text) in cases(S::CONSTANTS) {
        let strum = debug(text.parse::<S::Strum>().unwrap());
        assert_eq!(strum, debug(text.parse::<S::Ours>().unwrap()));
    }
    let wrong = changed(&cases(S::CONSTANTS), |text| text.len() / 2);
    let wrong_end = changed(&cases(S::TEMPLATES), |text| text.len() - 1);
    for (status, text) in wrong.iter().chain(&wrong_end) {
        assert!(S::Ours::from_detail(Some(*status), text).is_err());
        assert!(S::hand(*status, text).is_none());
        assert!(S::regex(text).is_none());
        assert!(text.parse::<S::ParseDisplay>().is_err());
        assert!(text.parse::<S::Strum>().is_err());
    }
}

#[test]
fn peers_read_the_same() {
    agree::<Kate>();
    agree::<Ten>();
    agree::<Hundred>();
    agree::<Thousand>();
    agree::<OneLength>();
}

#[test]
fn each_set_has_the_size_of_its_name() {
    fn count<S: Set>() -> [usize; 2] {
        [S::CONSTANTS.len(), S::TEMPLATES.len()]
    }
    assert_eq!(count::<Kate>(), [17, 3]);
    assert_eq!(count::<Ten>(), [9, 1]);
    assert_eq!(count::<Hundred>(), [90, 10]);
    assert_eq!(count::<Thousand>(), [900, 100]);
    assert_eq!(count::<OneLength>(), [1_000, 0]);
    let first = OneLength::CONSTANTS[0].1.len();
    assert!(
        OneLength::CONSTANTS
            .iter()
            .all(|(_, text)| text.len() == first)
    );
}

#[test]
fn peers_write_the_same() {
    let tool = "the \"atlas\"\n\u{1}é".to_owned();
    let tokens = u64::MAX;
    let all = [
        (
            Ours::TokenExpired,
            Thiserror::TokenExpired,
            Hand::TokenExpired,
        ),
        (
            Ours::InsufficientTokenBalance {
                required: 0,
                available: 10,
            },
            Thiserror::InsufficientTokenBalance {
                required: 0,
                available: 10,
            },
            Hand::InsufficientTokenBalance {
                required: 0,
                available: 10,
            },
        ),
        (
            Ours::ToolBalance {
                tool: tool.clone(),
                tokens,
            },
            Thiserror::ToolBalance {
                tool: tool.clone(),
                tokens,
            },
            Hand::ToolBalance { tool, tokens },
        ),
    ];
    for (ours, thiserror, hand) in all {
        let body = ours.body();
        assert_eq!(body, *hand.body());
        assert_eq!(body, crate::emit::serialized(&thiserror));
        let (mut ours_written, mut hand_written) = (Vec::new(), Vec::new());
        ours.write_body(&mut ours_written);
        hand.write_body(&mut hand_written);
        assert_eq!(body, ours_written);
        assert_eq!(body, hand_written);
    }
}
