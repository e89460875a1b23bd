//! The JSON forms of findings.

use crate::facts::finding::{
    Actor, Cause, Disorder, Feedback, Ground, LagFinding, Mediation, Misconduct, Work,
};
use crate::words::form::form;

form! {
    enum Cause {
        Justified = "justified",
        None = "none",
    }

    enum Mediation {
        Complied = "complied",
        CauseFound = "cause_found",
        DidNotComply = "did_not_comply",
    }

    enum Work {
        NotBegun = "not_begun",
        Begun = "begun",
    }

    struct LagFinding { progress_lags, target_at_risk, enterprise_complained }

    enum Actor {
        Council = "council",
        Platform = "platform",
    }

    enum Feedback {
        Satisfied = "satisfied",
        Dissatisfied = "dissatisfied",
        Complaint = "complaint",
    }

    enum Misconduct {
        DisorderlyCompetition { kind, verified } = "disorderly_competition",
        NoImprovement = "no_improvement",
        Infringement { pursued } = "infringement",
        OtherAct { description, consequence } = "other_act",
    }

    enum Disorder {
        Undercutting = "undercutting",
        ExtraCharges = "extra_charges",
        Disparagement = "disparagement",
    }

    enum Ground {
        DeclinedWithoutCause = "declined_without_cause",
        DisorderlyCompetition = "disorderly_competition",
        NoImprovement = "no_improvement",
        ReassignedInARow = "reassigned_in_a_row",
        Infringement = "infringement",
        OtherAct = "other_act",
    }
}
