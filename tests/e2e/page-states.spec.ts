import { expect, test } from './fixture.ts';
import { live, showView } from './show-view.ts';

test('an address that is not understood is said, the default shown, and taken out on request', async ({ page }) => {
  await page.goto('./?chart=foo&range=60&source=nope');
  await live(page);
  const notices = page.locator('.notices');
  await expect(notices).toContainText('The address asks for chart=foo, which is not known here; expected overlay');
  await expect(notices).toContainText('The address asks for source=nope');
  await expect(page.locator('.choice[aria-current]').first()).toHaveText('By date');
  await page.getByRole('button', { name: 'Take it out of the address' }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?range=60');
  await expect(notices).toHaveCount(0);
});

test('a range without a session says when there are sessions, and offers a range that has some', async ({ page }) => {
  await page.goto('./');
  await live(page);
  await showView(page, '?range=2030-01-01..2030-02-01');
  await expect(page.locator('.notices')).toContainText('its sessions run from 1 Jul 2024 to 31 Dec 2025');
  await expect(page.locator('.no-chart')).toBeVisible();
  await page.getByRole('button', { name: 'Show the opening range' }).click();
  await expect(page.locator('.mr-plot')).toBeVisible();
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('a view whose closes are slow to come says what it waits for, and nothing once they are there', async ({
  page,
}) => {
  const held: (() => void)[] = [];
  const arrived = new Promise<void>((resolve) => {
    held.push(resolve);
  });
  await page.route('**/closes/NVDA.csv', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto('./?show=IXIC,NVDA');
  const waiting = page.getByRole('status').filter({ hasText: 'Fetching the closes of this view' });
  await expect(waiting).toBeVisible();
  await expect(page.locator('.mr-drawing')).toBeHidden();
  for (const release of held) release();
  await expect(page.locator('.mr-end-label:visible')).toHaveText([/Nasdaq/, /Nvidia/]);
  await expect(waiting).toBeHidden();
});

test('dragging over the chart selects a stretch; Reset and Back bring the others back', async ({ page }) => {
  await page.goto('./');
  await live(page);
  const stage = page.locator('.mr-stage');
  const { x = 0, y = 0 } = (await stage.boundingBox()) ?? {};
  await page.mouse.move(x + 200, y + 200);
  await page.mouse.down();
  await page.mouse.move(x + 300, y + 210);
  await page.mouse.move(x + 400, y + 220);
  await page.mouse.up();
  await expect.poll(() => new URL(page.url()).search).toMatch(/^\?range=2025-\d\d-\d\d\.\.2025-\d\d-\d\d$/);
  const selected = page.url();
  await page.getByRole('link', { name: /^Reset to/ }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('');
  await page.goBack();
  await expect.poll(() => page.url()).toBe(selected);
});

test('on paper every event is told in full, the controls are gone and the address is printed', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await page.goto('./?chart=daily&range=5');
  await live(page);
  for (const title of ['Washington restricts the H20', 'Nvidia says that it will sell', 'Jensen Huang speaks']) {
    const entry = page.locator('.mr-event', { hasText: title }).first();
    await expect(entry.locator('.event-detail')).toBeVisible();
    await expect(entry.locator('blockquote')).toBeVisible();
  }
  await expect(page.getByText('Your time').filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('.mr-plot').first()).toBeVisible();
  await expect(page.locator('.controls')).toBeHidden();
  await expect(page.locator('.event-steps')).toBeHidden();
  await expect(page.locator('.print-address')).toHaveText(page.url());
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper'))).toBe(
    '#fff',
  );
});

test('in forced colours the drawing is in the colours of the system', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./');
  await live(page);
  const [line, ground] = await page.evaluate(() => {
    const probe = document.createElement('i');
    probe.style.cssText = 'color: LinkText; background: Canvas; forced-color-adjust: none';
    document.body.append(probe);
    const stroke = getComputedStyle(document.querySelector('.mr-line-0 path') ?? probe).stroke;
    return [stroke === getComputedStyle(probe).color, getComputedStyle(document.documentElement).backgroundColor];
  });
  expect(line).toBe(true);
  expect(ground).toBe(
    await page.evaluate(() => getComputedStyle(document.querySelector('i') ?? document.body).backgroundColor),
  );
});

test('the theme that the reader chose holds, whatever the system’s', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('./?theme=dark');
  await live(page);
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await paper()).toBe('rgb(21, 24, 28)');
  await page.locator('.more > summary').click();
  await page.getByRole('link', { name: 'Light' }).click();
  await expect.poll(paper).toBe('rgb(251, 250, 247)');
});
