// Every state in which something is not there: told in words, in both languages, with the rest of the page at hand.
import { readFileSync } from "node:fs";
import { chart, figure, rows, select } from "./explore.js";
import { catalogue, headlines } from "./files.js";
import { expect, open, test } from "./support.js";
import { networkFault, troubles } from "./troubles.js";
import { say } from "./words.js";

const packed = (id) => catalogue().find((item) => item.id === id).packed.href;
const card = (page, within) => page.locator(within).locator(".trouble");
const again = (page, within, language) => page.locator(within).getByRole("button", { name: say("frame::try_again", language) });

for (const trouble of troubles)
  test(`${trouble.name}: said in both languages, and the page goes on`, async ({ page, watch }) => {
    watch.allow(networkFault);
    await trouble.cause(page);
    for (const language of ["sv", "en"]) {
      await open(page, `${trouble.at}&lang=${language}`);
      const where = trouble.isNotice ? page.locator(trouble.within) : card(page, trouble.within);
      await expect(where).toContainText(say(trouble.title, language));
      if (!trouble.isNotice) await expect(where.getByRole("heading")).toHaveText(say(trouble.title, language));
      if (trouble.retry !== undefined) await expect(again(page, trouble.within, language)).toHaveCount(trouble.retry ? 1 : 0);
      if (trouble.told) await expect(where).toContainText(trouble.told);
      if (trouble.hides) expect(await page.content()).not.toContain(trouble.hides);
      // Nothing of a file that is not let in, and no half-drawn view of one that can't be read.
      if (trouble.within === "main") await expect(figure(page)).toHaveCount(0);
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      expect(await page.locator("main").innerText()).not.toMatch(/undefined|NaN|null|panicked|RuntimeError/);
    }
    // The way on: another page, and back to something that works.
    await page.getByRole("link", { name: say("frame::about", "en"), exact: true }).click();
    await expect(page.locator("h1")).toHaveText(say("about::title", "en"));
  });

test("from a dataset that did not arrive one can go to another", async ({ page, watch }) => {
  watch.allow(networkFault);
  await troubles.find(({ name }) => name === "not found").cause(page);
  await open(page, "utforska/?dataset=demo");
  await select(page, "dataset").selectOption("hvb-2023");
  await expect(figure(page)).toBeVisible();
  await expect(page.locator(".trouble")).toHaveCount(0);
});

test("try again works as soon as there is a connection, by keyboard too", async ({ page, context, watch }) => {
  watch.allow(networkFault);
  await open(page, "utforska/?dataset=hvb-2023");
  await context.setOffline(true);
  await select(page, "dataset").selectOption("demo");
  await expect(card(page, "main").getByRole("heading")).toHaveText(say("trouble::offline_title"));
  await again(page, "main").focus();
  await page.keyboard.press("Enter");
  await expect(card(page, "main").getByRole("heading")).toHaveText(say("trouble::offline_title"));
  await context.setOffline(false);
  await again(page, "main").focus();
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(290);
  await expect(page).toHaveURL(/dataset=demo/);
});

test("what is already here works without a connection", async ({ page, context, watch }) => {
  // Chromium asks for the icon anew at each address.
  watch.allow(/icon\.svg/);
  await open(page, "utforska/?dataset=demo&level=county");
  // The program that draws charts is not here as soon as the page is.
  await expect(chart(page).locator("svg")).toBeVisible();
  await context.setOffline(true);
  await select(page, "period").selectOption("2020");
  await expect(page.locator("h1")).toContainText("2020");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("h1")).toContainText("by county");
});

test("while a file is on its way the page says so, and politely", async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/data/demo.json", async (route) => held.then(() => route.continue()));
  await page.goto("utforska/?dataset=demo");
  const waiting = page.locator("main").getByRole("status").filter({ hasText: say("frame::loading") });
  await expect(waiting).toBeVisible();
  await expect(select(page, "dataset")).toBeEnabled();
  release();
  await expect(waiting).toHaveCount(0);
  await expect(figure(page)).toBeVisible();
});

test("the start page goes on without one of its files", async ({ page, watch }) => {
  watch.allow(networkFault);
  await page.route(`**/data/${packed("hvb-2023")}`, (route) => route.fulfill({ status: 500 }));
  await open(page);
  await expect(page.locator(".finding .trouble")).toHaveCount(headlines().filter(({ dataset }) => dataset === "hvb-2023").length);
  await expect(page.locator(".finding__figure").first()).toBeVisible();
  await page.route("**/maps/municipalities.json", (route) => route.fulfill({ status: 404 }));
  await open(page);
  await expect(page.locator(".start__welcome .trouble")).toContainText(say("trouble::missing_title"));
  await expect(page.locator(".dataset-list a")).toHaveCount(catalogue().length);
  await page.route("**/stories/start.json", (route) => route.fulfill({ body: "{" }));
  await page.goto("./");
  await expect(page.locator(".start__findings .trouble")).toContainText(say("trouble::unreadable_title"));
});

// Page and data come from two commands; after a halfway update the one may be newer than the other.
for (const [name, body, said] of [
  ["of a newer version", (bytes) => Buffer.concat([bytes.subarray(0, 7), Buffer.from("9"), bytes.subarray(8)]), { sv: /version 9.*göra om webbplatsen/, en: /version 9.*make the site anew/ }],
  ["cut short", (bytes) => bytes.subarray(0, -1), { sv: /inte hel.*göra om webbplatsen/, en: /not whole.*make the site anew/ }],
  ["not packed", () => Buffer.from("<html>"), { sv: /inte packad.*göra om webbplatsen/, en: /not packed.*make the site anew/ }],
])
  test(`a packed file that is ${name}: its cards say what to do, and the others stand`, async ({ page }) => {
    const bytes = readFileSync(`public/data/${packed("hvb-2023")}`);
    await page.route(`**/data/${packed("hvb-2023")}`, (route) => route.fulfill({ body: body(bytes) }));
    const all = headlines();
    const spoilt = all.filter(({ dataset }) => dataset === "hvb-2023");
    for (const language of ["sv", "en"]) {
      await open(page, `./?lang=${language}`);
      const cards = page.locator(".finding .trouble");
      await expect(cards).toHaveCount(spoilt.length);
      await expect(cards.first()).toContainText(said[language]);
      await expect(page.locator(".finding__figure")).toHaveCount(all.length - spoilt.length);
    }
    await page.unroute(`**/data/${packed("hvb-2023")}`);
    await again(page, ".finding >> nth=0", "en").click();
    await expect(page.locator(".finding__figure")).toHaveCount(all.length);
  });

test("a catalogue without packed files says on the start page what to do, and Explore works", async ({ page }) => {
  const index = JSON.parse(readFileSync("public/data/index.json", "utf8"));
  for (const item of index.link.item) delete item.extension.insyn.packed;
  await page.route("**/data/index.json", (route) => route.fulfill({ json: index }));
  await open(page);
  await expect(page.locator(".finding .trouble").first()).toContainText(/göra om webbplatsen/);
  await expect(page.locator(".dataset-list a")).toHaveCount(catalogue().length);
  await open(page, "utforska/?dataset=hvb-2023");
  await expect(figure(page)).toBeVisible();
});

test("without charts the table opens by itself", async ({ page, watch }) => {
  watch.allow(networkFault);
  await page.route("**/echarts-*.js", (route) => route.abort());
  await open(page, "utforska/?dataset=demo&level=county&by=home_type");
  await expect(page.locator(".bar-chart__missing")).toContainText(say("trouble::no_chart_text"));
  await expect(page.locator(".bar-chart__table")).toHaveAttribute("open", "");
  await expect(page.locator(".bar-chart__table tbody tr")).toHaveCount(5);
});

test("a chart that comes late moves nothing", async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/echarts-*.js", async (route) => held.then(() => route.continue()));
  // A script that is held may hold the page's own load event.
  await page.goto("utforska/?dataset=demo&view=chart&level=county", { waitUntil: "domcontentloaded" });
  await page.locator("html[data-ready]").waitFor();
  await expect(chart(page)).toContainText(say("frame::loading_chart"));
  await page.evaluate(() => document.fonts.ready.then(() => null));
  const place = () => page.locator(".bar-chart__table").evaluate((it) => Math.round(it.getBoundingClientRect().top + scrollY));
  const before = await place();
  release();
  await expect(chart(page).locator("svg")).toBeVisible();
  expect(await place()).toBe(before);
});

test("an unknown address says so in both languages and shows the way", async ({ page, watch }) => {
  watch.allow(/status of 404/);
  for (const language of ["sv", "en"]) {
    await open(page, `finns/inte/alls?lang=${language}`);
    await expect(page.locator("h1")).toHaveText(say("frame::not_found_title", language));
    await expect(page).toHaveTitle(new RegExp(say("frame::not_found_title", language)));
    await page.getByRole("link", { name: say("frame::to_explore", language) }).click();
    await expect(page).toHaveURL(/utforska/);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
  }
});
