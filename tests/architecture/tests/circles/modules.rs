//! The modules of a crate, and the files that define what a path names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Ident, Item, ItemMod, Lit, Meta};

use super::scan::{Scan, is_test};

/// The names that a file takes from another one, by the two files.
pub(crate) type Imports = BTreeMap<(String, String), BTreeSet<String>>;

/// The names that were looked up, each with its module.
type Seen = BTreeSet<(usize, String)>;

/// The modules of a crate, its root first.
#[derive(Debug)]
pub(crate) struct Modules {
    source: PathBuf,
    all: Vec<Module>,
}

#[derive(Debug, Default)]
struct Module {
    file: String,
    parent: usize,
    children: BTreeMap<String, usize>,
    /// The names of what it defines itself.
    items: BTreeSet<String>,
    scan: Scan,
}

/// What a path leads to: a module, or an item and the module that defines it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Target<'a> {
    Module(usize),
    Item(usize, &'a str),
}

impl Modules {
    /// Reads the crate whose root is `lib.rs` in the folder `source`. Modules with `#[cfg(test)]` are left out.
    pub(crate) fn read(source: &Path) -> Self {
        let mut modules = Self {
            source: source.to_owned(),
            all: Vec::new(),
        };
        modules.file(Path::new("lib.rs"), Path::new(""), 0);
        modules
    }

    /// Reads a file. The files of its child modules are in `folder`.
    fn file(&mut self, file: &Path, folder: &Path, parent: usize) -> usize {
        let path = self.source.join(file);
        let content =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let parsed =
            syn::parse_file(&content).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        self.module(parsed.items, file, folder, parent)
    }

    fn module(&mut self, items: Vec<Item>, file: &Path, folder: &Path, parent: usize) -> usize {
        let index = self.all.len();
        self.all.push(Module {
            file: file.display().to_string(),
            parent,
            ..Module::default()
        });
        for item in items {
            match item {
                Item::Mod(child) if is_test(&child.attrs) => {}
                Item::Mod(child) => {
                    let name = child.ident.to_string();
                    let child = self.child(child, file, folder, index);
                    self.all[index].children.insert(name, child);
                }
                Item::ExternCrate(item) if item.ident == "self" => {
                    let name = item.rename.map_or(item.ident, |(_, name)| name).to_string();
                    self.all[index].children.insert(name, 0);
                }
                item => {
                    let module = &mut self.all[index];
                    module.items.extend(name(&item).map(Ident::to_string));
                    let scanned = module.scan.add(item.into_token_stream());
                    scanned.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
                }
            }
        }
        index
    }

    fn child(&mut self, child: ItemMod, file: &Path, folder: &Path, parent: usize) -> usize {
        let inside = folder.join(child.ident.to_string());
        if let Some((_, items)) = child.content {
            return self.module(items, file, &inside, parent);
        }
        let named = child.attrs.iter().find_map(path_attribute);
        let flat = inside.with_extension("rs");
        let path = match named {
            Some(named) => file.with_file_name(named),
            None if self.source.join(&flat).exists() => flat,
            None => inside.join("mod.rs"),
        };
        self.file(&path, &inside, parent)
    }

    /// Every import between two files. A re-export is followed to the file that defines the item; a module is used where an
    /// item of it is.
    pub(crate) fn imports(&self) -> Imports {
        let mut imports = Imports::new();
        for (index, Module { file, scan, .. }) in self.all.iter().enumerate() {
            let imported = scan.imports.iter().map(|(_, path)| path);
            let items = imported
                .chain(&scan.paths)
                .flat_map(|path| self.resolve(index, path));
            let items = items.filter_map(|target| match target {
                Target::Item(from, name) => Some((from, name)),
                Target::Module(_) => None,
            });
            let globs = scan.globs.iter().flat_map(|path| self.resolve(index, path));
            let globs = globs.map(|(Target::Module(from) | Target::Item(from, _))| (from, "*"));
            for (from, name) in items.chain(globs) {
                let from = &self.all[from].file;
                if from != file {
                    let names = imports.entry((file.clone(), from.clone())).or_default();
                    names.insert(name.to_owned());
                }
            }
        }
        imports
    }

    /// What a path leads to that is written in this module.
    fn resolve(&self, module: usize, path: &[String]) -> BTreeSet<Target<'_>> {
        self.path(module, path, &mut BTreeSet::new())
    }

    /// A name may be that of a module and of an item at once. A name of another crate leads nowhere. Imports may go round:
    /// what is `seen` is not looked up again.
    fn path(&self, module: usize, path: &[String], seen: &mut Seen) -> BTreeSet<Target<'_>> {
        let mut targets = BTreeSet::from([Target::Module(module)]);
        for segment in path {
            let steps = targets.into_iter().flat_map(|target| match target {
                Target::Module(module) => self.name(module, segment, seen),
                // A variant, or what is associated with a type.
                Target::Item(..) => BTreeSet::from([target]),
            });
            targets = steps.collect();
        }
        targets
    }

    fn name(&self, index: usize, name: &str, seen: &mut Seen) -> BTreeSet<Target<'_>> {
        let module = &self.all[index];
        match name {
            "crate" => return BTreeSet::from([Target::Module(0)]),
            "self" => return BTreeSet::from([Target::Module(index)]),
            "super" => return BTreeSet::from([Target::Module(module.parent)]),
            _ => {}
        }
        let mut targets = BTreeSet::new();
        if !seen.insert((index, name.to_owned())) {
            return targets;
        }
        let child = module.children.get(name);
        targets.extend(child.map(|&child| Target::Module(child)));
        let item = module.items.get(name);
        targets.extend(item.map(|item| Target::Item(index, item)));
        for (bound, path) in &module.scan.imports {
            if bound == name {
                targets.extend(self.path(index, path, seen));
            }
        }
        if targets.is_empty() {
            for glob in &module.scan.globs {
                for target in self.path(index, glob, seen) {
                    if let Target::Module(module) = target {
                        targets.extend(self.name(module, name, seen));
                    }
                }
            }
        }
        targets
    }
}

fn name(item: &Item) -> Option<&Ident> {
    match item {
        Item::Const(item) => Some(&item.ident),
        Item::Enum(item) => Some(&item.ident),
        Item::Fn(item) => Some(&item.sig.ident),
        Item::Macro(item) => item.ident.as_ref(),
        Item::Static(item) => Some(&item.ident),
        Item::Struct(item) => Some(&item.ident),
        Item::Trait(item) => Some(&item.ident),
        Item::Type(item) => Some(&item.ident),
        Item::Union(item) => Some(&item.ident),
        _ => None,
    }
}

/// The file that `#[path = "..."]` names.
fn path_attribute(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("path") => match &meta.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(path),
                ..
            }) => Some(path.value()),
            _ => None,
        },
        _ => None,
    }
}
