// How the tests in a real browser run; each worker serves dist for itself (support.js), so no port is fixed.
import { defineConfig } from "@playwright/test";
import { launchOptions } from "./browser.js";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/traces",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // On a slow machine axe takes half a minute for a page with many tables, and is no less right for it.
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: "../../test-results/report.json" }]],
  use: {
    launchOptions,
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
    reducedMotion: "reduce",
    screenshot: "only-on-failure",
  },
});
