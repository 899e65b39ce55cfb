//! The texts of `insyn aggregate`: what is wrong with a specification or with records, and what was counted.

pub mod files;
pub mod parts;
pub mod report;
pub mod specification;

phrases! {
    records: "poster", "records";
    column: "kolumnen", "column";
    dimension: "dimensionen", "dimension";
    measure: "måttet", "measure";
    category: "kategorin", "category";
    table: "tabellen", "table";
    area: "området", "area";
    law: "lagrummet", "provision";
}
