// "Find my municipality": the combobox by its ARIA pattern, and the map beside it, by mouse and by keyboard.
import { asked, clickArea, pointOf, search } from "./explore.js";
import { outlines } from "./files.js";
import { hands } from "./hands.js";
import { expect, open, test } from "./support.js";
import { networkFault } from "./troubles.js";
import { say } from "./words.js";

const box = (page) => search(page, "start");
const list = (page) => page.locator("#start-list");
const options = (page) => list(page).getByRole("option");
const none = (page) => page.locator(".place-search__none");

async function landed(page, code) {
  await expect(page.locator("h1")).toHaveText(outlines().name(code));
  await expect(page).toHaveURL(/omrade\/.*data=/);
  expect(asked(page)).toMatchObject({ area: code, lang: "sv" });
  await expect(page.locator(".synthetic-mark")).toContainText(say("frame::synthetic"));
}

for (const [typed, code] of [
  ["vaxjo", "0780"],
  ["Växjö", "0780"],
  ["wäxiö", null],
  ["gothenburg", "1480"],
  ["Göteborg", "1480"],
  ["goteborg", "1480"],
  ["ALE", "1440"],
  ["almhult", "0765"],
  ["Åre", "2321"],
  ["örebro", "1880"],
  ["upplands v", "0114"],
  ["0180", "0180"],
]) {
  test(`“${typed}” finds ${code ? outlines().name(code) : "nothing, and says so"}`, async ({ page }) => {
    await open(page);
    await box(page).click();
    await page.keyboard.type(typed);
    if (code) {
      await expect(options(page).first()).toContainText(outlines().name(code));
      await page.keyboard.press("Enter");
      await landed(page, code);
    } else {
      await expect(none(page)).toHaveText(say("start::find_none"));
      await expect(list(page)).toBeHidden();
      await page.keyboard.press("Enter");
      await expect(page).not.toHaveURL(/omrade/);
    }
  });
}

for (const hand of hands) {
  test(`a municipality is found ${hand.name} and shown on its page`, async ({ page }) => {
    await open(page);
    await hand.write(box(page), "kiruna");
    if (hand.name !== "by keyboard") await hand.press(options(page).first());
    else await page.keyboard.press("ArrowDown").then(() => page.keyboard.press("Enter"));
    await landed(page, "2584");
  });

  test(`the button beside the box takes what is typed, ${hand.name}`, async ({ page }) => {
    await open(page);
    await hand.write(box(page), "malmö");
    await hand.press(page.getByRole("button", { name: say("start::find_go"), exact: true }));
    await landed(page, "1280");
  });
}

test("the combobox says at each step what it is", async ({ page }) => {
  await open(page);
  await expect(box(page)).toHaveRole("combobox");
  await expect(box(page)).toHaveAccessibleName(say("start::find_label"));
  await expect(box(page)).toHaveAttribute("aria-autocomplete", "list");
  await expect(box(page)).toHaveAttribute("aria-controls", await list(page).getAttribute("id"));
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  await expect(box(page)).not.toHaveAttribute("aria-activedescendant");

  await box(page).focus();
  await page.keyboard.type("sto");
  await expect(box(page)).toHaveAttribute("aria-expanded", "true");
  await expect(list(page)).toHaveRole("listbox");
  await expect(box(page)).not.toHaveAttribute("aria-activedescendant");

  const active = async (place) => {
    const option = options(page).nth(place);
    await expect(option).toHaveAttribute("aria-selected", "true");
    await expect(box(page)).toHaveAttribute("aria-activedescendant", await option.getAttribute("id"));
    await expect(list(page).locator("[aria-selected=true]")).toHaveCount(1);
    await expect(box(page)).toBeFocused();
  };
  const last = (await options(page).count()) - 1;
  expect(last).toBeGreaterThan(0);
  await page.keyboard.press("ArrowDown");
  await active(0);
  await page.keyboard.press("ArrowDown");
  await active(1);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await active(last);
  await page.keyboard.press("ArrowDown");
  await active(0);
});

test("Escape shuts the list, and once more empties the box", async ({ page }) => {
  await open(page);
  await box(page).focus();
  await page.keyboard.type("lund");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  await expect(box(page)).not.toHaveAttribute("aria-activedescendant");
  await expect(box(page)).toHaveValue("lund");
  await page.keyboard.press("Escape");
  await expect(box(page)).toHaveValue("");
});

test("leaving the box shuts its list; an arrow in the empty box shows them all", async ({ page }) => {
  await open(page);
  await box(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(options(page)).toHaveCount(290);
  await expect(options(page).first()).toBeInViewport();
  await page.keyboard.press("ArrowUp");
  await expect(options(page).last()).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(list(page)).toBeHidden();
});

test("a click on the map does the same, and pointing tells the name", async ({ page }) => {
  await open(page);
  const { x, y } = await pointOf(page, "2580", { map: ".locator-map svg" });
  await page.mouse.move(x, y);
  await expect(page.locator(".locator-map__name")).toHaveText(outlines().name("2580"));
  await clickArea(page, "2580", { map: ".locator-map svg" });
  await landed(page, "2580");
});

for (const width of [1280, 375]) test(`the menu leads to the same search on every page, ${width} pixels wide`, async ({ page }) => {
  await page.setViewportSize({ width, height: 740 });
  for (const at of ["utforska/?dataset=hvb-2023", "metod/", "vald/"]) {
    await open(page, at);
    await page.getByRole("link", { name: say("frame::my_place"), exact: true }).click();
    await search(page, "area").fill("kiruna");
    await page.keyboard.press("Enter");
    await landed(page, "2584");
  }
});

const button = (page) => page.locator("#finder-button");
const finder = (page) => search(page, "finder");

for (const hand of hands) {
  test(`the head of every page finds a place, ${hand.name}`, async ({ page }) => {
    for (const at of ["./", "utforska/?dataset=hvb-2023", "omrade/?area=1281&data=published", "om-data/"]) {
      await open(page, at);
      await hand.press(button(page));
      await expect(button(page)).toHaveAttribute("aria-expanded", "true");
      await expect(finder(page)).toBeFocused();
      await page.keyboard.type("kiruna");
      await page.keyboard.press("Enter");
      await expect(page.locator("h1")).toHaveText(outlines().name("2584"));
      // Between places of one level, what the reader has chosen goes along.
      await expect(page).toHaveURL(at.includes("data=") ? /omrade\/.*area=2584.*data=published/ : /omrade\/.*area=2584.*data=synthetic/);
      await expect(finder(page)).toHaveCount(0);
    }
  });
}

test("the box in the head finds a county, and an inspectorate’s division", async ({ page }) => {
  await open(page, "metod/");
  for (const [typed, code] of [["norrbottens", "25"], ["ivo-avdelning nord", "nord"]]) {
    await button(page).click();
    await expect(finder(page)).toBeFocused();
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`omrade/.*area=${code}`));
  }
});

test("the box in the head is shut by Escape, by leaving it, and by its button; the keyboard is not lost", async ({ page }) => {
  await open(page, "om-data/");
  await button(page).click();
  await expect(finder(page)).toBeFocused();
  await page.keyboard.type("lund");
  await page.keyboard.press("Escape");
  await expect(page.locator("#finder-list")).toBeHidden();
  await expect(finder(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(finder(page)).toHaveCount(0);
  await expect(button(page)).toBeFocused();
  await expect(button(page)).toHaveAttribute("aria-expanded", "false");

  await page.keyboard.press("Enter");
  await expect(finder(page)).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(button(page)).toBeFocused();
  await expect(finder(page)).toHaveCount(1);
  await page.keyboard.press("Shift+Tab");
  await expect(finder(page)).toHaveCount(0);

  await button(page).click();
  await expect(finder(page)).toBeFocused();
  await button(page).click();
  await expect(finder(page)).toHaveCount(0);
  await button(page).click();
  await page.locator("h1").click();
  await expect(finder(page)).toHaveCount(0);
});

test("what is pressed within the head’s box does not shut it; its button takes what is typed", async ({ page }) => {
  await open(page, "om-data/");
  await button(page).click();
  await expect(finder(page)).toBeFocused();
  await page.keyboard.type("malm");
  const panel = page.locator(".place-finder__panel");
  await panel.click({ position: { x: 4, y: 4 } });
  await panel.locator(".place-search__label").click();
  await expect(finder(page)).toHaveValue("malm");
  await panel.getByRole("button", { name: say("start::find_go"), exact: true }).click();
  await landed(page, "1280");
});

test("the outlines of the head’s box are asked for when it is opened, and once more where they did not come", async ({ page, watch }) => {
  watch.allow(networkFault);
  const asked = [];
  page.on("request", (request) => request.url().includes("/maps/divisions") && asked.push(request.url()));
  const failed = new Set();
  page.on("requestfailed", (request) => request.url().includes("/maps/") && failed.add(request.url()));
  let isCut = true;
  await page.route("**/maps/**", (route) => (isCut ? route.abort() : route.continue()));
  await open(page, "om-data/");
  expect(asked).toEqual([]);
  await button(page).click();
  await expect(page.locator(".place-finder .trouble")).toBeVisible();
  // It is told of the first that does not come; tried again is what has not come by then.
  await expect.poll(() => failed.size).toBe(3);
  isCut = false;
  await page.locator(".place-finder").getByRole("button", { name: say("frame::try_again"), exact: true }).click();
  await expect(finder(page)).toBeFocused();
});

test.describe("by touch on a phone", () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test("the head has room for its box, and a tap finds a place", async ({ page }) => {
    await open(page, "utforska/?dataset=hvb-2023");
    await expect(button(page)).toHaveAccessibleName(say("start::find_label"));
    await button(page).tap();
    await expect(finder(page)).toBeFocused();
    await finder(page).pressSequentially("kiruna");
    await page.locator("#finder-list").getByRole("option").first().tap();
    await landed(page, "2584");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
