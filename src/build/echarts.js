// The part of ECharts that the page draws with, bundled by finish.mjs and loaded when the first chart is shown.
// What must be here stands in src/chart/mod.rs.
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, MarkLineComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, ScatterChart, GridComponent, MarkLineComponent, SVGRenderer]);

globalThis.echarts = { init };
