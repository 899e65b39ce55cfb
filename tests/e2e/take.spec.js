// What a reader takes along: files that say what the page says, where it is from, and which version it is.
import { readFileSync } from "node:fs";
import { asked, askedIn, cells, explore, ofThisVersion, rows, select, view } from "./explore.js";
import { dataset, item } from "./files.js";
import { hands } from "./hands.js";
import { expect, test } from "./support.js";
import { say } from "./words.js";

const demo = dataset("demo");
const summary = (page) => page.locator(".take > summary");
const shown = (page) => page.locator(".take__list--shown");
const all = (page) => page.locator(".take__list--all");

/** Presses a button and answers the file that comes. */
async function taken(page, list, name, language = "sv", hand = hands[0]) {
  const button = list.getByRole("button", { name: say(`taken::${name}`, language), exact: true });
  const [file] = await Promise.all([page.waitForEvent("download"), hand.press(button)]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

for (const hand of hands)
  test(`nothing is worked out before it is opened, and then the rows are counted, ${hand.name}`, async ({ page }) => {
    await explore(page, { view: "table", level: "county" });
    await expect(shown(page)).toHaveCount(0);
    await hand.press(summary(page));
    const n = await rows(page).count();
    await expect(page.locator(".take__title").first()).toContainText(`(${n} rader)`);
    const { name, bytes } = await taken(page, shown(page), "as_csv", "sv", hand);
    expect(name).toBe("insyn-demo-visas.csv");
    expect(bytes.toString().trimEnd().split("\r\n")).toHaveLength(n + 1);
  });

for (const language of ["sv", "en"])
  test(`CSV for a spreadsheet has the rows of the table, and says what it is, in ${language}`, async ({ page }) => {
    await explore(page, { view: "table", level: "county", lang: language });
    await summary(page).click();
    const { bytes } = await taken(page, shown(page), "as_csv_for_excel", language);
    const text = bytes.toString();
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const [table, about] = text.slice(1).split("\r\n\r\n");
    const lines = table.split("\r\n").map((line) => line.split(language === "sv" ? ";" : ","));
    expect(lines).toHaveLength((await rows(page).count()) + 1);
    const first = await cells(rows(page).first());
    expect(lines[1][1]).toBe(first[0]);
    // The number is the one on the page, without its sign.
    expect(first[1].replaceAll(/[^\d.,]/g, "")).toBe(lines[1][2]);
    for (const said of [say("taken::synthetic", language), await page.locator(".table-card caption").innerText()]) expect(about).toContain(said);
    // The address leads to this very version of the data.
    expect(askedIn(about)).toEqual(ofThisVersion(page));
    expect(about).toMatch(/[0-9a-f]{64}/);
    expect(about).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/);
  });

test("CSV for a program has every figure of the file, and why there is none", async ({ page }) => {
  await explore(page, { view: "table", level: "county" });
  await summary(page).click();
  const { bytes } = await taken(page, shown(page), "as_csv");
  const [heads, ...lines] = bytes.toString().trimEnd().split("\r\n").map((line) => line.split(","));
  const [value, status] = ["value", "value_status"].map((name) => heads.indexOf(name));
  for (const line of lines) {
    const answer = demo.answer("share", { area: line[0] });
    if (answer.value == null) expect([line[value], line[status]]).toEqual(["", expect.stringMatching(/./)]);
    else expect(Number(line[value])).toBeCloseTo(answer.value, 9);
  }
});

test("a workbook is one archive with three pages", async ({ page }) => {
  await explore(page, { dataset: "hvb-2023", view: "table" });
  await summary(page).click();
  for (const list of [shown(page), all(page)]) {
    const { name, bytes } = await taken(page, list, "as_xlsx");
    expect(name).toMatch(/^insyn-hvb-2023-(visas|allt)\.xlsx$/);
    const text = bytes.toString("latin1");
    expect(text.startsWith("PK\u0003\u0004")).toBe(true);
    for (const sheet of [1, 2, 3]) expect(text).toContain(`xl/worksheets/sheet${sheet}.xml`);
  }
});

test("all of the dataset comes as CSV, JSON-stat and a description", async ({ page }) => {
  await explore(page, { dataset: "hvb-2023" });
  await summary(page).click();
  const file = dataset("hvb-2023").file;
  const json = JSON.parse((await taken(page, all(page), "as_jsonstat")).bytes.toString());
  expect(json.id).toEqual(file.id);
  expect(json.size).toEqual(file.size);
  const csv = (await taken(page, all(page), "as_csv")).bytes.toString().trimEnd().split("\r\n");
  await expect(page.locator(".take__title").nth(1)).toContainText(`(${(csv.length - 1).toLocaleString("sv")} rader)`);
  const description = JSON.parse((await taken(page, all(page), "as_description")).bytes.toString());
  expect(description.resources[0].path).toBe("insyn-hvb-2023-allt.csv");
  expect(description.resources[0].schema.fields.map(({ name }) => name)).toEqual(csv[0].split(","));
});

for (const language of ["sv", "en"])
  test(`all of the dataset comes as PX from the program that reads files, and what it lacks is told, in ${language}`, async ({ page }) => {
    await explore(page, { dataset: "hvb-2023", lang: language });
    await summary(page).click();
    const { name, bytes } = await taken(page, page.locator(".take__px"), "as_px", language);
    expect(name).toBe(`insyn-hvb-2023-${say("taken::file_all", language)}.px`);
    const text = bytes.toString();
    expect(text).toMatch(/^CHARSET="ANSI";/);
    expect(text).toContain(`LANGUAGE="${language}"`);
    expect(text).toContain('MATRIX="hvb-2023"');
    await expect(page.locator(".take__px [role=status]")).toHaveText(say("taken::px_losses", language));
    expect(await page.locator(".take__losses li").count()).toBeGreaterThan(0);
  });

test("what is taken follows the view", async ({ page }) => {
  for (const [name, parts] of [["chart", { by: "sex" }], ["time", { by: "sex" }], ["difference", { by: "home_type", pair: "sex:K:M" }]]) {
    await explore(page, { view: name, ...parts });
    await summary(page).click();
    const twin = page.locator(".explore__column table").first();
    const names = await twin.evaluate((table) => [...table.querySelectorAll("tbody th")].map((cell) => cell.textContent));
    const lines = (await taken(page, shown(page), "as_csv_for_excel")).bytes.toString().slice(1).split("\r\n\r\n")[0].split("\r\n");
    expect(lines.slice(1).map((line) => line.split(";")[1])).toEqual(names);
  }
});

test("files and pictures of a sorted table have its order", async ({ page }) => {
  await explore(page, { view: "table", level: "county", sort: "-value" });
  await summary(page).click();
  const names = await page.locator(".table-card tbody th").allInnerTexts();
  expect(names).not.toEqual([...names].sort((one, other) => one.localeCompare(other, "sv")));
  const { bytes } = await taken(page, shown(page), "as_csv");
  expect(bytes.toString().trimEnd().split("\r\n").slice(1).map((line) => line.split(",")[1])).toEqual(names);
  const { bytes: svg } = await taken(page, page.locator(".take__list--pictures"), "table_as_svg");
  const places = names.map((name) => svg.toString().indexOf(`>${name}<`));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((one, other) => one - other));
  // What the table says of its figures goes along with them.
  expect(svg.toString()).toContain(`${say("taken::note")}:`);
});

test("a chart that is still on its way is no picture yet, and says so", async ({ page }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/echarts-*.js", async (route) => held.then(() => route.continue()));
  // A script that is held may hold the page's own load event.
  await page.goto("utforska/?dataset=demo&view=chart&level=county", { waitUntil: "domcontentloaded" });
  await page.locator("html[data-ready]").waitFor();
  await summary(page).click();
  const pictures = page.locator(".take__list--pictures");
  const look = pictures.getByRole("button", { name: say("taken::preview_chart"), exact: true });
  await look.click();
  await expect(page.locator(".take").getByRole("status").filter({ hasText: say("taken::not_drawn") })).toBeVisible();
  await expect(page.locator(".take__preview")).toHaveCount(0);
  release();
  await expect(page.locator("#chart svg")).toBeVisible();
  await look.click();
  await expect(page.locator(".take__preview img")).toBeVisible();
  await expect(page.locator(".take").getByRole("status").filter({ hasText: say("taken::not_drawn") })).toHaveCount(0);
  expect((await taken(page, pictures, "chart_as_svg")).bytes.toString()).not.toContain(say("frame::loading_chart"));
});

const ofView = (page) => select(page, "take-of");
const namesIn = ({ bytes }) => bytes.toString().slice(1).split("\r\n\r\n")[0].split("\r\n").slice(1).map((line) => line.split(";")[1]);
const titles = { chart: "#chart-title", time: ".time > .card__title" };

for (const hand of hands)
  test(`of two views the reader chooses which is taken along: files, pictures and citation, ${hand.name}`, async ({ page }) => {
    await explore(page, { view: "chart", beside: "time", by: "sex", level: "county" });
    await page.locator("#chart svg").waitFor();
    await hand.press(summary(page));
    await expect(ofView(page)).toHaveValue("chart");
    await expect(ofView(page).locator("option")).toHaveText([say("explore::view_chart"), say("time::view")]);
    const twins = { chart: ".chart-card", time: ".time-card" };
    for (const [of, word] of [["chart", "diagram"], ["time", "tid"], ["chart", "diagram"]]) {
      if ((await ofView(page).inputValue()) !== of) await hand.choose(ofView(page), of);
      const names = await page.locator(`${twins[of]} tbody th`).evaluateAll((names) => names.map((name) => name.textContent));
      const data = await taken(page, shown(page), "as_csv_for_excel", "sv", hand);
      expect(data.name).toBe(`insyn-demo-visas-excel-${word}.csv`);
      expect(namesIn(data)).toEqual(names);
      await expect(page.locator(".take__title").first()).toContainText(`(${names.length} rader)`);
      expect((await taken(page, shown(page), "as_xlsx", "sv", hand)).name).toBe(`insyn-demo-visas-${word}.xlsx`);
      const title = (await page.locator(titles[of]).innerText()).trim();
      expect(data.bytes.toString()).toContain(title);
      const svg = await taken(page, page.locator(".take__list--pictures"), "chart_as_svg", "sv", hand);
      expect(svg.name).toBe(`insyn-demo-${word}.svg`);
      const bare = (text) => text.replaceAll(/\s+/g, "");
      expect(bare((await readPicture(page, svg.bytes.toString())).words)).toContain(bare(title));
      await expect(copied(page, "as_text").locator(".copy-text__text")).toContainText(title);
    }
    // All of the dataset is of no view.
    expect((await taken(page, all(page), "as_jsonstat", "sv", hand)).name).toBe("insyn-demo-allt.json");
  });

test("what has been chosen to be taken along is kept when the views change places, and gone with its view", async ({ page }) => {
  await explore(page, { view: "map", beside: "table", level: "county" });
  await page.locator("#map svg").first().waitFor();
  await summary(page).click();
  await ofView(page).selectOption("table");
  // But for the moment and the address: these are of when and where it was taken.
  const lines = (file) => file.bytes.toString().split("\r\n").map((line) => line.replace(/,[^,]*,[^,]*$/, ""));
  const table = lines(await taken(page, shown(page), "as_csv"));
  await page.getByRole("button", { name: say("explore::change_places"), exact: true }).click();
  await expect(page).toHaveURL(/view=table&beside=map/);
  await expect(ofView(page)).toHaveValue("table");
  expect(lines(await taken(page, shown(page), "as_csv"))).toEqual(table);
  await ofView(page).selectOption("map");
  const map = await taken(page, shown(page), "as_csv");
  expect(map.name).toBe("insyn-demo-visas-karta.csv");
  // The table alone has the ranks.
  expect(lines(map)[0]).not.toBe(table[0]);
  await expect(page.locator(".take__list--pictures").getByRole("button", { name: say("taken::map_as_svg"), exact: true })).toBeVisible();
  await expect(page.locator(".take__list--pictures").getByRole("button", { name: say("taken::table_as_svg"), exact: true })).toHaveCount(0);
  await select(page, "beside").selectOption("");
  await expect(ofView(page)).toHaveCount(0);
  expect((await taken(page, shown(page), "as_csv")).name).toBe("insyn-demo-visas.csv");
});

test("the file of one of two views is named in English, and at a phone's width the choice is wide enough for a finger", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await explore(page, { view: "difference", beside: "crosstab", by: "home_type", across: "ownership", pair: "sex:K:M", level: "county", lang: "en" });
  await summary(page).click();
  expect((await taken(page, shown(page), "as_csv", "en")).name).toBe("insyn-demo-shown-difference.csv");
  await ofView(page).selectOption("crosstab");
  expect((await taken(page, shown(page), "as_csv", "en")).name).toBe("insyn-demo-shown-crosstab.csv");
  expect((await taken(page, page.locator(".take__list--pictures"), "table_as_svg", "en")).name).toBe("insyn-demo-crosstab.svg");
  expect((await ofView(page).boundingBox()).height).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

const version = (id) => item(id).sha256.slice(0, 16);
const notice = (page) => page.locator(".version-notice");
const copied = (page, name) => page.locator(".copy-text").filter({ has: page.getByRole("heading", { name: say(`taken::${name}`), exact: true }) });

test("a link leads to this very data or to the newest, and is copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await explore(page, { view: "chart", by: "sex" });
  await summary(page).click();
  const { searchParams: here } = new URL(page.url());
  for (const [name, wanted] of [["link_to_version", version("demo")], ["link_to_newest", null]]) {
    const one = copied(page, name);
    const text = await one.locator(".copy-text__text").innerText();
    const { searchParams: there } = new URL(text);
    expect(there.get("version")).toBe(wanted);
    for (const [part, value] of here) expect(there.get(part)).toBe(value);
    await one.getByRole("button").click();
    await expect(one.locator(".copy-text__said")).toHaveText(say("taken::copied"));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  }
  // Another view has another link, which nobody has copied.
  await select(page, "period").selectOption("2021");
  await expect(copied(page, "link_to_newest").locator(".copy-text__text")).toContainText("period=2021");
  await expect(copied(page, "link_to_newest").locator(".copy-text__said")).toBeEmpty();
});

test("a link to the data that are here says so, until the reader chooses anew", async ({ page }) => {
  await explore(page, { version: version("demo"), by: "sex" });
  await expect(notice(page)).toHaveText(say("taken::is_same"));
  expect(asked(page)).toMatchObject({ version: version("demo"), by: "sex" });
  await view(page, say("explore::view_chart")).click();
  await expect(page).toHaveURL(/view=chart/);
  expect(asked(page)).toMatchObject({ version: version("demo") });
  await select(page, "period").selectOption("2021");
  await expect(notice(page)).toHaveCount(0);
  expect(asked(page).version).toBeUndefined();
  await page.goBack();
  await expect(notice(page)).toHaveText(say("taken::is_same"));
});

test("what is no version is told to be unknown, and nobody is asked", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => /releases/.test(request.url()) && asked.push(request.url()));
  for (const odd of ["", "x", "../..", "A".repeat(300)]) {
    await explore(page, { version: odd });
    await expect(notice(page).getByRole("status")).toHaveText(say("taken::is_unknown"));
  }
  expect(asked).toEqual([]);
});

const hash = (letter) => letter.repeat(64);
const release = (id, date, letter, change) => ({ date, datasets: [{ id, change, receipt: null, file: letter ? { href: `${id}.json`, sha256: hash(letter), bytes: 1 } : null }] });
const altered = (n_corrected) => ({ altered: { added: [], removed: [], n_corrected, n_filled: 2, n_hidden: 0, n_emptied: 0 } });

for (const [name, id, releases, said] of [
  ["newer", "demo", [release("demo", "2026-02-01", "b", altered(0)), release("demo", "2026-01-01", "a", "new")], "1 februari 2026"],
  ["corrected", "demo", [release("demo", "2026-03-01", "c", altered(3)), release("demo", "2026-01-01", "a", "new")], "3 siffror"],
  ["withdrawn", "borttagen", [release("borttagen", "2026-04-01", null, "withdrawn"), release("borttagen", "2026-01-01", "a", "new")], "1 april 2026"],
  ["unknown", "demo", [release("demo", "2026-01-01", "d", "new")], "som inte finns här"],
])
  test(`a link to an older version says what has become of it: ${name}`, async ({ page }) => {
    await page.route("**/data/releases.json", (route) => route.fulfill({ json: { releases } }));
    await explore(page, { dataset: id, version: "a".repeat(16) });
    await expect(notice(page).getByRole("status")).toContainText(said);
    await expect(notice(page).locator("a")).toHaveCount(name === "unknown" ? 0 : 1);
    if (name !== "unknown") await expect(notice(page).locator("a")).toHaveAttribute("href", new RegExp(`data/earlier/${id}-a{16}\\.json$`));
  });

test("a view is cited in a text, in BibTeX and in RIS", async ({ page }) => {
  await explore(page, { dataset: "hvb-2023", view: "chart" });
  await summary(page).click();
  const text = async (name) => (await copied(page, name).locator(".copy-text__text").textContent()).trim();
  const day = await page.evaluate(() => new Date().toISOString().slice(0, 10));
  for (const name of ["as_text", "as_bibtex", "as_ris"]) {
    const said = await text(name);
    expect(said).toContain(version("hvb-2023"));
    expect(said).toContain("dataset=hvb-2023");
    expect(said).toContain(name === "as_ris" ? day.replaceAll("-", "/") : day);
  }
  expect(await text("as_bibtex")).toMatch(/^@misc\{insyn-hvb2023-/);
  expect(await text("as_ris")).toMatch(/^TY {2}- DATA\r?\n/);
});

/** What a picture says of itself, read as XML by the browser. */
const readPicture = (page, text) => page.evaluate((text) => {
  const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const all = [...root.querySelectorAll("*")];
  return {
    name: root.localName,
    width: Number(root.getAttribute("width")),
    height: Number(root.getAttribute("height")),
    words: [...root.querySelectorAll("text")].map((text) => text.textContent).join(" "),
    n_paths: root.querySelectorAll("path").length,
    fills: [...new Set(all.map((it) => it.getAttribute("fill")))],
    foreign: all.flatMap((it) => [...it.attributes]).filter(({ name, value }) => /^(class|style|on|data-|aria-|href|xlink)/.test(name) || /url\((?!"?#)/.test(value)).map(({ name, value }) => `${name}=${value}`),
  };
}, text);

for (const [name, parts, button, file] of [
  ["map", { view: "map", level: "municipality" }, "map", "karta"],
  ["bar chart", { view: "chart", by: "sex" }, "chart", "diagram"],
  ["funnel plot", { view: "funnel" }, "chart", "diagram"],
  ["difference", { view: "difference", by: "home_type", pair: "sex:K:M" }, "chart", "diagram"],
  ["time", { view: "time", by: "sex" }, "chart", "diagram"],
])
  test(`the ${name} is taken as SVG and PNG, which stand by themselves`, async ({ page }) => {
    await explore(page, parts);
    await page.locator("#map svg, #chart svg, #funnel svg, #difference svg, #time svg").first().waitFor();
    await summary(page).click();
    const list = page.locator(".take__list--pictures");
    const svg = await taken(page, list, `${button}_as_svg`);
    expect(svg.name).toBe(`insyn-demo-${file}.svg`);
    const seen = await readPicture(page, svg.bytes.toString());
    expect(seen.name).toBe("svg");
    expect(seen.foreign).toEqual([]);
    const label = demo.insyn.measures.share.label?.sv ?? demo.label("measure", "share");
    expect(seen.words.toLowerCase()).toContain(label.toLowerCase());
    for (const said of ["Syntetiska data", item("demo").sha256.slice(0, 20)]) expect(seen.words.replaceAll(" ", "")).toContain(said.replaceAll(" ", ""));
    expect(seen.words.replaceAll(" ", "")).toContain(new URL(page.url()).pathname);
    if (name === "map") {
      expect(seen.n_paths).toBeGreaterThanOrEqual(290);
      const painted = await page.locator("#map .area").first().evaluate((area) => getComputedStyle(area).fill);
      expect(seen.fills).toContain(painted);
      expect(seen.words).toContain((await page.locator(".legend__label").first().innerText()).split(/\s+/)[0]);
    }
    const png = await taken(page, list, `${button}_as_png`);
    expect(png.name).toBe(`insyn-demo-${file}.png`);
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2 * seen.width, 2 * seen.height]);
    await expect(page.locator(".take .copy-text__said").filter({ hasText: say("taken::not_drawn") })).toHaveCount(0);
  });

for (const [name, parts] of [["table", { view: "table", level: "county" }], ["crosstab", { view: "crosstab", by: "home_type", across: "ownership", level: "county" }]])
  test(`the ${name} is taken as a picture that says what its cells say`, async ({ page }) => {
    await explore(page, parts);
    const words = await page.locator(`.${name === "table" ? "table-card" : "crosstab"} tbody`).first().innerText();
    await summary(page).click();
    const svg = await taken(page, page.locator(".take__list--pictures"), "table_as_svg");
    expect(svg.name).toBe("insyn-demo-tabell.svg");
    const seen = await readPicture(page, svg.bytes.toString());
    expect(seen.foreign).toEqual([]);
    const bare = (text) => text.replaceAll(/\s+/g, "");
    for (const said of words.split(/[\t\n]+/).filter(Boolean)) expect(bare(seen.words)).toContain(bare(said));
    expect(bare(seen.words)).toContain(bare("Syntetiska data"));
    const png = await taken(page, page.locator(".take__list--pictures"), "table_as_png");
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2 * seen.width, 2 * seen.height]);
  });

test("a long table is no picture, and says so", async ({ page }) => {
  await explore(page, { view: "table", level: "municipality" });
  await summary(page).click();
  await expect(shown(page)).toBeVisible();
  await expect(page.locator(".take__list--pictures")).toHaveCount(0);
  await expect(page.locator(".take")).toContainText(say("taken::table_too_long"));
});

for (const hand of hands)
  test(`a picture is looked at before it is taken, and goes when something else is asked, ${hand.name}`, async ({ page }) => {
    await explore(page, { view: "map", beside: "chart", level: "county" });
    await page.locator("#map svg").first().waitFor();
    await page.locator("#chart svg").waitFor();
    await hand.press(summary(page));
    const look = (name) => page.locator(".take__list--pictures").getByRole("button", { name: say(`taken::${name}`), exact: true });
    const preview = page.locator(".take__preview img");
    for (const [of, name] of [["map", "preview_map"], ["chart", "preview_chart"]]) {
      await hand.choose(ofView(page), of);
      await expect(preview, "it was of the other view").toHaveCount(0);
      await hand.press(look(name));
      await expect(look(name)).toHaveAttribute("aria-expanded", "true");
      await expect(preview).toHaveCount(1);
      await expect.poll(() => preview.evaluate((img) => img.complete && img.naturalWidth)).toBeGreaterThan(300);
    }
    await expect(look("preview_map")).toHaveCount(0);
    await hand.press(look("preview_chart"));
    await expect(preview).toHaveCount(0);
    await expect(look("preview_chart")).toHaveAttribute("aria-expanded", "false");
    await hand.press(look("preview_chart"));
    await expect(preview).toHaveCount(1);
    await select(page, "period").selectOption("2020");
    await expect(preview).toHaveCount(0);
  });
