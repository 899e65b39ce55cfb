// What is hidden stays hidden: its areas are hatched, and nowhere on the page is there a number for them.
import { area, asked, card, cells, clickArea, explore, figure, map, place, pointOf, row, rows, saidByMap } from "./explore.js";
import { dataset, outlines } from "./files.js";
import { expect, open, settled, test, withoutPort } from "./support.js";
import { smallFile } from "./troubles.js";
import { written } from "./written.js";

const demo = dataset("demo");
const towns = outlines();
const isHidden = (code, period = "2022") => demo.answer("share", { area: code, period }).state === "suppressed";
const hidden = towns.codes.filter((code) => isHidden(code));
const hiddenText = written({ value: null, state: "suppressed" }, "sv");
// The number of homes inspected is public; of what was found there may be nothing: no share, no interval, no count.
const tellsFinding = /%|\d+[,.]\d|\bav \d/;

test("the file hides a good many", () => {
  expect(hidden.length).toBeGreaterThan(50);
  for (const code of hidden) expect(demo.cell("found", { area: code }).value).toBeNull();
});

test("exactly the hidden areas are hatched, in the insets too", async ({ page }) => {
  await explore(page);
  const hatched = (where) => page.locator(`${where} .area--suppressed`).evaluateAll((paths) => paths.map((path) => Number(path.dataset.place)));
  await expect.poll(async () => (await hatched("#map .map-view__areas")).sort((a, b) => a - b)).toEqual(hidden.map(towns.place).sort((a, b) => a - b));
  const inInsets = await hatched(".map-inset");
  expect(inInsets.length).toBeGreaterThan(0);
  for (const place of inInsets) expect(isHidden(towns.codes[place])).toBe(true);
  await expect(area(page, hidden[0])).toHaveCSS("fill", /url\(.*(hidden|suppressed)/);
});

test("a hidden row of the table has n, the word, and no figure", async ({ page }) => {
  await explore(page);
  await expect(rows(page)).toHaveCount(290);
  for (const code of hidden.slice(0, 40)) {
    const [name, share, interval, n, found] = await cells(row(page, towns.name(code)));
    expect([name, share, interval, n, found]).toEqual([towns.name(code), hiddenText, "", written(demo.cell("inspected", { area: code }), "sv"), ""]);
  }
});

test("no attribute of the page tells what is hidden", async ({ page }) => {
  await explore(page);
  const code = hidden[0];
  await clickArea(page, code);
  await expect(place(page)).toHaveText(towns.name(code));
  // The chart and the table come a picture or two later.
  await settled(page);
  const said = await page.evaluate(([name]) => {
    const elements = [...document.querySelectorAll("main *")];
    const texts = elements.flatMap((element) => [...element.attributes].filter(({ name }) => /^(aria-|title|alt|data-|value)/.test(name)).map(({ value }) => value));
    const leaves = elements.filter((element) => !element.children.length).map((element) => element.textContent);
    return [...texts, ...leaves].filter((text) => text.includes(name));
  }, [towns.name(code)]);
  expect(said.length).toBeGreaterThan(0);
  for (const text of said) expect(text.replace(/\b20\d\d\b/g, "")).not.toMatch(tellsFinding);
});

test("picked, pointed at and walked to, a hidden area says that it is hidden", async ({ page }) => {
  await explore(page);
  const code = hidden.find((code) => code.startsWith("2"));
  const { x, y } = await pointOf(page, code);
  await page.mouse.move(x, y);
  await expect(page.locator(".map-tooltip")).toContainText(hiddenText);
  await expect(page.locator(".map-tooltip")).not.toContainText(tellsFinding);
  await page.mouse.click(x, y);
  await expect(figure(page)).toHaveText(hiddenText);
  await expect(card(page)).not.toContainText(tellsFinding);

  const start = hidden.find((code) => towns.neighbours(code).some((other) => isHidden(other)));
  await explore(page, { area: start });
  await map(page).focus();
  for (const key of ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"]) {
    const before = asked(page).area;
    await page.keyboard.press(key);
    await expect(page).not.toHaveURL(new RegExp(`area=${before}`));
    const { area } = asked(page);
    if (isHidden(area)) {
      await expect(saidByMap(page)).toContainText(hiddenText);
      await expect(saidByMap(page)).not.toContainText(/procent|%/);
    } else await expect(saidByMap(page)).not.toContainText(hiddenText);
  }
});

test("a bar that is hidden is a word, not a zero", async ({ page }) => {
  const code = hidden.find((code) => ["2018", "2019", "2020", "2021"].some((period) => !isHidden(code, period)));
  await explore(page, { area: code, by: "period" });
  const texts = page.locator("#chart svg text");
  await expect.poll(async () => (await texts.allTextContents()).join(" ")).toContain(hiddenText);
  const drawn = (await texts.allTextContents()).join(" ");
  for (const period of demo.codes("period")) expect(drawn).toContain(written(demo.answer("share", { area: code, period }), "sv"));
});

test("a file that forgets to blank a hidden value is not shown with it", async ({ page }) => {
  const file = smallFile({ values: [9182, 7364, 1818] });
  file.status = { 1: "c" };
  file.extension.insyn.states = { c: "suppressed" };
  await page.route("**/data/demo.json", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(file) }));
  await open(page, "utforska/?dataset=demo&area=01");
  await settled(page);
  expect(withoutPort(await page.content()).replaceAll(/\s|&nbsp;|\u00a0/g, "")).not.toContain("7364");
});
