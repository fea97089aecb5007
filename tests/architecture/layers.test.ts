import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.ts';
import { layerViolations } from './layer-rules.ts';
import { codeBelow, stylesBelow } from './project-files.ts';
import { rulesOf } from './style-rules.ts';

const shipped = codeBelow('src', 'mocks');
const styles = stylesBelow('src');

describe('imports', () => {
  it('point the way that the table of layers allows, in every file', () => {
    expect(shipped.length).toBeGreaterThan(0);
    expect(styles.length).toBeGreaterThan(0);
    expect([...shipped, ...styles].flatMap(layerViolations)).toEqual([]);
  });

  it.each([
    ['src/core/a.ts', "import { b } from '../chart/b.ts';"],
    ['src/core/a.ts', "import type { B } from '../data/b.ts';"],
    ['src/core/a.ts', "export { b } from '../data/b.ts';"],
    ['src/core/a.ts', "import { useState } from 'react';"],
    ['src/core/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/core/a.ts', "const b = await import('../app/b.ts');"],
    ['src/data/a.ts', "import { b } from '../chart/b.ts';"],
    ['src/data/a.ts', "import { useQuery } from '@tanstack/react-query';"],
    ['src/draft/a.ts', "import { b } from '../words/en/b.ts';"],
    ['src/draft/a.ts', "import { useState } from 'react';"],
    ['src/words/en/a.ts', "import { b } from '../../app/b.ts';"],
    ['src/words/en/a.ts', "import { useState } from 'react';"],
    ['src/words/en/a.ts', "import { b } from '../../chart/b.ts';"],
    ['src/chart/a.ts', "import { b } from '../data/b.ts';"],
    ['src/chart/a.ts', "import study from '../studies/x/study.json';"],
    ['src/chart/controller/a.ts', "import { Line } from 'recharts';"],
    ['src/chart/controller/a.ts', "import * as v from 'valibot';"],
    ['src/embed/a.ts', "import { b } from '../app/b.tsx';"],
    ['src/embed/a.css', "@import url('../app/styles/b.css');"],
    ['src/chart/drawing/a.css', "@import '../../app/b.css';"],
    ['src/app/a.tsx', "import { b } from '../node/b.ts';"],
    ['src/app/a.tsx', "import { http } from 'msw';"],
    ['src/app/a.tsx', "import { b } from '../../mocks/b.ts';"],
    ['src/node/a.ts', "import { b } from '../../mocks/b.ts';"],
    ['src/node/a.ts', "import { b } from '../../tests/b.ts';"],
    ['mocks/a.ts', "import { b } from '../src/app/b.ts';"],
    ['src/core/a.ts', "import { b } from './b';"],
  ])('are refused in %s: %s', (path, text) => {
    expect(layerViolations({ path, text })).toHaveLength(1);
  });

  it.each([
    ['src/core/a.ts', "import { b } from './b.ts';"],
    ['src/data/a.ts', "import { b } from '../core/b.ts'; import * as v from 'valibot';"],
    ['src/draft/a.ts', "import { b } from '../core/b.ts'; import { Chrono } from 'chrono-node/en';"],
    ['src/words/en/a.ts', "import type { B } from '../../chart/b.ts'; import { c } from './c.ts';"],
    ['src/chart/sentences/a.ts', "import { b } from '../../words/en/b.ts';"],
    ['src/chart/drawing/a.tsx', "import { Line } from 'recharts'; import { b } from '../../core/b.ts';"],
    ['src/app/styles/a.css', "@import url('b.css'); @import url('../../chart/drawing/c.css');"],
    ['src/app/a.tsx', "const { startMocks } = await import('../../mocks/browser.ts');"],
    ['src/node/a.ts', "import { b } from '../app/b.tsx'; import { join } from 'node:path';"],
  ])('are allowed in %s: %s', (path, text) => {
    expect(layerViolations({ path, text })).toEqual([]);
  });
});

describe('a rule of style', () => {
  it('stands in one stylesheet', () => {
    const homes = new Map<string, Set<string>>();
    for (const file of styles) {
      for (const rule of rulesOf(file)) homes.set(rule, (homes.get(rule) ?? new Set()).add(file.path));
    }
    expect([...homes].filter(([, files]) => files.size > 1).map(([rule, files]) => [rule, ...files])).toEqual([]);
  });

  it('is the same whatever its lines and the order of what it sets', () => {
    const [one, other] = ['a,\nb { top: 0; /* why */ left: 0 }', 'a, b {left: 0; top: 0;}'];
    expect(rulesOf({ path: 'a.css', text: one })).toEqual(rulesOf({ path: 'b.css', text: other }));
  });
});

describe('the mocks', () => {
  it('are reached from one file of the app, by a dynamic import that only development takes', () => {
    const importing = (wanted: (path: string) => boolean) =>
      shipped.filter((file) => file.path.startsWith('src/') && importsOf(file).some(({ to }) => wanted(to)));
    const reaching = importing((path) => path.startsWith('mocks/'));
    expect(reaching.length).toBeLessThanOrEqual(1);
    const isGuarded = ({ text }: { text: string }): boolean => text.includes('import.meta.env.DEV');
    const unguarded = reaching.filter((file) => !isGuarded(file));
    const callers = importing((path) => unguarded.some((file) => file.path === path));
    expect(callers.filter((file) => !isGuarded(file)).map(({ path }) => path)).toEqual([]);
  });
});
