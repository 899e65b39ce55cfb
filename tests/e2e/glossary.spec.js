// The glossary: ways to it and within it, its order, and each term in both languages.
import { expect, open, test } from "./support.js";
import { say } from "./words.js";

const terms = (page) => page.locator(".glossary__term");

test("the foot of every page leads there", async ({ page }) => {
  for (const address of ["./", "om-data/", "vald/"]) {
    await open(page, address);
    await page.getByRole("link", { name: say("frame::glossary_link"), exact: true }).click();
    await expect(page.locator("h1")).toHaveText(say("frame::glossary"));
    await expect(page).toHaveTitle(`${say("frame::glossary")} – ${say("frame::name")}`);
  }
});

for (const language of ["sv", "en"])
  test(`every term stands once, in the order of the alphabet, with what it means, in ${language}`, async ({ page }) => {
    await open(page, `ordlista/?lang=${language}`);
    expect(await terms(page).count()).toBeGreaterThanOrEqual(45);
    const names = await terms(page).locator("dt").allTextContents();
    expect(new Set(names).size).toBe(names.length);
    // Letter by letter, so that a space or a bracket counts as the program counts it: before every letter.
    const letters = [..." (),-:abcdefghijklmnopqrstuvwxyzåäö"];
    const key = (name) => [...name.toLowerCase()].map((letter) => String.fromCharCode(letters.indexOf(letter) + 1)).join("");
    expect(names).toEqual(names.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)));
    for (const term of await terms(page).all()) {
      await expect(term.locator("dd").first()).toHaveText(/\S.*\.$/);
      const other = term.locator("[lang]");
      if (await other.count()) await expect(other).toHaveAttribute("lang", language === "sv" ? "en" : "sv");
    }
  });

test("the letters lead to their terms, and the keyboard goes on from there", async ({ page }) => {
  await open(page, "ordlista/");
  const letters = page.locator(".glossary__letters a");
  expect(await letters.count()).toBe(await page.locator(".glossary__letter").count());
  await letters.filter({ hasText: "T" }).click();
  const heading = page.locator(".glossary__letter h2").filter({ hasText: "T" });
  await expect(heading).toBeInViewport();
  expect(new URL(page.url()).hash).toBe(`#${await heading.getAttribute("id")}`);
  // From the letters it would be the next letter; no term has a stop of its own.
  await page.keyboard.press("Tab");
  await expect(page.locator(".site-footer a").first()).toBeFocused();
});

test("an address with a term opens at it, in either language", async ({ page }) => {
  for (const language of ["sv", "en"]) {
    await page.goto("about:blank");
    await open(page, `ordlista/?lang=${language}#riktad-tillsyn`);
    await expect(page.locator("#riktad-tillsyn dt")).toBeInViewport();
  }
});
