// What a reader does with the page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { compare, inView, items, launch, missing, unfold, visit } from './page.mjs';

// The lines of differences that lead into a report.
const lines = '.difference a.said[href^="#"]';

describe('reading', { skip: missing }, () => {
  let browser, sample;
  before(async () => {
    sample = compare('sample.html', '--sample');
    browser = await launch();
  });
  after(() => browser?.close());
  const open = (options, work) => visit(browser, sample, options, work);

  for (const javaScriptEnabled of [true, false]) {
    test(`each line of a difference leads to its words${javaScriptEnabled ? '' : ' without scripts'}`, () =>
      open({ javaScriptEnabled }, async (page) => {
        const list = await page.locator(lines).all();
        assert.ok(list.length > 0, 'no difference has a line');
        for (const line of list) {
          const words = await line.evaluate(firstWords);
          await line.click();
          const target = page.locator(':target');
          assert.equal(await target.count(), 1, `"${words}" leads nowhere: ${page.url()}`);
          assert.ok(await inView(target), `"${words}" is not in view`);
          const there = await target.evaluate(wordsFrom);
          assert.ok(there?.startsWith(words), `"${words}" leads to "${there?.slice(0, 200)}"`);
        }
      }));
  }

  test('an outlet that is not ticked has no lines', () =>
    open({}, async (page) => {
      await unfold(page);
      // One side of a difference alone is not shown.
      const lined = '[data-o]:not(.difference *)';
      const sides = () => page.locator('.difference:visible').evaluateAll((list) => list.map((e) => [...e.querySelectorAll('.positions tbody tr')].filter((tr) => tr.checkVisibility()).length));
      const all = await shown(page, lined);
      const boxes = await page.locator('#filter input[type=checkbox]').all();
      assert.ok(boxes.length > 1, 'no outlets to tick');
      for (const box of boxes) {
        const n = await box.getAttribute('value');
        await box.uncheck();
        const left = await shown(page, lined);
        assert.deepEqual(left, all.filter((outlets) => outlets !== n));
        assert.ok(left.length < all.length, `outlet ${n} has no line`);
        assert.ok((await sides()).every((n) => n > 1), 'a difference has one side');
        await box.check();
        assert.deepEqual(await shown(page, lined), all);
      }
      await boxes[0].uncheck();
      await boxes[1].uncheck();
      const both = [await boxes[0].getAttribute('value'), await boxes[1].getAttribute('value')];
      assert.deepEqual(await shown(page, lined), all.filter((outlets) => outlets.split(' ').some((n) => !both.includes(n))));
    }));

  test('j and k go to the next and the previous item', () =>
    open({}, async (page) => {
      const seen = [];
      for (let i = 0; i < 4; i++) {
        await page.keyboard.press('j');
        seen.push(await focused(page));
        assert.ok(await inView(page.locator(':focus')), 'the item is not in view');
      }
      assert.equal(seen[0], 0, 'j begins with the first item');
      assert.deepEqual(seen, seen.toSorted((a, b) => a - b));
      assert.equal(new Set(seen).size, seen.length, `j stays where it is: ${seen}`);
      await page.keyboard.press('k');
      assert.equal(await focused(page), seen[2]);
      await page.keyboard.press('Control+j');
      assert.equal(await focused(page), seen[2], 'keys of the browser are left alone');
    }));

  test('? opens the help and Escape closes it', () =>
    open({}, async (page) => {
      const help = page.locator('dialog#help');
      assert.equal(await help.count(), 1, 'there is no dialog#help');
      assert.ok(!await help.isVisible(), 'the help is open before it is asked for');
      await page.keyboard.press('?');
      assert.ok(await help.isVisible(), '? opens no help');
      assert.match(await help.innerText(), /\bj\b/);
      await page.keyboard.press('Escape');
      assert.ok(!await help.isVisible(), 'Escape leaves the help open');
      await page.keyboard.press('j');
      assert.equal(await focused(page), 0, 'keys do nothing after the help');
    }));

  test('/ finds words', () =>
    open({}, async (page) => {
      const find = page.locator('input#find[type=search]');
      assert.equal(await find.count(), 1, 'there is no input#find of type search');
      const found = page.locator('#found');
      assert.equal(await found.getAttribute('role'), 'status');
      await unfold(page);
      const all = (await shown(page, items)).length;
      const { word, said } = await page.evaluate(telling, items);

      await page.keyboard.press('/');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'find');
      await page.keyboard.type(word);
      assert.equal(await find.inputValue(), word);
      await until(async () => (await shown(page, items)).length < all, `all items are shown for "${word}"`);
      await unfold(page);
      const state = await page.locator(items).evaluateAll((list, word) => list.map((e) => ({
        visible: e.checkVisibility(), has: e.textContent.toLowerCase().includes(word.toLowerCase()),
      })), word);
      assert.ok(state.every((s) => s.has || !s.visible), `items without "${word}" are shown`);
      for (const i of said) assert.ok(state[i].visible, `item ${i} has "${word}" and is hidden`);
      const count = await found.innerText();
      assert.match(count, /\d/);

      await find.fill('no such words anywhere');
      await until(async () => (await shown(page, items)).length === 0, 'items are shown for words that none has');
      assert.notEqual(await found.innerText(), count, 'the count stays as it was');
      await find.press('Escape');
      assert.equal(await find.inputValue(), '', 'Escape leaves the words');
      await unfold(page);
      await until(async () => (await shown(page, items)).length === all, 'items stay hidden after Escape');
    }));

  test('marked words open what the others say', () =>
    open({}, async (page) => {
      const beside = page.locator('.beside');
      const mark = page.locator('.report mark.conflicting').first();
      const own = await mark.evaluate((e) => '#' + e.closest('.report').id + '-');
      await mark.click();
      assert.ok(await beside.isVisible(), 'nothing is opened');
      const led = await beside.locator('.who').evaluateAll((list) => list.map((a) => a.getAttribute('href')));
      assert.ok(led.length > 0, 'nobody else is shown');
      assert.ok(led.every((href) => !href.startsWith(own)), `the report's own words are among ${led}`);
      const box = await beside.boundingBox(), text = await page.locator('.report .text').first().boundingBox();
      assert.ok(box.x >= text.x + text.width, 'it does not stand beside the report');
      await mark.click();
      assert.equal(await beside.count(), 0, 'a second click leaves it open');

      // The keyboard reaches it through the number behind the words.
      const ref = page.locator('.report .ref').first();
      await ref.focus();
      await page.keyboard.press('Enter');
      assert.ok(await beside.isVisible(), 'Enter opens nothing');
      assert.equal(await ref.getAttribute('aria-expanded'), 'true');
      assert.ok(await beside.evaluate((e) => e === document.activeElement), 'the focus stays behind');
      await page.keyboard.press('Escape');
      assert.equal(await beside.count(), 0, 'Escape leaves it open');
      assert.ok(await ref.evaluate((e) => e === document.activeElement), 'the focus is lost');
      assert.equal(await page.evaluate(() => location.hash), '', 'the page went elsewhere');
    }));

  test('all that is marked in a report can be opened', () =>
    open({}, async (page) => {
      for (const mark of await page.locator('.report mark').all()) {
        await mark.evaluate((e) => e.click());
        assert.equal(await page.locator('.beside h4').count() > 0, true, `"${await mark.innerText()}" opens nothing`);
        await page.keyboard.press('Escape');
      }
    }));

  test('each mark of the coverage leads to words of its outlet', () =>
    open({}, async (page) => {
      const cells = await page.locator('.matrix td[data-o] a').evaluateAll((list) => list.map((a) => ({
        outlet: a.closest('td').dataset.o,
        report: document.querySelector(a.getAttribute('href'))?.closest('.report').dataset.o,
        name: a.getAttribute('aria-label'),
      })));
      assert.ok(cells.length > 0, 'the coverage is empty');
      for (const c of cells) {
        assert.equal(c.report, c.outlet);
        assert.ok(c.name, 'a mark has no name');
      }
    }));

  test('nothing is lost without scripts', () =>
    open({ javaScriptEnabled: false }, async (page) => {
      const { articles } = JSON.parse(readFileSync(compare('sample.json', '--sample')));
      const reports = await page.locator('.report').evaluateAll((list) => list.map((report) => {
        const copy = report.cloneNode(true);
        copy.querySelectorAll('.ref, .kind').forEach((e) => e.remove());
        return copy.textContent.replace(/\s+/g, ' ');
      }));
      assert.equal(reports.length, articles.length);
      for (const a of articles) {
        const text = a.text.trim().replace(/\s+/g, ' ');
        assert.ok(reports.some((r) => r.includes(text)), `the page lacks words of ${a.id}`);
      }
      const lost = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
        .filter((a) => !document.getElementById(a.getAttribute('href').slice(1))).map((a) => a.outerHTML));
      assert.deepEqual(lost, [], 'links lead nowhere');
      await unfold(page);
      const hidden = await page.evaluate((items) => [...document.querySelectorAll(`main, nav a, ${items}, .said`)]
        .filter((e) => !e.checkVisibility()).map((e) => e.outerHTML.slice(0, 200)), items);
      assert.deepEqual(hidden, []);
      assert.equal(await page.locator('input:visible').count(), 0, 'controls that do nothing are shown');
    }));
});

// until waits for what a page may put off for a moment.
async function until(holds, otherwise) {
  for (const end = Date.now() + 5000; !await holds();) assert.ok(Date.now() < end, otherwise);
}

// shown lists the outlets of the visible elements; an element without any gives "".
function shown(page, selector) {
  return page.evaluate((selector) => [...document.querySelectorAll(selector)]
    .filter((e) => e.checkVisibility()).map((e) => e.dataset.o ?? ''), selector);
}

// focused returns the index of the item that has the focus, or -1.
function focused(page) {
  return page.evaluate((items) => [...document.querySelectorAll(items)].indexOf(document.activeElement), items);
}

// The functions below run in the page.

// firstWords returns the first stretch of exact words of a line, without the
// faint ones of the sentence around them.
function firstWords(line) {
  let words = '';
  for (const node of line.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE && node.matches('.ctx')) {
      if (words.trim()) break;
    } else {
      words += node.textContent;
    }
  }
  return words.trim().replace(/\s+/g, ' ');
}

// wordsFrom returns the words of a report from an element on, without what the
// page adds to them.
function wordsFrom(element) {
  const report = element.closest('.report');
  if (!report) return null;
  const range = document.createRange();
  range.setStartBefore(element);
  range.setEndAfter(report.lastChild);
  const text = document.createElement('div');
  text.append(range.cloneContents());
  text.querySelectorAll('.ref, .kind').forEach((e) => e.remove());
  return text.textContent.trim().replace(/\s+/g, ' ');
}

// telling returns a word of the sources that few items have, and which have it.
function telling(items) {
  const list = [...document.querySelectorAll(items)];
  const texts = list.map((item) => [...item.querySelectorAll('.said, .text')].map((e) => e.textContent).join(' '));
  for (const word of document.querySelector('.difference .said').textContent.match(/\p{L}{6,}/gu)) {
    const said = list.flatMap((_, i) => texts[i].includes(word) ? [i] : []);
    if (said.length * 2 < list.length) return { word, said };
  }
  throw new Error('no word of the first line is rare');
}
