//! The quantiles of Student's t distribution that a two-sided interval at 95 % needs.
//!
//! Definition: `T(n)` with `P(-T(n) <= t <= T(n)) = 0.95` for Student's t with `n` degrees of freedom.
//! Source: Student, *The probable error of a mean*, Biometrika 6 (1908); values computed from the
//! regularized incomplete beta function with forty digits (mpmath 1.4.1) and rounded up at the sixth
//! decimal, so that no interval is too narrow; to three decimals they are those of table 1.3.6.7.2 of
//! the NIST/SEMATECH e-Handbook of Statistical Methods.

/// In millionths, for 1 degree of freedom and on.
const EACH: [u32; 200] = [
    12_706_205, 4_302_653, 3_182_447, 2_776_446, 2_570_582, 2_446_912, 2_364_625, 2_306_005,
    2_262_158, 2_228_139, 2_200_986, 2_178_813, 2_160_369, 2_144_787, 2_131_450, 2_119_906,
    2_109_816, 2_100_923, 2_093_025, 2_085_964, 2_079_614, 2_073_874, 2_068_658, 2_063_899,
    2_059_539, 2_055_530, 2_051_831, 2_048_408, 2_045_230, 2_042_273, 2_039_514, 2_036_934,
    2_034_516, 2_032_245, 2_030_108, 2_028_095, 2_026_193, 2_024_395, 2_022_691, 2_021_076,
    2_019_541, 2_018_082, 2_016_693, 2_015_368, 2_014_104, 2_012_896, 2_011_741, 2_010_635,
    2_009_576, 2_008_560, 2_007_584, 2_006_647, 2_005_746, 2_004_880, 2_004_045, 2_003_241,
    2_002_466, 2_001_718, 2_000_996, 2_000_298, 1_999_624, 1_998_972, 1_998_341, 1_997_730,
    1_997_138, 1_996_565, 1_996_009, 1_995_469, 1_994_946, 1_994_438, 1_993_944, 1_993_464,
    1_992_998, 1_992_544, 1_992_103, 1_991_673, 1_991_255, 1_990_848, 1_990_451, 1_990_064,
    1_989_687, 1_989_319, 1_988_960, 1_988_610, 1_988_268, 1_987_935, 1_987_609, 1_987_290,
    1_986_979, 1_986_675, 1_986_378, 1_986_087, 1_985_802, 1_985_524, 1_985_252, 1_984_985,
    1_984_724, 1_984_468, 1_984_217, 1_983_972, 1_983_732, 1_983_496, 1_983_265, 1_983_038,
    1_982_816, 1_982_598, 1_982_384, 1_982_174, 1_981_968, 1_981_766, 1_981_567, 1_981_372,
    1_981_181, 1_980_993, 1_980_808, 1_980_627, 1_980_448, 1_980_273, 1_980_100, 1_979_931,
    1_979_764, 1_979_600, 1_979_439, 1_979_281, 1_979_125, 1_978_971, 1_978_820, 1_978_671,
    1_978_525, 1_978_381, 1_978_239, 1_978_099, 1_977_962, 1_977_826, 1_977_693, 1_977_561,
    1_977_432, 1_977_304, 1_977_178, 1_977_054, 1_976_932, 1_976_811, 1_976_693, 1_976_576,
    1_976_460, 1_976_346, 1_976_234, 1_976_123, 1_976_014, 1_975_906, 1_975_799, 1_975_694,
    1_975_591, 1_975_489, 1_975_388, 1_975_288, 1_975_190, 1_975_093, 1_974_997, 1_974_902,
    1_974_809, 1_974_716, 1_974_625, 1_974_535, 1_974_446, 1_974_358, 1_974_271, 1_974_186,
    1_974_101, 1_974_017, 1_973_934, 1_973_853, 1_973_772, 1_973_692, 1_973_613, 1_973_535,
    1_973_458, 1_973_381, 1_973_306, 1_973_231, 1_973_158, 1_973_085, 1_973_012, 1_972_941,
    1_972_870, 1_972_801, 1_972_732, 1_972_663, 1_972_596, 1_972_529, 1_972_462, 1_972_397,
    1_972_332, 1_972_268, 1_972_205, 1_972_142, 1_972_080, 1_972_018, 1_971_957, 1_971_897,
];

/// The same for more degrees of freedom than these, and fewer than the next.
const FROM: [(u64, u32); 8] = [
    (250, 1_969_499),
    (300, 1_967_904),
    (400, 1_965_913),
    (500, 1_964_720),
    (1_000, 1_962_340),
    (2_000, 1_961_151),
    (5_000, 1_960_439),
    (10_000, 1_960_202),
];

/// The quantile in millionths; none for no degree of freedom. Between two of the table it is that of
/// the fewer degrees, which is the larger one.
pub(crate) fn at_95(degrees: u64) -> Option<u32> {
    let further = FROM.iter().rev().find(|(from, _)| *from <= degrees);
    if let Some((_, quantile)) = further {
        return Some(*quantile);
    }
    let place = usize::try_from(degrees.checked_sub(1)?).ok()?;
    EACH.get(place).or(EACH.last()).copied()
}

#[cfg(test)]
mod tests {
    use super::at_95;

    /// From table 1.3.6.7.2 of the e-Handbook, in thousandths, to the nearest.
    #[test]
    fn the_quantiles_are_those_of_the_handbook() {
        for (degrees, thousandths) in [
            (1, 12_706),
            (2, 4_303),
            (3, 3_182),
            (4, 2_776),
            (5, 2_571),
            (9, 2_262),
            (10, 2_228),
            (19, 2_093),
            (29, 2_045),
            (30, 2_042),
            (60, 2_000),
            (99, 1_984),
            (100, 1_984),
            (200, 1_972),
        ] {
            let found = at_95(degrees).map(|of| (of + 500) / 1_000);
            assert_eq!(found, Some(thousandths), "{degrees} degrees");
        }
    }

    #[test]
    fn more_degrees_have_no_larger_quantile() {
        assert_eq!(at_95(0), None);
        let all: Vec<u32> = (1..12_000).map(|degrees| at_95(degrees).unwrap()).collect();
        assert!(all.is_sorted_by(|few, many| few >= many));
        assert_eq!(
            (at_95(249), at_95(250).map(|of| of < at_95(249).unwrap())),
            (at_95(200), Some(true))
        );
        // The quantile of the normal distribution is 1.959964.
        assert!(at_95(u64::MAX).is_some_and(|of| (1_959_964..1_961_000).contains(&of)));
    }
}
