// The same acts by mouse, by touch and by keyboard alone, so that one journey is proved three times.

const isFocused = (target) => target.evaluate((element) => element === document.activeElement);

/** Goes to the target by Tab (or Shift+Tab, where it lies behind), as a reader without a mouse must. */
export async function reach(target, { most = 150 } = {}) {
  await target.waitFor();
  const page = target.page();
  // A table is one place of the tab order: within it the arrows go from cell to cell.
  const isInGrid = await target.evaluate((it) => it.tabIndex < 0 && Boolean(it.closest("[role=grid] tbody")));
  if (isInGrid) {
    await reach(target.locator("xpath=ancestor::tbody").locator("[tabindex='0']").first(), { most });
    const places = await target.evaluate((button) => {
      const place = (element) => [...element.closest("tbody").children].indexOf(element.closest("tr"));
      return place(button) - place(document.activeElement);
    });
    await page.keyboard.press("Home");
    for (let step = 0; step < Math.abs(places); step += 1) await page.keyboard.press(places > 0 ? "ArrowDown" : "ArrowUp");
    if (!(await isFocused(target))) throw new Error(`the arrows did not reach ${target}`);
    return;
  }
  const lies = () => target.evaluate((element) => {
    const active = document.activeElement;
    return !active || active === document.body || active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING ? "ahead" : "behind";
  });
  const key = (await isFocused(target)) || (await lies()) === "ahead" ? "Tab" : "Shift+Tab";
  for (let press = 0; press < most; press += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${most} presses of ${key} did not reach ${target}`);
}

export const mouse = {
  name: "by mouse",
  press: (target) => target.click(),
  // A native list is drawn by the system, outside the page: this is as near as a test comes.
  choose: (select, value) => select.selectOption(value),
  async write(box, text) {
    await box.click();
    await box.fill("");
    await box.page().keyboard.type(text);
  },
};

export const keyboard = {
  name: "by keyboard",
  async press(target) {
    await reach(target);
    await target.page().keyboard.press("Enter");
  },
  async choose(select, value) {
    await reach(select);
    const steps = await select.evaluate((element, value) => [...element.options].findIndex((option) => option.value === value) - element.selectedIndex, value);
    for (let step = 0; step < Math.abs(steps); step += 1) {
      const before = await select.inputValue();
      await select.page().keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
      await select.page().waitForFunction(([id, before]) => document.getElementById(id)?.value !== before, [await select.getAttribute("id"), before]);
    }
  },
  async write(box, text) {
    await reach(box);
    await box.page().keyboard.press("ControlOrMeta+a");
    await box.page().keyboard.press("Delete");
    await box.page().keyboard.type(text);
  },
};

/** A finger: no hovering before the press, and no pointer left on the page after it. */
export const touch = {
  ...mouse,
  name: "by touch",
  press: (target) => target.tap(),
  async write(box, text) {
    await box.tap();
    await box.fill("");
    await box.page().keyboard.type(text);
  },
};

export const hands = [mouse, touch, keyboard];
