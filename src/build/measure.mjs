// What the benchmark and the weight test measure in a real browser: bytes, time to the first useful view, time to repaint.

const kinds = [
  ["wasm", /\.wasm$/],
  ["ECharts", /\/echarts-[^/]*\.js$/],
  ["js", /\.js$/],
  ["css", /\.css$/],
  ["data", /\/data\//],
  ["maps", /\/maps\//],
  ["fonts", /\.woff2$/],
  ["html", /(\/|\.html)$/],
];
export const kindOf = (url) => kinds.find(([, pattern]) => pattern.test(new URL(url).pathname))?.[0] ?? "other";

/** Bytes over the wire, headers included, by kind, of all that is asked for before the first useful view is drawn. */
export async function weigh(page, url) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  const asked = new Map();
  const bytes = {};
  let ready = false;
  let icons = 0;
  cdp.on("Network.requestWillBeSent", ({ requestId, request }) => {
    // Without its cache a browser may ask for the icon twice; a reader's does not.
    if (request.url.endsWith("/icon.svg") && (icons += 1) > 1) return;
    if (!ready) asked.set(requestId, kindOf(request.url));
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = asked.get(requestId);
    if (kind) bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await page.goto(url);
  await page.locator("html[data-ready]").waitFor();
  ready = true;
  await page.waitForLoadState("networkidle");
  return { ...bytes, total: Object.values(bytes).reduce((sum, one) => sum + one, 0) };
}

/** A slow phone on a slow network. Any of the two may be left out. */
export async function throttle(page, { cpu = 1, network = null }) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (!network) return;
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: network.ms, downloadThroughput: (network.mbit * 1e6) / 8, uploadThroughput: (network.mbit * 1e6) / 8 });
}

/** Milliseconds from asking for the address until the first useful view is painted, and the longest task on the way. */
export async function firstView(page, url) {
  await page.addInitScript(() => {
    globalThis.insynLongest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.insynLongest = Math.max(globalThis.insynLongest, duration);
    }).observe({ type: "longtask", buffered: true });
    new MutationObserver((_, observer) => {
      if (!document.documentElement?.hasAttribute("data-ready")) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => (globalThis.insynPainted = performance.now())));
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
  });
  await page.goto(url, { timeout: 60_000 });
  const painted = await page.waitForFunction(() => globalThis.insynPainted, null, { timeout: 60_000 });
  return { ms: await painted.jsonValue(), longestTask: await page.evaluate(() => globalThis.insynLongest) };
}

/** The longest task on the main thread, in milliseconds: while a file is read and let in, and while its view is built. */
export async function openFile(page, url, path) {
  await page.addInitScript(() => {
    globalThis.insynTasks = [];
    new PerformanceObserver((list) => globalThis.insynTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  const longest = async () => {
    await page.waitForTimeout(1000);
    return page.evaluate(() => Math.max(0, ...globalThis.insynTasks.splice(0)));
  };
  await page.goto(`${url}oppna/`);
  const input = page.locator("#open-file");
  await input.waitFor({ state: "attached" });
  await longest();
  await input.setInputFiles(path);
  const way = page.locator("a[href*='dataset=fil']").first();
  await way.waitFor({ timeout: 120_000 });
  const opened = await longest();
  await way.click();
  await page.locator(".table-card table").waitFor();
  return { opened, explored: await longest() };
}

/** Milliseconds from a reader's choice until the page is painted and nothing moves any more. */
export async function repaint(page, selector, values) {
  const times = [];
  for (const value of values) {
    times.push(
      await page.locator(selector).first().evaluate((control, value) => new Promise((resolve) => {
        let changed = false, painted = 0;
        const observer = new MutationObserver(() => (changed = true));
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        const begun = performance.now();
        if (value === null) control.click();
        else {
          control.value = value;
          for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
        }
        let still = 0;
        const frame = () => requestAnimationFrame(() => setTimeout(() => {
          if (changed) { painted = performance.now(); still = 0; } else still += 1;
          changed = false;
          if (still < 3) return frame();
          observer.disconnect();
          resolve(painted ? painted - begun : NaN);
        }));
        frame();
      }), value),
    );
  }
  return times;
}

/** Frames a second while the periods are played on the map from the first to the last, and the longest wait for a frame in milliseconds. */
export const playing = (page) =>
  page.evaluate(() => new Promise((resolve) => {
    const slider = document.querySelector(".player__slider");
    const waits = [];
    let before = performance.now(), last = 0;
    const frame = (now) => {
      waits.push(now - before);
      before = now;
      // The last period is seen too until it stands still.
      if (waits.length > 1 && slider.value === slider.max) last ||= now;
      if (last && now - last > 1200) return resolve({ rate: (1000 * waits.length) / waits.reduce((sum, wait) => sum + wait), longest: Math.max(...waits) });
      requestAnimationFrame(frame);
    };
    document.querySelector(".player__play").click();
    requestAnimationFrame((now) => {
      before = now;
      requestAnimationFrame(frame);
    });
  }));

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
