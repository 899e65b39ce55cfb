//! What is drawn, and nothing worked out: each file one part of a page.

pub mod arrival;
pub mod bar_chart;
pub mod compare_view;
pub mod copy_text;
pub mod data_table;
pub mod difference_controls;
pub mod difference_view;
pub mod facts;
pub mod figure_card;
pub mod formula;
pub mod frame;
pub mod funnel_view;
pub mod hatching;
pub mod legend;
pub mod locator_map;
pub mod map_areas;
pub mod map_inset;
pub mod map_view;
pub mod period_player;
pub mod place_search;
pub mod select_field;
pub mod time_view;
pub mod understood_card;
pub mod view_switch;
