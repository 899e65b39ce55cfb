// The address is the view: everything chosen is in it, Back and Forward undo and redo, and nonsense is told, not obeyed.
import { asked, clickArea, explore, figure, place, row, search, select, view } from "./explore.js";
import { dataset, outlines } from "./files.js";
import { expect, open, settled, test } from "./support.js";
import { say } from "./words.js";
import { written } from "./written.js";

const demo = dataset("demo");
const notice = (page) => page.locator(".notice");
const told = (page) => notice(page).getByRole("listitem").allInnerTexts();
const state = async (page) => ({
  h1: await page.locator("h1").innerText(),
  place: await place(page).innerText(),
  figure: await figure(page).innerText(),
  chart: await page.locator("#chart-title").innerText(),
});

test("it says everything that is chosen, defaults included", async ({ page }) => {
  await open(page, "utforska/");
  const first = asked(page);
  expect(Object.keys(first)).toEqual(expect.arrayContaining(["lang", "dataset", "measure", "by", "view"]));
  await explore(page);
  expect(asked(page)).toEqual({
    lang: "sv", dataset: "demo", measure: "share", level: "municipality", by: "sex", across: "home_type", view: "all",
    against: "nation", colour: "figure", classes: "quantile", shape: "outline", each: "none", pair: "sex:K:M",
    sex: "T", home_type: "T", ownership: "T", area: "00", period: "2022",
  });
});

test("an old link that says only dataset and area works", async ({ page }) => {
  await open(page, "utforska/?dataset=demo&area=0180");
  await expect(place(page)).toHaveText("Stockholm");
  await expect(figure(page)).toHaveText(written(demo.answer("share", { area: "0180" }), "sv"));
  await expect(notice(page)).toHaveCount(0);
  expect(asked(page)).toMatchObject({ area: "0180", period: "2022", view: "all", lang: "sv" });
});

test("making it whole leaves no extra step behind Back", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: say("frame::explore"), exact: true }).click();
  await expect(page).toHaveURL(/dataset=/);
  await expect(figure(page)).toBeVisible();
  await page.goBack();
  await expect(page.locator("h1")).toHaveText(say("start::title"));
});

test("Back undoes and Forward redoes each choice", async ({ page }) => {
  await explore(page);
  const steps = [
    () => clickArea(page, "2584"),
    () => select(page, "period").selectOption("2020"),
    () => select(page, "measure").selectOption("inspected"),
    () => view(page, "Tabell").click(),
  ];
  const urls = [page.url()];
  for (const step of steps) {
    await step();
    await expect(page).not.toHaveURL(urls.at(-1));
    urls.push(page.url());
  }
  for (const url of urls.slice(0, -1).reverse()) {
    await page.goBack();
    await expect(page).toHaveURL(url);
  }
  await expect(place(page)).toHaveText(demo.label("area", "00"));
  await expect(select(page, "period")).toHaveValue("2022");
  await expect(select(page, "measure")).toHaveValue("share");
  for (const url of urls.slice(1)) {
    await page.goForward();
    await expect(page).toHaveURL(url);
  }
  await expect(select(page, "measure")).toHaveValue("inspected");
  await expect(place(page)).toHaveText(outlines().name("2584"));
  await expect(page.locator("#map")).toHaveCount(0);
});

test("loaded anew, and in a window of its own, it gives the same view", async ({ page, context }) => {
  await explore(page, { area: "1280", period: "2019", by: "period" });
  await select(page, "measure").selectOption("found");
  await expect(page).toHaveURL(/measure=found/);
  // The chart comes a picture later than the address.
  await settled(page);
  const before = await state(page);
  await page.reload();
  await page.locator("html[data-ready]").waitFor();
  expect(await state(page)).toEqual(before);
  const other = await context.newPage();
  await open(other, page.url());
  expect(await state(other)).toEqual(before);
  expect(other.url()).toBe(page.url());
});

test("the language switch keeps the view", async ({ page }) => {
  await explore(page, { area: "0380", period: "2021", view: "table", level: "municipality" });
  const before = asked(page);
  await page.getByRole("link", { name: say("frame::other_language"), exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(asked(page)).toEqual({ ...before, lang: "en" });
  await expect(figure(page)).toHaveText(written(demo.answer("share", { area: "0380", period: "2021" }), "en"));
  await expect(row(page, "Uppsala")).toHaveClass(/picked/);
  await page.getByRole("link", { name: say("frame::other_language", "en"), exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect.poll(() => asked(page)).toEqual(before);
  for (const address of ["./?lang=sv", "om-data/?lang=sv"]) {
    await open(page, address);
    const path = new URL(page.url()).pathname;
    await page.getByRole("link", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    expect(new URL(page.url()).pathname).toBe(path);
  }
});

for (const [parts, sentence] of [
  ["measure=nonsens", "nonsens"],
  ["by=shoe_size", "shoe_size"],
  ["across=shoe_size", "shoe_size"],
  ["across=sex&by=sex", "sex"],
  ["area=9999", "9999"],
  ["period=1789", "1789"],
  ["classes=pretty", "pretty"],
  ["classes=own:20:10", "own:20:10"],
  ["shape=globe", "globe"],
  ["each=area", "area"],
  ["sex=X", "X"],
  ["level=galaxy", "galaxy"],
  ["level=division", "division"],
  ["view=globe", "view=globe"],
  ["sort=shoe_size", "sort=shoe_size"],
  ["sort=", "sort="],
  ["lang=klingon", "lang=klingon"],
  ["shade=red", "shade"],
  ["area=%3Cscript%3Ealert(1)%3C/script%3E", "<script>alert(1)</script>"],
  ["area=%E5%E4%F6", "\ufffd"],
])
  test(`“${parts}” is ignored, and the page says so`, async ({ page }) => {
    await open(page, `utforska/?dataset=demo&${parts}`);
    await expect(notice(page).locator(".notice__title")).toHaveText(say("trouble::ignored_title"));
    expect((await told(page)).join("\n")).toContain(sentence);
    expect(await told(page)).toHaveLength(1);
    await expect(figure(page)).toHaveText(written(demo.answer("share"), "sv"));
    // A column that is not there is known when the table is built, and left out a picture later.
    await expect.poll(() => page.url()).not.toContain(parts);
    await select(page, "period").selectOption("2021");
    await expect(notice(page), "the reader has chosen anew").toHaveCount(0);
  });

test("all kinds of nonsense at once are told one by one, in English too", async ({ page }) => {
  await open(page, "utforska/?lang=en&dataset=demo&measure=m1&by=b1&across=c1&level=l1&view=v1&area=a1&period=p1&odd=o1");
  const sentences = await told(page);
  expect(sentences).toHaveLength(8);
  for (const word of ["m1", "b1", "c1", "l1", "v1", "a1", "p1", "odd"]) expect(sentences.filter((sentence) => sentence.includes(word)), word).toHaveLength(1);
  expect(sentences.join(" ")).not.toMatch(/finns inte|utelämnat/);
});

for (const query of ["?%zz", "?lang=%", "?dataset=demo&area=%&period=%%", "?dataset=demo&=&&=x", `?dataset=demo&area=${"9".repeat(5000)}`, "?dataset=demo&area=0180&area=0380"])
  test(`the address “${query.slice(0, 40)}” does not break it`, async ({ page }) => {
    await open(page, `utforska/${query.startsWith("?") ? query : ""}`);
    await expect(page.locator("h1")).toBeVisible();
    await expect(figure(page)).toBeVisible();
  });

test("on the start page and the about page nonsense does no harm", async ({ page }) => {
  for (const address of ["./?lang=klingon&x=%", "om-data/?dataset=%3Cb%3E&lang="]) {
    await open(page, address);
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  }
});

test("a search on the map keeps the rest of the choice", async ({ page }) => {
  await explore(page, { period: "2019" });
  await search(page).fill("piteå");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/area=2581/);
  expect(asked(page)).toMatchObject({ period: "2019", view: "all" });
});
