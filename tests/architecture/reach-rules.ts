import { parseSync, Visitor } from 'vite';
import type { SourceFile } from './project-files.ts';

const CLOCKS: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  performance: ['now'],
  crypto: ['randomUUID', 'getRandomValues'],
  Temporal: ['Now'],
  globalThis: ['fetch'],
  window: ['fetch'],
};

/**
 * Where a file reaches for the clock, for randomness or for the network instead of being given them: `new Date()`,
 * `Date.now`, `Math.random`, `Temporal.Now`, `fetch(…)` and their like. One sentence each.
 */
export function reachedFor({ path, text }: SourceFile): string[] {
  const found: string[] = [];
  const say = (what: string, start: number): void =>
    void found.push(`${path}:${lineAt(text, start)} reaches for ${what}`);
  const visitor = new Visitor({
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0) say('new Date()', start);
    },
    CallExpression({ callee, start }) {
      if (callee.type !== 'Identifier') return;
      if (callee.name === 'Date' || callee.name === 'fetch') say(`${callee.name}()`, start);
    },
    MemberExpression({ object, property, start }) {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      if (CLOCKS[object.name]?.includes(property.name) === true) say(`${object.name}.${property.name}`, start);
    },
  });
  visitor.visit(parseSync(path, text).program);
  // A parameter called `fetch` is one that was passed in.
  return takesFetch(text) ? found.filter((line) => !line.endsWith('fetch()')) : found;
}

const LOCALE_FIRST = [
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
];

/** Where a file takes the machine's own language or zone: a format without a locale, or `resolvedOptions().timeZone`. */
export function defaultLocales({ path, text }: SourceFile): string[] {
  const found: string[] = [];
  const say = (what: string, start: number): void => void found.push(`${path}:${lineAt(text, start)} uses ${what}`);
  const isAbsent = (argument: { type: string; name?: unknown } | undefined): boolean =>
    argument === undefined || (argument.type === 'Identifier' && argument.name === 'undefined');
  const intl = (callee: { type: string; object?: unknown; property?: unknown }): boolean => {
    const object = callee.object as { type?: string; name?: string } | undefined;
    return callee.type === 'MemberExpression' && object?.type === 'Identifier' && object.name === 'Intl';
  };
  const visitor = new Visitor({
    NewExpression({ callee, arguments: given, start }) {
      if (intl(callee) && isAbsent(given[0])) say('Intl without a locale', start);
    },
    CallExpression({ callee, arguments: given, start }) {
      if (intl(callee) && isAbsent(given[0])) say('Intl without a locale', start);
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const { name } = callee.property;
      if (LOCALE_FIRST.includes(name) && isAbsent(given[0])) say(`${name} without a locale`, start);
      if (name === 'localeCompare' && isAbsent(given[1])) say('localeCompare without a locale', start);
      if (name === 'resolvedOptions') say('the zone or language of the machine', start);
    },
  });
  visitor.visit(parseSync(path, text).program);
  return found;
}

const STORES = new Set(['localStorage', 'sessionStorage', 'indexedDB', 'caches']);

/** Where a file touches storage outside of a `try`, which throws in a frame whose storage is blocked. */
export function unguardedStorage({ path, text }: SourceFile): string[] {
  const found: string[] = [];
  let guards = 0;
  const touch = (name: string, start: number): void => {
    if (guards === 0) found.push(`${path}:${lineAt(text, start)} touches ${name} outside of a try`);
  };
  const visitor = new Visitor({
    TryStatement: () => void (guards += 1),
    'TryStatement:exit': () => void (guards -= 1),
    // What stands in a `catch` or a `finally` is not guarded by it.
    CatchClause: () => void (guards -= 1),
    'CatchClause:exit': () => void (guards += 1),
    Identifier({ name, start }) {
      if (STORES.has(name)) touch(name, start);
    },
    MemberExpression({ object, property, start }) {
      const isCookie = property.type === 'Identifier' && property.name === 'cookie';
      if (isCookie && object.type === 'Identifier' && object.name === 'document') touch('document.cookie', start);
    },
  });
  visitor.visit(parseSync(path, text).program);
  return found;
}

function takesFetch(text: string): boolean {
  return /\bfetch\??\s*[:,}]/.test(text);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
