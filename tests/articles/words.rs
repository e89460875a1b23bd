//! Words and numbers: dates, money, shares, ids, codes, labels and lists (rules 1.2, 1.5 to 1.8).

use paidan::Category::Finance;
use paidan::{
    Act, CreditCode, CreditCodeError, Date, DateError, DueDate, EnterpriseId, IdError, ItemId,
    List, MemberId, Money, MoneyError, Month, OrderId, Policy, Price, PriceError, Set, Share,
    StationId,
};
use rust_decimal::Decimal;

use crate::common::{City, code, date, item, member, money, month, name, order, plain, priced};

/// rules 1.2: a date is a civil one of the years 2000 to 9900.
#[test]
fn dates_are_civil_ones_of_2000_to_9900() {
    for good in ["2000-01-01", "2024-02-29", "2025-12-31", "9900-12-31"] {
        assert_eq!(date(good).to_string(), good);
    }
    for year in ["1999-12-31", "9901-01-01"] {
        assert_eq!(year.parse::<Date>(), Err(DateError::Year), "{year}");
    }
    for none in ["2025-02-29", "2100-02-29", "2025-04-31", "2025-13-01", "2025-00-01", "2025-01-00"]
    {
        assert_eq!(none.parse::<Date>(), Err(DateError::NoSuchDay), "{none}");
    }
    let forms =
        ["", "2025-01", "2025-1-01", "2025-01-1", "2025/01/01", "+025-01-01", " 2025-01-01"];
    for form in forms {
        assert_eq!(form.parse::<Date>(), Err(DateError::Form), "{form}");
    }
    assert_eq!(Date::from_ymd(2025, 2, 28), Ok(date("2025-02-28")));
}

/// rules 1.2: a date and a due date say their year, month and day.
#[test]
fn dates_say_their_year_month_and_day() {
    for (text, parts) in [
        ("2000-01-01", (2000, 1, 1)),
        ("2024-02-29", (2024, 2, 29)),
        ("2025-11-30", (2025, 11, 30)),
        ("9900-12-31", (9900, 12, 31)),
    ] {
        let day = date(text);
        assert_eq!((day.year(), day.month_of_year(), day.day()), parts);
        let (year, month, _) = parts;
        assert_eq!((day.month().year(), day.month().of_year()), (year, month));
        let due: DueDate = text.parse().unwrap();
        assert_eq!((due.year(), due.month_of_year(), due.day()), parts);
    }
    // A fee may fall due after the last date there is.
    let due: DueDate = "9902-01-01".parse().unwrap();
    assert_eq!((due.year(), due.month_of_year(), due.day()), (9902, 1, 1));
}

/// rules 1.3: months are calendar ones, each followed by one.
#[test]
fn months_are_calendar_ones() {
    assert_eq!(date("2025-01-31").month(), date("2025-01-01").month());
    assert_eq!(month("2025-12").next(), Some(month("2026-01")));
    assert_eq!(month("9900-12").next(), None);
    let follow = ["2024-12", "2025-01", "2025-02", "2025-03", "2026-02"];
    let follow = follow.map(|later| month(later).follows(month("2025-01")));
    assert_eq!(follow, [false, false, true, false, false]);
    for wrong in ["1999-12", "9901-01", "2025-13", "2025-00", "2025-1", "2025-01-01"] {
        assert!(wrong.parse::<Month>().is_err(), "{wrong}");
    }
    let november = month("2025-11");
    assert_eq!((november.year(), november.of_year()), (2025, 11));
    assert_eq!(Month::new(2025, 11), Ok(november));
}

/// rules 1.5: money is exact, in yuan with two decimals, never negative.
#[test]
fn money_is_exact_to_the_fen() {
    for good in ["0.00", "0.01", "5000.00", "99999999.99", "184467440737095516.15"] {
        assert_eq!(money(good).to_string(), good);
    }
    for form in ["", "1", "1.", ".50", "1.5", "01.00", "+1.00", "1,000.00", "1.0a"] {
        assert_eq!(form.parse::<Money>(), Err(MoneyError::Form), "{form}");
    }
    assert_eq!("1.005".parse::<Money>(), Err(MoneyError::Decimals));
    assert_eq!("-1.00".parse::<Money>(), Err(MoneyError::Negative));
    assert_eq!("184467440737095516.16".parse::<Money>(), Err(MoneyError::TooLarge));
}

/// rules 1.5: a decimal number is an amount whatever its scale, if two decimals hold it.
#[test]
fn a_decimal_of_two_places_is_money() {
    let amounts = [(5, 0), (50, 1), (500, 2), (5000, 3), (5005, 3), (-1, 2), (0, 9)];
    let amounts = amounts.map(|(digits, scale)| Money::try_from(Decimal::new(digits, scale)));
    let five = Ok(money("5.00"));
    let errors = [Err(MoneyError::Decimals), Err(MoneyError::Negative), Ok(Money::ZERO)];
    assert_eq!(amounts[..4], [five; 4]);
    assert_eq!(amounts[4..], errors);
    assert_eq!(Money::try_from(Decimal::MAX), Err(MoneyError::TooLarge));
    assert_eq!(Decimal::from(money("12.30")), Decimal::new(1230, 2));
}

/// rules 1.5: a price is at most 99 999 999.99, and no sum of all there can be passes 64 bits.
#[test]
fn a_price_has_a_largest_one() {
    assert_eq!("99999999.99".parse(), Ok(Price::MAX));
    let above = money("100000000.00");
    assert_eq!(Price::new(above), Err(PriceError::TooHigh(above)));
    assert_eq!("100000000.00".parse::<Price>(), Err(PriceError::TooHigh(above)));
    assert_eq!("1.005".parse::<Price>(), Err(PriceError::Money(MoneyError::Decimals)));
    assert!(Price::MAX.amount().fen().checked_mul(1_000_000_000).is_some());
}

/// rules 1.5: one third is rounded to the nearest fen.
#[test]
fn a_third_is_rounded_to_the_nearest_fen() {
    let wholes = ["0.00", "0.01", "0.02", "0.03", "0.04", "0.05", "100.00", "200.00"];
    let thirds = wholes.map(|whole| money(whole).third().to_string());
    assert_eq!(thirds, ["0.00", "0.00", "0.01", "0.01", "0.01", "0.02", "33.33", "66.67"]);
}

/// rules 1.6: a share has 1 to 10 000 whole basis points.
#[test]
fn a_share_is_a_whole_number_of_basis_points() {
    let made = [0, 1, 10_000, 10_001].map(|points| Share::new(points).is_ok());
    assert_eq!(made, [false, true, true, false]);
    let words = [1, 3000, 3333, 10_000].map(|points| Share::new(points).map(|s| s.to_string()));
    assert_eq!(words.map(Result::unwrap), ["0.01 %", "30 %", "33.33 %", "100 %"]);
}

/// rules 0: 达到 includes the number and 超过 excludes it; nothing is ever divided (rules 1.6).
#[test]
fn a_share_is_reached_at_and_exceeded_above() {
    let half = Share::new(5000).unwrap();
    let cases = [(4, 9), (5, 10), (6, 11), (0, 0)];
    let found = cases.map(|(own, all)| (half.reached_by(own, all), half.exceeded_by(own, all)));
    assert_eq!(found, [(false, false), (true, false), (true, true), (true, false)]);
    let third = [3333, 3334].map(|points| Share::new(points).unwrap().reached_by(1, 3));
    assert_eq!(third, [true, false]);
    let (whole, all) = (u64::MAX, Share::new(10_000).unwrap());
    assert!(all.reached_by(whole, whole) && !all.exceeded_by(whole, whole));
    assert!(!all.reached_by(whole - 1, whole));
}

/// rules 1.5: each kind of id ends at 1 000 000 000.
#[test]
fn ids_go_from_1_to_a_thousand_million() {
    fn kind<T>(new: impl Fn(u32) -> Option<T>, at: impl Fn(usize) -> Result<T, IdError>) {
        let numbers = [0, 1, 1_000_000_000, 1_000_000_001].map(|number| new(number).is_some());
        let places = [0, 999_999_999, 1_000_000_000].map(|index| at(index).is_ok());
        assert_eq!((numbers, places), ([false, true, true, false], [true, true, false]));
    }
    kind(|number| MemberId::new(number).ok(), MemberId::at);
    kind(|number| StationId::new(number).ok(), StationId::at);
    kind(|number| ItemId::new(number).ok(), ItemId::at);
    kind(|number| EnterpriseId::new(number).ok(), EnterpriseId::at);
    kind(|number| OrderId::new(number).ok(), OrderId::at);
    assert_eq!((member(7).index(), MemberId::at(6)), (6, Ok(member(7))));
}

/// rules 1.7: ids are dense from 1, one sequence a kind, and refused commands use none.
#[test]
fn a_refused_command_uses_no_id() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let first = city.member(Finance, &[tax]);
    let mut weak = city.application(Finance, &[tax]);
    weak.volume = 4;
    city.refused(Act::Admit(weak));
    let second = city.member(Finance, &[tax]);
    city.accept(plain(tax));
    city.refused(Act::Accept(priced(tax, "0.00")));
    let next = city.accept(plain(tax)).0;
    assert_eq!((tax, first, second, next), (item(1), member(1), member(2), order(2)));
}

/// rules 1.7: names are labels and may repeat.
#[test]
fn names_may_repeat() {
    let mut city = City::new(Policy::cixi_2021());
    city.act(Act::OpenStation { name: name("浒山") });
    let names: Vec<_> = city.alliance.stations().iter().map(|of| of.name.as_str()).collect();
    assert_eq!(names, ["浒山", "浒山"]);
}

/// rules 1.7: naming one twice in a list of ids is naming it once.
#[test]
fn a_list_of_ids_is_a_set() {
    let named = Set::try_from(vec![item(3), item(1), item(3), item(1)]).unwrap();
    assert_eq!(named.as_slice(), [item(1), item(3)]);
    assert_eq!(Set::one(item(1)).as_slice(), [item(1)]);
    assert!(named.contains(&item(3)) && !named.contains(&item(2)));
}

/// rules 14: lists are at most 10 000 long, as they are stated.
#[test]
fn lists_are_at_most_10_000_long() {
    let lengths = [10_000, 10_001];
    assert_eq!(lengths.map(|length| List::try_from(vec![0; length]).is_ok()), [true, false]);
    assert_eq!(lengths.map(|length| Set::try_from(vec![0; length]).is_ok()), [true, false]);
}

const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The check character by the table of weights of GB 32100-2015.
fn check_by_table(first17: &str) -> char {
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    let values = first17.chars().map(|c| ALPHABET.find(c).expect("a character of the alphabet"));
    let sum: usize = values.zip(weights).map(|(value, weight)| value * weight).sum();
    ALPHABET.chars().nth((31 - sum % 31) % 31).expect("a value below 31")
}

/// rules 1.8: the 18th character of a code is the check character of GB 32100-2015.
#[test]
fn a_code_ends_with_its_check_character() {
    for number in 0..200 {
        let code = code(number).to_string();
        assert_eq!(code.chars().next_back(), Some(check_by_table(&code[..17])), "{code}");
        assert_eq!(code.parse::<CreditCode>().map(|code| code.to_string()), Ok(code));
    }
    let wrong = CreditCodeError::Check { found: '4', right: '3' };
    assert_eq!("91350100M000100Y44".parse::<CreditCode>(), Err(wrong));
}

/// rules 1.8: no single wrong character passes.
#[test]
fn a_code_with_one_wrong_character_is_none() {
    let right = "91350100M000100Y43";
    let variants = (0..18).flat_map(|place| ALPHABET.chars().map(move |c| (place, c)));
    let passing = variants.filter(|(place, character)| {
        let mut text: Vec<char> = right.chars().collect();
        text[*place] = *character;
        text.iter().collect::<String>().parse::<CreditCode>().is_ok()
    });
    // Only the code itself, once for each of its places.
    assert_eq!(passing.count(), 18);
}

/// rules 1.8: 18 characters of an upper-case alphabet without I, O, S, V and Z.
#[test]
fn a_code_has_18_characters_of_the_alphabet() {
    for length in ["", "91350100M000100Y4", "91350100M000100Y433"] {
        assert_eq!(length.parse::<CreditCode>(), Err(CreditCodeError::Length), "{length}");
    }
    for none in "IOSVZa-站 ".chars() {
        let text = format!("9135010{none}M000100Y43");
        assert_eq!(text.parse::<CreditCode>(), Err(CreditCodeError::Character(none)), "{text}");
    }
}
