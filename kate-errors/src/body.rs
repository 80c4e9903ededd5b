//! The body of an error as a serde type.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::decode::Decode;
use crate::error::KateError;
use crate::json::{DetailMember, NoDetail};

/// The body of an error, `{"detail": "..."}`, as a type that serde serializes and deserializes.
///
/// Serializing writes the same as [`KateError::body`], in any format. Deserializing reads the detail without a status,
/// as [`Decode::from_detail`] does with `None`.
///
/// ```
/// use kate_errors::Body;
/// use kate_errors::api::ArtifactError;
///
/// let json = serde_json::to_string(&Body(ArtifactError::NotFound)).unwrap();
/// assert_eq!(json, r#"{"detail":"Artifact not found"}"#);
///
/// let Body(error) = serde_json::from_str::<Body<ArtifactError>>(&json).unwrap();
/// assert_eq!(error, ArtifactError::NotFound);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Body<E>(pub E);

impl<E: KateError> Serialize for Body<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.0.member(), &self.0.detail())?;
        map.end()
    }
}

impl<'de, E: Decode> Deserialize<'de> for Body<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let member = E::TABLE.member;
        let detail = DetailMember(member).deserialize(deserializer)?;
        let detail = detail.map_err(|why| match why {
            NoDetail::Missing => D::Error::missing_field(member),
            NoDetail::Repeated => D::Error::duplicate_field(member),
            NoDetail::NotJson(_) | NoDetail::NotAnObject | NoDetail::NotAString(_) => {
                D::Error::custom(format_args!("member {member:?} is not a string"))
            }
        })?;
        E::from_detail(None, &detail)
            .map(Self)
            .map_err(D::Error::custom)
    }
}
