//! 规则: what the engine computes, section by section, as it was settled. In Chinese: [`zh`].
//!
//! A citation such as *rules 6.3* is section 6.3 of this page, `paidan::rules#6.3`. The words are
//! explained in the [`glossary`](crate::glossary), the articles in [`articles`](crate::articles).
//!
//! [中文]: zh
//! [format.md]: crate#features
//!
#![doc = include_str!("../../docs/rules.md")]

// Inside, one file an article or two, each clause one small function. They read parts, facts and
// words, and know no alliance, no command and no event, so that the regulation can be read, and
// tested, alone.

pub(crate) mod admission;
pub(crate) mod caps;
pub(crate) mod council;
pub(crate) mod deposit;
pub(crate) mod duty;
pub(crate) mod eligibility;
pub(crate) mod exit;
pub(crate) mod goals;
pub(crate) mod intake;
pub(crate) mod reassignment;
pub(crate) mod settlement;
pub(crate) mod time;
pub(crate) mod turn;

/// 规则定本: the same rules in Chinese, section by section. In English: [`crate::rules`].
///
/// [English]: crate::rules
/// [format.md]: crate#features
///
#[doc = include_str!("../../docs/rules.zh-CN.md")]
pub mod zh {}
