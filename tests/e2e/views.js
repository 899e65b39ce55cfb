// Every page and state worth looking at, for the tests that hold on all of them: accessibility, words, pictures.
import { dataset, outlines } from "./files.js";
import { broken, formats } from "./openable.js";
import { expect, settled } from "./support.js";
import { networkFault, troubles } from "./troubles.js";

const demo = dataset("demo");
const hidden = outlines().codes.find((code) => demo.answer("share", { area: code }).state === "suppressed");
const trouble = (name) => {
  const { at, cause, within, isNotice } = troubles.find((trouble) => trouble.name === name);
  const seen = isNotice ? ".bar-chart__missing" : `${within} .trouble`;
  return { name: `trouble-${name.replaceAll(/\W+/g, "-")}`, address: at, cause, seen, allow: networkFault };
};
const opened = (selector) => async (page) => page.locator(selector).first().evaluate((details) => (details.open = true));

const handing = (file) => async (page) => {
  await page.locator("#open-file").setInputFiles(file);
  await page.locator(".understood, .trouble").first().waitFor();
};

/** name; address without language; cause: what is spoilt before; before: what must be there before anything is done, if not the same as in the end; act: what is done once it is open; seen: what must be there. */
export const views = [
  { name: "start", address: "./", seen: ".finding__figure" },
  { name: "start-searching", address: "./", seen: "#start-list", act: async (page) => {
    await page.locator("#start-input").fill("sto");
    await page.keyboard.press("ArrowDown");
  } },
  { name: "start-finding", address: "./", before: ".finding__figure", seen: "#finder-list [aria-selected=true]", act: async (page) => {
    await page.locator("#finder-button").click();
    await page.locator("#finder-input").fill("nord");
    await page.keyboard.press("ArrowDown");
  } },
  { name: "explore-hvb", address: "utforska/?dataset=hvb-2023", seen: "#chart svg" },
  { name: "explore-searching", address: "utforska/?dataset=demo&view=table", before: "tbody tr", seen: "#explore-search-list [aria-selected=true]", act: async (page) => {
    await page.locator("#explore-search-input").fill("brister");
    await page.locator("#explore-search-list [role=option]").nth(3).waitFor();
    await page.keyboard.press("ArrowDown");
  } },
  { name: "explore-place", address: "utforska/?dataset=demo&area=0180", seen: "#chart svg" },
  { name: "explore-hidden", address: `utforska/?dataset=demo&area=${hidden}&by=area`, seen: "#chart svg" },
  { name: "explore-types", address: "utforska/?dataset=demo&level=county&by=home_type&home_type=hvb&area=12", seen: "#chart svg", act: opened(".bar-chart__table") },
  { name: "explore-facts", address: "utforska/?dataset=demo&view=map", seen: ".facts__section", act: opened(".facts__all") },
  { name: "explore-table", address: "utforska/?dataset=demo&view=table&period=2022&measure=found", seen: "tbody tr" },
  { name: "explore-verdict", address: "utforska/?dataset=demo&area=0780&colour=verdict&view=map", seen: ".figure-card__verdict" },
  { name: "explore-smoothed", address: "utforska/?dataset=demo&area=1880&colour=smoothed&against=similar", seen: "#chart svg" },
  { name: "explore-tiles", address: "utforska/?dataset=demo&level=county&shape=tiles&view=map", seen: "#map .map-view__areas path" },
  { name: "explore-tiles-municipalities", address: "utforska/?dataset=demo&level=municipality&shape=tiles&area=1880", seen: ".map-view__tiled" },
  { name: "explore-small-maps", address: "utforska/?dataset=demo&level=county&each=sex&area=12", seen: "#map-1 .map-view__areas path" },
  { name: "explore-small-maps-tiles", address: "utforska/?dataset=demo-tillsyn&measure=deficient_share&level=municipality&each=period&shape=tiles&view=map", seen: "#map-5 .map-view__areas path" },
  { name: "explore-own-limits", address: "utforska/?dataset=demo&level=county&classes=own:10:15:20:25:30:40&view=map", seen: ".limits-field", act: opened(".controls-form") },
  { name: "explore-confounded", address: "utforska/?dataset=demo&by=ownership&level=county", seen: ".bar-chart__note" },
  { name: "explore-funnel", address: "utforska/?dataset=demo&view=funnel&area=0180&period=2021", seen: ".funnel__dot" },
  { name: "explore-time", address: "utforska/?dataset=demo&view=time&by=sex&area=12", seen: ".time__point" },
  { name: "explore-events", address: "utforska/?dataset=placerade&view=time", seen: ".time__number", act: opened(".bar-chart__table") },
  { name: "explore-take", address: "utforska/?dataset=hvb-2023&view=table", seen: ".take", act: opened(".take") },
  { name: "explore-pair", address: "utforska/?dataset=demo&view=map&beside=time&level=county&by=sex", seen: ".time__point" },
  { name: "explore-preview", address: "utforska/?dataset=demo&view=crosstab&by=home_type&across=ownership&level=county", before: ".crosstab .shade-5", seen: ".take__preview img", act: async (page) => {
    await page.locator(".explore__to-take").click();
    await page.locator(".take__list--pictures button").first().click();
  } },
  { name: "explore-ranks", address: "utforska/?dataset=demo&view=table&level=county", seen: "tbody tr" },
  { name: "difference-sexes", address: "utforska/?dataset=demo&view=difference&by=home_type&pair=sex:K:M", seen: "#difference svg", act: opened(".bar-chart__table") },
  { name: "difference-fair", address: "utforska/?dataset=demo&view=difference&by=sex&pair=ownership:kommunal:privat", seen: ".difference__fair" },
  { name: "difference-counties", address: "utforska/?dataset=demo&view=difference&by=area&level=county&pair=sex:K:M", seen: "#difference svg" },
  { name: "explore-crosstab", address: "utforska/?dataset=demo&view=crosstab&by=home_type&across=ownership&level=county", seen: ".crosstab .shade-5" },
  { name: "explore-crosstab-hidden", address: "utforska/?dataset=demo-vald&view=crosstab&by=violence&across=perpetrator&period=2024", seen: ".crosstab .data-table__hidden" },
  { name: "explore-crosstab-nothing", address: "utforska/?dataset=hvb-2023&view=crosstab", seen: ".crosstab-card .explore__no-map" },
  { name: "explore-lex-sarah", address: "utforska/?dataset=lex-sarah", seen: "#chart svg" },
  { name: "explore-placed", address: "utforska/?dataset=placerade", seen: "#chart svg" },
  { name: "area-municipality", address: "omrade/?area=1281", seen: "#card-demo" },
  { name: "area-hidden", address: `omrade/?area=${hidden}`, seen: "#card-demo" },
  { name: "area-pinned", address: "omrade/?area=1281&data=published", before: ".kept > .button", seen: ".kept__unpin", act: async (page) => {
    await page.locator(".kept > .button").click();
    await opened(".kept__mine")(page);
  } },
  { name: "area-county", address: "omrade/?area=09", seen: "#card-lex-sarah" },
  { name: "area-county-made-up", address: "omrade/?area=12&data=synthetic", seen: "#card-demo", act: opened(".area-card .bar-chart__table") },
  { name: "area-nothing", address: "omrade/?area=1281&data=published", seen: ".area-page__nothing" },
  { name: "area-division", address: "omrade/?area=sydvast", seen: ".area-page__nothing" },
  { name: "area-unknown", address: "omrade/?area=9999", seen: ".notice" },
  { name: "area-none", address: "omrade/?", seen: "#area-input" },
  { name: "compare-places", address: "jamfor/?dataset=demo&compare=00,0780,2180,1280,1281,12", seen: ".compare tbody tr" },
  { name: "compare-groups", address: "jamfor/?dataset=demo&by=ownership", seen: ".compare tbody tr" },
  { name: "compare-numbers", address: "jamfor/?dataset=demo-placerade", seen: ".compare tbody tr" },
  { name: "theme-violence", address: "vald/?", seen: ".theme__section .bar-chart svg" },
  { name: "theme-tools", address: "verktyg/?", seen: ".crosstab .shade-5" },
  { name: "theme-easy", address: "handlaggning/?", seen: ".theme__plain p", act: opened(".theme__plain") },
  { name: "theme-steps", address: "handlaggning/?", seen: ".steps__figure" },
  { name: "theme-differences", address: "skillnader/?", seen: ".map-view__areas path" },
  { name: "theme-aspect", address: "handlaggning/?aspect=folja-varden", seen: ".theme__section:not([hidden]) .bar-chart svg" },
  { name: "theme-aspect-nothing", address: "vald/?aspect=trygghet", seen: ".theme__counted" },
  { name: "theme-step", address: "vald/?step=5", seen: '.theme__section[data-step="shown"] .bar-chart svg' },
  { name: "theme-step-wide", address: "skillnader/?aspect=sakerhet&step=1", seen: '.theme__section[data-step="shown"] .difference__rows' },
  { name: "theme-timeline", address: "tidslinje/?", seen: ".time__number" },
  { name: "open", address: "oppna/?", seen: ".file-drop" },
  { name: "open-table", address: "oppna/?", seen: ".file-drop", act: handing(formats.find(({ format }) => format === "CSV").file) },
  { name: "open-broken", address: "oppna/?", seen: ".file-drop", act: handing(broken.find(({ name }) => name === "too few values").file) },
  { name: "open-refused", address: "oppna/?", seen: ".file-drop", act: handing(broken.find(({ name }) => name === "a small count").file) },
  { name: "open-not", address: "utforska/?dataset=fil", seen: ".trouble" },
  { name: "about", address: "om-data/?", seen: "tbody tr" },
  { name: "method", address: "metod/?", seen: ".method__example" },
  { name: "glossary", address: "ordlista/?", seen: ".glossary__term" },
  { name: "not-found", address: "finns/inte?", seen: ".button-row", allow: /status of 404/ },
  { name: "ignored", address: "utforska/?dataset=hvb-2023&measure=x&shade=red", seen: ".notice" },
  ...["offline", "a small count of children", "not JSON", "no map file", "no charts", "an unknown dataset"].map(trouble),
];

/** Opens a view in a language, with the page as the caller has set it up. */
export async function show(page, view, { language = "sv", watch } = {}) {
  if (view.allow) watch?.allow(view.allow);
  await view.cause?.(page);
  await page.goto(`${view.address}${view.address.includes("?") ? "&" : "?"}lang=${language}`);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  // What is done is done to the whole page: a part that has not been built hears nothing of it, and one that comes later moves the others.
  await page.locator(view.before ?? view.seen).first().waitFor({ state: "attached" });
  await settled(page);
  await view.act?.(page);
  await page.locator(view.seen).first().waitFor();
  await settled(page);
}
