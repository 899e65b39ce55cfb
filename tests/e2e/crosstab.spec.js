// One dimension by another: each cell says what the file says, its shade how large it is; rows and columns are chosen and swapped.
import { readFileSync } from "node:fs";
import { asked, explore, figure, select, view } from "./explore.js";
import { dataset } from "./files.js";
import { hands } from "./hands.js";
import { expect, open, test } from "./support.js";
import { say } from "./words.js";
import { range, written } from "./written.js";

const demo = dataset("demo");
const table = (page) => page.locator(".crosstab table");
const rows = (page) => table(page).locator("tbody tr");
const heads = (page) => table(page).locator("thead th");
const note = (page) => page.locator(".crosstab .data-table__note").first();
const swap = (page) => page.getByRole("button", { name: say("crosstab::swap"), exact: true });
const rowsSelect = (page) => select(page, "crosstab-rows");
const columnsSelect = (page) => select(page, "crosstab-columns");
const homes = { view: "crosstab", by: "home_type", across: "ownership", level: "county" };

/** What stands in the table: of each row its name and of each cell the figure, what is below it and its class. */
const shown = (page) =>
  rows(page).evaluateAll((rows) =>
    rows.map((row) => ({
      name: row.querySelector("th").innerText.trim(),
      cells: [...row.querySelectorAll("td")].map((cell) => ({
        text: cell.firstChild.textContent,
        below: cell.querySelector(".data-table__below")?.textContent ?? "",
        look: cell.className,
      })),
    })),
  );

/** What is to stand below a figure: its interval and n. */
function below(answer, language) {
  const interval = answer.interval ? [range(answer.interval, answer.decimals, language)] : [];
  const hasN = answer.counts && answer.counts.below.value !== null && answer.state !== "nothing_counted";
  return [...interval, ...(hasN ? [`n\u00a0=\u00a0${written(answer.counts.below, language)}`] : [])].join(", ");
}

for (const [id, measure, by, across, at] of [
  ["demo", "share", "home_type", "ownership", { period: "2022" }],
  ["demo", "found", "sex", "home_type", { period: "2021" }],
  ["demo", "share", "area", "sex", { period: "2022" }],
  ["demo-vald", "events", "violence", "perpetrator", { period: "2024" }],
  ["demo-samband", "both_share", "step_first", "step_other", { period: "2024" }],
  ["demo-galler", "concern_share", "concern", "cause", { period: "2024" }],
  ["demo-lansgrans", "side_share", "area", "side", { period: "2024" }],
  ["regi", "share_register", "home_type", "ownership", {}],
])
  for (const language of ["sv", "en"])
    test(`each cell of ${measure} by ${by} and ${across} in ${id} says what the file says, in ${language}`, async ({ page }) => {
      const file = dataset(id);
      const level = id === "demo" || by === "area" ? { level: "county" } : {};
      await explore(page, { dataset: id, measure, by, across, view: "crosstab", lang: language, ...level, ...at });
      const period = asked(page).period;
      // What a share is divided by is no row or column of its own. Of the areas those that belong together: the nation and its counties.
      const divisor = file.insyn.measures[measure].denominator_at ?? {};
      const codes = (dimension) => file.codes(dimension).filter((code) => code !== divisor[dimension] && (dimension !== "area" || code.length === 2));
      await expect(rows(page)).toHaveCount(codes(by).length);
      const columns = codes(across);
      expect((await heads(page).allInnerTexts()).map((text) => text.trim()).slice(1)).toEqual(columns.map((code) => file.label(across, code, language)));
      // What holds another that is shown is no part.
      const wholes = new Map([by, across].map((dimension) => {
        const { total, parents = {} } = file.insyn.dimensions[dimension] ?? {};
        return [dimension, [total, ...codes(dimension).map((code) => parents[code])]];
      }));
      const isWhole = (row, column) => wholes.get(by).includes(row) || wholes.get(across).includes(column);
      const found = await shown(page);
      const largest = Math.max(...codes(by).flatMap((row) => columns.map((column) => {
        const { value } = file.answer(measure, { period, [by]: row, [across]: column });
        return isWhole(row, column) ? 0 : (value ?? 0);
      })));
      for (const [place, row] of codes(by).entries()) {
        expect(found[place].name).toBe(file.label(by, row, language));
        for (const [cell, column] of columns.entries()) {
          const answer = file.answer(measure, { period, [by]: row, [across]: column });
          const said = found[place].cells[cell];
          const where = `${row} and ${column}`;
          expect(said.text, where).toBe(written(answer, language));
          expect(said.below, where).toContain(below(answer, language));
          if (answer.value === null) expect(said.look, where).toBe(answer.state === "suppressed" ? "data-table__hidden" : "");
          else if (isWhole(row, column) || answer.value === 0) expect(said.look, where).toBe("");
          else expect(said.look, where).toBe(`shade-${Math.max(1, Math.ceil((answer.value / largest) * 5 - 1e-9))}`);
        }
      }
    });

for (const hand of hands)
  test(`the view is chosen, and rows and columns are swapped, ${hand.name}`, async ({ page }) => {
    await explore(page, { by: "sex", across: "home_type", level: "county" });
    await hand.press(view(page, say("crosstab::view")));
    await expect(page).toHaveURL(/view=crosstab/);
    await expect(rows(page)).toHaveCount(demo.codes("sex").length);
    const before = await heads(page).allInnerTexts();
    await hand.press(swap(page));
    await expect(page).toHaveURL(/by=home_type/);
    expect(asked(page)).toMatchObject({ by: "home_type", across: "sex", view: "crosstab" });
    await expect(rows(page)).toHaveCount(demo.codes("home_type").length);
    expect(await heads(page).allInnerTexts()).not.toEqual(before);
    await expect(rowsSelect(page)).toHaveValue("home_type");
    await expect(columnsSelect(page)).toHaveValue("sex");
    await page.goBack();
    await expect(rows(page)).toHaveCount(demo.codes("sex").length);
    await page.goBack();
    await expect(table(page)).toHaveCount(0);
  });

for (const hand of hands)
  test(`rows and columns are chosen ${hand.name}, and what is chosen twice changes places`, async ({ page }) => {
    await explore(page, homes);
    await hand.choose(columnsSelect(page), "sex");
    await expect(page).toHaveURL(/across=sex/);
    await expect(heads(page)).toHaveCount(demo.codes("sex").length + 1);
    await hand.choose(rowsSelect(page), "sex");
    await expect(page).toHaveURL(/by=sex/);
    expect(asked(page)).toMatchObject({ by: "sex", across: "home_type" });
    await expect(table(page).locator("caption")).toContainText(demo.file.dimension.home_type.label.toLowerCase());
    // The select of the chart asks the same.
    await expect(select(page, "by")).toHaveValue("sex");
  });

test("a row is picked, and the figure beside it follows", async ({ page }) => {
  await explore(page, homes);
  await rows(page).nth(1).getByRole("button").click();
  const code = demo.codes("home_type")[1];
  await expect(page).toHaveURL(new RegExp(`home_type=${code}`));
  await expect(figure(page)).toHaveText(written(demo.answer("share", { home_type: code }), "sv"));
  await expect(rows(page).nth(1)).toHaveClass(/data-table__row--picked/);
  expect((await shown(page))[1].cells.some(({ look }) => look.startsWith("shade-"))).toBe(true);
});

test("a column sorts, and what is hidden stands last", async ({ page }) => {
  await explore(page, { dataset: "demo-vald", measure: "events", by: "violence", across: "perpetrator", view: "crosstab", period: "2024" });
  const place = dataset("demo-vald").codes("perpetrator").indexOf("boende") + 1;
  await heads(page).nth(place).getByRole("button").click();
  await expect(heads(page).nth(place)).toHaveAttribute("aria-sort", "ascending");
  await expect(page).toHaveURL(/sort=perpetrator_boende/);
  const last = (await shown(page)).at(-1).cells[place - 1];
  expect(last).toMatchObject({ text: written({ value: null, state: "suppressed" }, "sv"), look: "data-table__hidden" });
  // Another year writes other figures into the same rows, and no shade is left from before.
  await select(page, "period").selectOption("2023");
  await expect(page).toHaveURL(/period=2023/);
  const file = dataset("demo-vald");
  const answer = (row) => file.answer("events", { violence: row, perpetrator: "boende", period: "2023" });
  const byName = new Map(file.codes("violence").map((code) => [file.label("violence", code), answer(code)]));
  await expect.poll(async () => (await shown(page)).map(({ name, cells }) => [name, cells[place - 1].text])).toEqual(
    expect.arrayContaining([...byName].map(([name, it]) => [name, written(it, "sv")])),
  );
  for (const { name, cells } of await shown(page)) expect(cells[place - 1].look === "data-table__hidden", name).toBe(byName.get(name).state === "suppressed");
});

for (const language of ["sv", "en"])
  test(`overlapping categories are said not to be added up, in ${language}`, async ({ page }) => {
    await explore(page, { dataset: "demo-vald", by: "violence", across: "perpetrator", view: "crosstab", lang: language });
    const said = await note(page).innerText();
    expect(said.split(say("notes::multi_response", language))).toHaveLength(3);
    await expect(page.locator(".crosstab__reading")).toContainText(say("crosstab::read_shades", language));
    await explore(page, { dataset: "demo-vald", by: "severity", across: "violence", view: "crosstab", lang: language });
    expect((await note(page).innerText()).split(say("notes::multi_response", language))).toHaveLength(2);
  });

for (const language of ["sv", "en"])
  test(`steps that fail together do so from both sides, and none goes with itself, in ${language}`, async ({ page }) => {
    await explore(page, { dataset: "demo-samband", measure: "cases_both", by: "step_first", across: "step_other", view: "crosstab", period: "2024", lang: language });
    const steps = dataset("demo-samband").codes("step_first");
    await expect(rows(page)).toHaveCount(steps.length);
    const found = await shown(page);
    for (const row of steps.keys()) {
      expect(found[row].cells[row]).toEqual({ text: written({ value: null, state: "not_applicable" }, language), below: "", look: "" });
      for (const column of steps.keys()) expect(found[row].cells[column], `${steps[row]} and ${steps[column]}`).toEqual(found[column].cells[row]);
    }
    expect(found.flatMap(({ cells }) => cells).filter(({ look }) => look === "shade-5").length).toBeGreaterThan(0);
  });

test("what is not published together cannot be chosen, and says why", async ({ page }) => {
  await explore(page, { dataset: "demo-vald", by: "perpetrator", across: "violence", view: "crosstab" });
  const offered = await columnsSelect(page).locator("option").evaluateAll((options) => options.map(({ value }) => value));
  expect(offered).toEqual(expect.arrayContaining(["violence", "sex", "period"]));
  expect(offered).not.toContain("severity");
  const reasons = page.locator(".crosstab__choices .groups__reasons li");
  await expect(reasons.filter({ hasText: dataset("demo-vald").file.dimension.severity.label })).toHaveCount(1);
  // A link to it is told of, and something that is published stands there.
  await explore(page, { dataset: "demo-vald", by: "perpetrator", across: "severity", view: "crosstab" });
  await expect(page.locator(".notice")).toContainText("severity");
  expect(offered).toContain(asked(page).across);
});

test("data that are broken down in one way have no crosstab, and say so", async ({ page }) => {
  await explore(page, { dataset: "hvb-2023" });
  await expect(view(page, say("crosstab::view"))).toBeDisabled();
  await expect(view(page, say("crosstab::view"))).toHaveAttribute("title", say("crosstab::one_dimension"));
  await explore(page, { dataset: "hvb-2023", view: "crosstab" });
  await expect(page.locator(".crosstab-card .explore__no-map")).toHaveText(say("crosstab::one_dimension"));
  await expect(table(page)).toHaveCount(0);
});

test("on a phone the names stay where they are when the table is moved", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await explore(page, homes);
  const scroll = page.locator(".crosstab .data-table__scroll");
  const left = () => rows(page).first().locator("th").evaluate((name) => Math.round(name.getBoundingClientRect().left - name.closest(".data-table__scroll").getBoundingClientRect().left));
  const before = await left();
  await scroll.evaluate((element) => element.scrollTo(120, 0));
  expect(await scroll.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  expect(await left()).toBe(before);
});

for (const scheme of ["light", "dark"])
  test(`the shades are told apart, and words on them are easy to read, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await explore(page, { ...homes, measure: "found" });
    const contrasts = await rows(page).locator("td").evaluateAll((cells) => {
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      const luminance = (colour) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return cells.filter(({ className }) => className.startsWith("shade-")).map((cell) => {
        const { backgroundColor, color } = getComputedStyle(cell);
        const [dark, light] = [luminance(backgroundColor), luminance(color)].sort((one, other) => one - other);
        return { shade: cell.className, ground: backgroundColor, contrast: (light + 0.05) / (dark + 0.05) };
      });
    });
    expect(contrasts.length).toBeGreaterThan(3);
    for (const { shade, contrast } of contrasts) expect(contrast, shade).toBeGreaterThanOrEqual(4.5);
    const grounds = new Map(contrasts.map(({ shade, ground }) => [shade, ground]));
    expect(new Set(grounds.values()).size).toBe(grounds.size);
  });

test("what is taken along is the table that is shown", async ({ page }) => {
  await explore(page, homes);
  await page.locator(".take > summary").click();
  const button = page.locator(".take__list--shown").getByRole("button", { name: say("taken::as_csv"), exact: true });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const [names, ...lines] = readFileSync(await file.path(), "utf8").trimEnd().split("\r\n").map((line) => line.split(","));
  expect(lines).toHaveLength(demo.codes("home_type").length);
  for (const column of demo.codes("ownership")) {
    const place = names.indexOf(`ownership_${column}`);
    for (const [row, line] of lines.entries()) {
      const { value } = demo.answer("share", { home_type: demo.codes("home_type")[row], ownership: column });
      if (value === null) expect(line[place], line.join()).toBe("");
      else expect(Number(line[place])).toBeCloseTo(value, 6);
    }
  }
});

/** A file of so many colours by two sizes, which is of nobody. */
function colours(n) {
  const codes = Array.from({ length: n }, (_, place) => `f${String(place + 1).padStart(2, "0")}`);
  const file = {
    version: "2.0", class: "dataset", label: "Ballonger", source: "Prov", updated: "2026-11-22",
    id: ["measure", "colour", "size", "period"], size: [1, n, 2, 1], role: { metric: ["measure"], time: ["period"] },
    dimension: {
      measure: { label: "Mått", category: { index: ["balloons"], label: { balloons: "Ballonger" } } },
      colour: { label: "Färg", category: { index: codes, label: Object.fromEntries(codes.map((code) => [code, `Färg ${code.slice(1)}`])) } },
      size: { label: "Storlek", category: { index: ["small", "large"], label: { small: "Liten", large: "Stor" } } },
      period: { label: "År", category: { index: ["2024"], label: { 2024: "2024" } } },
    },
    value: codes.flatMap((_, place) => [100 + place, 300 + 2 * place]),
    extension: { insyn: { profile: "1", synthetic: true, measures: { balloons: { kind: "count", unit: { sv: "ballonger", en: "balloons" }, decimals: 0, protected_unit: "none" } }, dimensions: { period: { kind: "period" } } } },
  };
  return { name: "ballonger.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) };
}

/** The crosstab of a file that the reader opens. */
async function openedCrosstab(page, n, language) {
  await page.goto(`oppna/?lang=${language}`);
  await page.locator("#open-file").setInputFiles(colours(n));
  await page.getByRole("link", { name: say("opening::show", language) }).click();
  await expect(figure(page)).toBeVisible();
  await page.locator(".controls-form").evaluate((form) => (form.open = true));
  await select(page, "by").selectOption("colour");
  await view(page, say("crosstab::view", language)).click();
  await expect(rows(page)).toHaveCount(n);
  await page.locator(".take > summary").click();
  await expect(page.locator(".take__list--shown")).toBeVisible();
}

for (const language of ["sv", "en"])
  test(`a crosstab of more than sixty rows is no picture and says why; as a file it has them all, in ${language}`, async ({ page }) => {
    await openedCrosstab(page, 61, language);
    const take = page.locator(".take");
    await expect(take).toContainText(say("taken::table_too_long", language));
    await expect(take.locator(".take__list--pictures")).toHaveCount(0);
    const button = take.locator(".take__list--shown").getByRole("button", { name: say("taken::as_csv", language), exact: true });
    const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
    const lines = readFileSync(await file.path(), "utf8").trimEnd().split("\r\n");
    expect(lines).toHaveLength(62);
    expect(lines.at(-1)).toContain("420");
    // Sixty rows: a picture with every figure, and nothing is excused.
    await openedCrosstab(page, 60, language);
    await expect(take).not.toContainText(say("taken::table_too_long", language));
    const picture = take.locator(".take__list--pictures").getByRole("button", { name: say("taken::table_as_svg", language), exact: true });
    const [svg] = await Promise.all([page.waitForEvent("download"), picture.click()]);
    const drawn = readFileSync(await svg.path(), "utf8");
    for (const said of ["159", "418", "Färg 60"]) expect(drawn).toContain(said);
  });

test("of a long crosstab beside a chart only the chart is a picture", async ({ page }) => {
  await openedCrosstab(page, 61, "sv");
  await select(page, "beside").selectOption("chart");
  await page.locator("#chart svg").waitFor();
  const pictures = page.locator(".take__list--pictures");
  await expect(page.locator(".take")).toContainText(say("taken::table_too_long"));
  await expect(pictures).toHaveCount(0);
  await select(page, "take-of").selectOption("chart");
  await expect(pictures.getByRole("button", { name: say("taken::chart_as_svg"), exact: true })).toBeVisible();
  await expect(page.locator(".take")).not.toContainText(say("taken::table_too_long"));
});

test("what would be more columns than can be read is not put across", async ({ page }) => {
  // Gotland is one municipality, Västra Götaland forty-nine.
  await explore(page, { view: "crosstab", by: "period", across: "area", area: "0980" });
  expect(asked(page).across).toBe("area");
  await expect(heads(page)).toHaveCount(4);
  await explore(page, { view: "crosstab", by: "period", across: "area", area: "1480" });
  await expect(page.locator(".notice")).toContainText("area");
  expect(asked(page).across).not.toBe("area");
});

test("a theme shows one without the choices, and leads to the same in Explore", async ({ page }) => {
  await open(page, "verktyg/");
  const card = page.locator(".crosstab-card");
  await expect(card).toHaveCount(1);
  await expect(card.locator("tbody tr")).toHaveCount(dataset("demo-atgarder").codes("tool").length);
  await expect(page.locator(".crosstab__choices")).toHaveCount(0);
  const texts = await shown(page);
  await page.locator(".theme__section").filter({ has: card }).getByRole("link", { name: say("theme::in_explore"), exact: true }).click();
  await expect(page).toHaveURL(/view=crosstab/);
  expect(asked(page)).toMatchObject({ dataset: "demo-atgarder", measure: "decisions", by: "tool", across: "outcome", period: "2023" });
  await expect.poll(() => shown(page)).toEqual(texts);
});
