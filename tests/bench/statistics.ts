import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { analyse } from '../../src/core/reaction/analysis.ts';
import { holm } from '../../src/core/reaction/holm.ts';
import { defaultParameters, type Model, type ReactionParameters } from '../../src/core/reaction/parameters.ts';
import { ownSessions, type ReturnPanel } from '../../src/core/reaction/return-panel.ts';
import { addDays } from '../../src/core/calendar-days.ts';
import { sessionDate } from '../../src/core/units.ts';
import { makeFloor } from './statistics-floor.ts';

interface Row {
  readonly what: string;
  readonly value: string;
  readonly limit: string;
  readonly met: boolean;
}

const INSTRUMENTS = 100;
const EVENTS = 100;
const T = 240;
const ROUNDS = 9;
const FIRST_EVENT = 260;
const SPACING = 3;
const ROWS = FIRST_EVENT + EVENTS * SPACING + 10;
const MODELS: readonly Model[] = ['mean', 'market', 'adjusted'];
const LIMIT = 2;

const parameters: ReactionParameters = {
  ...defaultParameters,
  windows: [
    [0, 0],
    [0, 1],
    [-1, 1],
    [-5, 5],
  ],
};

/** Park and Miller's generator, so that every run has the same made-up prices. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Closes of a random walk with daily steps of about 1 %. */
function walk(random: () => number): number[] {
  const closes: number[] = [];
  let close = 100;
  for (let i = 0; i < ROWS; i++) {
    const normal = random() + random() + random() + random() - 2;
    close *= Math.exp(0.017 * normal);
    closes.push(close);
  }
  return closes;
}

function panels(): ReturnPanel[] {
  const first = sessionDate('2020-01-01');
  const sessions = Array.from({ length: ROWS }, (_, i) => addDays(first, i));
  const benchmark = { sessions, closes: walk(generator(1)) };
  return Array.from({ length: INSTRUMENTS }, (_, i) =>
    ownSessions({ sessions, closes: walk(generator(i + 2)) }, benchmark, 'log'),
  );
}

const none: ReadonlySet<number> = new Set();

/** Every figure of one instrument's events; gives a sum, so that nothing can be left out. */
function analyseAll(panel: ReturnPanel): number {
  let sum = 0;
  for (const model of MODELS) {
    const asked = { ...parameters, model };
    const ps: number[] = [];
    for (let event = 0; event < EVENTS; event++) {
      const analysis = analyse(panel, FIRST_EVENT + event * SPACING, asked, none);
      if (analysis.kind !== 'measured') throw new Error(`not measured: ${analysis.kind}`);
      ps.push(analysis.dayZero.standing.absolute);
      sum += analysis.dayZero.p;
    }
    sum += holm(ps)[0] ?? 0;
  }
  return sum;
}

function floorAll(panel: ReturnPanel, floor: ReturnType<typeof makeFloor>): number {
  const m = panel.benchmark?.m ?? panel.r;
  let sum = 0;
  for (const beta of [0, null, 1]) {
    for (let event = 0; event < EVENTS; event++) {
      const dayZero = FIRST_EVENT + event * SPACING;
      sum += floor(panel.r, m, dayZero, dayZero - 250, beta);
    }
  }
  return sum;
}

function timed(work: () => number): number {
  const start = performance.now();
  const sum = work();
  const took = performance.now() - start;
  if (Number.isNaN(sum)) throw new Error('a figure is not a number');
  return took;
}

function sum(panelsAtHand: readonly ReturnPanel[], work: (panel: ReturnPanel) => number): number {
  return panelsAtHand.reduce((total, panel) => total + work(panel), 0);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function spread(values: readonly number[], digits: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `${(sorted[0] ?? 0).toFixed(digits)} to ${(sorted.at(-1) ?? 0).toFixed(digits)}`;
}

/** Heap in use after a full collection, in MiB. */
function settledHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/**
 * 10,000 full analyses (100 made-up instruments × 100 events, 240 ordinary days,
 * three models, four windows) against a floor on typed arrays, interleaved in one
 * process, medians of nine rounds; and the heap before and after them.
 */
export async function benchStatistics(): Promise<{ name: string; rows: Row[] }> {
  const all = panels();
  const floor = makeFloor(T, parameters.windows, parameters.days);
  sum(all.slice(0, 10), analyseAll);
  sum(all.slice(0, 10), (panel) => floorAll(panel, floor));
  const heapBefore = settledHeap();
  const ours: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let own = 0;
    let least = 0;
    // Interleaved by instrument, so that whatever else the machine does falls on both alike.
    all.forEach((panel, i) => {
      const measure = [
        () => void (own += timed(() => analyseAll(panel))),
        () => void (least += timed(() => floorAll(panel, floor))),
      ];
      for (const one of (round + i) % 2 === 0 ? measure : measure.toReversed()) one();
    });
    ours.push(own);
    floors.push(least);
    // Lets other work of the process in between rounds.
    await Promise.resolve();
  }
  const grown = settledHeap() - heapBefore;
  const ratios = ours.map((time, i) => time / (floors[i] ?? Number.NaN));
  const ratio = median(ratios);
  return {
    name: 'Reaction statistics, 10,000 full analyses',
    rows: [
      {
        what: `time against the floor (${median(ours).toFixed(0)} ms against ${median(floors).toFixed(0)} ms; ratios ${spread(ratios, 2)})`,
        value: `${ratio.toFixed(2)} ×`,
        limit: `${LIMIT} ×`,
        met: ratio <= LIMIT,
      },
      {
        what: `heap that ${(ROUNDS * INSTRUMENTS * EVENTS).toLocaleString('en')} analyses leave behind`,
        value: `${grown.toFixed(2)} MiB`,
        limit: '1 MiB',
        met: grown <= 1,
      },
    ],
  };
}
