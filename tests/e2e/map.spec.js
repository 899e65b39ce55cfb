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
/** Where the page stands once it no longer moves: a wheel moves it in steps of its own. */
const rested = (page) =>
  page.evaluate(async () => {
    const picture = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    for (let before, still = 0; still < 6; before = scrollY) {
      await picture();
      still = before === scrollY ? still + 1 : 0;
    }
    return scrollY;
  });

for (const hand of hands) {
  test(`it is zoomed with its buttons ${hand.name}`, async ({ page }) => {
    await explore(page);
    const whole = await frame(page);
    await expect(button(page, "zoom_out")).toBeDisabled();
    await expect(button(page, "zoom_reset")).toBeDisabled();
    // A tap is a press only when the browser has made it one.
    for (const [name, part] of [["zoom_in", 2], ["zoom_in", 4], ["zoom_out", 2]]) {
      await hand.press(button(page, name));
      await expect.poll(() => width(page)).toBeCloseTo(whole[2] / part, -1);
    }
    await hand.press(button(page, "zoom_reset"));
    await expect.poll(() => frame(page)).toEqual(whole);
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
  const scrolled = await rested(page);
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

/** Drags the mouse from a point, by so many pixels; what is looked at before it is let go is told by `held`. */
async function drag(page, { x, y }, [dx, dy], held = async () => {}) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 8 });
  await held();
  await page.mouse.up();
}

/** How far it is from one point to another. */
const way = (from, to) => [to.x - from.x, to.y - from.y];
const near = ([x, y], [dx, dy], slack = 3) => Math.hypot(x - dx, y - dy) <= slack;

test("zoomed in it is dragged by the mouse, and a drag picks nothing", async ({ page }) => {
  const beside = towns.neighbours("0780")[0];
  await explore(page, { area: "0780" });
  await button(page, "zoom_in").click();
  await button(page, "zoom_in").click();
  const size = await width(page);
  const from = await pointOf(page, beside);
  await drag(page, from, [-70, 45], async () => {
    await expect(map(page)).toHaveClass(/map-view__map--pulled/);
    await expect(page.locator(".map-tooltip")).toHaveCount(0);
  });
  await expect(map(page)).not.toHaveClass(/map-view__map--pulled/);
  const moved = way(from, await pointOf(page, beside));
  expect(near(moved, [-70, 45]), `what was grabbed has followed: ${moved}`).toBe(true);
  expect(await width(page)).toBe(size);
  await page.waitForTimeout(100);
  expect(asked(page).area).toBe("0780");
  // What is pressed and hardly moved is picked, before a drag and after.
  await drag(page, await pointOf(page, beside), [3, -2]);
  await expect(page).toHaveURL(new RegExp(`area=${beside}`));
});

test("it is not dragged out of the country, and the whole not at all", async ({ page }) => {
  await explore(page);
  const whole = await frame(page);
  const north = await pointOf(page, "2584");
  await drag(page, north, [0, 22]);
  expect(await frame(page)).toEqual(whole);
  await page.waitForTimeout(100);
  expect(asked(page).area, "a drag picks nothing there either").toBe("00");
  await button(page, "zoom_in").click();
  const box = await map(page).boundingBox();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  for (let turn = 0; turn < 4; turn += 1) await drag(page, middle, [box.width / 2 - 5, box.height / 2 - 5]);
  const [x, y, , height] = await frame(page);
  expect([x, y]).toEqual(whole.slice(0, 2));
  for (let turn = 0; turn < 4; turn += 1) await drag(page, middle, [5 - box.width / 2, 5 - box.height / 2]);
  const [right, low, wide] = await frame(page);
  expect(Math.abs(right + wide - whole[0] - whole[2])).toBeLessThanOrEqual(1);
  expect(Math.abs(low + height - whole[1] - whole[3])).toBeLessThanOrEqual(1);
});

test.describe("by fingers", () => {
  test.use({ hasTouch: true, viewport: { width: 375, height: 740 } });

  /** Lays fingers on points and moves each of them by so many pixels. */
  async function touch(page, fingers, by, steps = 12) {
    const cdp = await page.context().newCDPSession(page);
    const at = (share) => fingers.map(({ x, y }, id) => ({ x: x + by[id][0] * share, y: y + by[id][1] * share, id }));
    const send = (type, touchPoints) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints });
    await send("touchStart", at(0));
    for (let step = 1; step <= steps; step += 1) await send("touchMove", at(step / steps));
    await send("touchEnd", []);
    await cdp.detach();
  }

  const scrolled = (page) => page.evaluate(() => scrollY);
  const left = ({ x, y }, by) => ({ x: x - by, y });
  const spread = (page, at) => touch(page, [left(at, 25), left(at, -25)], [[-50, 0], [50, 0]]);
  const pinch = (page, at) => touch(page, [left(at, 75), left(at, -75)], [[60, 0], [-60, 0]]);
  const catches = (page) => map(page).evaluate((map) => getComputedStyle(map).touchAction);
  const middle = async (page) => {
    await map(page).scrollIntoViewIfNeeded();
    const { x, y, width, height } = await map(page).boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };

  test("two fingers zoom it around what is between them, and it goes no further than the country", async ({ page }) => {
    await explore(page);
    const whole = await frame(page);
    expect(await catches(page)).toBe("pan-x pan-y");
    const from = await pointOf(page, "2480");
    const at = await scrolled(page);
    await spread(page, from);
    await expect.poll(() => width(page)).toBeLessThan(whole[2] / 2);
    expect(await width(page)).toBeGreaterThan(whole[2] / 4);
    const moved = way(from, await pointOf(page, "2480"));
    expect(near(moved, [0, 0], 12), `what was between them is there still: ${moved}`).toBe(true);
    expect(await catches(page)).toBe("none");
    expect(await page.evaluate(() => visualViewport.scale), "the page is as large as it was").toBe(1);
    expect(await scrolled(page)).toBe(at);

    await pinch(page, from);
    await expect.poll(() => frame(page)).toEqual(whole);
    expect(await catches(page)).toBe("pan-x pan-y");
    expect(asked(page).area, "two fingers pick nothing").toBe("00");
  });

  test("zoomed in it is moved by one finger, which picks nothing; a tap picks", async ({ page }) => {
    await explore(page);
    const from = await pointOf(page, "2480");
    await spread(page, from);
    await expect(map(page)).toHaveClass(/map-view__map--zoomed/);
    const size = await width(page);
    const before = await pointOf(page, "2480");
    const at = await scrolled(page);
    await touch(page, [before], [[60, -40]]);
    const moved = way(before, await pointOf(page, "2480"));
    expect(near(moved, [60, -40], 6), `what was under the finger has followed: ${moved}`).toBe(true);
    expect(await width(page)).toBe(size);
    expect(await scrolled(page)).toBe(at);
    await page.waitForTimeout(100);
    expect(asked(page).area).toBe("00");
    const { x, y } = await pointOf(page, "2480");
    await page.touchscreen.tap(x, y);
    await expect(page).toHaveURL(/area=2480/);
  });

  test("a tap on the whole picks", async ({ page }) => {
    await explore(page);
    const { x, y } = await pointOf(page, "2584");
    await page.touchscreen.tap(x, y);
    await expect(page).toHaveURL(/area=2584/);
  });

  for (const [name, fingers] of [["one finger", [0]], ["two fingers", [-30, 30]]])
    test(`over the whole country ${name} scroll the page`, async ({ page }) => {
      await explore(page);
      const whole = await frame(page);
      const from = await middle(page);
      const at = await scrolled(page);
      await touch(page, fingers.map((by) => left(from, by)), fingers.map(() => [0, -180]));
      await expect.poll(() => scrolled(page)).toBeGreaterThan(at + 100);
      expect(await frame(page)).toEqual(whole);
      expect(asked(page).area).toBe("00");
    });

  test("a finger that has come to the edge of the country goes on with the page", async ({ page }) => {
    await explore(page);
    const [, top, , tall] = await frame(page);
    await button(page, "zoom_in").tap();
    await expect(map(page)).toHaveClass(/map-view__map--zoomed/);
    const from = await middle(page);
    const at = await scrolled(page);
    await touch(page, [from], [[0, -100]]);
    expect(await scrolled(page), "as long as the map can go on, the page stays").toBe(at);
    for (let turn = 0; turn < 3; turn += 1) await touch(page, [from], [[0, -180]]);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(at + 100);
    const [, y, , height] = await frame(page);
    expect(Math.abs(y + height - top - tall)).toBeLessThanOrEqual(1);
  });
});
