// Up to six places or groups side by side: one axis, one table, one address; what may not be compared says why.
import { asked, cells, select } from "./explore.js";
import { dataset, outlines } from "./files.js";
import { hands } from "./hands.js";
import { expect, open, test } from "./support.js";
import { say } from "./words.js";
import { range, written } from "./written.js";

const demo = dataset("demo");
const compare = (page, parts = {}) => open(page, `jamfor/?${new URLSearchParams({ dataset: "demo", ...parts })}`);
const rows = (page) => page.locator(".compare tbody tr");
const drawn = (page) => page.locator(".compare__row:not(.difference__row--head)");
const chosen = (page) => page.locator(".compare__one");
const one = (page, name) => chosen(page).filter({ has: page.getByText(name, { exact: true }) });
const name = (code) => demo.label("area", code);

for (const language of ["sv", "en"]) {
  test(`each row is the file's figure with its interval and n, in ${language}`, async ({ page }) => {
    const codes = ["00", "0780", "2180", "12"];
    await compare(page, { compare: codes.join(","), period: "2022", lang: language });
    await expect(rows(page)).toHaveCount(codes.length);
    await expect(drawn(page)).toHaveCount(codes.length);
    for (const [place, code] of codes.entries()) {
      const answer = demo.answer("share", { area: code, period: "2022" });
      const said = await cells(rows(page).nth(place));
      expect(said.slice(0, 4), code).toEqual([demo.label("area", code, language), written(answer, language), range(answer.interval, answer.decimals, language), written(answer.counts.below, language)]);
      await expect(drawn(page).nth(place).locator("strong").first()).toHaveText(written(answer, language));
      await expect(drawn(page).nth(place).locator(".difference__dot")).toHaveCount(1);
    }
    // What was planted is found, against the rest of the nation.
    await expect(rows(page).nth(1).locator("td").last()).toContainText(say("verdict::higher", language));
    await expect(rows(page).nth(2).locator("td").last()).toContainText(say("verdict::lower", language));
    await expect(page.locator(".difference__caution")).toContainText(say("compare::nested", language));
    await expect(page.locator(".synthetic-mark")).toContainText(say("frame::synthetic", language));
  });
}

test("the dots stand on one axis, where their figures are", async ({ page }) => {
  const codes = ["0780", "2180", "00"];
  await compare(page, { compare: codes.join(","), period: "2022" });
  const at = await drawn(page).locator(".difference__dot").evaluateAll((dots) => dots.map((dot) => Number.parseFloat(dot.getAttribute("cx"))));
  const values = codes.map((code) => demo.answer("share", { area: code, period: "2022" }).value);
  for (const place of [1, 2]) expect(at[place] / at[0]).toBeCloseTo(values[place] / values[0], 6);
});

test("the address says it all, defaults included, and gives it back", async ({ page }) => {
  await compare(page);
  await expect(page).toHaveURL(/compare=/);
  expect(asked(page)).toMatchObject({ lang: "sv", dataset: "demo", measure: "share", by: "area", period: "2022", compare: "00,01,03,04" });
  const before = await page.locator(".compare table").innerText();
  const url = page.url();
  await page.reload();
  await page.locator("html[data-ready]").waitFor();
  expect(await page.locator(".compare table").innerText()).toBe(before);
  expect(page.url()).toBe(url);
});

for (const hand of hands)
  test(`one is added, put first and taken away ${hand.name}; Back undoes`, async ({ page }) => {
    await compare(page, { compare: "00,1280" });
    await hand.choose(select(page, "add"), "03");
    await expect(chosen(page), "choosing alone adds nothing").toHaveCount(2);
    await hand.press(page.getByRole("button", { name: say("compare::add"), exact: true }));
    await expect(page).toHaveURL(/compare=00%2C1280%2C03/);
    await expect(chosen(page)).toHaveCount(3);
    await hand.press(one(page, name("03")).getByRole("button", { name: say("compare::make_first") }));
    await expect(page).toHaveURL(/compare=03%2C00%2C1280/);
    await expect(rows(page).first().getByRole("button")).toHaveText(name("03"));
    await hand.press(one(page, name("00")).getByRole("button", { name: say("compare::remove") }));
    await expect(page).toHaveURL(/compare=03%2C1280/);
    await expect(chosen(page)).toHaveCount(2);
    // The button has gone with its row; the keyboard is given to the heading with the next picture.
    await expect.poll(() => page.evaluate(() => document.activeElement.closest("main") !== null), "the keyboard is not lost").toBe(true);
    await page.goBack();
    await expect(chosen(page)).toHaveCount(3);
  });

test("six is the most, and the select says so", async ({ page }) => {
  await compare(page, { compare: "01,03,04,05,06,07" });
  await expect(chosen(page)).toHaveCount(6);
  await expect(select(page, "add")).toBeDisabled();
  await expect(page.locator("#select-add-reason")).toHaveText(say("compare::most"));
  await one(page, name("07")).getByRole("button", { name: say("compare::remove") }).click();
  await expect(select(page, "add")).toBeEnabled();
});

test("what is no place, there twice or one too many is told and left out", async ({ page }) => {
  await compare(page, { compare: "01,9999,01,03,04,05,06,07,08" });
  await expect(page.locator(".notice").getByRole("listitem")).toHaveCount(3);
  for (const code of ["9999", "01", "08"]) await expect(page.locator(".notice")).toContainText(`”${code}”`);
  await expect(page).toHaveURL(/compare=01%2C03%2C04%2C05%2C06%2C07/);
  await select(page, "period").selectOption("2021");
  await expect(page.locator(".notice"), "the reader has chosen anew").toHaveCount(0);
});

test("groups are compared as places are; those that differ in kind are not, and it says why", async ({ page }) => {
  await compare(page, { by: "sex", compare: "K,M", period: "2022" });
  const girls = demo.answer("share", { sex: "K", period: "2022" });
  expect((await cells(rows(page).first())).slice(0, 2)).toEqual([demo.label("sex", "K"), written(girls, "sv")]);
  await select(page, "by").selectOption("ownership");
  await expect(page).toHaveURL(/by=ownership/);
  await expect(page.locator(".difference__caution")).toContainText("Kan inte jämföras rakt av");
  await expect(page.locator(".compare .difference__verdict--higher")).toHaveCount(0);
});

test("a row of the table becomes the one that the others are compared with", async ({ page }) => {
  await compare(page, { compare: "00,1280,1480" });
  await rows(page).nth(2).getByRole("button").click();
  await expect(page).toHaveURL(/compare=1480%2C00%2C1280/);
  await expect(page.locator(".compare thead")).toContainText(`Jämfört med ${name("1480")}`);
});

test("another dataset starts anew, and the menu leads here", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: say("frame::compare"), exact: true }).click();
  await expect(page.locator("h1")).toHaveText(say("compare::title"));
  await expect(page).toHaveURL(/dataset=demo&/);
  await select(page, "dataset").selectOption("lex-sarah");
  await expect(page).toHaveURL(/dataset=lex-sarah/);
  await expect(chosen(page)).toHaveCount(4);
  await expect(page.locator(".synthetic-mark")).toHaveCount(0);
});

test("the page of a place leads here, with its county, the nation and its neighbours", async ({ page }) => {
  await open(page, "omrade/?area=1281");
  await page.locator("#card-demo").getByRole("link", { name: say("compare::on_one_axis") }).click();
  await expect(chosen(page)).toHaveCount(6);
  const towns = outlines();
  const neighbours = towns.neighbours("1281").map((code) => towns.name(code)).toSorted(new Intl.Collator("sv").compare);
  await expect(page.locator(".compare__name")).toHaveText([towns.name("1281"), name("12"), name("00"), ...neighbours.slice(0, 3)]);
});

for (const query of ["?dataset=demo&compare=%", "?dataset=demo&compare=,,%5C", `?dataset=demo&compare=${"9,".repeat(3000)}`, "?compare=00", "?dataset=hvb-2023", "?dataset=demo&by=area&area=1280&compare=1280"])
  test(`the address “${query.slice(0, 40)}” does not break it`, async ({ page }) => {
    await open(page, `jamfor/${query}`);
    await expect(page.locator("h1")).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
  });

test("an unknown dataset says so", async ({ page }) => {
  await open(page, "jamfor/?dataset=finnsinte");
  await expect(page.locator(".trouble")).toContainText("finnsinte");
});
