// What axe cannot see: enlarged pages, where the keyboard is, the way past the menu, less motion, own colours.
import { explore, map } from "./explore.js";
import { overflow } from "./layout.js";
import { expect, open, settled, test } from "./support.js";
import { show, views } from "./views.js";
import { say } from "./words.js";

/** What has the keyboard: its outline, and whether one can see it. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const seen = document.elementFromPoint((Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
    return {
      what: `${element.tagName.toLowerCase()}.${element.className || element.id} “${(element.innerText ?? "").slice(0, 30)}”`,
      outline: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && !/transparent|, 0\)/.test(outlineColor),
      isInView: right > 0 && left < innerWidth && bottom > 0 && top < innerHeight && width > 0 && height > 0,
      isCovered: !(seen && (element.contains(seen) || seen.contains(element))),
    };
  });

test("enlarged to 400 % (320 × 256) all of it can be reached, and the keyboard's place is seen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const address of ["./", "utforska/?dataset=demo&area=0180&level=county", "omrade/?area=1281", "jamfor/?dataset=demo", "om-data/", "metod/", "ordlista/"]) {
    await open(page, address);
    // What comes meanwhile would move what the keyboard is on.
    await settled(page);
    expect(await overflow(page)).toEqual([]);
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press("Tab");
      const at = await focused(page);
      if (!at) break;
      expect.soft(at, `${address}, stop ${stop}: ${at.what}`).toMatchObject({ isInView: true, isCovered: false });
    }
  }
});

test("with the text spacing of WCAG 1.4.12 nothing is lost", async ({ page, watch }) => {
  for (const view of views.filter(({ name }) => /^(start|explore-place|explore-types|area-municipality|compare-places|about|method|glossary|theme-easy)$/.test(name))) {
    await page.setViewportSize({ width: 320, height: 800 });
    await show(page, view, { watch });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
      document.adoptedStyleSheets.push(sheet);
    });
    expect.soft(await overflow(page), view.name).toEqual([]);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("main p, main h1, main h2, main h3, main button, main a, main li, main label, main summary")]
        .filter((element) => !element.closest(".visually-hidden") && element.scrollHeight > element.clientHeight + 2 && getComputedStyle(element).overflowY === "hidden")
        .map((element) => element.innerText.slice(0, 40)));
    expect.soft(cut, view.name).toEqual([]);
  }
});

for (const colorScheme of ["light", "dark"])
  test(`the keyboard's place is always seen, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const address of ["./", "utforska/?dataset=demo&area=0180&level=county", "utforska/?dataset=hvb-2023", "omrade/?area=1281", "jamfor/?dataset=demo", "om-data/", "metod/", "ordlista/"]) {
      await open(page, address);
      await settled(page);
      for (let stop = 0; stop < 30; stop += 1) {
        await page.keyboard.press("Tab");
        const at = await focused(page);
        if (!at) break;
        expect.soft(at, `${address}: ${at.what}`).toMatchObject({ outline: true, isInView: true, isCovered: false });
      }
    }
  });

test("the first stop leads past the menu", async ({ page }) => {
  for (const address of ["./", "utforska/?dataset=hvb-2023", "omrade/?area=1281", "jamfor/?dataset=demo", "om-data/", "metod/", "ordlista/"]) {
    await open(page, address);
    const before = page.url();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: say("frame::skip_to_content") });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.locator("#content")).toBeFocused();
    expect(new URL(page.url()).search, "the view is still the same").toBe(new URL(before).search);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement.closest("main") !== null)).toBe(true);
  }
});

test("the chosen view is in the title, so that a history can be read", async ({ page }) => {
  await explore(page, { area: "0180" });
  await expect(page).toHaveTitle(/Stockholm|våld/i);
});

test("who wants less motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await explore(page, { level: "county" });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
      return [transitionDuration, animationDuration].some((time) => time.split(",").some((one) => Number.parseFloat(one) > 0)) || scrollBehavior === "smooth";
    }).map((element) => element.className.baseVal ?? element.className));
  expect(moving).toEqual([]);
});

test("in forced colours shades, pressed buttons and the picked area are still told apart", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await explore(page, { area: "2584" });
  const looks = await page.locator(".legend__swatch rect").evaluateAll((swatches) => swatches.map((swatch) => {
    const { fill, stroke } = getComputedStyle(swatch);
    return `${fill} ${stroke}`;
  }));
  expect(new Set(looks).size, looks.join("; ")).toBe(looks.length);
  const look = (locator) => locator.evaluate((element) => `${getComputedStyle(element).backgroundColor} ${getComputedStyle(element).color}`);
  const buttons = page.locator(".view-switch__button");
  expect(await look(buttons.nth(0))).not.toBe(await look(buttons.nth(1)));
  const stroke = await page.locator("#map .map-view__picked").evaluate((path) => getComputedStyle(path).stroke);
  expect(stroke).not.toBe(await map(page).evaluate((element) => getComputedStyle(element).backgroundColor));
});

test("the chart turns dark with the system", async ({ page }) => {
  await explore(page, { dataset: "hvb-2023" });
  const colour = () => page.locator("#chart svg text").first().evaluate((text) => getComputedStyle(text).fill);
  const light = await colour();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(colour).not.toBe(light);
});

test("on paper the whole table stands, with the mark of made-up data and without buttons", async ({ page }) => {
  await explore(page, { area: "0180" });
  await page.emulateMedia({ media: "print" });
  for (const gone of [".controls", ".view-switch", ".map-view__zoom", ".site-header__nav", "#table-search"]) await expect(page.locator(gone)).toBeHidden();
  await expect(page.locator(".synthetic-mark")).toBeVisible();
  const scroll = page.locator(".table-card .data-table__scroll");
  expect(await scroll.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(1);
  await expect(page.locator(".table-card tbody tr").last()).toBeVisible();
});

for (const language of ["sv", "en"])
  test(`what the keyboard can do is told on every page, in ${language}`, async ({ page }) => {
    for (const address of ["", "utforska/", "vald/"]) {
      await open(page, `${address}?lang=${language}`);
      const summary = page.locator(".keyboard-help > summary");
      await expect(summary).toHaveText(say("keyboard::title", language));
      await expect(page.locator(".keyboard-help dd").first()).toBeHidden();
      await summary.focus();
      await page.keyboard.press("Enter");
      await expect(page.locator(".keyboard-help dd").first()).toBeVisible();
      await expect(page.locator(".keyboard-help dd", { hasText: say("map::keys", language) })).toBeVisible();
    }
  });
