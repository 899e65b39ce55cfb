// Pinned places and those looked at: in the running page alone, and on the device only where the reader has said so.
import { asked, explore } from "./explore.js";
import { outlines } from "./files.js";
import { hands } from "./hands.js";
import { expect, open, test } from "./support.js";
import { say } from "./words.js";

const area = (page, code) => open(page, `omrade/?area=${code}&lang=sv`);
const name = (code) => outlines().name(code);
const pin = (page, code) => page.getByRole("button", { name: `${say("kept::pin")} ${name(code)}`, exact: true });
const unpin = (page, code) => page.getByRole("button", { name: `${say("kept::unpin")} ${name(code)}`, exact: true });
const mine = (page) => page.locator(".kept__mine");
const unfold = (page) => mine(page).evaluate((details) => (details.open = true));
const pinned = (page) => page.locator(".kept__places--pinned a");
const recent = (page) => page.locator(".kept__places--recent a");
const remember = (page) => page.getByLabel(say("kept::remember"));
const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }));
const nStored = (page) => page.evaluate(() => localStorage.length + sessionStorage.length);

/** To the page of another place without leaving the program. */
async function goTo(page, code) {
  await page.locator("#area-input").fill(name(code));
  await page.keyboard.press("Enter");
  await expect(page.locator("h1")).toHaveText(name(code));
}

for (const hand of hands)
  test(`a place is pinned ${hand.name}, and nothing is stored`, async ({ page }) => {
    await area(page, "1280");
    await hand.press(pin(page, "1280"));
    await expect(unpin(page, "1280").first()).toBeVisible();
    await expect(page.locator(".kept > [role=status]")).toContainText(name("1280"));
    await unfold(page);
    await expect(pinned(page)).toHaveText([name("1280")]);
    await expect(mine(page)).toContainText(say("kept::not_remembered"));
    expect(await nStored(page)).toBe(0);
    await goTo(page, "2584");
    await expect(recent(page)).toHaveCount(0);
    await goTo(page, "0180");
    await expect(recent(page)).toHaveText([name("2584")]);
    expect(await nStored(page)).toBe(0);
    await page.reload();
    await page.locator("html[data-ready]").waitFor();
    await unfold(page);
    await expect(pinned(page)).toHaveCount(0);
  });

test("with consent the places outlive the page; without it again all is gone at once", async ({ page }) => {
  await area(page, "1280");
  await pin(page, "1280").click();
  await goTo(page, "2584");
  await unfold(page);
  await remember(page).check();
  await expect(mine(page)).toContainText(say("kept::remembered"));
  expect(await page.evaluate(() => localStorage.length)).toBe(1);
  expect(await stored(page)).toContain("1280");
  await goTo(page, "0180");
  await page.reload();
  await page.locator("html[data-ready]").waitFor();
  await unfold(page);
  await expect(remember(page)).toBeChecked();
  await expect(pinned(page)).toHaveText([name("1280")]);
  await expect(recent(page)).toHaveText([name("2584")]);
  await remember(page).uncheck();
  expect(await nStored(page)).toBe(0);
  await expect(pinned(page)).toHaveCount(0);
  await expect(recent(page)).toHaveCount(0);
  await goTo(page, "1280");
  expect(await nStored(page)).toBe(0);
});

test("a place that is pinned in one window is seen in the other, and what is forgotten in one is stored by none", async ({ page, context }) => {
  await area(page, "1280");
  await unfold(page);
  await remember(page).check();
  const other = await context.newPage();
  await area(other, "2584");
  await unfold(other);
  await expect(remember(other)).toBeChecked();
  await expect(pinned(other)).toHaveCount(0);
  await pin(page, "1280").click();
  await expect(pinned(other)).toHaveText([name("1280")]);
  await pin(other, "2584").click();
  for (const window of [page, other]) {
    await expect(pinned(window)).toHaveCount(2);
    expect((await pinned(window).allInnerTexts()).map((text) => text.trim()).toSorted()).toEqual([name("1280"), name("2584")].toSorted());
  }
  // Neither has overwritten what the other kept.
  const kept = JSON.parse(Object.values(JSON.parse(await stored(page)))[0]);
  expect(kept.pinned.toSorted()).toEqual(["1280", "2584"]);
  await unpin(page, "1280").first().click();
  await expect(pinned(other)).toHaveText([name("2584")]);
  await remember(other).uncheck();
  await expect(remember(page)).not.toBeChecked();
  await goTo(page, "0180");
  await pin(page, "0180").click();
  for (const window of [page, other]) expect(await nStored(window)).toBe(0);
});

test("what was pinned in one window stands beside what another is told to keep", async ({ page, context }) => {
  await area(page, "1280");
  await pin(page, "1280").click();
  const other = await context.newPage();
  await area(other, "2584");
  await pin(other, "2584").click();
  await unfold(other);
  await remember(other).check();
  await unfold(page);
  for (const window of [page, other]) await expect(pinned(window)).toHaveText([name("2584"), name("1280")]);
});

test("at most twelve of those looked at are kept", async ({ page }) => {
  await area(page, "1280");
  await unfold(page);
  await remember(page).check();
  for (const code of outlines().codes.slice(0, 14)) await goTo(page, code);
  const kept = JSON.parse(Object.values(JSON.parse(await stored(page)))[0]);
  expect(kept.recent).toHaveLength(12);
});

for (const nonsense of ["", "{", "[1,2]", '{"version":9,"pinned":[null,{},"<b>"],"recent":"x"}'])
  test(`nonsense on the device does no harm: ${nonsense}`, async ({ page }) => {
    await page.addInitScript((text) => localStorage.setItem("insyn-places", text), nonsense);
    await area(page, "1280");
    await unfold(page);
    await expect(pinned(page)).toHaveCount(0);
    await expect(remember(page)).toBeChecked();
  });

test("a browser that keeps nothing is told of, and the page goes on", async ({ page }) => {
  await page.addInitScript(() => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }));
  await area(page, "1280");
  await unfold(page);
  await remember(page).click();
  await expect(mine(page)).toContainText(say("kept::refused"));
  await expect(remember(page)).not.toBeChecked();
  await pin(page, "1280").click();
  await expect(pinned(page)).toHaveText([name("1280")]);
});

test("pinned places are quick choices in Compare and in the search of Explore", async ({ page }) => {
  await area(page, "1280");
  await unfold(page);
  await remember(page).check();
  await pin(page, "1280").click();
  await goTo(page, "2584");
  await open(page, "jamfor/?dataset=demo&compare=00,0180&by=area&period=2022");
  const quick = page.locator(".kept__quick");
  await quick.getByRole("button").filter({ hasText: name("1280") }).click();
  await expect(page).toHaveURL(/compare=00%2C0180%2C1280/);
  await expect(quick).toHaveCount(0);

  await explore(page);
  await page.locator("#explore-search-input").click();
  const options = page.locator("#explore-search-list").getByRole("option");
  await expect(options).toHaveCount(2);
  await expect(page.locator(".grouped-search__title")).toHaveText([say("search::pinned"), say("search::recent")]);
  await expect(options.first()).toContainText(name("1280"));
  await options.first().click();
  await expect(page).toHaveURL(/area=1280/);
  expect(asked(page)).toMatchObject({ dataset: "demo", area: "1280" });
});
