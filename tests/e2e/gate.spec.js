// A file in which somebody could be found is refused, and nothing of it is left anywhere in the browser.
import { faults, spellings } from "./faults.js";
import { expect, test, withoutPort } from "./support.js";
import { say } from "./words.js";

/** All that the browser holds or has told: the document, what is stored, the address, the console, what was asked for. */
function listen(page) {
  const told = [];
  page.on("console", (message) => told.push(message.text()));
  page.on("request", (request) => told.push(request.url(), request.postData() ?? ""));
  return async () => {
    const held = await page.evaluate(async () => [
      document.documentElement.outerHTML,
      document.title,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
      JSON.stringify(await caches.keys()),
      JSON.stringify(await indexedDB.databases()),
    ]);
    return withoutPort([...held, ...told].join("\n"));
  };
}

for (const { name, table, said, hides } of faults)
  test(`${name}: the file is refused, and its figures are nowhere`, async ({ page }) => {
    const all = listen(page);
    await page.goto("oppna/?lang=sv");
    await page.locator("#open-file").setInputFiles({ name: "prov.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(table)) });
    await expect(page.locator(".trouble").filter({ hasText: said }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: say("opening::show") })).toHaveCount(0);
    for (const spelling of hides.flatMap(spellings)) expect(await all()).not.toContain(spelling);
    await page.goto("utforska/?dataset=fil&lang=sv");
    await expect(page.getByText(say("opening::not_open_title"))).toBeVisible();
    for (const spelling of hides.flatMap(spellings)) expect(await all()).not.toContain(spelling);
  });

test("a published dataset is refused in the same way", async ({ page }) => {
  const [{ table, said, hides }] = faults;
  const all = listen(page);
  await page.route("**/data/demo.json", (route) => route.fulfill({ json: table }));
  await page.goto("utforska/?dataset=demo&lang=sv");
  await expect(page.locator(".trouble").filter({ hasText: said })).toContainText(say("trouble::refused_title"));
  for (const spelling of hides.flatMap(spellings)) expect(await all()).not.toContain(spelling);
});
