import { cleanup, fireEvent } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { parseSnapshotCsv } from '../../../src/data/sources/snapshot.ts';
import type { InstrumentId, PriceSeries } from '../../../src/core/series.ts';
import { bundledSeries, firstStudy } from '../../core/study-at-hand.ts';
import { shortHistory, withCloses } from '../../chart/reaction/reactions-at-hand.ts';
import { nvidia } from '../../chart/study-of.ts';
import { panelPage } from './panel-page.tsx';

afterEach(cleanup);

const study = firstStudy();
const available = bundledSeries(study);

function seriesOf(id: InstrumentId): PriceSeries {
  const series = available.get(id);
  if (series === undefined) throw new Error(id);
  return series;
}

const replaced = (...series: readonly PriceSeries[]) =>
  new Map([...available, ...series.map((one) => [one.instrument, one] as const)]);

describe('the reaction panel', () => {
  it('tells of the study’s centre first, a sentence for each default market', () => {
    const { page } = panelPage();
    expect(
      [...page.container.querySelectorAll('.said')].map(({ textContent }) => textContent?.replaceAll('\u00a0', ' ')),
    ).toEqual([
      'The Nasdaq Composite rose 0.18% on 15 July 2025, to 20,677.80, from the close of 14 July. 203 of 237 ordinary days moved at least this much (about 6 in 7).',
      'Hang Seng TECH rose 2.80% on 15 July 2025, to 5,431.29, from the close of 14 July. 40 of 237 ordinary days moved at least this much (about 1 in 6).',
    ]);
  });

  it('follows the event that lines count from, and before it the pinned one', () => {
    const current = (change: Parameters<typeof panelPage>[0]) => {
      const { page } = panelPage(change);
      const words = page.getByRole('navigation', { name: 'Event' }).querySelector('[aria-current]')?.textContent;
      cleanup();
      return words?.slice(0, 1);
    };
    expect(current({ base: { kind: 'event', event: 'speech' } })).toBe('3');
    expect(current({ base: { kind: 'event', event: 'speech' }, event: 'restriction' })).toBe('1');
    expect(current({ event: 'us-cpi' })).toBe('2');
  });

  it('tells of a market that was charted besides', () => {
    const { text } = panelPage({ instruments: ['IXIC', 'HSTECH', 'NVDA'] });
    // Method, section 6: +4.04%, 50 of 237.
    expect(text()).toContain('Nvidia rose 4.04% on 15 July 2025, to 170.70');
    expect(text()).toContain('50 of 237 ordinary days moved at least this much');
  });

  it('names the confounders wherever it gives p-values', () => {
    const { page } = panelPage();
    const [, hongKong] = page.container.querySelectorAll('.figures');
    const cells = [...(hongKong?.querySelectorAll('tr') ?? [])].find((row) => row.textContent?.startsWith('p,'));
    expect(cells?.textContent).toContain('also in that session: China’s second-quarter GDP');
    expect(hongKong?.lastElementChild?.textContent).toContain('China’s second-quarter GDP');
  });

  it('never speaks of a cause, and has no stars', () => {
    expect(panelPage().text()).not.toMatch(/caus(?:ed|es)\b|\*/i);
  });

  it('shows a choice beside the default, never in its place', () => {
    const { page, text } = panelPage({ model: 'market', estimation: [-120, -11] });
    const heads = [
      ...page.container.querySelectorAll('.reaction:nth-child(2) .figure-table:not(.window-table) th[scope=col]'),
    ];
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      'Figure',
      'Default: constant mean',
      'Second opinion: market model',
    ]);
    expect(text()).toContain('40 of 237 ordinary days moved at least this much');
    expect(text()).toContain('so part of the effect is removed');
  });

  it('offers the second opinion as one link', () => {
    const { page, changes } = panelPage();
    fireEvent.click(page.getByText('Second opinion: market model'));
    expect(changes).toEqual([
      { model: 'market', benchmark: null, estimation: [-120, -11], window: [0, 0], returns: 'log' },
    ]);
  });

  it('keeps what cannot be read as it was typed, and takes what can', () => {
    const { page, changes } = panelPage({}, study, available, 'live');
    const field = page.getByLabelText(/Ordinary days/);
    fireEvent.change(field, { target: { value: '-60..x' } });
    fireEvent.blur(field);
    expect(changes).toEqual([]);
    expect((field as HTMLInputElement).value).toBe('-60..x');
    expect(page.container.textContent).toContain('two whole numbers in order, such as -250..-11');
    fireEvent.change(field, { target: { value: '−200 to −21' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(changes).toEqual([{ estimation: [-200, -21] }]);
  });

  it('says why windows that overlap cannot be used, with the default still there', () => {
    const { text } = panelPage({ estimation: [-60, -3] });
    expect(text()).toContain(
      'The estimation window -60..-3 overlaps the event window -5..5; end it before session -5.',
    );
    expect(text()).toContain('40 of 237 ordinary days');
  });

  it('is a heat map from twelve cells on, and a plain table below that', () => {
    expect(panelPage().page.container.querySelectorAll('.matrix-table.is-heat-map td')).toHaveLength(15);
    cleanup();
    const { page } = panelPage({}, study, new Map([...available].slice(0, 3)));
    expect(page.container.querySelectorAll('.matrix-table:not(.is-heat-map) td')).toHaveLength(9);
  });

  it('shows gaps, session parts or volumes in its table, each among its own ordinary days', () => {
    const { page } = panelPage({}, nvidia.study, nvidia.available, 'live');
    const cells = (): (string | null)[] =>
      [...page.container.querySelectorAll('.matrix-table tbody tr:nth-child(2) td')].map(
        ({ textContent }) => textContent,
      );
    fireEvent.change(page.getByLabelText('What the table shows'), { target: { value: 'gap' } });
    // 20,822.76 / 20,640.33 − 1; the Hang Seng Index has no opens.
    expect(cells()[0]).toMatch(/^\+0\.88%\d+ of 237$/);
    expect(cells()[3]).toBe('not known');
    fireEvent.change(page.getByLabelText('What the table shows'), { target: { value: 'volume' } });
    expect(cells()[1]).toBe('not known');
  });

  it('picks a day with the keys of its range control, and says what it was', () => {
    const { page } = panelPage();
    const control = page.getByRole('slider', { name: /Hang Seng TECH/ });
    fireEvent.change(control, { target: { value: '0' } });
    expect(control.getAttribute('aria-valuetext')?.replaceAll('\u00a0', ' ')).toBe('Mon 7 Apr 2025: −17.16%');
    fireEvent.keyDown(control, { key: 'Escape' });
    expect(control.getAttribute('aria-valuetext')?.replaceAll('\u00a0', ' ')).toBe('Tue 15 Jul 2025: +2.80%');
  });
});

describe('with data that are short or bad', () => {
  it('gives the move and says what is missing with fewer than 30 sessions', () => {
    // 30 sessions before day 0: 29 have a return, of which ten are within the gap to the event.
    const { text } = panelPage({}, study, shortHistory(study, 30));
    expect(text()).toContain(
      'Not enough history to say how unusual this was: 19 sessions in the estimation window, 30 needed; the data have 30 before the event.',
    );
    expect(text()).toContain('Hang Seng TECH rose 2.80%');
    expect(text()).not.toContain('Holm');
  });

  it('gives a rank and no test with 30 to 59 sessions', () => {
    const { text } = panelPage({}, study, shortHistory(study, 60));
    expect(text()).toMatch(/Rank \d+ of 50, its own day counted/);
    expect(text()).not.toContain('Holm');
  });

  const flat = withCloses(seriesOf('HSTECH'), () => 100);
  const hongKong = study.instruments.find(({ id }) => id === 'HSTECH');
  if (hongKong === undefined) throw new Error('HSTECH');
  const csv = (rows: string) => parseSnapshotCsv(hongKong, `date,close\n${rows}`, study);

  it.each<[string, Map<InstrumentId, PriceSeries>]>([
    ['a series that never moves', replaced(flat)],
    ['a benchmark that never moves', replaced(withCloses(seriesOf('HSI'), () => 20_000))],
    ['no benchmark', new Map([...available].filter(([id]) => id !== 'HSI' && id !== 'SPX'))],
    ['no series at all', new Map()],
    ['one session', shortHistory(study, 0)],
    ['two sessions', shortHistory(study, 1)],
    ['70 sessions', shortHistory(study, 80)],
    [
      'an end before the event',
      new Map(
        [...available].map(([id, one]) => [
          id,
          { ...one, sessions: one.sessions.slice(0, 90), closes: one.closes.slice(0, 90) },
        ]),
      ),
    ],
    [
      'an end on day 0',
      new Map(
        [...available].map(([id, one]) => {
          const end = one.sessions.findIndex((session) => session >= '2025-07-15') + 1;
          return [id, { ...one, sessions: one.sessions.slice(0, end), closes: one.closes.slice(0, end) }];
        }),
      ),
    ],
    [
      'rows that are zero, negative, empty and no number',
      replaced(csv('2025-07-10,0\n2025-07-11,-5\n2025-07-14,5283.5\n2025-07-15,\n2025-07-16,abc\n2025-07-17,5400')),
    ],
  ])('%s: no figure that is none is on the page, under any model', (_, series) => {
    for (const model of ['mean', 'market', 'adjusted'] as const) {
      for (const event of ['restriction', 'announcement', 'speech']) {
        const { text, page } = panelPage({ model, event, window: [0, 3] }, study, series);
        expect(text()).not.toMatch(/NaN|Infinity|undefined|null/);
        expect(page.container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
        cleanup();
      }
    }
  });
});

describe('the claims', () => {
  it('each have a verdict, the figures, the rule and a way to the place in the chart', () => {
    const { page, changes } = panelPage();
    const claims = [...page.container.querySelectorAll('.claims > li')];
    expect(
      claims.map((claim) => [claim.getAttribute('data-claim'), claim.querySelector('.verdict')?.textContent]),
    ).toEqual([
      ['nasdaq-record', 'Holds'],
      ['hong-kong-rally', 'Holds'],
      ['worldwide', 'Holds in part'],
      ['valuation', 'Holds'],
    ]);
    const [record] = claims;
    expect(record?.textContent).toContain('17,862.23 on 18 June 2024');
    expect(record?.textContent).toContain(
      'Rule: the close is higher than every close before it, and so was that of the session before.',
    );
    const link = record?.querySelector('a');
    expect(link?.getAttribute('href')).toMatch(/event=announcement#chart$/);
    fireEvent.click(link ?? page.container);
    expect(changes).toEqual([
      {
        event: 'announcement',
        base: { kind: 'event', event: 'announcement' },
        range: { kind: 'around', sessions: 10 },
        instruments: ['IXIC', 'HSTECH'],
      },
    ]);
  });
});
