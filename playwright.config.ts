import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './tests/e2e/chromium.ts';

const chromium = findChromium(process.env);
const jsonReport = process.env['BROWSER_TESTS_JSON'];

/** Real-browser tests against the built site: `npm run build` comes first. Without a Chromium here, Playwright's own. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'visual/**/*.spec.ts'],
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  reporter: jsonReport === undefined ? 'line' : [['json', { outputFile: jsonReport }]],
  use: {
    browserName: 'chromium',
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: [...CHROMIUM_FLAGS],
    },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  },
});
