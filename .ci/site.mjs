// Opens every page of a public section from the disk, at the width of a telephone and of a
// desk, and puts axe-core to it. Says what is wrong and ends with 1; with 3 where there is no
// browser to open them in. With a third argument
// pictures of every page are kept in that folder.
//   node site.mjs FOLDER MODULES [PICTURES]
import { readdirSync, readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, modules, pictures] = process.argv.slice(2).map(path => resolve(path));
const require = createRequire(join(modules, 'package.json'));
const puppeteer = (await import(pathToFileURL(require.resolve('puppeteer-core')))).default;
const chromium = (await import(pathToFileURL(require.resolve('@sparticuz/chromium')))).default;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const below = dir => readdirSync(dir, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? below(join(dir, entry.name)) : [join(dir, entry.name)]);
const pages = below(folder).filter(file => /\.(html|svg)$/.test(file)).sort();
let browser;
try {
  browser = await puppeteer.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: 'shell' });
} catch (error) {
  console.error(`the browser does not start: ${error.message}`);
  process.exit(3);
}
let wrong = 0;
const tell = (...words) => { wrong += 1; console.error(...words); };

for (const file of pages) {
  const name = relative(folder, file);
  for (const width of [360, 1280]) {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 800 });
    page.on('console', line => tell(name, width, 'console:', line.text()));
    page.on('requestfailed', request => tell(name, width, 'not loaded:', request.url()));
    page.on('request', request => { if (!request.url().startsWith('file:')) tell(name, width, 'asks the network for', request.url()); });
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    if (pictures && (width === 1280 || name.endsWith('.html'))) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name.replaceAll(/[\\/]/g, '_')}-${width}.png`), fullPage: name.endsWith('.html') });
    }
    if (name.endsWith('.html')) {
      const { scroll, styled } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        styled: document.styleSheets.length === 1 && getComputedStyle(document.querySelector('.skip')).position === 'absolute',
      }));
      if (scroll > 0) tell(name, width, `is ${scroll} pixels wider than the screen`);
      if (!styled) tell(name, width, 'has no style');
      // The checker is put in from outside: the page itself allows no script.
      await page.evaluate(axe);
      const { violations, incomplete } = await page.evaluate(() => axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }));
      for (const { id, nodes } of violations) tell(name, width, id, nodes.map(node => node.html).slice(0, 3));
      for (const { id, nodes } of incomplete) console.log('look at', name, width, id, nodes.map(node => node.html).slice(0, 3));
    }
    await page.close();
  }
}
await browser.close();
console.log(`${pages.length} pages at two widths, ${wrong} wrong`);
process.exit(wrong === 0 && pages.length > 0 ? 0 : 1);
