// The page of a place: what each dataset says of it, beside its county, the nation and its neighbours; and when nothing can be said.
import { asked, clickArea, figure, place, select } from "./explore.js";
import { catalogue, dataset, outlines } from "./files.js";
import { hands, reach } from "./hands.js";
import { expect, open, test } from "./support.js";
import { networkFault } from "./troubles.js";
import { say } from "./words.js";
import { written } from "./written.js";

const towns = outlines();
const demo = dataset("demo");
const isSynthetic = (wanted) => ({ synthetic }) => Boolean(synthetic) === wanted;
const within = (level) => ({ levels }) => levels.includes(level);

const area = (page, parts) => open(page, `omrade/?${new URLSearchParams(parts)}`);
const title = (page) => page.locator("h1");
const cards = (page) => page.locator(".area-card");
const card = (page, id) => page.locator(`#card-${id}`);
const value = (card) => card.locator(".figure-card__value");
const aside = (card, name, language) => card.locator(".area-card__aside").filter({ hasText: say(name, language) });
const lines = (page) => page.locator(".area-page__line");
const search = (page) => page.locator("#area-input");
const places = (page) => page.locator(".area-page__place");
const beside = (card) => card.locator(".area-card__views > :first-child tbody tr");
const mark = (page) => page.locator(".synthetic-mark");
const nationOnly = (page) => page.locator(".area-page__nation .dataset-list a");

const inSwedishOrder = (names) => names.toSorted(new Intl.Collator("sv").compare);
const suppressed = towns.codes.find((code) => demo.answer("share", { area: code }).state === "suppressed");
const county = (code) => code.slice(0, 2);

/** The main measure of each dataset that tells municipalities apart, and the id of its dimension of places. */
const mains = { demo: ["share", "area"], "demo-arenden": ["cases_deficient_share", "area"], "demo-tillsyn": ["deficient_share", "area"], "demo-placerade": ["placed", "placed_by"] };

for (const language of ["sv", "en"]) {
  test(`every dataset with municipalities says its own figure of one, in ${language}`, async ({ page }) => {
    await area(page, { area: "1280", lang: language });
    await expect(title(page)).toHaveText(towns.name("1280"));
    await expect(page).toHaveTitle(`${towns.name("1280")} – ${say("frame::name")}`);
    await expect(page.locator(".area-page__kind")).toHaveText(`${language === "sv" ? "Kommun i" : "Municipality in"} ${outlines("county").name("12", language)}`);
    await expect.poll(() => asked(page)).toEqual({ lang: language, area: "1280", data: "synthetic" });
    await expect(mark(page)).toContainText(say("frame::synthetic", language));
    const ids = catalogue().filter(isSynthetic(true)).filter(within("municipality")).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(Object.keys(mains).toSorted());
    expect(await cards(page).evaluateAll((all) => all.map(({ id }) => id))).toEqual(ids.map((id) => `card-${id}`));
    await expect(lines(page)).toHaveCount(ids.length);
    for (const [place, id] of ids.entries()) {
      const [measure, dimension] = mains[id];
      const said = written(dataset(id).answer(measure, { [dimension]: "1280" }), language);
      await expect(value(card(page, id)), id).toHaveText(said);
      await expect(lines(page).nth(place), id).toContainText(`: ${said}`);
    }
    await expect(aside(card(page, "demo-placerade"), "area::not_judged", language)).toHaveCount(1);
  });
}

test("the place stands first, then its county and the nation, then its neighbours in alphabetical order", async ({ page }) => {
  await area(page, { area: "1281" });
  const neighbours = inSwedishOrder(towns.neighbours("1281").map((code) => towns.name(code)));
  expect(await places(page).allInnerTexts()).toEqual([outlines("county").name("12"), ...neighbours]);
  const names = [towns.name("1281"), demo.label("area", "12"), demo.label("area", "00"), ...neighbours];
  await expect(beside(card(page, "demo")).locator("th")).toHaveText(names);
  const codes = ["1281", "12", "00", ...neighbours.map((name) => towns.codes.find((code) => towns.name(code) === name))];
  for (const [place, code] of codes.entries()) {
    const said = written(demo.answer("share", { area: code }), "sv");
    await expect(beside(card(page, "demo")).nth(place).locator("td").first(), code).toHaveText(said);
  }
  await expect(beside(card(page, "demo")).first()).toHaveClass(/picked/);
});

test("a planted difference is told in the sentence, in short and against the county", async ({ page }) => {
  await area(page, { area: "0780" });
  await expect(card(page, "demo").locator(".figure-card__verdict")).toHaveClass(/verdict--higher/);
  await expect(card(page, "demo").locator(".figure-card__verdict")).toContainText("Högre än riket");
  await expect(aside(card(page, "demo"), "area::by_county")).toContainText("Högre än länet");
  await expect(lines(page).first()).toHaveClass(/verdict--higher/);
  await expect(lines(page).first()).toContainText(say("verdict::higher"));
  await expect(page.locator(".area-page__overview > p")).toContainText(/^Av 4\u00a0mått: \d\u00a0högre/);
  await lines(page).first().getByRole("link").click();
  await expect(card(page, "demo")).toBeInViewport();
});

test("where the figure is hidden it says so, and what a larger area says", async ({ page }) => {
  for (const language of ["sv", "en"]) {
    await area(page, { area: suppressed, lang: language });
    await expect(value(card(page, "demo"))).toHaveText(written({ value: null, state: "suppressed" }, language));
    const larger = [county(suppressed), "00"].map((code) => demo.answer("share", { area: code })).find((answer) => answer.value !== null);
    await expect(aside(card(page, "demo"), "area::larger_area", language)).toContainText(written(larger, language));
  }
});

test("where too few are counted it says how many it takes", async ({ page }) => {
  const few = towns.codes.filter((code) => {
    const { value, counts } = demo.answer("share", { area: code });
    return value !== null && counts.below.value < 5;
  });
  expect(few.length).toBeGreaterThan(0);
  await area(page, { area: few[0] });
  await expect(card(page, "demo").locator(".figure-card__verdict")).toHaveClass(/verdict--too-few/);
  await expect(card(page, "demo").locator(".figure-card__verdict")).toContainText(/Det krävs minst \d+/);
  await expect(aside(card(page, "demo"), "area::larger_area")).toHaveCount(1);
});

test("published and made-up figures are never in one view", async ({ page }) => {
  await area(page, { area: "1280" });
  await page.getByRole("navigation", { name: say("area::which_figures") }).getByRole("link", { name: say("area::published") }).click();
  await expect(page).toHaveURL(/data=published/);
  // What there is comes in its time; that there is nothing is known last.
  await expect(page.locator(".area-page__nothing")).toContainText("kommuner");
  await expect(cards(page)).toHaveCount(0);
  await expect(mark(page)).toHaveCount(0);
  const published = catalogue().filter(isSynthetic(false));
  await expect(nationOnly(page)).toHaveText(published.map(({ label }) => label.sv));
  await nationOnly(page).first().click();
  await expect(select(page, "dataset")).toHaveValue(published[0].id);
});

test("a published file about this very place is told of, and of no other", async ({ page }) => {
  const umea = dataset("umea-2020");
  await area(page, { area: "2480", data: "published" });
  await expect(cards(page)).toHaveCount(1);
  await expect(card(page, "umea-2020")).toContainText(umea.insyn.label?.sv ?? umea.file.label);
  await expect(page.locator(".area-page__nothing")).toHaveCount(0);
  await expect(nationOnly(page).filter({ hasText: umea.file.label })).toHaveCount(0);
  await area(page, { area: "19" });
  await expect(cards(page)).toHaveCount(2);
  await expect(value(card(page, "orosanmalningar"))).toBeVisible();
  await expect(value(card(page, "lex-sarah"))).toHaveCount(0);
  await area(page, { area: "2481", data: "published" });
  await expect(page.locator(".area-page__nothing")).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
});

test("what is told of counties only leads to the county's page", async ({ page }) => {
  await area(page, { area: "1281" });
  const others = catalogue().filter(isSynthetic(true)).filter(({ levels }) => !levels.includes("municipality"));
  await expect(page.locator(".area-page__nation .dataset-list a")).toHaveText(others.map(({ label }) => label.sv));
  await page.locator(".area-page__nation p a").click();
  await expect(title(page)).toHaveText(outlines("county").name("12"));
  expect(asked(page)).toMatchObject({ area: "12", data: "synthetic" });
  await expect(cards(page)).toHaveCount(catalogue().filter(isSynthetic(true)).filter(within("county")).length);
});

test("of a county the published figures come first, and the newest that it has", async ({ page }) => {
  await area(page, { area: "09" });
  await expect(page).toHaveURL(/data=published/);
  await expect(title(page)).toHaveText(outlines("county").name("09"));
  await expect(cards(page)).toHaveCount(1);
  const lex = dataset("lex-sarah");
  const newest = lex.codes("period").filter((period) => lex.cell("rate", { area: "09", period }).value !== null).at(-1);
  await expect(value(cards(page))).toHaveText(written(lex.answer("rate", { area: "09", period: newest }), "sv"));
  await expect(cards(page).locator(".figure-card__what")).toContainText(newest);
  await expect(mark(page)).toHaveCount(0);
});

test("a county that is not in the published file says so and leads to the nation", async ({ page }) => {
  await area(page, { area: "25", data: "published" });
  await expect(cards(page)).toHaveCount(1);
  await expect(value(cards(page))).toHaveCount(0);
  await expect(cards(page)).toContainText("Norrbottens län finns inte i de här uppgifterna.");
  await page.getByRole("link", { name: say("area::nation_explore") }).click();
  await expect(select(page, "dataset")).toHaveValue("lex-sarah");
});

test("a division says which counties it has, and that nothing is published for it", async ({ page }) => {
  await area(page, { area: "nord" });
  await expect(title(page)).toHaveText("IVO-avdelning Nord");
  await expect(page.locator(".area-page__nothing")).toContainText("IVO-avdelningar");
  for (const code of ["22", "23", "24", "25"]) await expect(page.getByRole("link", { name: outlines("county").name(code), exact: true })).toHaveCount(1);
  await page.getByRole("link", { name: outlines("county").name("24"), exact: true }).click();
  await expect(title(page)).toHaveText(outlines("county").name("24"));
  await expect(page.locator(".area-page__kind")).toHaveText("Län i IVO-avdelning Nord");
});

for (const [name, code] of [["Malmö", "1280"], ["gothenburg", "1480"], ["skåne län", "12"]])
  test(`“${name}” in the address leads on to its code, without a step behind Back`, async ({ page }) => {
    await open(page);
    await area(page, { area: name });
    await expect(page).toHaveURL(new RegExp(`area=${code}&`));
    await expect(title(page)).toHaveText(outlines(code.length === 2 ? "county" : "municipality").name(code));
    await page.goBack();
    await expect(title(page)).toHaveText(say("start::title"));
  });

for (const [asked, code] of [["1917", "0331"], ["Malmöhus län", "12"], ["1180", "12"]])
  test(`the former “${asked}” leads to what it belongs to now, and says so`, async ({ page }) => {
    await area(page, { area: asked });
    await expect(page).toHaveURL(new RegExp(`area=${code}&data=`));
    await expect(title(page)).toHaveText(outlines(code.length === 2 ? "county" : undefined).name(code));
    await expect(page.locator(".notice").first()).toContainText(`”${asked}”`);
    await expect(page.locator(".notice").first()).toContainText(code);
    // It is said of this place alone.
    await places(page).first().click();
    await expect(title(page)).not.toHaveText(outlines(code.length === 2 ? "county" : undefined).name(code));
    await expect(page.locator(".notice")).toHaveCount(0);
  });

for (const hand of hands)
  test(`an unknown code says so, and the box leads to the place that was meant, ${hand.name}`, async ({ page }) => {
    await area(page, { area: "9999" });
    await expect(title(page)).toHaveText(say("area::find_title"));
    await expect(page.locator(".notice")).toContainText("9999");
    await expect(cards(page)).toHaveCount(0);
    await hand.write(search(page), "skåne");
    await expect(page.locator("#area-list").getByRole("option").first()).toContainText(outlines("county").name("12"));
    await page.keyboard.press("Enter");
    await expect(title(page)).toHaveText(outlines("county").name("12"));
    await expect(page.locator(".notice")).toHaveCount(0);
    await expect(search(page), "the keyboard stays where it was").toBeFocused();
  });

test("without a place it asks for one, and the whole country is shown elsewhere", async ({ page }) => {
  await area(page, {});
  await expect(title(page)).toHaveText(say("area::find_title"));
  await expect(page.locator(".lead")).toHaveText(say("area::find_lead"));
  await area(page, { area: "00", lang: "en" });
  await expect(page.locator(".lead")).toHaveText(say("area::nation_page", "en"));
  await expect(page.locator("main").getByRole("link", { name: say("frame::to_explore", "en") })).toHaveCount(1);
});

for (const hand of hands)
  test(`a neighbour is gone to ${hand.name}, and the keyboard is not lost`, async ({ page }) => {
    await area(page, { area: "1281" });
    const [code] = towns.neighbours("1281");
    await hand.press(places(page).filter({ hasText: new RegExp(`^${towns.name(code)}$`) }));
    await expect(title(page)).toHaveText(towns.name(code));
    expect(asked(page)).toMatchObject({ area: code, data: "synthetic" });
    await expect(title(page)).toBeFocused();
    await page.goBack();
    await expect(title(page)).toHaveText(towns.name("1281"));
  });

test("the map has the place marked, and a click on another goes there", async ({ page }) => {
  await area(page, { area: "2584" });
  await expect(page.locator(".locator-map__here")).toHaveAttribute("d", await page.locator(`.locator-map path[data-place="${towns.place("2584")}"]`).getAttribute("d"));
  await clickArea(page, "2580", { map: ".locator-map svg" });
  await expect(title(page)).toHaveText(towns.name("2580"));
});

test("Explore leads to the page of the picked place, and the page back to the very question", async ({ page }) => {
  await open(page, "utforska/?dataset=demo&area=0180&period=2022");
  await page.getByRole("link", { name: "Mer om Stockholm", exact: true }).click();
  await expect(title(page)).toHaveText("Stockholm");
  expect(asked(page)).toEqual({ lang: "sv", area: "0180", data: "synthetic" });
  await card(page, "demo").getByRole("link", { name: say("area::explore") }).click();
  await expect(place(page)).toHaveText("Stockholm");
  await expect(figure(page)).toHaveText(written(demo.answer("share", { area: "0180" }), "sv"));
  await expect(page.locator(".notice")).toHaveCount(0);
  await open(page, "utforska/?dataset=demo&area=00");
  await expect(page.locator(".figure-card__more"), "the nation has no page").toHaveCount(0);
});

test("a row and a year lead on: another place to its page, the nation and the year to Explore", async ({ page }) => {
  await area(page, { area: "1281" });
  await beside(card(page, "demo")).nth(1).getByRole("button").click();
  await expect(title(page)).toHaveText(outlines("county").name("12"));
  await area(page, { area: "1281" });
  await beside(card(page, "demo")).nth(2).getByRole("button").click();
  await expect(place(page)).toHaveText(demo.label("area", "00"));
  expect(asked(page)).toMatchObject({ dataset: "demo", area: "00" });
  await area(page, { area: "1281" });
  const time = page.locator("#card-demo-time");
  await reach(time);
  for (const key of ["Home", "Enter"]) await page.keyboard.press(key);
  await expect(page).toHaveURL(/view=time/);
  expect(asked(page)).toMatchObject({ dataset: "demo", area: "1281", period: "2018" });
});

test("what means nothing in the address is told and left out", async ({ page }) => {
  await area(page, { area: "1280", shade: "red", data: "all" });
  await expect(page.locator(".notice").getByRole("listitem")).toHaveCount(2);
  await expect(page.locator(".notice")).toContainText("shade=red");
  await expect(page).toHaveURL(/\?lang=sv&area=1280&data=synthetic$/);
});

test("the language switch keeps the place and the figures", async ({ page }) => {
  await area(page, { area: "12", data: "synthetic" });
  await page.getByRole("link", { name: say("frame::other_language"), exact: true }).click();
  await expect(title(page)).toHaveText(outlines("county").name("12", "en"));
  expect(asked(page)).toEqual({ lang: "en", area: "12", data: "synthetic" });
});

test("one dataset that does not arrive leaves the others standing", async ({ page, watch }) => {
  watch.allow(networkFault);
  await page.route("**/data/demo-arenden.json", (route) => route.fulfill({ status: 500 }));
  await area(page, { area: "1280" });
  await expect(page.locator(".trouble")).toHaveCount(1);
  await expect(cards(page)).toHaveCount(3);
  await page.unroute("**/data/demo-arenden.json");
  await page.getByRole("button", { name: say("frame::try_again") }).click();
  await expect(cards(page)).toHaveCount(4);
});

test("no map, no page: it says so and offers to try again", async ({ page, watch }) => {
  watch.allow(networkFault);
  await page.route("**/maps/counties.json", (route) => route.fulfill({ status: 404 }));
  await area(page, { area: "1280" });
  await expect(page.locator(".trouble")).toContainText(say("trouble::missing_title"));
  await page.unroute("**/maps/counties.json");
  await page.getByRole("button", { name: say("frame::try_again") }).click();
  await expect(title(page)).toHaveText(towns.name("1280"));
});

const similar = (card) => card.locator(".similar");
const likeRows = (card) => similar(card).locator(".similar__views > :first-child tbody tr");
const valueRows = (card) => similar(card).locator(".similar__views > :last-child tbody tr");
const covariate = (card, label) => similar(card).getByRole("checkbox", { name: label, exact: true });
const tick = { "by mouse": (box) => box.click(), "by touch": (box) => box.tap(), "by keyboard": async (box) => { await reach(box, { most: 400 }); await box.page().keyboard.press("Space"); } };

/** The places most like one, worked out from the file alone: their distances, the nearest first. */
function nearest(id, code, covariates) {
  const file = dataset(id);
  const codes = file.codes("area").filter((other) => other.length === code.length && other !== "00");
  const squares = codes.map(() => 0);
  for (const measure of covariates) {
    const hasTail = ["count", "duration"].includes(file.insyn.measures[measure].kind);
    const numbers = codes.map((area) => file.answer(measure, { area }).value).map((it) => (it === null ? NaN : hasTail ? Math.log1p(it) : it));
    const known = numbers.filter((it) => !Number.isNaN(it));
    const mean = known.reduce((sum, it) => sum + it, 0) / known.length;
    const variance = known.reduce((sum, it) => sum + (it - mean) ** 2, 0) / known.length;
    numbers.forEach((it, at) => (squares[at] += (it - numbers[codes.indexOf(code)]) ** 2 / variance));
  }
  const all = codes.map((code, at) => ({ code, far: Math.sqrt(squares[at]) })).filter((it) => it.code !== code && !Number.isNaN(it.far));
  return all.toSorted((one, other) => one.far - other.far);
}

/** The rows are the place, and those that nobody else is nearer than: five, or up to ten where they are exactly as near. */
async function expectNearest(rows, id, code, covariates) {
  const far = nearest(id, code, covariates);
  const near = far.filter((it) => it.far < far[4].far + 1e-9);
  expect(near.length, "a place that is not one of many alike").toBeLessThanOrEqual(10);
  await expect(rows).toHaveCount(1 + near.length);
  const names = await rows.locator("th").allInnerTexts();
  expect(names[0]).toBe(towns.name(code));
  expect(names.slice(1).toSorted()).toEqual(near.map((it) => towns.name(it.code)).toSorted());
}

for (const hand of hands)
  test(`similar places follow what they are to be like in, chosen ${hand.name}, and the link keeps it`, async ({ page }) => {
    const file = dataset("demo-tillsyn");
    const [homes, unannounced] = file.insyn.covariates;
    await area(page, { area: "1480", data: "synthetic", lang: "sv" });
    const own = card(page, "demo-tillsyn");
    await expectNearest(likeRows(own), "demo-tillsyn", "1480", [homes, unannounced]);
    await expect(valueRows(own).first().locator("td")).toHaveText([homes, unannounced].map((measure) => written(file.answer(measure, { area: "1480" }), "sv")));
    for (const row of await likeRows(own).all()) {
      const name = await row.locator("th").innerText();
      const code = towns.codes.find((code) => towns.name(code) === name);
      await expect(row.locator("td").first(), name).toHaveText(written(file.answer("deficient_share", { area: code }), "sv"));
    }
    expect(asked(page), "all count: nothing is said of it").toEqual({ lang: "sv", area: "1480", data: "synthetic" });
    const box = covariate(own, file.measureLabel(unannounced));
    await expect(box).toBeChecked();
    await tick[hand.name](box);
    await expect(box).not.toBeChecked();
    await expect(box, "the keyboard stays").toBeFocused();
    await expectNearest(likeRows(own), "demo-tillsyn", "1480", [homes]);
    expect(asked(page)).toMatchObject({ "like.demo-tillsyn": homes });
    await page.reload();
    await page.locator("html[data-ready]").waitFor();
    await expect(box).not.toBeChecked();
    await expect(covariate(own, file.measureLabel(homes))).toBeChecked();
    await expectNearest(likeRows(own), "demo-tillsyn", "1480", [homes]);
    for (const measure of demo.insyn.covariates) await expect(covariate(card(page, "demo"), demo.measureLabel(measure)), "another dataset has its own").toBeChecked();
    await tick[hand.name](covariate(own, file.measureLabel(homes)));
    await expect(similar(own)).toContainText(say("similar::nothing_chosen"));
    await expect(likeRows(own)).toHaveCount(0);
    await page.goBack();
    await expectNearest(likeRows(own), "demo-tillsyn", "1480", [homes]);
  });

test("a similar place leads to its own page, with the same choice", async ({ page }) => {
  await area(page, { area: "1480", data: "synthetic", "like.demo-tillsyn": "inspected_homes" });
  const row = likeRows(card(page, "demo-tillsyn")).nth(1);
  const name = await row.locator("th").innerText();
  await row.getByRole("button").click();
  await expect(title(page)).toHaveText(name);
  expect(asked(page)).toMatchObject({ "like.demo-tillsyn": "inspected_homes" });
});

test("where nothing is declared there is no section, and what the address chooses in vain is told", async ({ page }) => {
  await area(page, { area: "1480", data: "synthetic", "like.demo-tillsyn": "inspected_homes,shoes", "like.nowhere": "x" });
  await expect(cards(page)).toHaveCount(4);
  for (const id of Object.keys(mains)) await expect(similar(card(page, id)), id).toHaveCount(dataset(id).insyn.covariates ? 1 : 0);
  await expect(similar(card(page, "demo-tillsyn"))).toContainText("shoes");
  await expect(page.locator(".notice").getByRole("listitem")).toHaveText([/like\.nowhere=x/]);
  await expect(page).not.toHaveURL(/nowhere/);
});

test("a choice of what areas are to be alike in is told in the card whose data declare nothing", async ({ page }) => {
  const without = Object.keys(mains).find((id) => !dataset(id).insyn.covariates);
  for (const lang of ["sv", "en"]) {
    await area(page, { lang, area: "1480", data: "synthetic", [`like.${without}`]: "x,y" });
    await expect(card(page, without).locator(".similar__said")).toContainText(`like.${without}=x,y`);
    for (const id of Object.keys(mains).filter((id) => id !== without)) await expect(card(page, id), id).not.toContainText(`like.${without}`);
    expect(asked(page), "another place may have them").toMatchObject({ [`like.${without}`]: "x,y" });
  }
  await area(page, { area: "1480", data: "synthetic" });
  await expect(card(page, without).locator(".similar__said")).toHaveCount(0);
});

test("a place whose own number is missing is like nobody, and of many alike none is singled out", async ({ page }) => {
  const file = dataset("demo-tillsyn");
  const [homes, unannounced] = file.insyn.covariates;
  const lacking = towns.codes.find((code) => file.answer(unannounced, { area: code }).value === null && file.answer(homes, { area: code }).value === 0);
  await area(page, { area: lacking, data: "synthetic" });
  const own = card(page, "demo-tillsyn");
  await expect(similar(own).locator("[role=status]").first()).toContainText("dolt eller saknas");
  await expect(likeRows(own)).toHaveCount(0);
  await covariate(own, file.measureLabel(unannounced)).uncheck();
  const alike = towns.codes.filter((code) => code !== lacking && file.answer(homes, { area: code }).value === 0);
  expect(alike.length).toBeGreaterThan(10);
  await expect(similar(own).locator("[role=status]").first()).toContainText(`${alike.length} kommuner är precis lika nära`);
  await expect(likeRows(own)).toHaveCount(0);
});

test("on paper the figures stand with their mark, without the ways to elsewhere", async ({ page }) => {
  await area(page, { area: "1280" });
  await page.emulateMedia({ media: "print" });
  for (const gone of [".place-search", ".area-page__which", ".area-page__nation"]) await expect(page.locator(gone)).toBeHidden();
  await expect(card(page, "demo").locator(".area-card__explore")).toBeHidden();
  await expect(mark(page)).toBeVisible();
  await expect(value(card(page, "demo"))).toBeVisible();
  await expect(beside(card(page, "demo")).last()).toBeVisible();
});
