//! What is published: nothing in it leads to what stays behind in the repository.

use std::fs;
use std::path::{Component, Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The patterns of `exclude` in the manifest, in their order.
fn excluded() -> Vec<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest");
    let list = manifest.split("\nexclude = [").nth(1).expect("what is excluded");
    let list = list.split(']').next().expect("its end");
    list.split('"').skip(1).step_by(2).map(String::from).collect()
}

/// Whether a path of the repository is in the package: the last pattern that fits decides.
fn is_packaged(path: &str) -> bool {
    let mut is_in = true;
    for pattern in excluded() {
        let (takes_back, pattern) = match pattern.strip_prefix("!/") {
            Some(rest) => (true, rest.to_string()),
            None => (false, pattern.trim_start_matches('/').to_string()),
        };
        let fits = match pattern.split_once('*') {
            Some((before, after)) => {
                path.strip_prefix(before).is_some_and(|rest| rest.ends_with(after))
            }
            None => path == pattern || path.starts_with(&format!("{pattern}/")),
        };
        if fits {
            is_in = takes_back;
        }
    }
    is_in
}

/// The files below a folder, as paths of the repository, hidden ones and what is built left out.
fn files_below(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        if name.starts_with('.') || name == "target" {
            continue;
        }
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            let inside = path.strip_prefix(root()).expect("inside");
            found.push(inside.to_string_lossy().into_owned());
        }
    }
    found
}

/// Where a link in a file leads, as a path of the repository.
fn target(file: &str, link: &str) -> String {
    let mut path = PathBuf::from(file);
    path.pop();
    for part in Path::new(link).components() {
        match part {
            Component::ParentDir => assert!(path.pop(), "{file} leads out: {link}"),
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    path.to_string_lossy().into_owned()
}

/// The links of a text in Markdown, in a line or at the end, and without the place in the file.
fn links(text: &str) -> Vec<&str> {
    let inline = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let below = text.lines().filter(|line| line.starts_with('['));
    let below = below.filter_map(|line| line.split_once("]: ").map(|(_, link)| link));
    let links = inline.chain(below).map(|link| link.split('#').next().unwrap_or_default());
    links.filter(|link| !link.is_empty() && !link.contains("://")).collect()
}

#[test]
fn patterns_are_read() {
    assert!(is_packaged("src/lib.rs") && is_packaged("tests/witness/a05.md"));
    assert!(!is_packaged("tests/witness/mod.rs") && !is_packaged("tests/articles/art16.rs"));
    assert!(
        !is_packaged("examples/data/cixi-2025.jsonl") && is_packaged("examples/data/README.md")
    );
    let text = "[a](docs/a.md#x), [b](#y), [c](https://example.org)\n[d]: d.md";
    assert_eq!(links(text), ["docs/a.md", "d.md"]);
}

#[test]
fn links_of_packaged_pages_lead_to_packaged_files() {
    let pages = files_below(root()).into_iter().filter(|name| is_packaged(name));
    let mut known = 0;
    for page in pages.filter(|name| Path::new(name).extension().is_some_and(|of| of == "md")) {
        let text = fs::read_to_string(root().join(&page)).expect("a page");
        for link in links(&text) {
            // Links to what the documentation of the crate shows are those of rustdoc.
            if page.starts_with("tests/witness/") {
                continue;
            }
            let target = target(&page, link);
            assert!(root().join(&target).exists(), "{page} leads nowhere: {link}");
            assert!(is_packaged(&target), "{page} leads out of the package: {link}");
            known += 1;
        }
    }
    assert!(known > 15, "{known} links");
}

#[test]
fn what_the_source_includes_is_packaged() {
    let mut included = 0;
    for file in files_below(&root().join("src")) {
        let text = fs::read_to_string(root().join(&file)).expect("a file");
        for rest in text.split("include_str!(\"").skip(1) {
            let target = target(&file, rest.split('"').next().expect("a path"));
            assert!(root().join(&target).exists() && is_packaged(&target), "{file}: {target}");
            included += 1;
        }
    }
    assert!(included >= 7, "{included} files");
}

/// The package says with which Rust it can be built where people look for it.
#[test]
fn the_least_rust_is_told_alike() {
    let read = |name| fs::read_to_string(root().join(name)).expect("a text");
    let manifest = read("Cargo.toml");
    let version = manifest.split("\nrust-version = \"").nth(1).expect("the least Rust");
    let version = version.split('"').next().expect("its end");
    assert!(read("README.md").contains(&format!("With Rust installed, {version} or later")));
    assert!(read("README.md").contains(&format!("**Rust**: {version}.")));
    assert!(read("README.zh-CN.md").contains(&format!("Rust（{version}或更新）")));
    assert!(read("README.zh-CN.md").contains(&format!("**Rust**：{version}。")));
}
