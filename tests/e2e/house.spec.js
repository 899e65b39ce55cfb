// The page as it is served: what it may do, from where it works, what an unknown address answers.
import { expect, open, picture, test } from "./support.js";

for (const address of ["./", "utforska/", "om-data/", "metod/", "ordlista/", "omrade/", "jamfor/"]) {
  test(`${address} shows its first view`, async ({ page }) => {
    const response = await open(page, address);
    expect(response.status()).toBe(200);
    await expect(page.locator("#insyn-loading")).toHaveCount(0);
    await picture(page, `house-${address.replaceAll(/\W/g, "") || "start"}`);
  });
}

test("the policy is as strict in the page as in the answer", async ({ page, request }) => {
  const headers = (await request.get("./")).headers();
  const policy = headers["content-security-policy"];
  for (const word of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"])
    expect(policy).toContain(word);
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["set-cookie"]).toBeUndefined();
  await open(page);
  const inPage = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(inPage).toBe(policy.replace("frame-ancestors 'none'; ", ""));
});

test("markup that could run is refused, whoever writes it", async ({ page, watch }) => {
  watch.allow(/TrustedHTML|require-trusted-types-for/);
  await open(page);
  const refused = (html) =>
    page.evaluate((html) => {
      try {
        document.createElement("div").innerHTML = html;
        return false;
      } catch {
        return true;
      }
    }, html);
  expect(await refused("<p>Fast <b>text</b></p>")).toBe(false);
  for (const html of ["<script>1</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", '<a href="javascript:1">x</a>', "<iframe srcdoc=x>"])
    expect(await refused(html), html).toBe(true);
});

test("the watch over all tests would tell of another host, a broken policy and a fault", async ({ page, watch }) => {
  await open(page);
  await page.evaluate(() => {
    fetch("https://example.org/").catch(() => {});
    setTimeout(() => {
      throw new Error("a fault");
    });
  });
  for (const fault of [/broke its policy: connect-src https:\/\/example\.org/, /threw: a fault/, /console error/])
    await expect.poll(() => watch.faults.some((said) => fault.test(said)), String(fault)).toBe(true);
  // What is said of them more than once may come later.
  watch.allow(/example\.org|a fault/);
  watch.faults.length = 0;
});

const everyPage = ["./", "utforska/", "oppna/", "om-data/", "metod/", "ordlista/", "omrade/", "jamfor/", "vald/", "kompetens/", "handlaggning/", "verktyg/", "skillnader/", "barnens-rost/", "tidslinje/"];

for (const address of everyPage)
  test(`what ${address} fetches before its program has started, the program uses`, async ({ page }) => {
    await page.addInitScript(() => {
      const { fetch } = globalThis;
      globalThis.fetched = [];
      globalThis.fetch = (what, ...rest) => {
        globalThis.fetched.push(new URL(what.url ?? what, document.baseURI).href);
        return fetch(what, ...rest);
      };
    });
    await open(page, address);
    const early = await page.locator("link[rel=preload][as=fetch]").evaluateAll((links) => links.map((link) => link.href));
    expect(early.length).toBeGreaterThan(0);
    await expect.poll(() => page.evaluate((early) => early.filter((href) => !globalThis.fetched.includes(href)), early)).toEqual([]);
    await expect.poll(() => page.evaluate(() => [...document.fonts].map(({ status }) => status))).toEqual(["loaded", "loaded"]);
  });

test("the program is fetched once, packed, by its type, and may be kept", async ({ page }) => {
  const programs = [];
  page.on("response", (response) => response.url().endsWith(".wasm") && programs.push(response));
  await open(page);
  expect(programs).toHaveLength(1);
  const headers = await programs[0].allHeaders();
  expect(headers["content-type"]).toBe("application/wasm");
  expect(headers["content-encoding"]).toBe("br");
  expect(headers["cache-control"]).toContain("immutable");
});

test("an unknown address answers 404 with the page's own frame", async ({ page, watch }) => {
  watch.allow(/status of 404/);
  const response = await open(page, "finns/inte");
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('lang="sv"');
});

test("without JavaScript it says what it needs", async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site);
  expect(await page.locator("body").innerText()).toContain("Slå på JavaScript");
  await context.close();
});
