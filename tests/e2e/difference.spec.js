// Two groups set against each other: chosen, swapped, walked, picked; the table says what the picture says; the choice is in the address.
import { asked, cells, explore, figure, select, view } from "./explore.js";
import { dataset } from "./files.js";
import { hands, reach } from "./hands.js";
import { expect, open, test } from "./support.js";
import { say } from "./words.js";
import { percent } from "./written.js";

const demo = dataset("demo");
const frame = (page) => page.locator("#difference");
const title = (page) => page.locator("#difference-title");
const headline = (page) => page.locator(".difference__headline");
const shown = (page) => page.locator(".difference__row:not(.difference__row--head)");
const spoken = (page) => page.locator(".difference > [aria-live]");
const twin = (page) => page.locator(".difference .data-table tbody tr");
const fair = (page) => page.locator(".difference__fair");
const swap = (page) => page.getByRole("button", { name: say("difference::swap"), exact: true });
const typesOfHome = { by: "home_type", pair: "sex:K:M", view: "difference" };

for (const hand of hands)
  test(`the view is chosen and the groups are swapped ${hand.name}`, async ({ page }) => {
    await explore(page, { by: "home_type" });
    await hand.press(view(page, say("explore::view_difference")));
    await expect(page).toHaveURL(/view=difference/);
    expect(asked(page)).toMatchObject({ pair: "sex:K:M", view: "difference" });
    await expect(headline(page)).toContainText(percent(demo.answer("share", { sex: "K" }).value, 1, "sv"));
    const before = await headline(page).innerText();
    await hand.press(swap(page));
    await expect(page).toHaveURL(/pair=sex:M:K/);
    await expect(headline(page)).not.toHaveText(before);
    await expect(title(page)).toContainText(/^Pojkar och flickor/);
    await page.goBack();
    await expect(headline(page)).toHaveText(before);
    await page.goBack();
    await expect(frame(page)).toHaveCount(0);
  });

test("another dimension and other groups are chosen, and Back undoes each", async ({ page }) => {
  await explore(page, typesOfHome);
  await select(page, "by").selectOption("period");
  await page.locator("#groups-dimension").selectOption({ label: demo.insyn.dimensions.home_type.label?.sv ?? demo.file.dimension.home_type.label });
  await expect(page).toHaveURL(/pair=home_type:hvb:stodboende/);
  await page.locator("#groups-first").selectOption("home_type:bmss:stodboende");
  await expect(page).toHaveURL(/pair=home_type:bmss:stodboende/);
  await page.locator("#groups-second").selectOption("home_type:stodboende:bmss");
  await expect(page).toHaveURL(/pair=home_type:stodboende:bmss/);
  for (const pair of [/pair=home_type:bmss:stodboende/, /pair=home_type:hvb:stodboende/, /pair=sex:K:M/]) {
    await page.goBack();
    await expect(page).toHaveURL(pair);
  }
  await expect(page.locator("#groups-dimension")).toHaveValue("sex:K:M");
});

for (const [name, parts] of [
  ["girls and boys", typesOfHome],
  ["types of home over the years", { ...typesOfHome, by: "period", pair: "home_type:bmss:hvb" }],
  ["municipal and private homes", { ...typesOfHome, pair: "ownership:kommunal:privat" }],
  ["two years across the break", { ...typesOfHome, pair: "period:2019:2020" }],
])
  test(`the table says what the picture says: ${name}`, async ({ page }) => {
    await explore(page, parts);
    await page.locator(".difference .bar-chart__table").evaluate((details) => (details.open = true));
    const drawn = await shown(page).evaluateAll((rows) => rows.map((row) => ({
      label: row.querySelector(".difference__label").textContent,
      texts: [...row.querySelectorAll(".difference__text")].map((text) => text.textContent),
      dots: row.querySelectorAll(".difference__dot, .difference__square").length,
      judged: [...row.querySelectorAll(".difference__cell")].map((cell) => [...cell.children].map((part) => part.textContent).filter(Boolean)),
    })));
    await expect(twin(page)).toHaveCount(drawn.length);
    const codes = demo.codes(parts.by);
    for (const [place, row] of drawn.entries()) {
      const told = await cells(twin(page).nth(place));
      expect(told[0]).toBe(row.label);
      expect(row.texts[0].endsWith(told[1]), `${row.texts[0]} is ${told[1]}`).toBe(true);
      expect(row.texts[1].endsWith(told[3]), `${row.texts[1]} is ${told[3]}`).toBe(true);
      expect(row.dots).toBe([told[1], told[3]].filter((text) => /\d\s%$/.test(text)).length);
      const [difference, ratio, verdict] = row.judged;
      expect(told[5]).toBe(difference.length > 1 ? `${difference[0]} (${difference[1]})` : "");
      expect(told[6]).toBe(ratio.length > 1 ? `${ratio[0]} (${ratio[1]})` : "");
      expect(told[7]).toBe(verdict.join(""));
      const [dimension, ...groups] = parts.pair.split(":");
      const code = codes.find((code) => demo.label(parts.by, code) === row.label);
      for (const [group, text] of [[groups[0], told[1]], [groups[1], told[3]]]) {
        const answer = demo.answer("share", { [parts.by]: code, [dimension]: group });
        if (answer.value !== null) expect(text).toBe(percent(answer.value, answer.decimals, "sv"));
      }
    }
  });

test("one tab stop, arrows between the rows, Enter picks", async ({ page }) => {
  await explore(page, typesOfHome);
  await reach(frame(page));
  await page.keyboard.press("ArrowDown");
  await expect(spoken(page)).toContainText(demo.label("home_type", "T"));
  await page.keyboard.press("ArrowDown");
  await expect(spoken(page)).toContainText(demo.label("home_type", "hvb"));
  await expect(page.locator(".difference__row--lit .difference__label")).toHaveText(demo.label("home_type", "hvb"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/home_type=hvb/);
  await expect(frame(page)).toBeFocused();
  await expect(headline(page)).toContainText(`${demo.label("home_type", "hvb")}. Flickor`);
  await page.keyboard.press("End");
  await expect(page.locator(".difference__row--lit .difference__label")).toHaveText(await shown(page).last().locator(".difference__label").innerText());
  await page.keyboard.press("Tab");
  await expect(frame(page)).not.toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/home_type=T/);
});

test("a row is picked by mouse, and the figure beside follows", async ({ page }) => {
  await explore(page, typesOfHome);
  await shown(page).filter({ hasText: demo.label("home_type", "stodboende") }).click();
  await expect(page).toHaveURL(/home_type=stodboende/);
  await expect(figure(page)).toHaveText(percent(demo.answer("share", { home_type: "stodboende" }).value, 1, "sv"));
});

test("ownership is not compared across types of home: like is set against like", async ({ page }) => {
  await explore(page, { by: "sex", pair: "ownership:kommunal:privat", view: "difference" });
  for (const text of await shown(page).locator(".difference__verdict").allInnerTexts()) expect(text).toBe(say("verdict::not_comparable"));
  await expect(fair(page).locator("tbody tr")).toHaveCount(2);
  await fair(page).getByRole("button").click();
  await expect(page).toHaveURL(/by=home_type/);
  await expect(fair(page).getByRole("button")).toHaveCount(0);
  const hvb = shown(page).filter({ hasText: demo.label("home_type", "hvb") });
  await expect(hvb.locator(".difference__verdict")).toHaveText(say("verdict::not_apart"));
});

test("what is not cleared cannot be chosen, and says why", async ({ page }) => {
  await explore(page, { area: "0180", view: "difference" });
  expect(asked(page).pair).toBe("period:2021:2022");
  const shut = page.locator("#groups-dimension option:disabled");
  await expect(shut).toHaveCount(3);
  await expect(page.locator("#groups-reasons li")).toHaveCount(3);
});

test("a wrong pair in a link is told, and a right one kept over a reload and another language", async ({ page }) => {
  await open(page, "utforska/?dataset=demo&view=difference&pair=sex:K:X");
  await expect(page.locator(".notice li")).toHaveText(new RegExp("sex:K:X"));
  await expect(headline(page)).toBeVisible();
  await explore(page, { ...typesOfHome, pair: "sex:M:K" });
  const before = await headline(page).innerText();
  await page.reload();
  await expect(headline(page)).toHaveText(before);
  await page.getByRole("link", { name: say("frame::other_language"), exact: true }).click();
  await expect(headline(page)).toContainText(/^Boys/);
  expect(asked(page)).toMatchObject({ pair: "sex:M:K", view: "difference" });
});
