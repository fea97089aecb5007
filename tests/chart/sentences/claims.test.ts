import { describe, expect, it } from 'vitest';
import { claimSentences } from '../../../src/chart/sentences/claims.ts';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import { checkClaims } from '../../../src/core/claims/check-claims.ts';
import type { Claim } from '../../../src/core/study.ts';
import { shortHistory, withCloses } from '../reaction/reactions-at-hand.ts';
import { bundledSeries, firstStudy } from '../../core/study-at-hand.ts';

const study = firstStudy();
const available = bundledSeries(study);

function said(claim: Claim, series = available) {
  const [verdict] = checkClaims({ ...study, claims: [claim] }, series);
  if (verdict === undefined) throw new Error('no verdict');
  return claimSentences(verdict, study, formatsFor('en'));
}

function ofStudy(id: string) {
  const claim = study.claims.find((one) => one.id === id);
  if (claim === undefined) throw new Error(id);
  return said(claim);
}

describe('what is said of the article’s claims', () => {
  it('names both records, the highest close before the data and its source', () => {
    const { verdict, figures, rule } = ofStudy('nasdaq-record');
    expect(verdict).toBe('Holds');
    expect(figures).toMatch(
      /^The Nasdaq Composite closed at 20,677\.80 on 15 July 2025, above the highest close before it in the data, 20,640\.33 on 14 July 2025\. The highest close before the data was 17,862\.23 on 18 June 2024 \(.+\)\. The session before was a record too\.$/,
    );
    expect(rule).toBe('Rule: the close is higher than every close before it, and so was that of the session before.');
  });

  it('prints the threshold of a notable move with the figures', () => {
    const { verdict, figures, rule } = ofStudy('hong-kong-rally');
    expect(verdict).toBe('Holds');
    // 2.759% / 1.934% = 1.43.
    expect(figures).toBe(
      'Hang Seng TECH moved +2.80% on 15 July 2025, 1.4 times its robust sigma of 1.93%; 40 of 237 ordinary days moved at least this much (about 1 in 6).',
    );
    expect(rule).toBe(
      'Rule: a move up of at least 1 robust sigma, and at most 20% of ordinary days moved as much. Unusual asks for more: a move that chance alone would hardly make.',
    );
  });

  it('says what a partial verdict does not reach', () => {
    const { verdict, figures, beyond } = ofStudy('worldwide');
    expect(verdict).toBe('Holds in part');
    expect(figures).toBe(
      'The Nasdaq Composite +0.18%, Hang Seng TECH +2.80% and Nvidia +4.04%, from the close of 14 July to that of 15 July 2025. ' +
        'The Nasdaq Composite moved no more than on an ordinary day: 203 of 237 ordinary days moved at least as much. ' +
        'The other way: the S&P 500 −0.40%.',
    );
    expect(beyond).toContain('New York and Hong Kong only');
  });

  it('says why a valuation cannot be checked', () => {
    const measure = 'market value in US dollars';
    const check = {
      kind: 'level',
      instrument: 'NVDA',
      event: 'announcement',
      relation: 'above',
      level: 4e12,
      measure,
    } as const;
    const { verdict, figures } = said({ id: 'a', quote: 'a', check });
    expect(verdict).toBe('Cannot be checked');
    expect(figures).toBe('The study does not say what turns a close into the market value in US dollars.');
  });
});

describe('what is said where the closes do not say what a notable move is', () => {
  const claim = {
    id: 'a',
    quote: 'a',
    check: { kind: 'notable-move', instrument: 'IXIC', event: 'announcement' },
  } as const;

  // Of the rows before day 0 the first has no return, and the last ten are not in the estimation window.
  it.each([
    [12, '1 ordinary day'],
    [41, '30 ordinary days'],
  ])('with %i sessions before it, counts them', (keep, days) => {
    const { verdict, figures } = said(claim, shortHistory(study, keep));
    expect(verdict).toBe('Cannot be checked');
    expect(figures).toBe(
      `The Nasdaq Composite has ${days} before the event; 60 are needed to say what a notable move is.`,
    );
  });

  it('says that most days moved alike', () => {
    const series = available.get('IXIC');
    if (series === undefined) throw new Error('IXIC');
    // One step up and down again every ten sessions: on four days in five nothing moves.
    const steps = withCloses(series, (_, index) => (index % 10 === 0 ? 101 : 100));
    expect(said(claim, new Map([['IXIC', steps]])).figures).toMatch(
      /^The Nasdaq Composite moved alike on most of its \d+ ordinary days, so that they do not say/,
    );
  });
});

describe('what is said of other claims', () => {
  const event = 'announcement';

  it('names the close that stands above one that is no record', () => {
    // The highest close of the Nasdaq before 16 April 2025 was 20,173.89 on 16 December 2024.
    const check = { kind: 'record-close', instrument: 'IXIC', event: 'restriction', another: false } as const;
    const { verdict, figures } = said({ id: 'a', quote: 'a', check });
    expect(verdict).toBe('Does not hold');
    expect(figures).toBe(
      'The Nasdaq Composite closed at 16,307.16 on 16 April 2025, not above the 20,173.89 of 16 December 2024.',
    );
  });

  it('says "highest since" where the closes before the data are not known', () => {
    const check = { kind: 'record-close', instrument: 'NVDA', event, another: false } as const;
    const { verdict, figures } = said({ id: 'a', quote: 'a', check });
    expect(verdict).toBe('Cannot be checked');
    expect(figures).toContain('It is the highest close since 1 July 2024.');
    expect(figures).not.toMatch(/to a record/);
  });

  it('multiplies a close in the open', () => {
    const times = { value: 24_400_000_000, what: 'shares', source: 'a filing' };
    const check = {
      kind: 'level',
      instrument: 'NVDA',
      event,
      relation: 'above',
      level: 4e12,
      measure: 'market value, USD',
      times,
    } as const;
    const { verdict, figures, rule } = said({ id: 'a', quote: 'a', check });
    // 170.70 · 24.4 billion = 4,165,080,000,000.
    expect(verdict).toBe('Holds');
    expect(figures).toBe(
      'Nvidia closed at 170.70 USD on 15 July 2025; times 24.4 billion shares (a filing), that makes 4.165 trillion (market value, USD).',
    );
    expect(rule).toBe('Rule: above 4 trillion (market value, USD).');
  });

  it('names both sides of a comparison', () => {
    const check = {
      kind: 'comparison',
      instruments: ['HSTECH', 'IXIC'],
      event,
      window: [0, 0],
      relation: 'more',
    } as const;
    const { figures, rule } = said({ id: 'a', quote: 'a', check });
    expect(figures).toBe(
      'Hang Seng TECH +2.80% and the Nasdaq Composite +0.18%, from the close of 14 July to that of 15 July 2025.',
    );
    expect(rule).toBe('Rule: Hang Seng TECH did better than the Nasdaq Composite.');
  });
});
