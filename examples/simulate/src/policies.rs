//! The policies of a study.

use std::fs;
use std::path::Path;

use paidan::Policy;
use serde::Deserialize;
use serde_json::Value;

use crate::hash::sha256;
use crate::lang::Label;

/// A policy as a study file has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyEntry {
    /// By what others refer to it.
    pub id: String,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// The preset that it changes.
    pub base: Option<String>,
    /// Or the file, from the study's folder, that has its JSON form.
    pub file: Option<String>,
    /// What is changed, with the names of the JSON form.
    #[serde(default)]
    pub change: toml::Table,
}

/// A policy that is compared with others.
#[derive(Clone, Debug)]
pub struct NamedPolicy {
    /// By what it is referred to.
    pub id: String,
    /// How it is called.
    pub label: Label,
    /// The policy.
    pub policy: Policy,
    /// What it is made of: the preset or file, then each change.
    pub made_of: Vec<String>,
    /// The hash of its JSON form.
    pub sha256: String,
}

/// A fault, and below which of the entry's keys it lies.
pub type Fault = (Vec<String>, String);

impl PolicyEntry {
    /// The policy.
    pub fn read(&self, folder: &Path) -> Result<NamedPolicy, Fault> {
        let at = |key: &str| vec![key.to_string()];
        let (start, from) = match (&self.base, &self.file) {
            (Some(base), None) => {
                let preset = match base.as_str() {
                    "cixi_2021" => Policy::cixi_2021(),
                    "recommended" => Policy::recommended(),
                    _ => return Err((at("base"), "base is cixi_2021 or recommended".to_string())),
                };
                (preset, base.clone())
            }
            (None, Some(file)) => {
                let text = fs::read_to_string(folder.join(file));
                let text = text.map_err(|why| (at("file"), format!("{file}: {why}")))?;
                let policy = serde_json::from_str(&text);
                (policy.map_err(|why| (at("file"), format!("{file}: {why}")))?, file.clone())
            }
            _ => return Err((at("id"), "one of base and file is needed".to_string())),
        };
        let mut form = json(&start).map_err(|why| (at("id"), why))?;
        let mut made_of = vec![from];
        let mut policy = start;
        let mut changes = Vec::new();
        flatten(&form, &self.change, &mut vec!["change".to_string()], &mut changes)?;
        for (path, value) in changes {
            let pointer = format!("/{}", path[1..].join("/"));
            if let Some(of) = form.pointer_mut(&pointer) {
                made_of.push(format!("{} = {value}", path[1..].join(".")));
                *of = value;
            }
            policy = serde_json::from_value(form.clone()).map_err(|why| (path, why.to_string()))?;
        }
        let form = serde_json::to_string(&policy).map_err(|why| (at("id"), why.to_string()))?;
        let label = Label { zh: self.zh.clone(), en: self.en.clone() };
        let sha256 = sha256(form.as_bytes());
        Ok(NamedPolicy { id: self.id.clone(), label, policy, made_of, sha256 })
    }
}

fn json(policy: &Policy) -> Result<Value, String> {
    serde_json::to_value(policy).map_err(|why| why.to_string())
}

/// Each change on its own, so that an error is that of one line. What is an object in the form is
/// gone into; anything else is replaced as a whole.
fn flatten(
    form: &Value,
    change: &toml::Table,
    path: &mut Vec<String>,
    changes: &mut Vec<(Vec<String>, Value)>,
) -> Result<(), Fault> {
    for (key, value) in change {
        path.push(key.clone());
        match (form.get(key), value) {
            (None, _) => return Err((path.clone(), format!("a policy has no field {key}"))),
            (Some(inner @ Value::Object(_)), toml::Value::Table(table)) => {
                flatten(inner, table, path, changes)?;
            }
            (Some(_), value) => {
                let value = serde_json::to_value(value);
                changes.push((path.clone(), value.map_err(|why| (path.clone(), why.to_string()))?));
            }
        }
        path.pop();
    }
    Ok(())
}
