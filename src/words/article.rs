//! The articles of the Measures.

use core::fmt;

/// 条: an article of the Measures, 1 to 26. What each says and where it is carried out stands in
/// [`articles`](crate::articles).
///
/// ```
/// use paidan::Article;
/// let article = Article::new(17).ok_or("not an article")?;
/// assert_eq!(article.to_string(), "article 17");
/// assert_eq!(article.title_en(), "Monthly caps");
/// assert_eq!(Article::new(27), None);
/// # Ok::<(), &str>(())
/// ```
#[doc(alias = "条")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Article(u8);

impl Article {
    /// All of them, in order.
    pub const ALL: [Self; 26] = {
        let mut all = [Self(1); 26];
        let mut rest: &mut [Self] = &mut all;
        let mut number = 1;
        while let Some((first, others)) = rest.split_first_mut() {
            *first = Self(number);
            number = number.saturating_add(1);
            rest = others;
        }
        all
    };

    /// The article with this number, 1 to 26.
    pub const fn new(number: u8) -> Option<Self> {
        match number {
            1..=26 => Some(Self::numbered(number)),
            _ => None,
        }
    }

    /// The same for a number of which it is known.
    pub(crate) const fn numbered(number: u8) -> Self {
        Self(number)
    }

    /// Its number, 1 to 26.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// What it is about, in English. The title is ours.
    pub const fn title_en(self) -> &'static str {
        self.titles().0
    }

    /// What it is about, in Chinese. The title is ours.
    pub const fn title_zh(self) -> &'static str {
        self.titles().1
    }

    const fn titles(self) -> (&'static str, &'static str) {
        match self.0 {
            1 => ("Purpose", "目的"),
            2 => ("What a station is", "服务站定位"),
            3 => ("Principles", "原则"),
            4 => ("Where stations are", "设站"),
            5 => ("Alliance and council", "联盟与理事会"),
            6 => ("The council's staff", "派驻人员"),
            7 => ("What staff do; no declining", "驻点职责与不得拒接"),
            8 => ("Who may join", "入盟"),
            9 => ("Range of services", "业务范围"),
            10 => ("Signs and telephones", "窗口与公示"),
            11 => ("Duty days", "驻点时段"),
            12 => ("Goals", "量化目标"),
            13 => ("Records", "台账"),
            14 => ("Contract and menu", "格式合同与菜单"),
            15 => ("Conditions of acceptance", "接单条件"),
            16 => ("Designation and turns", "点单与依次派单"),
            17 => ("Monthly caps", "月度上限与暂停派单"),
            18 => ("The station as party", "受托与专项协议"),
            19 => ("When the fee is due", "服务费兑付"),
            20 => ("Deposit", "履约保证金"),
            21 => ("Blacklist", "黑名单"),
            22 => ("Exit", "退出联盟"),
            23 => ("Breaches by staff", "驻点人员违规"),
            24 => ("Reassignment", "调单"),
            25 => ("From when it holds", "施行"),
            _ => ("Who interprets it", "解释"),
        }
    }
}

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "article {}", self.0)
    }
}
