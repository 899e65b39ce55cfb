// Search in Explore: datasets, measures, breakdowns, categories and places, by mouse, by keyboard and by touch.
import { readFileSync } from "node:fs";
import { asked, explore, figure, place, select } from "./explore.js";
import { catalogue, dataset, item, outlines } from "./files.js";
import { hands } from "./hands.js";
import { expect, open, test } from "./support.js";
import { networkFault } from "./troubles.js";
import { say } from "./words.js";

const index = JSON.parse(readFileSync("public/data/search.json", "utf8")).datasets;
const box = (page) => page.locator("#explore-search-input");
const list = (page) => page.locator("#explore-search-list");
const options = (page) => list(page).getByRole("option");
const group = (page, name, language = "sv") => list(page).getByRole("group").filter({ has: page.locator(".grouped-search__title").filter({ hasText: say(`search::${name}`, language) }) });
const status = (page) => page.locator(".grouped-search__status");
const mark = (page) => page.locator(".synthetic-mark");

/** A hit by its whole name, and if asked of this dataset. */
const hit = (page, kind, name, of = "") =>
  group(page, kind).getByRole("option").filter({ has: page.getByText(name, { exact: true }) }).filter({ hasText: of }).first();

const title = (id, language = "sv") => item(id).label[language];

for (const hand of hands) {
  test(`a dataset is found ${hand.name} and gone to`, async ({ page }) => {
    await explore(page);
    await hand.write(box(page), title("hvb-2023"));
    await expect(options(page).first()).toContainText(title("hvb-2023"));
    if (hand.name !== "by keyboard") await hand.press(options(page).first());
    else await page.keyboard.press("ArrowDown").then(() => page.keyboard.press("Enter"));
    await expect(page).toHaveURL(/dataset=hvb-2023&/);
    await expect(mark(page)).toHaveCount(0);
    await expect(box(page)).toHaveValue("");
    await expect(list(page)).toBeHidden();
  });

  test(`a measure is found ${hand.name} and asked for`, async ({ page }) => {
    await explore(page);
    const of = index.find(({ id }) => id === "orosanmalningar");
    const measure = of.measures.at(-1);
    await hand.write(box(page), measure.label.sv);
    const wanted = hit(page, "measures", measure.label.sv, title(of.id));
    await expect(wanted).toContainText(say("search::published"));
    if (hand.name !== "by keyboard") await hand.press(wanted);
    else {
      for (let press = 0; press < 40 && (await wanted.getAttribute("aria-selected")) !== "true"; press += 1) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    }
    await expect(page).toHaveURL(/dataset=orosanmalningar/);
    expect(asked(page)).toMatchObject({ dataset: of.id, measure: measure.id });
    await expect(select(page, "measure")).toHaveValue(measure.id);
  });
}

test("a category leads to its dataset with that category chosen and a figure to see", async ({ page }) => {
  await explore(page);
  const of = index.find(({ id }) => id === "hvb-2023");
  const [dimension] = of.dimensions;
  const category = dimension.categories.at(-1);
  await box(page).fill(category.label.sv);
  const wanted = hit(page, "categories", category.label.sv, title(of.id));
  await expect(wanted).toContainText(dimension.label.sv);
  await wanted.click();
  await expect(page).toHaveURL(new RegExp(`${dimension.id}=${category.code}`));
  expect(asked(page)).toMatchObject({ dataset: of.id, [dimension.id]: category.code });
  await expect(figure(page)).toHaveText(/\d/);
});

test("a breakdown leads to its dataset broken down so", async ({ page }) => {
  await explore(page);
  const of = index.find(({ id }) => id === "hvb-2023");
  const { id, label } = of.dimensions.at(0);
  await box(page).fill(label.sv);
  await hit(page, "breakdowns", label.sv, title(of.id)).click();
  await expect(page).toHaveURL(/dataset=hvb-2023/);
  await expect.poll(() => asked(page).by).toBe(id);
});

test("a place is picked in the data at hand, and all else stays as it was", async ({ page }) => {
  await explore(page, { measure: "share", period: "2021", view: "table" });
  await box(page).fill("malmo");
  const wanted = hit(page, "places", "Malmö");
  await expect(wanted).toContainText(title("demo"));
  await expect(wanted).toContainText(say("search::made_up"));
  await wanted.click();
  await expect(page).toHaveURL(/area=1280/);
  expect(asked(page)).toMatchObject({ dataset: "demo", measure: "share", period: "2021", view: "table", area: "1280" });
});

test("a place that the data do not have leads to its own page", async ({ page }) => {
  expect(item("hvb-2023").levels).not.toContain("municipality");
  await explore(page, { dataset: "hvb-2023" });
  await box(page).fill("Kiruna");
  const wanted = hit(page, "places", "Kiruna");
  await expect(wanted).toContainText(say("search::own_page"));
  await wanted.click();
  await expect(page.locator("h1")).toHaveText(outlines().name("2584"));
});

for (const [typed, name] of [
  ["malmo", "Malmö"],
  ["MALMÖ", "Malmö"],
  ["mlamö", "Malmö"],
  ["gotebrog", "Göteborg"],
  ["gothenburg", "Göteborg"],
  ["skane lan", "Skåne län"],
  ["2584", "Kiruna"],
])
  test(`“${typed}” finds ${name}`, async ({ page }) => {
    await explore(page);
    await box(page).fill(typed);
    await expect(group(page, "places").getByRole("option").first()).toContainText(name);
  });

test("what is published comes before what is made up, and each says which it is", async ({ page }) => {
  await explore(page);
  await box(page).fill("andel");
  const of = group(page, "measures").getByRole("option");
  await expect(of.first()).toContainText(say("search::published"));
  const marks = await of.locator(".grouped-search__mark").allInnerTexts();
  expect(marks).toHaveLength(await of.count());
  expect(marks).toEqual(marks.toSorted((one, other) => (one === say("search::made_up")) - (other === say("search::made_up"))));
});

test("the words of both languages are searched in both", async ({ page }) => {
  await explore(page, { lang: "sv" });
  await box(page).fill(title("hvb-2023", "en"));
  await expect(options(page).first()).toContainText(title("hvb-2023", "sv"));
  await open(page, "utforska/?dataset=demo&lang=en");
  await box(page).fill(title("hvb-2023", "sv"));
  await expect(options(page).first()).toContainText(title("hvb-2023", "en"));
  await expect(options(page).first()).toContainText(say("search::published", "en"));
});

test("how many were found is told politely, and of nothing what to try", async ({ page }) => {
  await explore(page);
  await expect(status(page)).toHaveAttribute("role", "status");
  await expect(status(page)).toHaveText("");
  await box(page).fill(title("hvb-2023"));
  await expect(status(page)).toHaveText(/^\d+ träff/);
  await box(page).fill("qqzzxxyy");
  await expect(status(page)).toContainText("qqzzxxyy");
  await expect(list(page)).toBeHidden();
  await page.keyboard.press("Enter");
  expect(asked(page).dataset).toBe("demo");
});

test("the index is fetched when the box is first used, and once", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => request.url().endsWith("data/search.json") && fetched.push(request.url()));
  await explore(page);
  expect(fetched).toEqual([]);
  await box(page).click();
  await expect.poll(() => fetched.length).toBe(1);
  await box(page).fill("våld");
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press("Tab");
  await box(page).click();
  expect(fetched).toHaveLength(1);
});

test("what is about to be picked stays so while more hits come", async ({ page }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/data/search.json", async (route) => held.then(() => route.continue()));
  await explore(page);
  await box(page).fill("var");
  const chosen = list(page).locator("[aria-selected=true]");
  await expect(group(page, "places").getByRole("option").first()).toBeVisible();
  await expect(group(page, "measures")).toHaveCount(0);
  await page.keyboard.press("ArrowUp");
  const [name, id] = [await chosen.innerText(), await chosen.getAttribute("id")];
  release();
  await expect(group(page, "measures")).toBeVisible();
  await expect(chosen).toHaveText(name, { useInnerText: true });
  expect(await chosen.getAttribute("id")).not.toBe(id);
  await expect(box(page)).toHaveAttribute("aria-activedescendant", await chosen.getAttribute("id"));
  await expect(chosen).toBeInViewport();
});

test("while the index is on its way, a box made anew does not ask for it again", async ({ page }) => {
  let release;
  const held = new Promise((done) => (release = done));
  const fetched = [];
  page.on("request", (request) => request.url().endsWith("data/search.json") && fetched.push(request.url()));
  await page.route("**/data/search.json", async (route) => held.then(() => route.continue()));
  await explore(page);
  await box(page).click();
  await expect.poll(() => fetched.length).toBe(1);
  await page.getByRole("link", { name: say("frame::about"), exact: true }).click();
  await expect(page.locator("h1")).toHaveText(say("about::title"));
  await page.goBack();
  await box(page).fill("våld");
  await expect(status(page)).toHaveText(/\S/);
  release();
  await expect(group(page, "measures").getByRole("option").first()).toBeVisible();
  expect(fetched).toHaveLength(1);
});

test("a press whose hit has become another before it is let go picks nothing", async ({ page }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/data/search.json", async (route) => held.then(() => route.continue()));
  await explore(page);
  await box(page).fill("var");
  const pressed = group(page, "places").getByRole("option").first();
  await expect(pressed).toBeVisible();
  const id = await pressed.getAttribute("id");
  await pressed.hover();
  await page.mouse.down();
  release();
  await expect(group(page, "measures")).toBeVisible();
  expect(await pressed.getAttribute("id")).not.toBe(id);
  const before = page.url();
  await page.mouse.up();
  await expect(list(page)).toBeVisible();
  expect(page.url()).toBe(before);
  await pressed.click();
  await expect(page).toHaveURL(/area=\d{4}/);
});

for (const [name, answer] of [
  ["not there", { status: 404 }],
  ["broken", { contentType: "application/json", body: '{"datasets": 1}' }],
])
  test(`with an index that is ${name} the titles can still be searched, and it can be tried again`, async ({ page, watch }) => {
    watch.allow(networkFault);
    await page.route("**/data/search.json", (route) => route.fulfill(answer));
    await explore(page);
    await box(page).fill(title("hvb-2023"));
    await expect(page.locator(".grouped-search__notice")).toContainText(say("search::no_index"));
    await expect(options(page).first()).toContainText(title("hvb-2023"));
    await page.unroute("**/data/search.json");
    await page.getByRole("button", { name: say("frame::try_again"), exact: true }).click();
    await expect(page.locator(".grouped-search__notice")).toHaveCount(0);
    await box(page).fill("våld");
    await expect(group(page, "measures").getByRole("option").first()).toBeVisible();
  });

test("the combobox says at each step what it is", async ({ page }) => {
  await explore(page);
  await expect(box(page)).toHaveRole("combobox");
  await expect(box(page)).toHaveAccessibleName(say("search::label"));
  await expect(box(page)).toHaveAttribute("aria-controls", await list(page).getAttribute("id"));
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  await box(page).focus();
  await page.keyboard.type("brister");
  await expect(box(page)).toHaveAttribute("aria-expanded", "true");
  await expect(group(page, "measures")).toBeVisible();
  await expect(list(page)).toHaveRole("listbox");
  await expect(list(page).getByRole("group").first()).toHaveAccessibleName(/\S/);
  await page.keyboard.press("ArrowDown");
  await expect(box(page)).toHaveAttribute("aria-activedescendant", await options(page).first().getAttribute("id"));
  await page.keyboard.press("ArrowUp");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await expect(options(page).last()).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(box(page)).toHaveValue("brister");
  await page.keyboard.press("Escape");
  await expect(box(page)).toHaveValue("");
});

test("what a reader has opened can be searched too", async ({ page }) => {
  await page.goto("oppna/?lang=sv");
  const csv = "år,län,färg,antal ballonger\n2023,01,gul,120\n2023,01,lila,340\n2023,03,gul,150\n2023,03,lila,260\n";
  await page.locator("#open-file").setInputFiles({ name: "ballonger.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("link", { name: say("opening::show") }).click();
  await expect(figure(page)).toBeVisible();
  await box(page).fill("lila");
  const wanted = group(page, "categories").getByRole("option").first();
  await expect(wanted).toContainText("lila");
  await expect(wanted).toContainText(say("search::own_file"));
  await wanted.click();
  await expect.poll(() => Object.values(asked(page))).toContain("lila");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 740 }, hasTouch: true });

  test("the hits are a sheet as wide as the page, with a way out", async ({ page }) => {
    await explore(page);
    await box(page).tap();
    await box(page).fill("andel");
    // Before the index has come there are titles alone.
    await expect(group(page, "measures").getByRole("option").first()).toBeVisible();
    const sheet = await page.locator(".grouped-search").boundingBox();
    expect(sheet).toMatchObject({ x: 0, y: 0, width: 375, height: 740 });
    for (const option of await options(page).all()) expect((await option.boundingBox()).height).toBeGreaterThanOrEqual(44);
    expect((await options(page).first().boundingBox()).width).toBeGreaterThan(330);
    await page.locator(".grouped-search").getByRole("button", { name: say("search::close"), exact: true }).tap();
    await expect(list(page)).toBeHidden();
    await expect(figure(page)).toBeVisible();
    expect((await page.locator(".grouped-search").boundingBox()).height).toBeLessThan(200);
  });

  test("an index that does not come the first time is fetched again by a tap, and the sheet stays", async ({ page, watch }) => {
    watch.allow(networkFault);
    const fetched = [];
    page.on("request", (request) => request.url().endsWith("data/search.json") && fetched.push(request.url()));
    await page.route("**/data/search.json", (route) => route.abort(), { times: 1 });
    await explore(page);
    await box(page).tap();
    const notice = page.locator(".grouped-search__notice");
    await expect(notice).toContainText(say("search::no_index"));
    // What is at hand can be searched meanwhile.
    await box(page).fill(title("hvb-2023"));
    await expect(options(page).first()).toContainText(title("hvb-2023"));
    const again = page.locator(".grouped-search").getByRole("button", { name: say("frame::try_again"), exact: true });
    await expect(again).toBeInViewport({ ratio: 1 });
    expect((await again.boundingBox()).height).toBeGreaterThanOrEqual(44);
    expect(fetched).toHaveLength(1);
    await again.tap();
    await expect(notice).toHaveCount(0);
    // The notice goes when it is asked for, not when the browser has told of it.
    await expect.poll(() => fetched.length).toBe(2);
    expect(await page.locator(".grouped-search").boundingBox()).toMatchObject({ x: 0, y: 0, width: 375, height: 740 });
    await expect(box(page)).toHaveValue(title("hvb-2023"));
    await box(page).fill("våld");
    await expect(group(page, "measures").getByRole("option").first()).toBeVisible();
    expect(fetched).toHaveLength(2);
  });

  test("a tap on a place picks it", async ({ page }) => {
    await explore(page);
    await box(page).tap();
    await box(page).fill("kiruna");
    await hit(page, "places", "Kiruna").tap();
    await expect(page).toHaveURL(/area=2584/);
    await expect(place(page)).toContainText("Kiruna");
    await expect(list(page)).toBeHidden();
  });
});

test("every dataset is in the index, and its title is found first", async ({ page }) => {
  expect(index.map(({ id }) => id)).toEqual(catalogue().map(({ id }) => id));
  await explore(page);
  for (const { id, label } of catalogue()) {
    await box(page).fill(label.sv);
    await expect(group(page, "datasets").getByRole("option").first(), id).toContainText(label.sv);
  }
  expect(dataset("demo").codes("area")).toContain("1280");
});
