// What can go wrong on the way, made to happen: each trouble spoils one file, and names the texts that must then stand on the page.
const demo = "utforska/?dataset=demo&area=0180";
const json = { contentType: "application/json" };

const answers = (address, answer) => (page) => page.route(address, (route) => route.fulfill(typeof answer === "function" ? answer() : answer));
const breaks = (address) => (page) => page.route(address, (route) => route.abort("internetdisconnected"));
const dataset = "**/data/demo.json";

/** A whole file of ours whose cells and labels a test may choose. */
export function smallFile({ values = [12, 7], label = "Uppgifter", note, threshold = 3 } = {}) {
  const count = (unit) => ({ kind: "count", unit: { sv: unit, en: unit }, decimals: 0, protected_unit: "child" });
  return {
    version: "2.0", class: "dataset", label, source: "Prov", updated: "2026-11-22",
    id: ["measure", "area", "period"], size: [1, values.length, 1],
    role: { metric: ["measure"], geo: ["area"], time: ["period"] },
    dimension: {
      measure: { label: "Mått", category: { index: ["children"], label: { children: "Barn" } } },
      area: { label: "Område", category: { index: ["00", "01", "03", "04"].slice(0, values.length), label: { "00": "Riket", "01": "Stockholms län", "03": "Uppsala län", "04": "Södermanlands län" } } },
      period: { label: "År", category: { index: ["2024"], label: { 2024: "2024" } } },
    },
    value: values,
    extension: { insyn: {
      profile: "1", synthetic: true, measures: { children: count("barn") }, publisher: { sv: "Prov", en: "Trial" },
      dimensions: { area: { kind: "area", total: "00" }, period: { kind: "period" } },
      disclosure: { threshold }, ...(note && { notes: [{ sv: note, en: note }] }),
    } },
  };
}

const served = (file) => answers(dataset, () => ({ ...json, body: JSON.stringify(file) }));

/**
 * name: what happens; cause: makes it happen; title: its heading in words.js; retry: whether the page offers to try again;
 * at: the address it is seen at; told: something the particulars must say.
 */
export const troubles = [
  { name: "offline", cause: breaks(dataset), title: "trouble::offline_title", retry: true },
  { name: "not found", cause: answers(dataset, { status: 404 }), title: "trouble::missing_title", retry: true },
  { name: "gone", cause: answers(dataset, { status: 410 }), title: "trouble::missing_title", retry: true },
  { name: "server fault", cause: answers(dataset, { status: 500 }), title: "trouble::server_title", retry: true, told: /500/ },
  { name: "too large", cause: answers(dataset, { ...json, headers: { "content-length": "999999999" }, body: "{}" }), title: "trouble::too_large_title", retry: false, told: /MB/ },
  { name: "not JSON", cause: answers(dataset, { ...json, body: "<html>Not a file</html>" }), title: "trouble::unreadable_title", retry: true },
  { name: "cut short", cause: answers(dataset, () => ({ ...json, body: JSON.stringify(smallFile()).slice(0, 400) })), title: "trouble::unreadable_title", retry: true },
  { name: "empty object", cause: answers(dataset, { ...json, body: "{}" }), title: "trouble::unreadable_title", retry: true },
  { name: "nothing at all", cause: answers(dataset, { ...json, body: "" }), title: "trouble::unreadable_title", retry: true },
  { name: "too few values", cause: served({ ...smallFile(), value: [12] }), title: "trouble::unreadable_title", retry: true },
  { name: "endless nesting", cause: answers(dataset, { ...json, body: "[".repeat(100_000) }), title: "trouble::unreadable_title", retry: true },
  { name: "a bundle of version 1", cause: served({ uppgifter: smallFile() }), title: "trouble::unreadable_title", retry: true },
  { name: "a small count of children", cause: served(smallFile({ values: [45, 2, 17, 26] })), title: "trouble::refused_title", retry: false, told: /Stockholms län|01/ },
  { name: "a threshold below the floor", cause: served(smallFile({ values: [45, 2, 17, 26], threshold: 1 })), title: "trouble::refused_title", retry: false },
  { name: "a personal identity number", cause: served(smallFile({ label: "Ärende 811228-9874" })), title: "trouble::refused_title", retry: false, hides: "811228" },
  { name: "an e-mail address", cause: served(smallFile({ note: "Fråga anna.svensson@kommun.se" })), title: "trouble::refused_title", retry: false, hides: "anna.svensson" },
  { name: "a phone number", cause: served(smallFile({ note: "Ring 070-123 45 67" })), title: "trouble::refused_title", retry: false, hides: "123 45" },
  { name: "an unknown dataset", cause: async () => {}, at: "utforska/?dataset=finnsinte", title: "trouble::unknown_dataset_title", retry: false, told: /finnsinte/ },
  { name: "no catalogue", cause: answers("**/data/index.json", { status: 404 }), title: "trouble::missing_title", retry: true },
  { name: "a broken catalogue", cause: answers("**/data/index.json", { ...json, body: "[]" }), title: "trouble::unreadable_title", retry: true },
  { name: "no map file", cause: answers("**/maps/municipalities.json", { status: 404 }), title: "trouble::missing_title", retry: true, within: ".map-card" },
  { name: "a broken map file", cause: answers("**/maps/municipalities.json", { ...json, body: '{"version":1}' }), title: "trouble::unreadable_title", retry: true, within: ".map-card" },
  { name: "no charts", cause: answers("**/echarts-*.js", { status: 404 }), title: "trouble::no_chart_title", within: ".bar-chart", isNotice: true },
].map((trouble) => ({ at: demo, within: "main", ...trouble }));

/** What the browser itself writes in the console about a request that a test has spoilt. */
export const networkFault = /Failed to load resource|net::ERR_|Failed to fetch dynamically imported module/;
