import { describe, expect, it } from 'vitest';
import { analyse, type Measured } from '../../../src/core/reaction/analysis.ts';
import { residualAutocorrelation, standardizedRankP } from '../../../src/core/reaction/diagnostics.ts';
import { defaultParameters } from '../../../src/core/reaction/parameters.ts';
import { ownSessions } from '../../../src/core/reaction/return-panel.ts';
import { criticalValues } from '../../../src/core/reaction/student-t.ts';
import { type ExpectedFigure, expectedFigures, SYNTHETIC_DAY_ZERO, syntheticCloses } from './synthetic.ts';

const figures = expectedFigures();
const market = syntheticCloses('MKT');

function analysed({ instrument, model, estimation }: ExpectedFigure): Measured {
  const panel = ownSessions(syntheticCloses(instrument), market, 'log');
  const analysis = analyse(panel, SYNTHETIC_DAY_ZERO, { ...defaultParameters, model, estimation }, new Set());
  if (analysis.kind !== 'measured') throw new Error(`not measured: ${analysis.kind}`);
  return analysis;
}

function fitMetric(analysis: Measured, metric: string): number | null | undefined {
  const { fit } = analysis;
  const values: Record<string, number | null> = {
    T: fit.T,
    alpha: fit.alpha,
    beta: fit.beta,
    sigma: fit.sigma,
    df: fit.df,
    r2: fit.r2,
    t_crit: criticalValues(fit.df).t975,
    robust_sigma_mad: analysis.sorted.robustSigma,
    ewma_sigma_day0: analysis.ewmaSigma,
    resid_acf1: residualAutocorrelation(fit),
  };
  return values[metric];
}

function dayMetric(analysis: Measured, offset: number, metric: string): number | null | undefined {
  const day = analysis.days.find((one) => one.day === offset);
  if (day === undefined) return undefined;
  const values: Record<string, number | null> = {
    r: day.r,
    m: day.m,
    AR: day.ar,
    c: day.c,
    se: day.se,
    t: day.t,
    p: day.p,
    t_naive: day.ar / analysis.fit.sigma,
    sq_p_upper: day.standing.upper,
    sq_p_lower: day.standing.lower,
    sq_p_two: day.standing.two,
    sq_p_abs: day.standing.absolute,
    sq_std_p_two: standardizedRankP(analysis.panel, analysis.fit, analysis.rows, day),
    percentile: day.standing.percentile,
    robust_z: day.robustZ,
    ewma_z: day.ewmaZ,
  };
  return values[metric];
}

function windowMetric(analysis: Measured, where: string, metric: string): number | null | undefined {
  const window = analysis.windows.find((one) => `[${one.window.join(',')}]` === where);
  if (window?.kind !== 'complete') return undefined;
  const naive = analysis.fit.sigma * Math.sqrt(window.L);
  const values: Record<string, number | null> = {
    L: window.L,
    CAR: window.car,
    factor: window.factor,
    se: window.se,
    t: window.t,
    p: window.p,
    ci_lo: window.interval[0],
    ci_hi: window.interval[1],
    se_naive: naive,
    t_naive: window.car / naive,
    roll_n: window.rolling.n,
    roll_p_two: window.rolling.two,
    raw_log: Math.log1p(window.move),
    raw_simple: window.move,
    BHAR_simple: window.bhar,
  };
  return values[metric];
}

/** The tolerance of tests/reference/README.md. */
function disagrees(metric: string, got: number, want: number): boolean {
  if (metric === 'T' || metric === 'L' || metric === 'df' || metric === 'roll_n') return got !== want;
  if (metric === 'p' || /_p_/.test(metric)) return !(Math.abs(got - want) <= 1e-8);
  return !(Math.abs(got - want) <= 1e-9 * Math.max(Math.abs(want), 1e-6));
}

describe('figures of independent software', () => {
  it('are 3,124', () => {
    expect(figures).toHaveLength(3124);
  });

  for (const instrument of ['AAA', 'BBB'] as const) {
    for (const model of ['mean', 'market', 'adjusted'] as const) {
      it(`agree with the analysis of ${instrument} under the ${model} model`, () => {
        const wrong: string[] = [];
        const analyses = new Map<string, Measured>();
        for (const figure of figures.filter((one) => one.instrument === instrument && one.model === model)) {
          const key = figure.estimation.join();
          const analysis = analyses.get(key) ?? analysed(figure);
          analyses.set(key, analysis);
          const { where, metric, value } = figure;
          const got = where.startsWith('day')
            ? dayMetric(analysis, Number(where.slice(3)), metric)
            : where === 'fit'
              ? fitMetric(analysis, metric)
              : windowMetric(analysis, where, metric);
          if (got === undefined || got === null || disagrees(metric, got, value)) {
            wrong.push(`${key} ${where} ${metric}: ${got}, expected ${value}`);
          }
        }
        expect(wrong).toEqual([]);
      });
    }
  }
});
