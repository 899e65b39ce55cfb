// The same page served under a folder of a larger site.
import { expect, open, test } from "./support.js";

test.use({ base: "/insyn/" });

test("it works there, from a folder's address without its slash too", async ({ page, site }) => {
  await open(page, "utforska?x=1");
  expect(page.url()).toBe(`${site}utforska/?x=1`);
  const root = await page.locator("meta[name=insyn-root]").getAttribute("content");
  expect(new URL(root, page.url()).href).toBe(site);
});

test("an unknown address there still finds its program", async ({ page, watch }) => {
  watch.allow(/status of 404/);
  const response = await open(page, "finns/inte");
  expect(response.status()).toBe(404);
});
