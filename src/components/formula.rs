//! A formula as MathML: drawn by the browser, heard by screen readers, copied as text.

use leptos::prelude::*;

use crate::view_model::formula::Formula;

/// A formula on a line of its own.
#[component]
pub fn FormulaView(formula: Formula) -> impl IntoView {
    view! {
        <div class="formula__line"><math display="block">{drawn(formula)}</math></div>
    }
}

fn drawn(formula: Formula) -> AnyView {
    match formula {
        Formula::Name(name) => view! { <mi>{name}</mi> }.into_any(),
        Formula::Number(number) => view! { <mn>{number}</mn> }.into_any(),
        // Brackets grow only where they are told to.
        Formula::Sign(sign) => view! { <mo stretchy="false">{sign}</mo> }.into_any(),
        Formula::Row(parts) => view! { <mrow>{parts.into_iter().map(drawn).collect_view()}</mrow> }.into_any(),
        Formula::Fraction(above, below) => view! { <mfrac>{drawn(*above)}{drawn(*below)}</mfrac> }.into_any(),
        Formula::Choose(all, few) => view! {
            <mrow><mo>"("</mo><mfrac linethickness="0">{drawn(*all)}{drawn(*few)}</mfrac><mo>")"</mo></mrow>
        }
        .into_any(),
        Formula::Bracketed(of) => view! { <mrow><mo>"("</mo>{drawn(*of)}<mo>")"</mo></mrow> }.into_any(),
        Formula::Root(of) => view! { <msqrt>{drawn(*of)}</msqrt> }.into_any(),
        // The range of a sum or of a least value stands below it.
        Formula::Marked { base, foot: Some(range), shoulder: None } if has_range(&base) => {
            view! { <munder>{drawn(*base)}{drawn(*range)}</munder> }.into_any()
        }
        Formula::Marked { base, foot, shoulder } => marked(drawn(*base), foot, shoulder),
    }
}

fn has_range(base: &Formula) -> bool {
    matches!(base, Formula::Sign("∑") | Formula::Name("min"))
}

fn marked(base: AnyView, foot: Option<Box<Formula>>, shoulder: Option<Box<Formula>>) -> AnyView {
    match (foot, shoulder) {
        (Some(foot), Some(shoulder)) => view! { <msubsup>{base}{drawn(*foot)}{drawn(*shoulder)}</msubsup> }.into_any(),
        (Some(foot), None) => view! { <msub>{base}{drawn(*foot)}</msub> }.into_any(),
        (None, Some(shoulder)) => view! { <msup>{base}{drawn(*shoulder)}</msup> }.into_any(),
        (None, None) => base,
    }
}
