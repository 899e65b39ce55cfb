// What must hold on every page and state: it fits any width, its headings are in order, its words and numbers in one language.
import { headingLevels, overflow } from "./layout.js";
import { foreignIn, misnumberedIn, texts } from "./reading.js";
import { expect, test } from "./support.js";
import { show, views } from "./views.js";
import { say } from "./words.js";

for (const view of views)
  test(`${view.name} is whole in both languages and on any width`, async ({ page, watch }) => {
    for (const language of ["sv", "en"]) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await show(page, view, { language, watch });
      const said = await texts(page);
      expect(said.length).toBeGreaterThan(10);
      expect.soft(foreignIn(said, language), `words in ${language}`).toEqual([]);
      expect.soft(misnumberedIn(said, language), `numbers in ${language}`).toEqual([]);
      expect.soft(await page.title()).toContain(say("frame::name", language));

      const levels = await headingLevels(page);
      expect.soft(levels.filter((level) => level === 1), `headings ${levels}`).toHaveLength(1);
      expect.soft(levels[0], `headings ${levels}`).toBe(1);
      expect.soft(levels.some((level, place) => place && level - levels[place - 1] > 1), `headings ${levels}`).toBe(false);

      for (const width of [320, 375, 768, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await overflow(page), `${width} px, ${language}`).toEqual([]);
      }
    }
  });
