// Makes README.md's picture: the top of the page that the sample gives.
import { writeFileSync } from 'node:fs';
import { compare, launch, missing, visit } from './page.mjs';

if (missing) throw new Error(missing);
const browser = await launch();
await visit(browser, compare('sample.html', '--sample'), { viewport: { width: 1440, height: 1000 } }, async (page) => {
  const picture = await page.screenshot();
  writeFileSync(new URL('../docs/page.png', import.meta.url), picture);
  console.log(`docs/page.png: ${Math.round(picture.length / 1000)} kB`);
});
await browser.close();
