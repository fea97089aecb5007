import { describe, expect, it } from 'vitest';
import { defaultParameters } from '../../../src/core/reaction/parameters.ts';
import { type Reaction, type ReactionRequest, studyReactions } from '../../../src/core/reaction/study-reactions.ts';
import { bundledSeries, firstStudy } from '../study-at-hand.ts';

const study = firstStudy();
const available = bundledSeries(study);

function reactions(request: Partial<ReactionRequest> = {}): (event: string, instrument: string) => Reaction {
  const all = studyReactions(study, available, ['IXIC', 'HSTECH', 'NVDA'], {
    parameters: defaultParameters,
    ...request,
  });
  return (event, instrument) => {
    const found = all.find((one) => one.event.id === event && one.instrument.id === instrument);
    if (found?.kind !== 'reaction') throw new Error(`${event} on ${instrument} is not measured`);
    return found;
  };
}

/** The figures of the project's method, §6, as a reader sees them: percent with two decimals. */
function seen({ analysis }: Reaction) {
  if (analysis.kind !== 'measured') throw new Error(`not measured: ${analysis.kind}`);
  const percent = (ratio: number) => Number((100 * ratio).toFixed(2));
  return {
    close: analysis.move.close,
    move: percent(analysis.move.move),
    sigma: percent(analysis.fit.sigma),
    robust: percent(analysis.sorted.robustSigma),
    T: analysis.rank.T,
    raw: analysis.rank.atLeast,
    afterDrift: analysis.dayZero.standing.asLarge,
    p: Number(analysis.dayZero.standing.absolute.toFixed(3)),
    shocks: analysis.shocks.map((row) => analysis.panel.sessions[row]),
  };
}

describe('the announcement of 15 July 2025, the sessions around the restriction left out', () => {
  const of = reactions();

  it('was an ordinary day for the Nasdaq Composite', () => {
    expect(seen(of('announcement', 'IXIC'))).toEqual({
      close: 20677.8,
      move: 0.18,
      sigma: 1.66,
      robust: 1.04,
      T: 237,
      raw: 203,
      afterDrift: 212,
      p: 0.895,
      shocks: ['2025-04-03', '2025-04-04', '2025-04-09'],
    });
  });

  it('was a day in six for Hang Seng TECH', () => {
    expect(seen(of('announcement', 'HSTECH'))).toEqual({
      close: 5431.29,
      move: 2.8,
      sigma: 2.68,
      robust: 1.93,
      T: 237,
      raw: 40,
      afterDrift: 52,
      p: 0.223,
      shocks: ['2024-10-08', '2025-04-07'],
    });
  });

  it('was a day in five for Nvidia', () => {
    expect(seen(of('announcement', 'NVDA'))).toEqual({
      close: 170.7,
      move: 4.04,
      sigma: 3.66,
      robust: 3.04,
      T: 237,
      raw: 50,
      afterDrift: 53,
      p: 0.227,
      shocks: ['2025-01-27', '2025-04-09'],
    });
  });

  it('is called ordinary everywhere', () => {
    for (const id of ['IXIC', 'HSTECH', 'NVDA']) expect(of('announcement', id).verdict).toBe('ordinary');
  });

  it('leaves out the session before, of and after the restriction in either market', () => {
    for (const id of ['IXIC', 'HSTECH']) {
      const left = of('announcement', id).leftOut.find(({ event }) => event?.id === 'restriction');
      expect(left?.sessions).toEqual(['2025-04-15', '2025-04-16', '2025-04-17']);
    }
  });
});

describe('the announcement with nothing left out', () => {
  const of = reactions({ keepOtherEvents: true });

  it('stands among 240 ordinary days', () => {
    expect(seen(of('announcement', 'IXIC'))).toMatchObject({ T: 240, raw: 204, afterDrift: 211 });
    expect(seen(of('announcement', 'HSTECH'))).toMatchObject({ T: 240, raw: 41, afterDrift: 51 });
    expect(seen(of('announcement', 'NVDA'))).toMatchObject({ T: 240, raw: 51, afterDrift: 51 });
  });
});

describe('the restriction of 15 April 2025', () => {
  const of = reactions();

  it('first met the sessions of 16 April, with a short history', () => {
    const nasdaq = of('restriction', 'IXIC');
    expect(nasdaq.mapping.dayZero).toBe('2025-04-16');
    expect(nasdaq.analysis).toMatchObject({ kind: 'measured', shortHistory: true });
    expect(seen(nasdaq)).toMatchObject({ move: -3.07, T: 188, raw: 6, p: 0.037 });
    const hongKong = of('restriction', 'HSTECH');
    expect(hongKong.mapping.dayZero).toBe('2025-04-16');
    expect(seen(hongKong)).toMatchObject({ move: -3.72, T: 184, raw: 20, p: 0.097 });
  });

  it('is large on the Nasdaq alone, and not beyond chance among six looks', () => {
    // The smallest of six: 6 · 7/189 = 0.2222.
    const nasdaq = of('restriction', 'IXIC');
    expect(nasdaq).toMatchObject({ verdict: 'large', looks: 6 });
    expect(nasdaq.holmP).toBeCloseTo(42 / 189, 12);
    // The second smallest: 5 · 18/185 = 0.4865.
    expect(of('restriction', 'HSTECH').holmP).toBeCloseTo(90 / 185, 12);
  });

  it('counts nine looks for an instrument outside the study’s default ones', () => {
    // Nvidia's 9/189 is second to the Nasdaq's 7/189 of nine: 8 · 9/189 = 0.3810.
    const nvidia = of('restriction', 'NVDA');
    expect(nvidia.looks).toBe(9);
    expect(nvidia.holmP).toBeCloseTo(72 / 189, 12);
  });
});

describe('the speech of 16 July 2025', () => {
  const of = reactions();

  it('met ordinary sessions', () => {
    expect(seen(of('speech', 'IXIC'))).toMatchObject({ move: 0.25, T: 237, raw: 190 });
    expect(seen(of('speech', 'HSTECH'))).toMatchObject({ move: -0.24, T: 237, raw: 211 });
  });
});
