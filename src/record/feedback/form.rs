//! The JSON forms of the indicator of feedback.

use crate::record::feedback::{FeedbackFigures, FeedbackIndicator, MemberFeedback};
use crate::words::form::form;

form! {
    struct FeedbackIndicator { from, to, members, city }

    struct MemberFeedback { member, figures }

    struct FeedbackFigures { completed, satisfied, dissatisfied, complaints }
}
