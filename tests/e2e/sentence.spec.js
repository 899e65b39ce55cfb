// The question as a sentence: each underlined word is a list, what is chosen there is what the form and the figures then say.
import { asked, card, explore, figure, map, place, rows, select, view } from "./explore.js";
import { dataset } from "./files.js";
import { hands } from "./hands.js";
import { expect, test } from "./support.js";
import { say } from "./words.js";
import { written } from "./written.js";

const demo = dataset("demo");
const sentence = (page) => page.locator(".sentence");
const word = (page, id) => sentence(page).locator(`select[data-part="${id}"]`);
const text = (page) => sentence(page).locator(".sentence__text").evaluate((p) => {
  const copy = p.cloneNode(true);
  for (const select of copy.querySelectorAll("select")) select.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
});
const beside = (page) => select(page, "beside");

/** Chooses by hand; by keyboard the list is walked with the arrows. */
async function choose(hand, target, value) {
  if (hand.name !== "by keyboard") return target.selectOption(value);
  await target.focus();
  const steps = await target.evaluate((it, value) => [...it.options].findIndex((option) => option.value === value) - it.selectedIndex, value);
  for (let step = 0; step < Math.abs(steps); step += 1) {
    const before = await target.inputValue();
    await target.page().keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
    await expect(target).not.toHaveValue(before);
  }
}

for (const hand of hands)
  for (const language of ["sv", "en"])
    test(`each word is changed where it stands ${hand.name}, in ${language}; form and figure follow`, async ({ page }) => {
      await explore(page, { level: "county", lang: language });
      await choose(hand, word(page, "sex"), "K");
      await expect(page).toHaveURL(/sex=K/);
      await expect(select(page, "sex")).toHaveValue("K");
      await expect(figure(page)).toHaveText(written(demo.answer("share", { sex: "K" }), language));
      await choose(hand, word(page, "period"), "2020");
      await expect(figure(page)).toHaveText(written(demo.answer("share", { sex: "K", period: "2020" }), language));
      await choose(hand, word(page, "against"), "none");
      await expect.poll(() => text(page)).toContain(say("sentence::not_compared", language));
      const said = await text(page);
      expect(said).toContain(demo.measureLabel("share", language));
      expect(said).toContain("2020");
      expect(said.toLowerCase()).toContain(demo.label("sex", "K", language).toLowerCase());
      expect(said.endsWith(".")).toBe(true);
      // The keyboard is still on the word that was changed.
      if (hand.name === "by keyboard") await expect(word(page, "against")).toBeFocused();
      // What the form changes, the sentence says.
      await select(page, "measure").selectOption("inspected");
      await expect.poll(() => text(page)).toContain(demo.measureLabel("inspected", language));
    });

test("a word that cannot be changed is plain, and the reason stands below", async ({ page }) => {
  await explore(page, { level: "municipality" });
  for (const id of ["sex", "home_type", "ownership"]) await expect(word(page, id)).toHaveCount(0);
  await expect(sentence(page).locator(".sentence__reason")).toContainText("publiceras inte per kommun");
  await word(page, "level").selectOption("county");
  for (const id of ["sex", "home_type", "ownership"]) await expect(word(page, id)).toBeVisible();
  await expect(sentence(page).locator(".sentence__reason")).toHaveCount(0);
});

test("a finger has room on each word, and the form waits below it until it is asked for", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto("utforska/?dataset=demo&level=county");
  await page.locator("html[data-ready]").waitFor();
  for (const select of await sentence(page).locator("select").all()) {
    const { width, height } = await select.boundingBox();
    expect(height).toBeGreaterThanOrEqual(44);
    expect(width).toBeGreaterThanOrEqual(24);
  }
  await expect(select(page, "sex")).toBeHidden();
  await page.getByText(say("sentence::as_form"), { exact: true }).click();
  await select(page, "sex").selectOption("M");
  await expect.poll(() => text(page)).toContain(demo.label("sex", "M").toLowerCase());
  // It stays unfolded while the reader goes from dataset to dataset.
  await select(page, "dataset").selectOption("demo-utsatta");
  await expect(select(page, "age")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

test("the sum of all categories, where the publisher has none, is chosen in the form", async ({ page }) => {
  await explore(page, { dataset: "demo-handlaggning" });
  const all = page.locator("select option[value='*']").first();
  const chosen = all.locator("xpath=..");
  await chosen.selectOption("*");
  await expect(chosen).toHaveValue("*");
});

for (const hand of hands)
  test(`two views stand side by side, linked, and change places ${hand.name}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await explore(page, { view: "map", level: "county" });
    await choose(hand, beside(page), "table");
    await expect(page).toHaveURL(/view=map&beside=table/);
    await expect(map(page)).toBeVisible();
    await expect(rows(page)).toHaveCount(21);
    const [left, right] = [await page.locator(".map-card").boundingBox(), await page.locator(".table-card").boundingBox()];
    expect(left.x + left.width).toBeLessThanOrEqual(right.x);
    expect(Math.abs(left.y - right.y)).toBeLessThan(2);
    // Picked in the one, picked in the other.
    await rows(page).filter({ hasText: "Skåne län" }).getByRole("button").first().click();
    await expect(place(page)).toHaveText("Skåne län");
    await expect(map(page).locator(".map-view__picked").first()).toBeAttached();
    await expect(card(page)).toHaveCount(1);
    // The view that stood beside becomes the first, and the first stands beside: on the page, for the keyboard and in the address.
    await page.locator(".map-card").evaluate((card) => (card.isTheSame = true));
    const stand = async (first, second) => {
      await expect.poll(async () => {
        const [one, other] = [await page.locator(first).boundingBox(), await page.locator(second).boundingBox()];
        return one.x + one.width <= other.x && Math.abs(one.y - other.y) < 2;
      }).toBe(true);
      const isBefore = ([first, second]) => Boolean(document.querySelector(first).compareDocumentPosition(document.querySelector(second)) & Node.DOCUMENT_POSITION_FOLLOWING);
      expect(await page.evaluate(isBefore, [first, second])).toBe(true);
    };
    await hand.press(view(page, "Tabell"));
    await expect(page).toHaveURL(/view=table&beside=map/);
    await expect(beside(page)).toHaveValue("map");
    await stand(".table-card", ".map-card");
    expect(await page.locator(".map-card").evaluate((card) => card.isTheSame), "the map is not made anew").toBe(true);
    await page.goBack();
    await expect(page).toHaveURL(/view=map&beside=table/);
    await stand(".map-card", ".table-card");
    // So does the button, and the keyboard stays on it.
    const swap = page.getByRole("button", { name: say("explore::change_places"), exact: true });
    await hand.press(swap);
    await expect(page).toHaveURL(/view=table&beside=map/);
    await stand(".table-card", ".map-card");
    await expect(page.locator(".beside [role=status]")).toHaveText(/Tabell.*Karta/);
    await expect(swap).toBeFocused();
    await hand.press(swap);
    await expect(page).toHaveURL(/view=map&beside=table/);
    await stand(".map-card", ".table-card");
    await expect(rows(page)).toHaveCount(21);
    await expect(place(page)).toHaveText("Skåne län");
    await hand.press(view(page, "Allt"));
    await expect.poll(() => asked(page)).not.toHaveProperty("beside");
    await expect(beside(page)).toHaveCount(0);
    await expect(swap).toHaveCount(0);
  });

const pairs = [["map", "time"], ["chart", "time"], ["funnel", "table"], ["funnel", "map"], ["difference", "crosstab"], ["chart", "map"]];
const cardOf = { map: ".map-card", chart: ".chart-card", time: ".time-card", funnel: ".funnel-card", table: ".table-card", difference: ".difference-card", crosstab: ".crosstab-card" };

for (const pair of pairs)
  test(`${pair.join(" and ")} stand as the address says, either way round, and on a phone one above the other`, async ({ page }) => {
    for (const [first, second] of [pair, pair.toReversed()]) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await explore(page, { view: first, beside: second, level: "county", period: "2022" });
      const boxes = () => Promise.all([first, second].map((name) => page.locator(cardOf[name]).boundingBox()));
      const [left, right] = await boxes();
      expect(left.x + left.width, `${first} stands left`).toBeLessThanOrEqual(right.x);
      await page.setViewportSize({ width: 375, height: 800 });
      await expect.poll(async () => {
        const [above, below] = await boxes();
        return above.y + above.height <= below.y;
      }, `${first} stands above`).toBe(true);
    }
  });

test("an address that sets a view beside itself is told", async ({ page }) => {
  await explore(page, { view: "map", beside: "map" });
  await expect(page.locator(".notice")).toContainText("beside=map");
  expect(asked(page)).not.toHaveProperty("beside");
});

test("the way to what can be taken along opens it, and the keyboard is there", async ({ page }) => {
  await explore(page, { view: "chart" });
  await page.locator(".explore__to-take").click();
  await expect(page.locator(".take__list--shown")).toBeVisible();
  await expect(page.locator(".take > summary")).toBeFocused();
});
