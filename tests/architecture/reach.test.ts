import { describe, expect, it } from 'vitest';
import { codeBelow } from './project-files.ts';
import { defaultLocales, reachedFor, unguardedStorage } from './reach-rules.ts';

const planted = (text: string) => ({ path: 'src/core/planted.ts', text });

describe('the clock, randomness and the network', () => {
  it('are passed in, and never reached for in core, data and chart', () => {
    expect(codeBelow('src/core', 'src/data', 'src/chart').flatMap(reachedFor)).toEqual([]);
  });

  it.each([
    'const now = new Date();',
    'const now = Date();',
    'const now = Date.now();',
    'const now = Temporal.Now.instant();',
    'const began = performance.now();',
    'const chance = Math.random();',
    "const answer = await fetch('https://example.org');",
    "const answer = await globalThis.fetch('https://example.org');",
    'const clock = Date.now;',
  ])('are found in: %s', (text) => {
    expect(reachedFor(planted(text))).toHaveLength(1);
  });

  it.each([
    'const day = new Date(time);',
    'const day = Date.parse(text);',
    '// new Date() and fetch() are only spoken of',
    "const words = 'Date.now()';",
    'async function ask(fetch: typeof globalThis.fetch, url: string) { return fetch(url); }',
  ])('are not found in: %s', (text) => {
    expect(reachedFor(planted(text))).toEqual([]);
  });
});

describe('the language and the zone of the machine', () => {
  it('are never used in core and chart, save by the controller, which formats for the reader in front of it', () => {
    const files = codeBelow('src/core', 'src/chart').filter(({ path }) => !path.startsWith('src/chart/controller/'));
    expect(files.flatMap(defaultLocales)).toEqual([]);
  });

  it.each([
    'const f = new Intl.NumberFormat();',
    'const f = new Intl.DateTimeFormat(undefined, { timeZone: zone });',
    'const f = Intl.NumberFormat();',
    'const s = (1234.5).toLocaleString();',
    "const s = day.toLocaleDateString(undefined, { weekday: 'short' });",
    'const order = a.localeCompare(b);',
    'const zone = format.resolvedOptions().timeZone;',
  ])('are found in: %s', (text) => {
    expect(defaultLocales(planted(text))).toHaveLength(1);
  });

  it.each([
    'const f = new Intl.NumberFormat(language);',
    "const s = n.toLocaleString('en');",
    "const o = a.localeCompare(b, 'en');",
  ])('are not found in: %s', (text) => {
    expect(defaultLocales(planted(text))).toEqual([]);
  });
});

describe('storage', () => {
  it('is only touched where a refusal is caught', () => {
    expect(codeBelow('src').flatMap(unguardedStorage)).toEqual([]);
  });

  it.each([
    "const theme = localStorage.getItem('theme');",
    "const theme = window.sessionStorage.getItem('theme');",
    'const known = document.cookie;',
    'try { ready(); } catch { localStorage.clear(); }',
    'const has = typeof localStorage !== "undefined";',
  ])('is found unguarded in: %s', (text) => {
    expect(unguardedStorage(planted(text))).toHaveLength(1);
  });

  it('is not found unguarded inside of a try', () => {
    expect(unguardedStorage(planted("try { localStorage.setItem('a', 'b'); } catch { /* refused */ }"))).toEqual([]);
  });
});
