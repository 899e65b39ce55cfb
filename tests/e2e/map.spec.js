// The map by itself: zoom, walking by arrow keys, legend, tooltip, and areas that must not tell their number.
import { area, asked, cells, clickArea, explore, map, picked, place, pointOf, row, rows, saidByMap, select } from "./explore.js";
import { dataset, outlines } from "./files.js";
import { hands, reach } from "./hands.js";
import { expect, test } from "./support.js";
import { say } from "./words.js";
import { written } from "./written.js";

const demo = dataset("demo");
const towns = outlines();
const button = (page, name) => page.getByRole("button", { name: say(`map::${name}`), exact: true });
const frame = async (page) => (await map(page).locator("svg").getAttribute("viewBox")).split(" ").map(Number);
const width = async (page) => (await frame(page))[2];

for (const hand of hands) {
  test(`it is zoomed with its buttons ${hand.name}`, async ({ page }) => {
    await explore(page);
    const whole = await frame(page);
    await expect(button(page, "zoom_out")).toBeDisabled();
    await expect(button(page, "zoom_reset")).toBeDisabled();
    await hand.press(button(page, "zoom_in"));
    expect(await width(page)).toBeCloseTo(whole[2] / 2, -1);
    await hand.press(button(page, "zoom_in"));
    expect(await width(page)).toBeCloseTo(whole[2] / 4, -1);
    await hand.press(button(page, "zoom_out"));
    expect(await width(page)).toBeCloseTo(whole[2] / 2, -1);
    await hand.press(button(page, "zoom_reset"));
    expect(await frame(page)).toEqual(whole);
  });
}

test("the wheel scrolls the page, and zooms only with Ctrl or when the map has the keyboard", async ({ page }) => {
  await explore(page);
  const whole = await width(page);
  const { x, y } = await pointOf(page, "2580");
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -120);
  await page.waitForTimeout(100);
  expect(await width(page)).toBe(whole);

  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -120);
  await expect.poll(() => width(page)).toBeLessThan(whole);
  await page.keyboard.up("Control");
  expect(await page.evaluate(() => visualViewport.scale)).toBe(1);

  const zoomed = await width(page);
  await map(page).focus();
  const scrolled = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, -120);
  await expect.poll(() => width(page)).toBeLessThan(zoomed);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test("what is under the pointer stays there when the wheel zooms", async ({ page }) => {
  await explore(page);
  await map(page).focus();
  const before = await pointOf(page, "2480");
  await page.mouse.move(before.x, before.y);
  for (let turn = 0; turn < 4; turn += 1) await page.mouse.wheel(0, -120);
  await expect.poll(() => width(page)).toBeLessThan(4000);
  const after = await pointOf(page, "2480");
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(6);
});

test("plus, minus, 0 and Escape do what the buttons do", async ({ page }) => {
  await explore(page, { area: "0780" });
  const whole = await frame(page);
  await reach(map(page));
  await page.keyboard.press("+");
  expect(await width(page)).toBeCloseTo(whole[2] / 2, -1);
  const { x, y } = await pointOf(page, "0780");
  const box = await map(page).boundingBox();
  expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height, "the picked area is in view").toBe(true);
  await page.keyboard.press("-");
  expect(await frame(page)).toEqual(whole);
  await page.keyboard.press("+");
  await page.keyboard.press("0");
  expect(await frame(page)).toEqual(whole);
  await page.keyboard.press("+");
  await page.keyboard.press("Escape");
  expect(await frame(page)).toEqual(whole);
  await expect(place(page)).toHaveText(demo.label("area", "00"));
  await expect(picked(page)).toHaveCount(0);
  await expect(map(page)).toBeFocused();
});

const turns = [["ArrowUp", "north", (dx, dy) => dy < 0], ["ArrowRight", "east", (dx) => dx > 0], ["ArrowDown", "south", (dx, dy) => dy > 0], ["ArrowLeft", "west", (dx) => dx < 0]];
for (const language of ["sv", "en"])
  test(`arrow keys walk to the neighbour and say way, name and value, in ${language}`, async ({ page }) => {
    await explore(page, { area: "0880", lang: language });
    await reach(map(page));
    for (const [key, way, isThere] of [...turns, ...turns]) {
      const from = asked(page).area;
      await page.keyboard.press(key);
      await expect(page).not.toHaveURL(new RegExp(`area=${from}`));
      const to = asked(page).area;
      const [dx, dy] = towns.label(to).map((end, axis) => end - towns.label(from)[axis]);
      expect(isThere(dx, dy), `${towns.name(to)} lies ${way} of ${towns.name(from)}`).toBe(true);
      await expect(saidByMap(page)).toContainText(`${say(`map::${way}`, language)}: ${towns.name(to, language)}`);
      const answer = demo.answer("share", { area: to });
      const value = written(answer, language).replace(/\u00a0?%/, language === "sv" ? " procent" : " per cent");
      await expect(saidByMap(page)).toContainText(value);
      await expect(map(page)).toBeFocused();
    }
  });

test("where there is no neighbour it says so and stays", async ({ page }) => {
  await explore(page, { area: "2584" });
  await reach(map(page));
  await page.keyboard.press("ArrowUp");
  await expect(saidByMap(page)).toContainText(say("map::no_neighbour"));
  expect(asked(page).area).toBe("2584");
});

test("the legend counts every area once", async ({ page }) => {
  for (const [parts, all] of [[{}, 290], [{ level: "county" }, 21], [{ period: "2022" }, 290], [{ measure: "found" }, 290], [{ dataset: "lex-sarah" }, 21]]) {
    await explore(page, parts);
    const counts = (await page.locator(".legend__count").allInnerTexts()).map((text) => Number.parseInt(text, 10));
    expect(counts.reduce((sum, one) => sum + one, 0), JSON.stringify(parts)).toBe(all);
  }
});

test("each shade of the legend has as many areas on the map as it says", async ({ page }) => {
  await explore(page);
  for (const line of await page.locator(".legend__row").all()) {
    const shade = (await line.locator(".legend__swatch rect").getAttribute("class")).split(" ")[1];
    const count = Number.parseInt(await line.locator(".legend__count").innerText(), 10);
    await expect(map(page).locator(`.map-view__areas .${shade}`)).toHaveCount(count);
  }
});

for (const hand of hands) {
  test(`a legend row pressed ${hand.name} holds its areas, in the table too, until all are asked for`, async ({ page }) => {
    await explore(page, { dataset: "demo", level: "county" });
    const line = page.locator(".legend__row").first();
    const count = Number.parseInt(await line.locator(".legend__count").innerText(), 10);
    await expect(rows(page)).toHaveCount(outlines("county").codes.length);
    await hand.press(line);
    await expect(line).toHaveAttribute("aria-pressed", "true");
    await expect(rows(page)).toHaveCount(count);
    await expect(page.locator(".data-table__alone [role=status]")).toContainText(`${count} av ${outlines("county").codes.length}`);
    // The others step back on the map too, when nothing is pointed at.
    await page.mouse.move(0, 0);
    await expect(page.locator(".map-view__map .area--dimmed")).toHaveCount(outlines("county").codes.length - count);
    const shown = await rows(page).locator("th").allInnerTexts();
    await hand.press(page.getByRole("button", { name: say("map::show_all"), exact: true }));
    await expect(rows(page)).toHaveCount(outlines("county").codes.length);
    await expect(page.locator(".area--dimmed")).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => Boolean(document.activeElement?.closest(".data-table")))).toBe(true);
    expect(shown).toHaveLength(count);
  });
}

test("the classes are chosen: equally wide, or parted where values part most", async ({ page }) => {
  await explore(page, { dataset: "demo", level: "county", period: "2022" });
  const labels = async () => (await page.locator(".legend__label").allInnerTexts()).filter((text) => /\d/.test(text));
  const edges = async () => [...new Set((await labels()).flatMap((text) => text.match(/\d+(?:,\d+)?/g)).map((text) => Number(text.replace(",", "."))))];
  const counts = async () => (await page.locator(".legend__count").allInnerTexts()).map((text) => Number.parseInt(text, 10));
  const before = await labels();
  await select(page, "classes").selectOption("equal");
  await expect(page).toHaveURL(/classes=equal/);
  await expect.poll(labels).not.toEqual(before);
  const [first, second, ...rest] = await edges();
  for (const [place, edge] of rest.entries()) expect(edge).toBeCloseTo(second + (second - first) * (place + 1), 6);
  expect((await counts()).reduce((sum, one) => sum + one, 0)).toBe(21);
  // Each area is in the class that its own figure says.
  const inClass = (value, all) => all.filter((edge) => edge <= value).length;
  for (const classing of ["equal", "natural"]) {
    await select(page, "classes").selectOption(classing);
    await expect(page).toHaveURL(new RegExp(`classes=${classing}`));
    const all = await edges();
    const expected = all.map((_, place) => place).concat(all.length).map((place) => outlines("county").codes.filter((code) => inClass(demo.answer("share", { area: code, period: "2022" }).value, all) === place).length);
    expect((await counts()).slice(0, expected.length), classing).toEqual(expected);
  }
  // Where the colours say the verdict there are no classes.
  await select(page, "colour").selectOption("verdict");
  await expect(select(page, "classes")).toHaveCount(0);
});

test("pointing at a legend row dims the other areas", async ({ page }) => {
  await explore(page);
  await page.locator(".legend__row").first().hover();
  const shade = (await page.locator(".legend__swatch rect").first().getAttribute("class")).split(" ")[1];
  await expect(map(page).locator(`.${shade}.area--dimmed`)).toHaveCount(0);
  await expect(map(page).locator(".area--dimmed").first()).toBeAttached();
  await page.mouse.move(0, 0);
  await expect(map(page).locator(".area--dimmed")).toHaveCount(0);
});

test("the tooltip says the figure of the area under the pointer", async ({ page }) => {
  await explore(page);
  const { x, y } = await pointOf(page, "2480");
  await page.mouse.move(x, y);
  const tip = page.locator(".map-tooltip");
  await expect(tip).toContainText(towns.name("2480"));
  await expect(tip).toContainText(written(demo.answer("share", { area: "2480" }), "sv"));
  await page.mouse.move(5, 5);
  await expect(tip).toHaveCount(0);
});
