//! The second engine and its histories, which are those of the tests.

#[path = "../../tests/model/engine_view.rs"]
mod engine_view;
#[path = "../../tests/model/history/mod.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
pub mod history;
#[path = "../../tests/model/plain/mod.rs"]
pub mod plain;
#[path = "../../tests/model/twin.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
pub mod twin;
#[path = "../../tests/model/view.rs"]
mod view;
