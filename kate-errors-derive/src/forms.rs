//! The forms of a type and their numbers. The table, the proof and decoding use the same numbers.

use kate_errors_core::matching::Placeholder;
use kate_errors_core::table::{
    Body, FormEntry, FormKind, Read, body_of_constant, body_of_template,
};

use crate::model::{self, Form, Model, Role, Variant};

/// The forms of all variants with a status of their own, in order.
pub(crate) struct Forms<'m> {
    pub(crate) all: Vec<NumberedForm<'m>>,
    /// The number of each variant's first form.
    first: Vec<usize>,
}

/// One form, with the parts of its [`FormEntry`], which borrows from them.
pub(crate) struct NumberedForm<'m> {
    /// The index of the form's variant.
    pub(crate) variant: usize,
    /// The form in the model.
    pub(crate) parsed: &'m Form,
    /// The index of the form's error in the table.
    error: usize,
    status: u16,
    detail: String,
    kind: FormKind,
    leading: &'m str,
    placeholders: Vec<Placeholder<'m>>,
    body: Option<(String, String)>,
    read: Read,
    written: bool,
    spelled: bool,
}

impl<'m> Forms<'m> {
    pub(crate) fn of(model: &'m Model<'_>) -> Self {
        let member = model.member();
        let mut forms = Self {
            all: Vec::new(),
            first: Vec::new(),
        };
        let mut error = 0;
        for (index, variant) in model.variants.iter().enumerate() {
            forms.first.push(forms.all.len());
            if matches!(variant.role, Role::Plain) {
                forms.add(index, variant, error, &member);
                error += 1;
            }
        }
        forms
    }

    fn add(&mut self, index: usize, variant: &'m Variant<'_>, error: usize, member: &str) {
        let written: Vec<_> = variant
            .emitted_forms()
            .into_iter()
            .map(|emitted| emitted.form)
            .collect();
        let mut constants_alone = true;
        for (number, form) in variant.forms.iter().enumerate() {
            let written = written.contains(&number);
            let (kind, leading, placeholders) = parts(variant, form);
            constants_alone &= kind == FormKind::Constant;
            let is_parsable = match kind {
                FormKind::Constant | FormKind::Template => true,
                FormKind::Format => false,
            };
            // The proof has compared a form that is written with all other forms, so it is decisive. It does not compare a form
            // that is never written with the earlier forms of its error. Such a form is still decisive if there is no earlier
            // one, or if it and all earlier ones are constants, because constants of one error differ.
            let is_decisive = !variant.is_lossy() && (written || number == 0 || constants_alone);
            let read = if !(is_parsable && variant.is_parsed()) {
                Read::Never
            } else if is_decisive {
                Read::Decisive
            } else {
                Read::InOrder
            };
            let body = match kind {
                FormKind::Constant => Some((body_of_constant(member, leading), String::new())),
                FormKind::Template => body_of_template(member, leading, &placeholders),
                FormKind::Format => None,
            };
            let fields = form.placeholders().iter();
            let mut languages =
                fields.map(|placeholder| &variant.fields[placeholder.field].language);
            self.all.push(NumberedForm {
                variant: index,
                parsed: form,
                error,
                status: variant.status_code(),
                detail: form.literal.value(),
                kind,
                leading,
                placeholders,
                body,
                read,
                written,
                spelled: languages.all(|language| language.is_spelled),
            });
        }
    }

    /// The number of a variant's form.
    pub(crate) fn number(&self, variant: usize, form: usize) -> usize {
        self.first[variant] + form
    }

    /// How many forms come before a variant.
    pub(crate) fn before(&self, variant: usize) -> usize {
        self.first[variant]
    }

    /// The entries of the table.
    pub(crate) fn entries(&self) -> Vec<FormEntry<'_>> {
        self.all.iter().map(NumberedForm::entry).collect()
    }
}

/// The kind, leading literal and placeholders of a form.
fn parts<'m>(
    variant: &'m Variant<'_>,
    form: &'m Form,
) -> (FormKind, &'m str, Vec<Placeholder<'m>>) {
    match &form.kind {
        model::FormKind::Constant(text) => (FormKind::Constant, text, Vec::new()),
        model::FormKind::Template {
            leading,
            placeholders,
        } => {
            let placeholder = |placeholder: &'m model::Placeholder| Placeholder {
                language: &variant.fields[placeholder.field].language.language,
                after: &placeholder.after,
            };
            let placeholders = placeholders.iter().map(placeholder);
            (FormKind::Template, leading, placeholders.collect())
        }
        // A broken form has a diagnostic. Its number is still needed, and as a `Format` it is neither read nor compared.
        model::FormKind::Format { .. } | model::FormKind::Broken => {
            (FormKind::Format, "", Vec::new())
        }
    }
}

impl NumberedForm<'_> {
    /// The form's entry in the table.
    pub(crate) fn entry(&self) -> FormEntry<'_> {
        FormEntry {
            error: self.error,
            status: self.status,
            detail: &self.detail,
            kind: self.kind,
            leading: self.leading,
            placeholders: &self.placeholders,
            body: self.body.as_ref().map(|(start, end)| Body { start, end }),
            read: self.read,
            written: self.written,
            spelled: self.spelled,
        }
    }
}
