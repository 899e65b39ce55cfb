// How a page lies: what sticks out of it, and the order of its headings.

/** Waits until the browser has drawn: what follows a change of window or colours has then followed it. */
export const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** What makes the page scroll sideways. */
export const overflow = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    const scrolls = (element) => element && element !== document.body && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement));
    return wide.map((element) => `${element.tagName} ${element.getAttribute("class") ?? element.id} reaches ${Math.round(element.getBoundingClientRect().right)}`).slice(0, 5).concat("the page scrolls sideways");
  });

/** The levels of the headings that are shown, in their order. */
export const headingLevels = (page) =>
  page.locator("h1, h2, h3, h4, h5, h6").evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => Number(it.tagName[1])));
