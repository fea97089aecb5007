import { describe, expect, it } from 'vitest';
import { defaultStatistics, secondOpinionStatistics } from '../../../src/chart/reaction/asked-statistics.ts';
import { reactionSentences } from '../../../src/chart/sentences/reaction.ts';
import { axisChange, cellWords, matrixCaption } from '../../../src/chart/sentences/reaction-chart-words.ts';
import {
  chosenWords,
  reactionFigures,
  statisticsName,
  windowNote,
  windowRows,
} from '../../../src/chart/sentences/reaction-figures.ts';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import { defaultParameters, secondOpinion } from '../../../src/core/reaction/parameters.ts';
import { studyReactions } from '../../../src/core/reaction/study-reactions.ts';
import { bundledSeries, firstStudy } from '../../core/study-at-hand.ts';
import { reactionOf, shortHistory } from '../reaction/reactions-at-hand.ts';

const study = firstStudy();
const formats = formatsFor('en');
const standard = defaultStatistics(study);
const spaced = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

function figuresOf(...given: Parameters<typeof reactionOf>) {
  const figures = reactionFigures(reactionOf(...given), standard, formats);
  return (label: string) => spaced(figures.find((figure) => figure.label.startsWith(label))?.value);
}

describe('the figures of Hong Kong’s reaction to the announcement', () => {
  const figure = figuresOf('announcement', 'HSTECH');

  // Move, sigma, counts, p and T are those of the method's table, section 6; the rest by hand beside it.
  it.each([
    ['Move', '+2.80%, to 5,431.29 on 15 Jul 2025'],
    ['Baseline', '5,283.50, close of 14 Jul 2025'],
    ['Sigma', '2.68%, 1.93%'],
    ['Days that moved', '40 of 237 (about 1 in 6)'],
    ['The same after', '52 of 237'],
    // Raw p 53/238 = 0.223; Holm: the fourth of six, 0.223 · 4 = 0.891.
    ['p, and after Holm', '0.22, 0.89 for 6 comparisons; also in that session: China’s second-quarter GDP'],
    // (1.9701 + 0.8434) · 2.68% · √(1 + 1/237) = 7.55%.
    ['Smallest move', '7.6%, which a test at 5% finds four times in five'],
    // The log return of 2.76% less the drift of 0.18%, over the 1.46% known the day before: 1.76 times.
    ['Given the volatility', 'sigma 1.46%; what was not expected is 1.8 times that'],
  ])('%s: %s', (label, value) => {
    expect(figure(label)).toBe(value);
  });

  it('say which sessions were ordinary days', () => {
    expect(figure('Ordinary days')).toMatch(/^237, of sessions \[−250, −11\], \d+ Jul 2024 to \d+ Jun 2025$/);
  });

  it('are fewer with too little history, and hold no p', () => {
    const short = reactionOf('announcement', 'HSTECH', undefined, study, shortHistory(study, 30));
    expect(reactionFigures(short, standard, formats).map(({ label }) => label)).toEqual([
      'Move',
      'Baseline',
      'Ordinary days',
    ]);
    expect(windowRows(short, formats)).toEqual([]);
  });
});

describe('the event windows', () => {
  it('say how many sessions there are so far where the data end', () => {
    const cut = new Map(
      [...bundledSeries(study)].map(([id, series]) => {
        const end = series.sessions.findIndex((session) => session >= '2025-07-17');
        return [id, { ...series, sessions: series.sessions.slice(0, end), closes: series.closes.slice(0, end) }];
      }),
    );
    // 15 and 16 July are in the data: two of the five sessions of [0, +4], seven of the eleven of [−5, +5].
    const rows = windowRows(reactionOf('announcement', 'HSTECH', undefined, study, cut), formats);
    const moves = Object.fromEntries(rows.map(({ window, move }) => [window[0], move[0]]));
    expect(moves['[0, +4]']).toBe('2 of 5 sessions so far');
    expect(moves['[−5, +5]']).toBe('7 of 11 sessions so far');
  });

  it('have a note that names everything else in the widest of them', () => {
    // [−5, +5] around 15 July reaches from 8 to 22 July: the speech, and all five confounders.
    expect(windowNote(reactionOf('announcement', 'IXIC'), study)).toBe(
      'The sums overlap, and none of these p-values is corrected for the number of windows. ' +
        'Besides “Nvidia says that it will sell the H20 in China again”, the widest window holds: ' +
        'Jensen Huang speaks at the supply-chain expo in Beijing; China’s second-quarter GDP; ' +
        'US consumer prices for June; Large US banks report earnings; US producer prices for June; ' +
        'Reports, and denial, that the Fed chair would be dismissed.',
    );
    // Nothing else of the study is near 16 April.
    expect(windowNote(reactionOf('restriction', 'IXIC'), study)).toMatch(
      /Longer windows can hold more than “Washington restricts the H20”\.$/,
    );
  });
});

describe('a choice of statistics', () => {
  it.each([
    [standard, 'Default: constant mean'],
    [secondOpinionStatistics(study), 'Second opinion: market model'],
    [
      { ...standard, model: 'market', benchmark: 'SPX', window: [0, 1], returns: 'simple' } as const,
      'Your choice: market model on the S&P 500, [−250, −11], event window [0, +1], simple returns',
    ],
  ])('is named in words', (asked, name) => {
    expect(statisticsName(asked, study)).toBe(name);
  });

  it('says how it was held and what that leaves, never “not unusual” without the detectable move', () => {
    const reaction = reactionOf('announcement', 'HSTECH', { parameters: secondOpinion });
    const said = spaced(chosenWords(reaction, reactionSentences(reaction, study, formats), formats)) ?? '';
    expect(said).toMatch(
      /^Held against .*Hang Seng Index.*Beyond what was expected, Hang Seng TECH moved \+\d\.\d\d%; \d+ of 107 ordinary days/,
    );
    expect(said).toContain('Not unusual does not mean no effect');
  });

  it('adds the sum over the reader’s window', () => {
    const reaction = reactionOf('announcement', 'HSTECH');
    const asked = { ...standard, window: [0, 1] } as const;
    const sum = reactionFigures(reaction, asked, formats).find(({ label }) => label === 'Sum over [0, +1]');
    // ln(5,418.40 / 5,283.50) less twice the average of 0.178% is 2.17%.
    expect(spaced(sum?.value)).toMatch(/^\+2\.17%; 95% interval /);
  });
});

describe('a cell of events × instruments', () => {
  it('has the move and the count, or the reason for neither', () => {
    const cell = (keep: number | null) => {
      const series = keep === null ? bundledSeries(study) : shortHistory(study, keep);
      const [found] = studyReactions(study, series, ['HSTECH'], { parameters: defaultParameters }).filter(
        ({ event }) => event.id === 'announcement',
      );
      if (found === undefined) throw new Error('no cell');
      const { move, rank } = cellWords(found, formats);
      return [spaced(move), rank];
    };
    expect(cell(null)).toEqual(['+2.80%', '40 of 237']);
    expect(cell(30)).toEqual(['+2.80%', 'too little history']);
    expect(cell(0)).toEqual(['no close before', expect.stringContaining('there is no close before it')]);
  });

  it('is explained with its shade only where there is one', () => {
    expect(matrixCaption(true)).toContain('The stronger the shade, the fewer.');
    expect(matrixCaption(false)).not.toContain('shade');
  });
});

describe('a move on an axis', () => {
  it.each([
    [0.05, [-0.05, 0, 0.05], '+5%'],
    [-0.002, [-0.002, 0, 0.002], '−0.2%'],
    [0, [-0.05, 0, 0.05], '0%'],
  ])('has the decimals that its ticks need: %f', (value, ticks, words) => {
    expect(spaced(axisChange(value, ticks, formats))).toBe(words);
  });
});
