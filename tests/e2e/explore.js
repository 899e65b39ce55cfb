// The parts of Explore as a test speaks of them.
import { item, outlines } from "./files.js";
import { open, settled } from "./support.js";
import { range, written } from "./written.js";

export const map = (page) => page.locator("#map");
export const area = (page, code, level) => page.locator(`#map .map-view__areas path[data-place="${outlines(level).place(code)}"]`);
export const picked = (page) => page.locator("#map .map-view__picked");
export const chart = (page) => page.locator("#chart");
export const select = (page, id) => page.locator(`#select-${id}`);
export const view = (page, name) => page.locator(".view-switch").getByRole("button", { name, exact: true });
export const card = (page) => page.locator(".figure-card");
export const figure = (page) => page.locator(".figure-card__value");
export const place = (page) => page.locator(".figure-card__place");
export const rows = (page) => page.locator(".table-card tbody tr");
export const row = (page, name) => rows(page).filter({ has: page.getByRole("rowheader", { name, exact: true }) });
export const search = (page, name = "map") => page.locator(`#${name}-input`);
export const saidByMap = (page) => page.locator(".map-view > [aria-live]");
export const saidByChart = (page) => page.locator(".bar-chart > [aria-live]");

/** Opens Explore on these parts of an address, and waits for all of it: the charts come after its first useful view. */
export async function explore(page, parts = {}) {
  const response = await open(page, `utforska/?${new URLSearchParams({ dataset: "demo", ...parts })}`);
  await settled(page);
  return response;
}

/** What the address now says, as an object. */
export const asked = (page) => Object.fromEntries(new URL(page.url()).searchParams);

/** The address of Explore that a file says it was taken at: what it asks, as an object. */
export const askedIn = (text) => Object.fromEntries(new URL(text.match(/https?:[^\s";,]*\/utforska\/[^\s";,]*/)[0]).searchParams);

/** The same view of the very data at hand: with the first digits of their file's hash. */
export const ofThisVersion = (page) => ({ ...asked(page), version: item(asked(page).dataset).sha256.slice(0, 16) });

/** Where on the screen an area's label point lies, on the map or on the locator map. */
export async function pointOf(page, code, { map = "#map svg", level } = {}) {
  const [x, y] = outlines(level).label(code);
  const svg = page.locator(map).first();
  // Words that change their font move what stands below them.
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await svg.scrollIntoViewIfNeeded();
  return svg.evaluate((svg, [x, y]) => {
    const { x: left, y: top } = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
    return { x: left, y: top };
  }, [x, y]);
}

/** Clicks an area on the map. */
export async function clickArea(page, code, options) {
  const { x, y } = await pointOf(page, code, options);
  await page.mouse.click(x, y);
}

/** The texts of a row of a table. */
export const cells = async (row) => (await row.locator("th, td").allInnerTexts()).map((text) => text.trim());

/** What the row of an area or a category is to say, from the file: name, n, found, value, interval; remarks are left out. */
export function expectedCells(dataset, measure, at, name, language = "sv") {
  const answer = dataset.answer(measure, at);
  // What was found is told only where there is a number: the value beside it says why there is none.
  const found = answer.counts?.above.value != null && answer.state !== "nothing_counted" ? written(answer.counts.above, language) : "";
  const counts = answer.counts ? [written(answer.counts.below, language), found] : [];
  const interval = answer.interval ? [range(answer.interval, answer.decimals, language)] : [""];
  return [name, written(answer, language), ...interval, ...counts];
}
