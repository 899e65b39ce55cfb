// The page about the methods: ways to it and within it, and formulas that are seen whole and heard.
import { expect, open, test } from "./support.js";
import { say } from "./words.js";

const inView = (page, id) => expect(page.locator(`#${id} h2`)).toBeInViewport();

test("the start page leads there, and its contents lead to each method", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: say("frame::method_link") }).click();
  await expect(page.locator("h1")).toHaveText(say("method::title"));
  const links = page.locator(".method__contents a");
  expect(await links.count()).toBe(await page.locator(".method__section").count());
  await links.filter({ hasText: say("method::rank_title") }).click();
  await inView(page, "rank");
  expect(new URL(page.url()).hash).toBe("#rank");
  // The keyboard goes on from there, not from the top.
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator("h1")).not.toBeInViewport();
  await page.goBack();
  await expect(page.locator("h1")).toHaveText(say("method::title"));
});

test("an address with a method opens at it, in either language", async ({ page }) => {
  for (const language of ["sv", "en"]) {
    await page.goto("about:blank");
    await open(page, `metod/?lang=${language}#funnel`);
    await inView(page, "funnel");
    await expect(page.locator("#funnel h2")).toHaveText(say("method::funnel_title", language));
  }
});

test("every formula is heard as mathematics, has its words, and is seen whole on a narrow phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, "metod/");
  const formulas = page.locator(".formula");
  const n = await formulas.count();
  expect(n).toBeGreaterThan(25);
  await expect(page.getByRole("math")).toHaveCount(n);
  for (const formula of await formulas.all()) await expect(formula.locator(".formula__reading")).toHaveText(/\S{3,}/);
  const wide = await page.locator(".formula__line").evaluateAll((lines) =>
    lines.filter((line) => line.scrollWidth > line.clientWidth).map((line) => `${line.textContent}: ${line.scrollWidth} of ${line.clientWidth}`));
  expect(wide).toEqual([]);
  const isDrawn = await page.locator("math mfrac").first().evaluate((fraction) => {
    const [above, below] = [...fraction.children].map((part) => part.getBoundingClientRect());
    return above.bottom <= below.top + 1;
  });
  expect(isDrawn).toBe(true);
});
