#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| paidan_fuzz::ledger(bytes));
