import { type Import, importsOf } from './imports.ts';
import type { SourceFile } from './project-files.ts';

/** The table of docs/decisions/0002-layers.md: what a folder may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/core': ['src/core'],
  'src/data': ['src/core', 'src/data'],
  'src/draft': ['src/core', 'src/data', 'src/draft'],
  'src/studies': [],
  'src/words': ['src/core', 'src/data', 'src/draft', 'src/chart', 'src/words'],
  'src/chart': ['src/core', 'src/words', 'src/chart'],
  'src/embed': ['src/core', 'src/words', 'src/chart', 'src/embed'],
  'src/node': [
    'src/core',
    'src/data',
    'src/draft',
    'src/studies',
    'src/words',
    'src/chart',
    'src/embed',
    'src/node',
    'src/app',
  ],
  'src/app': ['src/core', 'src/data', 'src/draft', 'src/studies', 'src/words', 'src/chart', 'src/embed', 'src/app'],
  mocks: ['src/core', 'src/data', 'mocks'],
};

const DRAWING = ['react', 'react-dom', 'recharts', '@tanstack/react-query'];

/** Packages that a folder may not import; the deepest folder that holds a file decides. */
const MAY_NOT_IMPORT: readonly (readonly [folder: string, isForbidden: (name: string) => boolean])[] = [
  ['src/chart/controller', () => true],
  ['src/core', (name) => DRAWING.includes(name) || name.startsWith('node:')],
  ['src/data', (name) => DRAWING.includes(name) || name.startsWith('node:')],
  ['src/draft', (name) => DRAWING.includes(name) || name.startsWith('node:')],
  ['src/words', () => true],
  ['src/chart', (name) => name.startsWith('node:') || name === '@tanstack/react-query'],
  ['src/embed', (name) => name.startsWith('node:')],
  ['src/app', (name) => name.startsWith('node:')],
];

/** What is wrong with the imports of a file: which way they point, and what they reach for. One sentence each. */
export function layerViolations(file: SourceFile): string[] {
  return importsOf(file).flatMap((found) => [...directionViolations(found), ...packageViolations(found)]);
}

/** What a folder takes types from and nothing that runs. */
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = { 'src/words': ['src/data', 'src/draft', 'src/chart'] };

function directionViolations({ from, to, isRelative, isDynamic, isTypeOnly }: Import): string[] {
  if (!isRelative) return [];
  const layer = layerOf(from);
  const allowed = layer === null ? null : MAY_IMPORT[layer];
  if (allowed === null || allowed === undefined) return [];
  if (layer === 'src/app' && to.startsWith('mocks/') && isDynamic) return [];
  const target = layerOf(to);
  const isAllowed = target === null ? layer === 'src/node' && !to.startsWith('tests/') : allowed.includes(target);
  const isMore = !isTypeOnly && TYPES_ONLY[layer ?? '']?.includes(target ?? '') === true;
  const wrongWay = isAllowed && !isMore ? [] : [`${from} imports ${to}, which ${layer} may not`];
  const noEnding = /\.[a-z0-9]+$/.test(to) ? [] : [`${from} imports ${to} without its file ending`];
  return [...wrongWay, ...noEnding];
}

function packageViolations({ from, to, isRelative }: Import): string[] {
  if (isRelative) return [];
  const forbidden = MAY_NOT_IMPORT.find(([folder]) => from.startsWith(`${folder}/`));
  const isMsw = to === 'msw' && from.startsWith('src/');
  return isMsw || forbidden?.[1](to) === true ? [`${from} imports the package ${to}`] : [];
}

function layerOf(path: string): string | null {
  return Object.keys(MAY_IMPORT).find((layer) => path.startsWith(`${layer}/`)) ?? null;
}
