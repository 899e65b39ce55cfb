// A thousand choices leave nothing behind that grows: no elements, no memory of the program, next to nothing in the scripts.
import { chart, explore, figure, select } from "./explore.js";
import { expect, test } from "./support.js";

test("memory is stable over a thousand choices", async ({ page }) => {
  test.setTimeout(180_000);
  await explore(page, { level: "county" });
  // The program that draws charts comes once, and in its own time.
  await expect(chart(page).locator("svg")).toBeVisible();
  const client = await page.context().newCDPSession(page);
  const measured = async () => {
    await client.send("HeapProfiler.collectGarbage");
    // What the program itself has taken is among the buffers behind the scripts' objects.
    const { usedSize, backingStorageSize } = await client.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
    return { usedSize, backingStorageSize, nodes, jsEventListeners };
  };
  // As a reader who never rests: the next choice as soon as the figure has changed.
  const choose = (times) =>
    page.evaluate(async (times) => {
      const [sex, period] = ["sex", "period"].map((id) => document.getElementById(`select-${id}`));
      const next = (select) => {
        select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      };
      const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      for (let time = 0; time < times; time += 1) {
        next(time % 2 ? sex : period);
        await painted();
      }
    }, times);
  await choose(100);
  await expect(figure(page)).toBeVisible();
  const before = await measured();
  await choose(1000);
  await select(page, "sex").selectOption("T");
  const after = await measured();
  expect(after.nodes - before.nodes).toBeLessThan(500);
  expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(50);
  expect(after.backingStorageSize - before.backingStorageSize).toBeLessThan(2_000_000);
  // The address of each choice is kept by the browser's own history.
  expect((after.usedSize - before.usedSize) / 1000).toBeLessThan(3000);
});
