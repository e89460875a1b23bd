//! The JSON forms of goals.

use crate::record::goals::{Goal, GoalRegister, GoalResult, Goals};
use crate::words::form::form;

form! {
    struct GoalRegister { technology_smes, cultivation_list, new_high_tech, incubated }

    struct Goals { station, from, to, technology_smes, cultivation_list, incubation }

    struct Goal { part, whole, result }

    enum GoalResult {
        Met = "met",
        NotMet = "not_met",
        NotApplicable = "not_applicable",
    }
}
