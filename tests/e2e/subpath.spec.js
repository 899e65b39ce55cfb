// The same page served under a folder of a larger site.
import { expect, open, test } from "./support.js";

test.use({ base: "/insyn/" });

test("it works there, from a folder's address without its slash too", async ({ page, site }) => {
  const response = await open(page, "utforska?dataset=hvb-2023");
  expect(response.url()).toBe(`${site}utforska/?dataset=hvb-2023`);
  await expect(page.locator(".figure-card__value")).toBeVisible();
  const root = await page.locator("meta[name=insyn-root]").getAttribute("content");
  expect(new URL(root, page.url()).href).toBe(site);
});

test("its links, its files and its own address stay within that folder", async ({ page, site }) => {
  await open(page);
  for (const address of await page.locator("a[href]").evaluateAll((links) => links.map((link) => link.href)))
    if (new URL(address).origin === new URL(site).origin) expect(address.startsWith(site), address).toBe(true);
  await page.locator("#start-input").fill("lund");
  await page.keyboard.press("Enter");
  await expect(page.locator("h1")).toHaveText("Lund");
  expect(page.url().startsWith(`${site}omrade/?`)).toBe(true);
  await page.goBack();
  await expect(page).toHaveURL(site);
});

test("an unknown address there still finds its program", async ({ page, watch }) => {
  watch.allow(/status of 404/);
  const response = await open(page, "finns/inte");
  expect(response.status()).toBe(404);
});
