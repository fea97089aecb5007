import type { BrowserContextOptions, Page } from '@playwright/test';
import { eastmoneyBody, sendJson, simulateSources } from '../e2e/simulated-sources.ts';
import { live } from '../e2e/show-view.ts';

/** A state of the page: how a browser is set for it, and what brings it about. */
interface PageState {
  readonly name: string;
  readonly options?: BrowserContextOptions;
  readonly show: (page: Page, site: string) => Promise<void>;
}

/** The view of an address, once it has been taken over. */
const view =
  (query: string): PageState['show'] =>
  async (page, site) => {
    await page.goto(`${site}${query}`);
    await live(page);
    await page.evaluate(() => document.fonts.ready);
  };

const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 800 }, hasTouch: true };

/** Every state that a reader can meet the page in, with the answers of sources that the browser tests have. */
export const pageStates: readonly PageState[] = [
  { name: 'opening view', show: view('') },
  { name: 'by session', show: view('?chart=event-time') },
  { name: 'daily', show: view('?chart=daily') },
  { name: 'by event', show: view('?chart=multiples') },
  { name: 'pinned event', show: view('?event=announcement') },
  { name: 'points, all sessions', show: view('?scale=points&range=all') },
  { name: 'dark', options: { colorScheme: 'dark' }, show: view('') },
  { name: 'forced colours', options: { forcedColors: 'active' }, show: view('') },
  { name: 'phone', options: PHONE, show: view('') },
  { name: 'phone, dark, pinned', options: { ...PHONE, colorScheme: 'dark' }, show: view('?event=announcement') },
  {
    name: 'without scripts',
    options: { javaScriptEnabled: false },
    show: async (page, site) => void (await page.goto(site)),
  },
  {
    name: 'on paper',
    show: async (page, site) => {
      await page.emulateMedia({ media: 'print' });
      await view('')(page, site);
    },
  },
  {
    name: 'loading: a source is asked and does not answer',
    show: async (page, site) => {
      await simulateSources(page, () => new Promise(() => undefined));
      await page.goto(`${site}?source=eastmoney`);
      await page.locator('.notices', { hasText: 'Asking EastMoney' }).waitFor();
    },
  },
  {
    name: 'partial: a session is missing',
    show: async (page, site) => {
      await simulateSources(page, (route) =>
        sendJson(
          route,
          eastmoneyBody(route, (session, close) => (session === '2025-07-09' ? null : close)),
        ),
      );
      await page.goto(`${site}?source=eastmoney&show=IXIC`);
      await page.locator('.notices', { hasText: '2025-07-09' }).waitFor();
    },
  },
  {
    name: 'failed: the source refuses, the snapshot is shown',
    show: async (page, site) => {
      await simulateSources(page, (route) => route.fulfill({ status: 403, body: 'not today' }));
      await page.goto(`${site}?source=eastmoney`);
      await page.locator('.notices', { hasText: 'is shown instead' }).waitFor();
    },
  },
  {
    name: 'failed: nothing answers',
    show: async (page, site) => {
      await page.route('**/closes/*.csv', (route) => route.abort('connectionreset'));
      await page.goto(`${site}?show=NVDA`);
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  },
  { name: 'empty: no session in the range', show: view('?range=2030-01-01..2030-02-01') },
  { name: 'address not understood', show: view('?chart=foo&source=nope') },
  {
    name: 'broken off: a part of the page',
    show: async (page, site) => {
      await page.route('**/assets/panels-*.js', (route) => route.abort());
      await page.goto(`${site}?chart=daily`);
      await page.locator('.part-fault').waitFor();
    },
  },
];
