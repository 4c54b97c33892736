// That the page can be read: by everybody, on any screen and on paper.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { compare, items, launch, missing, unfold, visit } from './page.mjs';

const widths = [390, 768, 1440];
const schemes = ['light', 'dark'];

describe('access', { skip: missing }, () => {
  let browser, sample, axe;
  before(async () => {
    axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    sample = compare('sample.html', '--sample');
    browser = await launch();
  });
  after(() => browser?.close());
  const open = (options, work) => visit(browser, sample, options, work);

  for (const width of widths) {
    test(`fits ${width} pixels`, () =>
      open({ viewport: { width, height: 900 } }, async (page) => {
        for (const form of ['folded', 'unfolded']) {
          if (form === 'unfolded') await unfold(page);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${form}, the page is ${wide} pixels too wide`);
        }
      }));
  }

  test('gives rows of tables all of a narrow screen', () =>
    open({ viewport: { width: 390, height: 900 } }, async (page) => {
      await unfold(page);
      const narrow = await page.locator('.positions td, .ledger td, .people td').evaluateAll((list) => list
        .filter((e) => e.checkVisibility() && e.clientWidth < 250).map((e) => `${e.clientWidth}: ${e.textContent.trim().slice(0, 40)}`));
      assert.deepEqual(narrow, [], 'cells too narrow to read');
    }));

  for (const colorScheme of schemes) {
    test(`is ${colorScheme} where that is asked for`, () =>
      open({ colorScheme }, async (page) => {
        const [paper, ink] = await page.evaluate(() => {
          const style = getComputedStyle(document.body);
          return [style.backgroundColor, style.color].map((c) => c.match(/\d+/g).slice(0, 3).reduce((sum, n) => sum + Number(n), 0));
        });
        assert.equal(paper > ink ? 'light' : 'dark', colorScheme);
      }));
  }

  test('is whole on paper', () =>
    open({}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const folds = await page.locator(`${items}, .said, .who, .lines li, main tr`).evaluateAll((list) => list
        .filter((e) => !e.checkVisibility()).map((e) => (e.closest('details')?.querySelector('summary') ?? e).textContent.trim()));
      assert.deepEqual([...new Set(folds)], [], 'folded away on paper');
      assert.ok(!await page.locator('nav').isVisible(), 'the list of sections is on paper');
      const pdf = await page.pdf();
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    }));

  // axe holds WCAG 2.2 as far as a program can, and good practice. What weighs
  // little is told, but fails nothing.
  for (const colorScheme of schemes) {
    for (const width of [390, 1440]) {
      test(`axe finds nothing serious: ${colorScheme}, ${width} pixels`, (t) =>
        visit(browser, sample, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true }, async (page) => {
          const grave = [];
          const check = async (form) => {
            const { violations } = await page.evaluate(() => window.axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'],
            }));
            for (const v of violations) {
              if (v.impact === 'serious' || v.impact === 'critical') grave.push(told(form, v));
              else t.diagnostic(told(form, v));
            }
          };
          await page.evaluate(axe);
          await check('folded');
          await unfold(page);
          await check('unfolded');
          await page.keyboard.press('?');
          await check('with the help');
          assert.equal(grave.join('\n'), '');
        }));
    }
  }
});

// told writes a violation in a line, with the first of its places.
function told(form, v) {
  const places = v.nodes.map((n) => n.target.join(' '));
  return `${form}: ${v.impact}, ${v.id}: ${v.help}: ${places.length} times: ${places.slice(0, 8).join(', ')}`;
}
