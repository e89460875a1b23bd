//! 会员单位相对于订单的情形。

use crate::facts::member::Membership;
use crate::facts::standing::Standing;
use crate::text::zh::words::{
    article, bar, basis, category, day, figures, ground, month as month_of,
};

/// The sentence of a standing, with its article where it has one.
pub(in crate::text) fn standing(standing: &Standing) -> String {
    let stands = stands(standing);
    match standing.article() {
        Some(of) => format!("{stands}（{}）", article(of)),
        None => stands,
    }
}

pub(super) fn stands(standing: &Standing) -> String {
    match standing {
        Standing::Taken { basis: by } => format!("承接该单：{}", basis(by)),
        Standing::NotReached => "未轮到：已由在前者承接".into(),
        Standing::DoesNotOffer { item } => format!("不提供服务事项{item}"),
        Standing::OnLeave => "经同意暂不派单".into(),
        Standing::Suspended { month, item, cap } => {
            let from = item.map_or("全部事项".into(), |item| format!("服务事项{item}"));
            let why = cap.as_ref().map(|cap| format!("（上月{}）", figures(cap)));
            let why = why.unwrap_or_default();
            format!("{}暂停派单，范围为{from}{why}", month_of(*month))
        }
        Standing::Barred { bar: by } => format!("不得承接该单：{}", bar(*by)),
        Standing::Guarded { share, figures: with } => {
            format!("若承接该单，{}，超过{share}", figures(with))
        }
        Standing::Left { how: Membership::Expelled { ground: of, on } } => {
            format!("已于{}被责令退出联盟：{}", day(*on), ground(*of))
        }
        Standing::Left { how: Membership::Withdrawn { on } } => {
            format!("已于{}自愿退出联盟", day(*on))
        }
        Standing::Left { how: Membership::Current } => "为现会员单位".into(),
        Standing::OtherLine { category: of } => {
            format!("不在此排位序列中，其类别为{}", category(*of))
        }
        Standing::Unknown => "该会员单位不存在".into(),
    }
}
