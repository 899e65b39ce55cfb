// What every browser test stands on: the built page served, and a watcher that fails a test when the page calls anyone
// else, breaks its own policy or throws.
import { test as base, expect } from "@playwright/test";
import { start } from "../../src/build/serve.mjs";
import { pictures } from "./files.js";

export { expect };

const sameOrigin = (url, origin) => url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);

/** Collects what a page must never do. A test that provokes something on purpose says `watch.allow(/pattern/)`. */
class Watch {
  faults = [];
  allowed = [];

  allow(pattern) {
    this.allowed.push(pattern);
  }

  saw(fault) {
    if (!this.allowed.some((pattern) => pattern.test(fault))) this.faults.push(fault);
  }

  async on(context, origin) {
    context.on("request", (request) => {
      if (!sameOrigin(request.url(), origin)) this.saw(`asked another host: ${request.url()}`);
    });
    context.on("weberror", (error) => this.saw(`threw: ${error.error().message}`));
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.saw(`console ${message.type()}: ${message.text()} ${message.location().url}`);
    });
    await context.exposeBinding("insynViolation", (_, what) => this.saw(`broke its policy: ${what}`));
    await context.addInitScript(() =>
      addEventListener("securitypolicyviolation", (event) =>
        globalThis.insynViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`),
      ),
    );
  }
}

export const test = base.extend({
  /** The path it is served under: `test.use({ base: "/insyn/" })` at the top of a file. */
  base: ["/", { option: true, scope: "worker" }],
  site: [
    async ({ base }, use) => {
      const served = await start({ base });
      await use(served.url);
      await served.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ site }, use) => use(site),
  watch: [
    async ({ context, site }, use) => {
      const watch = new Watch();
      await watch.on(context, new URL(site).origin);
      await use(watch);
      expect(watch.faults, "what the page must never do").toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens an address of the site and waits for its first useful view. */
export async function open(page, address = "./") {
  const response = await page.goto(address);
  await page.locator("html[data-ready]").waitFor();
  // The sentence has the same choices; most journeys take the form.
  await page.locator(".controls-form").evaluateAll(([form]) => form && (form.open = true));
  return response;
}

/** Waits until the page that was opened has come to rest: nothing is on its way any more, and all cards answer the newest question. */
export async function settled(page) {
  await page.locator("html[data-ready]").waitFor();
  const patient = expect.configure({ timeout: 30_000 });
  await patient(page.locator(".awaited, .theme__awaited, [aria-busy]")).toHaveCount(0);
  // The themes' pictures on the start page come after all else, and nothing stands in their place before.
  if (await page.locator(".start__themes").count()) await patient(page.locator(".start__themes .small-bars")).toHaveCount(pictures().length);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
}

/** A text without the server's port and the hashes in names of files: any of them may look like a number that must not be there. */
export const withoutPort = (text) => text.replaceAll(/localhost:\d+|-[0-9a-f]{16}(?=\.)/g, "");

/** A picture of the page for a person to look at, in test-results/pictures. */
export const picture = (page, name) => page.screenshot({ path: `test-results/pictures/${name}.png`, fullPage: true });
