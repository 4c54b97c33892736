// The page in a browser, as the tests and the picture of it need it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const chromium = process.env.CHROMIUM || '/usr/bin/chromium';

let playwright;

// missing is the reason why no browser can be started, for a test's skip; false
// when there is none.
export const missing = await reason();

async function reason() {
  if (!existsSync(chromium)) return `there is no ${chromium}; CHROMIUM can name another`;
  try {
    playwright = await import('playwright-core');
    await import('axe-core');
  } catch (err) {
    if (err.code === 'ERR_MODULE_NOT_FOUND') return 'node_modules is missing: make browser installs it';
    throw err;
  }
  return false;
}

// folder holds what the program writes for the tests.
export const folder = mkdtempSync(join(tmpdir(), 'synoptic-browser-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

// compare runs the program and returns the path of what it wrote.
export function compare(output, ...args) {
  const path = join(folder, output);
  execFileSync('go', ['run', './cmd/synoptic', 'compare', '-o', path, ...args], { cwd: root });
  return path;
}

// launch starts a browser with an empty profile that asks nothing of anybody.
export function launch() {
  return playwright.chromium.launch({
    executablePath: chromium,
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
}

// visit opens a file and lets work use the page. It fails if the page asks for
// anything but itself, breaks its content security policy or complains.
export async function visit(browser, file, options, work) {
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', ...options });
  const faults = [];
  try {
    const page = await context.newPage();
    page.on('request', (r) => r.url().split('#')[0] === url || faults.push(`asks for ${r.url()}`));
    page.on('console', (m) => m.type() === 'error' && faults.push(m.text()));
    page.on('pageerror', (err) => faults.push(String(err)));
    await page.exposeFunction('tellFault', (what) => faults.push(what));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (e) => window.tellFault(`${e.violatedDirective} forbids ${e.blockedURI}`));
    });
    await page.goto(url);
    await work(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

// items are what the keys move through and the search hides.
export const items = '.difference, .claim, .quote, .report';

// unfold opens whatever is folded away.
export function unfold(page) {
  return page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
}

// inView tells whether the beginning of an element can be seen: that it stands
// in the window with nothing before it.
export function inView(element) {
  return element.evaluate((e) => {
    const { left, top } = e.getClientRects()[0];
    const seen = document.elementFromPoint(left + 1, top + 1);
    return seen !== null && (e.contains(seen) || seen.contains(e));
  });
}
