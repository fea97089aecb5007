import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, type Measured } from '../../../src/core/reaction/analysis.ts';
import { fitModel } from '../../../src/core/reaction/fit.ts';
import { defaultParameters, type Model, type ReactionParameters } from '../../../src/core/reaction/parameters.ts';
import { ownSessions, type ReturnPanel } from '../../../src/core/reaction/return-panel.ts';
import { addDays } from '../../../src/core/calendar-days.ts';
import { sessionDate } from '../../../src/core/units.ts';

const ESTIMATION = 80;
const DAY_ZERO = ESTIMATION + 11;
const ROWS = DAY_ZERO + 7;
const sessions = Array.from({ length: ROWS }, (_, i) => addDays(sessionDate('2024-01-01'), i));
const models = fc.constantFrom<Model>('mean', 'market', 'adjusted');
/** Steps of up to 8 %, no two alike by less than a hundredth of a basis point, so that rounding cannot part or join them. */
const moving = fc
  .uniqueArray(fc.integer({ min: -80_000, max: 80_000 }), { minLength: ROWS, maxLength: ROWS })
  .map((steps) => steps.map((step) => step / 1e6));

/** The same on another grid, so that no difference of the two repeats. */
const market = moving.map((steps) => steps.map((step) => step * Math.SQRT1_2));

function prices(steps: readonly number[]): number[] {
  let close = 100;
  return steps.map((step) => (close *= Math.exp(step)));
}

function panelOf(own: readonly number[], benchmark: readonly number[], factor = 1): ReturnPanel {
  const closes = prices(own).map((close) => close * factor);
  return ownSessions({ sessions, closes }, { sessions, closes: prices(benchmark) }, 'log');
}

function measured(panel: ReturnPanel, model: Model, change: Partial<ReactionParameters> = {}): Measured {
  const parameters = { ...defaultParameters, model, estimation: [-90, -11] as const, ...change };
  const analysis = analyse(panel, DAY_ZERO, parameters, new Set());
  if (analysis.kind !== 'measured') throw new Error(`not measured: ${analysis.kind}`);
  return analysis;
}

describe('laws of the reaction statistics', () => {
  it('a constant factor on all prices changes nothing', () => {
    fc.assert(
      fc.property(
        moving,
        moving,
        models,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (own, other, model, factor) => {
          const plain = measured(panelOf(own, other), model);
          const scaled = measured(panelOf(own, other, factor), model);
          expect(scaled.fit.sigma).toBeCloseTo(plain.fit.sigma, 10);
          plain.days.forEach((day, i) => {
            expect(scaled.days[i]?.ar).toBeCloseTo(day.ar, 10);
            expect(scaled.days[i]?.p).toBeCloseTo(day.p, 6);
          });
          plain.windows.forEach((window, i) => {
            const same = scaled.windows[i];
            if (window.kind !== 'complete' || same?.kind !== 'complete') throw new Error('a window is not complete');
            expect(same.car).toBeCloseTo(window.car, 10);
            expect(same.move).toBeCloseTo(window.move, 10);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('abnormal returns of the estimation window sum to zero under the mean and the market model', () => {
    fc.assert(
      fc.property(moving, market, fc.constantFrom<Model>('mean', 'market'), (own, other, model) => {
        const { residuals } = measured(panelOf(own, other), model).fit;
        expect(residuals.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 10);
      }),
      { numRuns: 60 },
    );
  });

  it('the residuals of the market model do not move with the benchmark', () => {
    fc.assert(
      fc.property(moving, market, (own, other) => {
        const panel = panelOf(own, other);
        const { fit, rows } = measured(panel, 'market');
        const together = fit.residuals.reduce((sum, e, i) => sum + e * (panel.benchmark?.m[rows[i] ?? 0] ?? 0), 0);
        expect(together).toBeCloseTo(0, 10);
      }),
      { numRuns: 60 },
    );
  });

  it('abnormal returns are additive over windows', () => {
    fc.assert(
      fc.property(moving, market, models, fc.integer({ min: -4, max: 5 }), (own, other, model, cut) => {
        const windows = [
          [-5, 5],
          [-5, cut - 1],
          [cut, 5],
        ] as const;
        const [whole, first, second] = measured(panelOf(own, other), model, { windows }).windows.map((window) => {
          if (window.kind !== 'complete') throw new Error('a window is not complete');
          return window.car;
        });
        expect((first ?? 0) + (second ?? 0)).toBeCloseTo(whole ?? Number.NaN, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('the order of the estimation days changes no p of a day', () => {
    const order = fc.shuffledSubarray(
      Array.from({ length: ESTIMATION }, (_, i) => i + 1),
      { minLength: ESTIMATION, maxLength: ESTIMATION },
    );
    fc.assert(
      fc.property(moving, market, models, order, (own, other, model, shuffle) => {
        const shuffled = (steps: readonly number[]) => steps.map((step, i) => steps[shuffle[i - 1] ?? i] ?? step);
        const plain = measured(panelOf(own, other), model);
        const mixed = measured(panelOf(shuffled(own), shuffled(other)), model);
        plain.days.forEach((day, i) => {
          const same = mixed.days[i];
          expect(same?.p).toBeCloseTo(day.p, 6);
          expect(same?.standing.upper).toBe(day.standing.upper);
          expect(same?.standing.lower).toBe(day.standing.lower);
          // Two sizes on either side of the mean can be equal but for rounding.
          const moved = Math.abs((same?.standing.asLarge ?? -9) - day.standing.asLarge);
          expect(moved).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('a constant benchmark is refused by the market model and the market-adjusted one', () => {
    fc.assert(
      fc.property(moving, fc.double({ min: -0.01, max: 0.01, noNaN: true }), (own, step) => {
        const panel = panelOf(
          own,
          own.map(() => step),
        );
        const rows = Int32Array.from({ length: ESTIMATION }, (_, i) => i + 1);
        expect(fitModel(panel, rows, 'market')).toBe('constant-benchmark');
        expect(fitModel(panel, rows, 'adjusted')).toBe('constant-benchmark');
      }),
    );
  });

  it('every rank p lies between 1/(T + 1) and 1', () => {
    fc.assert(
      fc.property(moving, market, models, (own, other, model) => {
        for (const { standing } of measured(panelOf(own, other), model).days) {
          for (const p of [standing.upper, standing.lower, standing.two, standing.absolute]) {
            expect(p).toBeGreaterThanOrEqual(1 / (ESTIMATION + 1));
            expect(p).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
