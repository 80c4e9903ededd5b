//! 120 messages of seven APIs, as a first user types them: how many are accepted, and whether the line of each message cures.

use std::collections::BTreeSet;

use super::Expanded;

/// A message: its status and text, and for each field its name, type and attribute.
struct Message {
    status: u16,
    text: String,
    fields: Vec<(String, String, Option<String>)>,
    lossy: bool,
}

/// The messages of each API.
fn apis() -> Vec<Vec<Message>> {
    let mut apis = Vec::new();
    for line in include_str!("messages.txt").lines() {
        if line.starts_with('#') {
            apis.push(Vec::new());
        } else if let (Some(api), Some((status, text))) = (apis.last_mut(), line.split_once(' ')) {
            api.push(message(status.parse().unwrap(), text));
        }
    }
    apis
}

fn message(status: u16, typed: &str) -> Message {
    let (mut text, mut fields) = (String::new(), Vec::new());
    for (index, part) in typed.split(['{', '}']).enumerate() {
        if index % 2 == 0 {
            text.push_str(part);
        } else {
            let (name, ty) = part.split_once(':').unwrap_or((part, "String"));
            text.extend(["{", name, "}"]);
            fields.push((name.to_owned(), ty.to_owned(), None));
        }
    }
    Message {
        status,
        text,
        fields,
        lossy: false,
    }
}

fn source(api: &[Message]) -> String {
    let variants = api.iter().enumerate().map(|(number, message)| {
        let fields = message.fields.iter().map(|(name, ty, attribute)| {
            format!("{} {name}: {ty}", attribute.as_deref().unwrap_or_default())
        });
        format!(
            "#[status({})] #[detail({:?})] {} V{number} {{ {} }},",
            message.status,
            message.text,
            if message.lossy { "#[kate(lossy)]" } else { "" },
            fields.collect::<Vec<_>>().join(", ")
        )
    });
    format!("enum E {{ {} }}", variants.collect::<String>())
}

/// The messages that are refused, by their numbers, each with what the compiler says.
fn refused(api: &[Message]) -> Vec<(usize, String)> {
    let found = Expanded::of(&source(api)).diagnostics;
    let number = |at: &str| {
        api.iter()
            .position(|message| at == format!("{:?}", message.text))
    };
    found
        .into_iter()
        .map(|diagnostic| {
            let at = diagnostic.at.as_deref().and_then(number);
            (at.expect("a text of the API"), diagnostic.message)
        })
        .collect()
}

/// The lines that a message says: the attribute, the field, and the variant that has it.
fn lines(number: usize, message: &str) -> Vec<(String, String, usize)> {
    let help = message.split("help: write ").nth(1).unwrap_or_default();
    let help = help.split(", reword").next().unwrap_or_default();
    let parts: Vec<_> = help.split('`').collect();
    let mut found = Vec::<(String, String, usize)>::new();
    for (index, part) in parts.iter().enumerate() {
        if part.starts_with("#[kate") {
            found.push(((*part).to_owned(), parts[index + 2].to_owned(), number));
        } else if let (Some(last), Some(variant)) = (found.last_mut(), part.strip_prefix('V')) {
            last.2 = variant.parse().unwrap();
        }
    }
    found
}

#[test]
fn the_line_of_each_message_cures_it() {
    let (mut all, mut written, mut cured, mut lossy) = (0, 0, 0, 0);
    for mut api in apis() {
        all += api.len();
        let numbers = |refused: &[(usize, String)]| {
            let numbers: BTreeSet<_> = refused.iter().map(|(number, _)| *number).collect();
            numbers.len()
        };
        let first = refused(&api);
        written += api.len() - numbers(&first);
        let mut has_line = BTreeSet::new();
        for (number, message) in &first {
            println!("{message}");
            for (attribute, field, variant) in lines(*number, message) {
                has_line.insert(*number);
                let mut fields = api[variant].fields.iter_mut();
                let field = fields.find(|(name, ..)| *name == field).unwrap();
                field.2 = Some(attribute);
            }
        }
        let still = refused(&api);
        cured += api.len() - numbers(&still);
        for (number, message) in &still {
            assert!(!has_line.contains(number), "{message}");
        }
        // A text that loses to a lossy one gets its message when that one has the mark.
        let mut still = still;
        for _ in 0..3 {
            for (number, _) in &still {
                api[*number].lossy = true;
            }
            still = refused(&api);
        }
        for (number, message) in &still {
            println!("{number} in spite of `lossy`: {message}");
        }
        lossy += api.len() - numbers(&still);
    }
    println!("of {all}: {written} as written, {cured} with the line, {lossy} with `lossy`");
    assert_eq!((all, lossy), (120, 120));
    assert!(cured >= 114, "{cured}");
}
