// A file of the reader's own: opened by picker, by drop and by pasting, understood aloud, shown in Explore, or refused with the reason.
import { broken, csv, formats, largeFile } from "./openable.js";
import { expect, test } from "./support.js";
import { say } from "./words.js";

const open = async (page, language = "sv") => {
  await page.goto(`oppna/?lang=${language}`);
  await expect(page.locator("h1")).toHaveText(say("opening::title", language));
};
const card = (page) => page.locator(".understood");
const fact = (page, name) => card(page).locator(".understood__fact", { has: page.locator("dt", { hasText: name }) }).first().locator("dd");
const toExplore = (page) => page.getByRole("link", { name: say("opening::show") });

/** Drops files where a person would. */
async function drop(page, files) {
  const list = files.map(({ name, buffer }) => ({ name, bytes: [...buffer] }));
  const data = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, bytes } of list) data.items.add(new File([new Uint8Array(bytes)], name));
    return data;
  }, list);
  await page.locator(".file-drop").dispatchEvent("drop", { dataTransfer: data });
}

for (const { format, file, encoding, said } of formats) {
  test(`${format} is opened with the picker, understood and shown`, async ({ page }) => {
    await open(page);
    await page.locator("#open-file").setInputFiles(file);
    await expect(fact(page, say("opening::format"))).toHaveText(format);
    if (encoding) await expect(fact(page, say("opening::encoding"))).toHaveText(encoding);
    if (said) await expect(card(page)).toContainText(said);
    await toExplore(page).click();
    await expect(page).toHaveURL(/dataset=fil/);
    await expect(page.locator(".explore__title")).toBeVisible();
    await expect(page.locator(".notice")).toHaveText(say("opening::own_notice"));
    if (format !== "JSON-stat 2.0") {
      const row = page.locator(".table-card tbody tr", { hasText: "Upplands Väsby" });
      await expect(row).toBeVisible();
      await page.locator("select").filter({ has: page.locator("option", { hasText: /^Pojkar$/ }) }).first().selectOption({ label: "Pojkar" });
      await expect(row).toContainText(/1\u00a0007,/);
    }
  });

  test(`${format} is opened by dropping it`, async ({ page }) => {
    await open(page);
    await drop(page, [file]);
    await expect(fact(page, say("opening::format"))).toHaveText(format);
    await expect(toExplore(page)).toBeVisible();
  });
}

test("a pasted text is read as a file is, by keyboard alone", async ({ page }) => {
  await open(page);
  await page.locator(".open__paste summary").focus();
  await page.keyboard.press("Enter");
  await page.locator("#open-text").focus();
  await page.keyboard.insertText(formats[0].file.buffer.toString());
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(fact(page, say("opening::format"))).toHaveText("JSON-stat 2.0");
  await expect(toExplore(page)).toBeVisible();
});

test("what was understood wrongly is changed, and the file read again", async ({ page }) => {
  await open(page);
  await page.locator("#open-file").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(csv, "latin1") });
  const period = page.locator("#select-column-2");
  await expect(period).toHaveValue("period");
  await period.focus();
  await period.selectOption("dimension");
  await expect(page.locator("#select-column-2")).toHaveValue("dimension");
  await expect(card(page)).toContainText("Du har valt det.");
  // The card is made anew, and the keyboard is where it was.
  await expect(period).toBeFocused();
  await page.locator("#select-delimiter").selectOption("tab");
  await expect(page.locator("#select-column-1")).toHaveCount(0);
  await page.locator("#select-delimiter").selectOption("semicolon");
  await expect(page.locator("#select-column-4")).toHaveValue("measure");
});

for (const { name, file, said } of broken)
  test(`${name}: says why, in both languages, and shows nothing`, async ({ page }) => {
    await open(page);
    await page.locator("#open-file").setInputFiles(file);
    await expect(page.locator(".remark, .trouble").filter({ hasText: said }).first()).toBeVisible();
    await expect(toExplore(page)).toHaveCount(0);
    await page.locator(".site-header__language").click();
    await expect(page.locator("h1")).toHaveText(say("opening::title", "en"));
    await expect(page.locator(".remark--fatal, .trouble").first()).toBeVisible();
    await page.goto("utforska/?dataset=fil");
    await expect(page.getByText(say("opening::not_open_title"))).toBeVisible();
  });

test("a file of fifty megabytes is read aside with its progress told, and the page answers meanwhile", async ({ page }) => {
  test.slow();
  const file = largeFile(48);
  await page.addInitScript(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration); }).observe({ type: "longtask" });
  });
  await open(page);
  await page.evaluate(() => {
    globalThis.steps = [];
    new MutationObserver(() => globalThis.steps.push(document.querySelector(".open__step").textContent)).observe(document.querySelector(".open__progress"), { subtree: true, childList: true, characterData: true });
  });
  await page.locator("#open-file").setInputFiles(file);
  await expect(toExplore(page)).toBeVisible({ timeout: 60_000 });
  const steps = await page.evaluate(() => globalThis.steps);
  expect(steps.some((step) => /av 4\d,\d MB/.test(step)), steps.slice(0, 5).join("|")).toBe(true);
  expect(steps.some((step) => step.startsWith(say("opening::being_read")))).toBe(true);
});

/** It has been cancelled, and another file is opened after it. */
async function expectCancelled(page) {
  await expect(page.locator(".open__step")).toHaveText(say("opening::cancelled"));
  await expect(card(page)).toHaveCount(0);
  await page.locator("#open-file").setInputFiles(formats[0].file);
  await expect(toExplore(page)).toBeVisible();
}

test("a reading that has begun is cancelled, and another file opened after it", async ({ page }) => {
  await open(page);
  // Else it might be over before the button is pressed.
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/reader-*", async (route) => held.then(() => route.continue()));
  await page.locator("#open-file").setInputFiles(formats[1].file);
  await page.getByRole("button", { name: say("opening::cancel") }).click();
  await expect(page.locator(".open__step")).toHaveText(say("opening::cancelled"));
  release();
  await expectCancelled(page);
});

test("a large file is cancelled in the midst of being read, and another file opened after it", async ({ page }) => {
  test.slow();
  await open(page);
  // Pressed from within the page: from without, the reading might be over before the press has come.
  await page.evaluate((reading) => {
    const progress = document.querySelector(".open__progress");
    new MutationObserver((_, observer) => {
      if (!progress.querySelector(".open__step").textContent.startsWith(reading)) return;
      observer.disconnect();
      progress.querySelector("button").click();
    }).observe(progress, { subtree: true, childList: true, characterData: true });
  }, say("opening::being_read"));
  await page.locator("#open-file").setInputFiles(largeFile(48));
  await expectCancelled(page);
});

test("a reader that can't be fetched is said, and the page goes on", async ({ page, watch }) => {
  watch.allow(/reader|worker|Failed to load|ERR_/i);
  await page.route("**/reader-*", (route) => route.abort());
  await open(page);
  await page.locator("#open-file").setInputFiles(formats[0].file);
  await expect(page.locator(".open__step")).toHaveText(say("opening::failed"));
});
