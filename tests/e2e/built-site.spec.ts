import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unguardedStorage } from '../architecture/reach-rules.ts';
import { contentSecurityPolicy, policyOf } from '../../src/node/content-security.ts';
import { expect, test } from './fixture.ts';

const directory = join(import.meta.dirname, '../..', process.env['BROWSER_TESTS_SITE'] ?? 'dist');

const paths = (ending: RegExp): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) => ending.test(path));
const text = (path: string): string => readFileSync(join(directory, path), 'utf8');

test.describe('the built site', () => {
  test('ships nothing of msw', () => {
    expect(paths(/\.js$/).length).toBeGreaterThan(0);
    expect(paths(/\.js$/).filter((path) => /\bmsw\b|mockServiceWorker/.test(text(path)))).toEqual([]);
    expect(paths(/mockServiceWorker/)).toEqual([]);
  });

  test('touches storage only where a refusal is caught', () => {
    expect(paths(/\.js$/).flatMap((path) => unguardedStorage({ path, text: text(path) }))).toEqual([]);
  });

  test('names no host but its own in scripts, styles and frames that a page loads', () => {
    const loads = /<(?:script|link|iframe|img|source)\b[^>]*?\b(?:src|href)="(?:https?:)?\/\/[^"]*"[^>]*>/g;
    const isLoaded = (tag: string): boolean => !/rel="(?:canonical|alternate|license)"/.test(tag);
    expect(paths(/\.html$/).flatMap((path) => (text(path).match(loads) ?? []).filter(isLoaded))).toEqual([]);
  });

  test('has only relative addresses, so that it works below any path', () => {
    expect(paths(/\.html$/).filter((path) => /\b(?:src|href)="\/(?!\/)/.test(text(path)))).toEqual([]);
  });

  test('carries a policy without unsafe scripts in every page, which fits its inline scripts', () => {
    for (const path of paths(/\.html$/)) {
      const html = text(path);
      const policy = policyOf(html) ?? '';
      expect(policy, path).toBe(contentSecurityPolicy(html, /^(?:embed|frozen)\//.test(path) ? 'frame' : 'dashboard'));
      expect(policy, path).not.toMatch(/script-src[^;]*unsafe/);
    }
  });

  test('has its style rules in every page, and the files that they name', () => {
    const pages = paths(/\.html$/);
    expect(pages.filter((path) => /<link[^>]*rel="stylesheet"/.test(text(path)))).toEqual([]);
    const named = pages.flatMap((path) =>
      [...text(path).matchAll(/url\(([^)"']+)\)/g)]
        .map(([, address = '']) => address)
        .filter((address) => !/^(?:data:|#)/.test(address))
        .map((address) => join(directory, dirname(path), address)),
    );
    expect(named.length).toBeGreaterThan(pages.length);
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });

  test('has no field to fill in, for which a browser would lay the page out before its typefaces are there', () => {
    const field = /<(?:select|textarea|input(?![^>]*type="range"))\b/;
    expect(paths(/\.html$/).filter((path) => field.test(text(path)))).toEqual([]);
  });

  test('has no inline handlers, which its policy would refuse', () => {
    expect(paths(/\.(?:html|svg)$/).filter((path) => /<[^>]+\son[a-z]+\s*=/i.test(text(path)))).toEqual([]);
  });

  test('leaves no notes of the build behind', () => {
    expect(paths(/manifest\.json$|\.map$|^\.vite/)).toEqual([]);
  });
});

test('the page runs under its policy: what would go around it is refused', async ({ page, strays }) => {
  strays.expected.push(/Content Security Policy/);
  const answer = await page.goto('./');
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'");
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.smuggled = "yes"';
    document.head.append(script);
    return document.documentElement.dataset['smuggled'] ?? 'no';
  });
  expect(ran).toBe('no');
  const evaluated = await page.addScriptTag({ content: 'window.smuggled = true' }).then(
    () => 'ran',
    () => 'refused',
  );
  expect(evaluated).toBe('refused');
});
