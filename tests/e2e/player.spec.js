// The periods on a slider above the map: by key, and played.
import { asked, explore, figure, select } from "./explore.js";
import { dataset } from "./files.js";
import { expect, test } from "./support.js";
import { say } from "./words.js";
import { written } from "./written.js";

const demo = dataset("demo");
const periods = demo.codes("period");
const [first, last] = [periods[0], periods.at(-1)];
const slider = (page) => page.locator("#player");
const button = (page, language = "sv") => page.getByRole("button", { name: say("time::play", language), exact: true });
const shown = (period) => written(demo.answer("share", { period }), "sv");

test("a key on the slider chooses the period beside it, and Back takes it back", async ({ page }) => {
  await explore(page, { measure: "share" });
  await expect(slider(page)).toHaveAttribute("aria-valuetext", last);
  await slider(page).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(select(page, "period")).toHaveValue(periods.at(-2));
  await expect(slider(page)).toHaveAttribute("aria-valuetext", periods.at(-2));
  await expect(figure(page)).toHaveText(shown(periods.at(-2)));
  await page.keyboard.press("Home");
  await expect(select(page, "period")).toHaveValue(first);
  await page.goBack();
  await expect(select(page, "period")).toHaveValue(periods.at(-2));
  await expect(slider(page)).toHaveValue(String(periods.length - 2));
});

/** Keeps a list of the periods that come, for `seen` to tell: none is shown for long. */
const watch = (page) =>
  page.evaluate(() => {
    const label = document.querySelector(".player__label");
    globalThis.seen = [];
    new MutationObserver(() => globalThis.seen.push(label.textContent)).observe(label, { characterData: true, childList: true, subtree: true });
  });
const seen = (page) => page.evaluate(() => globalThis.seen);

test("played, every period is seen once in its order, and it ends at the last", async ({ page }) => {
  await explore(page, { measure: "share" });
  await watch(page);
  await button(page).click();
  await expect(page.getByRole("button", { name: say("time::stop"), exact: true })).toBeVisible();
  await expect(button(page)).toBeVisible({ timeout: 15_000 });
  expect(await seen(page)).toEqual(periods);
  expect(asked(page).period).toBe(last);
  await expect(figure(page)).toHaveText(shown(last));
});

test("it can be stopped, and then stands still", async ({ page }) => {
  await explore(page, { measure: "share", period: first });
  await watch(page);
  await button(page).click();
  await page.getByRole("button", { name: say("time::stop"), exact: true }).click();
  await expect(button(page)).toBeVisible();
  // A slow hand may have let more than one go by.
  const gone = await seen(page);
  expect(gone).toEqual(periods.slice(1, 1 + gone.length));
  expect(gone[0]).toBe(periods[1]);
  expect(gone.at(-1), "it was stopped before it came to its end").not.toBe(last);
  await expect(select(page, "period")).toHaveValue(gone.at(-1));
  await page.waitForTimeout(2000);
  expect(await seen(page)).toEqual(gone);
  await expect(select(page, "period")).toHaveValue(gone.at(-1));
});
