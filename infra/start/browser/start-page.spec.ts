/// <reference lib="dom" />
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalIssuer } from '@baogong/identity';
import { instantOf, uuid7 } from '@baogong/kernel';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { addressIn, start, type Program } from '../test/program.js';
import { Wire } from './wire.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const COMMUNITY = 'd-pudong/s-weifang/c-y';
/** `re-0001` of the sample community. */
const HOUSEHOLD = '019b76da-a800-7384-9351-d97d4e9bc9d2';
const SIZES = {
  'a small phone': { width: 320, height: 640 },
  'a phone': { width: 390, height: 844 },
  'a desktop': { width: 1280, height: 900 },
};
const LANGUAGES = { zh: { html: 'zh-CN', heading: '保供' }, en: { html: 'en', heading: 'Baogong' } } as const;
const PAGES = { start: '/', token: '/start/token/re-0001' };
const CASES = Object.entries(SIZES).flatMap(([size, viewport]) =>
  Object.entries(LANGUAGES).flatMap(([lang, language]) =>
    Object.entries(PAGES).map(([name, path]) => ({ name, size, viewport, lang, language, path })),
  ),
);

let browser: Browser;
let program: Program;
let address: string;
const data = mkdtempSync(join(tmpdir(), 'baogong-pages-'));

beforeAll(async () => {
  chmodSync(data, 0o755);
  program = start(['embedded', '--data', data, '--port', '0']);
  address = addressIn(await program.heard('Stop: Ctrl-C'));
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', ...quiet] });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  program?.kill('SIGTERM');
  await program?.ended;
  rmSync(data, { recursive: true, force: true });
}, 60_000);

describe('the pages of the start', () => {
  it.each(CASES)('the $name page on $size in $lang keeps the floors', async ({ path, viewport, lang, language }) => {
    await visit(`${path}?lang=${lang}`, { viewport }, async (page, said) => {
      expect(await page.getAttribute('html', 'lang')).toBe(language.html);
      expect(await page.textContent('h1')).toBe(language.heading);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      expect(await smallest(page)).toEqual({ text: 18, target: 60 });
      expect(said).toEqual([]);
    });
  });

  it('speak the language the browser asks for, and the other one by a link', async () => {
    await visit('/', { locale: 'en-GB' }, async (page) => {
      expect(await page.textContent('h1')).toBe('Baogong');
      await page.click('nav a');
      expect(await page.textContent('h1')).toBe('保供');
    });
    await visit('/', { locale: 'fr-FR' }, async (page) => expect(await page.textContent('h1')).toBe('保供'));
  });

  it('work without script but for the live figures, and say so', async () => {
    await visit('/?lang=en', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.parts li').allTextContents()).toEqual(
        ['Oversight', 'Orders', 'Inventory', 'Delivery'].map((part) => `${part} ✔ running`),
      );
      expect(await page.textContent('noscript')).toContain('need script');
      await page.click('.people li:has-text("re-0001") a');
      expect(await page.textContent('pre')).toMatch(/TOKEN='[\w.-]+'/);
    });
  });

  it('are reached by keyboard alone', async () => {
    await visit('/?lang=en', {}, async (page) => {
      const reached: string[] = [];
      const links = await page.locator('a').count();
      for (let step = 0; step < links; step += 1) {
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate(() => `${document.activeElement?.getAttribute('href')}`));
        expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth)).toBe('4px');
      }
      expect(new Set(reached).size).toBe(links);
      await page.goto('/?lang=en');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    });
  });
});

describe('the live figures', () => {
  it('change when a household orders, without a reload', async () => {
    await visit('/?lang=en', {}, async (page) => {
      await page.waitForSelector('[data-state]:has-text("Connected")');
      const reads = (figure: string, text: string) =>
        page.waitForSelector(`td[data-stage="requested"][data-figure="${figure}"]:text-is("${text}")`);
      const offerId = await announceBags();
      await orderOneBag(offerId);
      // So few could point at somebody.
      await reads('count', '1–4');
      for (let bags = 1; bags < 5; bags += 1) await orderOneBag(offerId);
      await reads('count', '5');
      await reads('pieces', '5');
      await reads('weight', '25 kg');
    });
  });

  it('say that the line is lost, and go on where they were', async () => {
    const wire = await Wire.to(Number(new URL(address).port));
    await visit('/?lang=en', { baseURL: wire.address }, async (page) => {
      await page.waitForSelector('[data-state]:has-text("Connected")');
      const asked: (string | undefined)[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/throughput/live')) asked.push(request.headers()['last-event-id']);
      });
      wire.cut();
      await page.waitForSelector('[data-state]:has-text("Connection lost")');
      await orderOneBag(await announceBags());
      wire.mend();
      await page.waitForSelector('[data-state]:has-text("Connected")');
      expect(asked.at(-1)).toMatch(/^orders:.*~/);
    });
    await wire.close();
  });

  it('are not shown to who is not at this machine', async () => {
    const page = await fetch(address, { headers: { 'x-forwarded-for': '10.0.0.9' } });
    const text = await page.text();
    expect([text.includes('data-live'), text.includes('/start/token/')]).toEqual([false, false]);
  });
});

it('pages name what they may load, and no one frames them', async () => {
  const { headers } = await fetch(address);
  expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer']);
});

/** In a context of its own; `said` holds what the browser complained of: blocked parts, errors, failed requests. */
async function visit(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page, said: string[]) => Promise<unknown>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: address, ...options });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (line) => void (line.type() === 'error' && said.push(line.text())));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(path);
  await look(page, said);
  await context.close();
}

/** Every rule of axe-core, the strictest contrast among them. */
async function violations(page: Page): Promise<string[]> {
  // Past the policy of the page, which rightly lets no stranger's script in.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    type Violation = { id: string; nodes: { html: string }[] };
    const rules = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };
    const { violations: found } = await axe.run({ rules });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

/** The smallest text and the lowest target of a page, in CSS pixels, as far as they lie below the floor. */
function smallest(page: Page): Promise<{ text: number; target: number }> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => element.tagName !== 'NOSCRIPT' && [...element.childNodes].some(({ nodeType }) => nodeType === 3),
    );
    const sizes = texts.map((element) => parseFloat(getComputedStyle(element).fontSize));
    const heights = [...document.querySelectorAll('a')].map((link) => link.getBoundingClientRect().height);
    return { text: Math.min(18, ...sizes), target: Math.min(60, ...heights) };
  });
}

const [AGO, LATER] = [instantOf(Date.now() - 60_000), instantOf(Date.now() + 3_600_000)];

async function announceBags(): Promise<string> {
  const offerId = newId();
  const item = { sku: 'veg', name: '蔬菜', itemClass: 'food', unit: 'bag', origin: 'Shanghai' };
  const amounts = { priceFen: 3000, quantity: 10, weightGrams: 5000, arrivesFrom: AGO, arrivesTo: LATER };
  await post('gp-1', 'supply-offers', { id: offerId, territory: COMMUNITY, ...item, ...amounts });
  return offerId;
}

/** In a round of its own, as a household asks once in each. */
async function orderOneBag(offerId: string): Promise<void> {
  const roundId = newId();
  const items = [{ offerId, capPerHousehold: 1 }];
  await post('rc-y', 'rounds', { id: roundId, territory: COMMUNITY, opensAt: AGO, closesAt: LATER, items });
  const lines = [{ offerId, quantity: 1 }];
  await post('re-0001', 'orders', { id: newId(), roundId, householdId: HOUSEHOLD, lines, place: { kind: 'door' } });
}

async function post(actor: string, path: string, body: object): Promise<void> {
  const issuer = await createLocalIssuer(join(data, 'keys/issuer.json'));
  const headers = {
    authorization: `Bearer ${await issuer.sign(actor)}`,
    'content-type': 'application/json',
    'idempotency-key': newId(),
  };
  const answer = await fetch(`${address}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

const newId = () => uuid7(Date.now(), randomBytes(10));
