// Pictures of every page and state, in test-results/pictures, for a person to look at.
import { picture, test } from "./support.js";
import { show, views } from "./views.js";

const wide = { width: 1440, height: 900 };
const phone = { width: 375, height: 812 };
const main = /^(start|explore-(hvb|place|types|funnel|verdict|time)|difference-(sexes|fair)|about|method)$/;
const looks = [
  { name: "desktop", size: wide },
  { name: "phone", size: phone },
  { name: "phone-dark", size: phone, media: { colorScheme: "dark" }, only: main },
  { name: "desktop-dark", size: wide, media: { colorScheme: "dark" } },
  { name: "projector", size: { width: 1920, height: 1080 }, only: main },
  { name: "tablet", size: { width: 820, height: 1180 }, only: /^(start|explore-place)$/ },
  { name: "narrow", size: { width: 320, height: 640 }, only: main },
  { name: "forced", size: wide, media: { forcedColors: "active" }, only: /^(start|explore-(hvb|place|types)|difference-sexes|trouble-offline)$/ },
  { name: "forced-dark", size: wide, media: { forcedColors: "active", colorScheme: "dark" }, only: /^explore-place$/ },
  { name: "print", size: { width: 794, height: 1123 }, media: { media: "print" }, only: main },
  { name: "desktop", language: "en", size: wide },
  { name: "phone", language: "en", size: phone, only: main },
];

for (const view of views)
  test(`pictures of ${view.name}`, async ({ page, watch }) => {
    test.slow();
    for (const language of ["sv", "en"]) {
      await page.setViewportSize(wide);
      await show(page, view, { language, watch });
      for (const look of looks.filter((look) => (look.language ?? "sv") === language && (!look.only || look.only.test(view.name)))) {
        await page.emulateMedia({ media: null, colorScheme: "light", forcedColors: "none", ...look.media });
        await page.setViewportSize(look.size);
        await picture(page, `${view.name}--${look.name}${language === "en" ? "-en" : ""}`);
      }
      await page.unrouteAll();
    }
  });
