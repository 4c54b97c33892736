// A story of very many reports. The bounds are far above what a slow machine
// takes; they are there for what grows with the square of the reports.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { compare, folder, inView, launch, missing, visit } from './page.mjs';
import { reports } from './story.mjs';

const many = 200;
const patience = 4000; // milliseconds for an answer
const elements = 600; // of the page, for each report

describe(`a story of ${many} reports`, { skip: missing }, () => {
  let browser, crowd;
  before(async () => {
    const story = join(folder, 'story.jsonl');
    writeFileSync(story, reports(many));
    crowd = compare('crowd.html', story);
    browser = await launch();
  });
  after(() => browser?.close());

  test('opens and answers', (t) =>
    visit(browser, crowd, {}, async (page) => {
      const opened = await page.evaluate(() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd);
      t.diagnostic(`opened after ${Math.round(opened)} ms`);
      assert.ok(opened < 5 * patience, `it opens after ${opened} ms`);
      const n = await page.evaluate(() => document.querySelectorAll('*').length);
      t.diagnostic(`${n} elements`);
      assert.ok(n < elements * many, `it has ${n} elements`);
      assert.ok(await page.locator('.difference').count() > 3, 'the reports differ in too little');

      const box = page.locator('#filter input[type=checkbox]').first();
      const outlet = await box.getAttribute('value');
      const lines = page.locator(`[data-o="${outlet}"]`);
      assert.ok(await lines.count() > 0, 'the first outlet has no line');
      // The click itself, since the box may be folded away among so many.
      t.diagnostic(`a tick takes ${await took(page, () => box.evaluate((b) => b.click()))} ms`);
      assert.ok(await lines.evaluateAll((list) => list.every((e) => !e.checkVisibility())), 'the outlet is still shown');

      for (const key of ['j', 'j', 'k']) {
        t.diagnostic(`${key} takes ${await took(page, () => page.keyboard.press(key))} ms`);
        assert.ok(await inView(page.locator(':focus')), `${key} leads to nothing in view`);
      }
    }));
});

// took does what asks for an answer and returns the milliseconds until the
// page has drawn it.
async function took(page, act) {
  const start = Date.now();
  await act();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const ms = Date.now() - start;
  assert.ok(ms < patience, `the answer takes ${ms} ms`);
  return ms;
}
