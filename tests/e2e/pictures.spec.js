// Pictures of every page and state, in test-results/pictures, for a person to look at.
import { picture, test } from "./support.js";
import { show, views } from "./views.js";

const looks = [
  { name: "desktop", size: { width: 1440, height: 900 } },
  { name: "desktop-en", size: { width: 1440, height: 900 }, language: "en" },
  { name: "phone", size: { width: 375, height: 812 } },
  { name: "desktop-dark", size: { width: 1440, height: 900 }, media: { colorScheme: "dark" } },
  { name: "phone-dark", size: { width: 375, height: 812 }, media: { colorScheme: "dark" }, only: /^(start|explore-place|explore-types|about)$/ },
  { name: "phone-en", size: { width: 375, height: 812 }, language: "en", only: /^(start|explore-place)$/ },
  { name: "projector", size: { width: 1920, height: 1080 }, only: /^(start|explore-(hvb|place|types)|about)$/ },
  { name: "tablet", size: { width: 820, height: 1180 }, only: /^(start|explore-place)$/ },
  { name: "narrow", size: { width: 320, height: 640 }, only: /^(start|explore-(hvb|place|table)|about)$/ },
  { name: "print", size: { width: 794, height: 1123 }, media: { media: "print" }, only: /^(start|explore-(hvb|place)|about)$/ },
  { name: "forced", size: { width: 1440, height: 900 }, media: { forcedColors: "active" }, only: /^(start|explore-(hvb|place|types)|trouble-offline)$/ },
  { name: "forced-dark", size: { width: 1440, height: 900 }, media: { forcedColors: "active", colorScheme: "dark" }, only: /^explore-place$/ },
];

for (const view of views)
  test(`pictures of ${view.name}`, async ({ page, watch }) => {
    test.slow();
    for (const look of looks.filter(({ only }) => !only || only.test(view.name))) {
      await page.emulateMedia({ media: null, colorScheme: "light", forcedColors: "none", ...look.media });
      await page.setViewportSize(look.size);
      await show(page, view, { language: look.language, watch });
      await picture(page, `${view.name}--${look.name}`);
      await page.unrouteAll();
    }
  });
