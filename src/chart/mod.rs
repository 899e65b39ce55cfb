//! Panel → chart as plain data: one file per kind of chart. No words, no arithmetic on figures, no browser.
//!
//! charming builds the option, serde_json patches what charming has no word for, and `browser` hands it to ECharts 6 as JSON text. There is no function in it, so it
//! needs no `unsafe-eval`, survives the SVG renderer and print, and two equal panels give equal charts.
//!
//! What a bundle of ECharts must import for the charts of this folder:
//!
//! | from | import | for |
//! |---|---|---|
//! | `echarts/core` | `init`, `use` | |
//! | `echarts/renderers` | `SVGRenderer` | |
//! | `echarts/charts` | `BarChart` | the bars; the row under each, which is lit and clicked |
//! | `echarts/charts` | `LineChart` | the intervals with their caps |
//! | `echarts/charts` | `ScatterChart` | the texts at the bars' ends, and the reasons where there is no bar |
//! | `echarts/components` | `GridComponent` | axes |
//! | `echarts/components` | `MarkLineComponent` | the reference line |
//!
//! No tooltip, legend, title, aria, dataset, transform or label layout; `media` is part of the core.

pub mod bars;
pub mod compare;
pub mod difference;
pub mod flow;
pub mod funnel;
pub mod look;
pub mod spec;
pub mod text;
pub mod theme;
pub mod time;
