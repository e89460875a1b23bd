//! Years of every preset under every kind of policy.

use paidan::Policy;
use paidan::simulation::{Workload, run};

#[test]
fn no_command_is_refused() {
    for seed in 0..40 {
        for policy in [Policy::cixi_2021(), Policy::recommended()] {
            for workload in [Workload::small(), Workload::cixi()] {
                let alliance = run(&policy, &workload, seed, |_, _| ()).expect("no refusal");
                assert_eq!(alliance.check_invariants(), Ok(()));
            }
        }
    }
}
