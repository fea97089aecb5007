import { describe, expect, it } from 'vitest';
import { article, drafted } from './drafted.ts';

/** The news that claims hang on: its reaction session is Tuesday 15 July 2025 in New York and in Hong Kong. */
const NEWS = 'Nvidia said on Tuesday that it would sell chips in China again.';
const claims = (sentences: string, published = '2025-07-16') =>
  drafted(article(NEWS, sentences), published).claims.map(({ quote, check, because }) => [quote, check ?? because]);

const event = 'nvidia-said-that-would';

describe('a sentence about markets', () => {
  it.each([
    [
      'The Nasdaq Composite closed at another record high.',
      'The Nasdaq Composite closed at another record high',
      { kind: 'record-close', instrument: 'IXIC', event, another: true },
    ],
    [
      'Tech stocks in Hong Kong saw a sharp rally.',
      'Tech stocks in Hong Kong saw a sharp rally',
      { kind: 'notable-move', instrument: 'HSTECH', event, sign: 'up' },
    ],
    [
      'The Hang Seng Index closed below 25,000 points.',
      'The Hang Seng Index closed below 25,000 points',
      { kind: 'level', instrument: 'HSI', event, relation: 'below', level: 25_000, measure: 'points' },
    ],
    [
      'Nvidia’s market value topped $4.2 trillion.',
      'Nvidia’s market value topped $4.2 trillion',
      {
        kind: 'level',
        instrument: 'NVDA',
        event,
        relation: 'above',
        level: 4.2e12,
        measure: 'market value in US dollars',
      },
    ],
    [
      'The Nasdaq outperformed the S&P 500.',
      'The Nasdaq outperformed the S&P 500',
      { kind: 'comparison', instruments: ['IXIC', 'SPX'], event, window: [0, 0], relation: 'more' },
    ],
  ])('is a check: %s', (sentence, quote, check) => {
    expect(claims(sentence)).toEqual([[quote, check]]);
  });

  it.each([
    [
      'The Nasdaq was little changed on Tuesday.',
      { kind: 'little-changed', instrument: 'IXIC', session: '2025-07-15' },
    ],
    ['The Nasdaq fell almost 5 percent on Tuesday.', { kind: 'move', sign: 'down', percent: '5', hedge: 'almost' }],
    // 30 April is the last day that "since April" leaves out.
    [
      'The Nasdaq had its worst day since April on Tuesday.',
      { kind: 'extreme-since', of: 'move', sign: 'down', since: '2025-04-30' },
    ],
    [
      'The Nasdaq had its highest close since 2022 on Tuesday.',
      { kind: 'extreme-since', of: 'close', sign: 'up', since: '2022-12-31' },
    ],
    ['The Nasdaq opened 1 percent higher on Tuesday.', { kind: 'opened', relation: 'higher' }],
  ])('names its session where it says what a market did on a day: %s', (sentence, check) => {
    expect(claims(sentence)).toMatchObject([[expect.any(String), check]]);
  });

  it('about shares everywhere is checked on the instruments that the text names, and says that this is a part', () => {
    const { claims: found } = drafted(article(NEWS, 'The news lifted tech stocks worldwide.'), '2025-07-16');
    expect(found).toMatchObject([
      { check: { kind: 'sign', instruments: ['NVDA'], event, sign: 'up' }, beyond: 'other-markets' },
    ]);
  });

  it('is tied to the session that it names, where that is some sessions after the reaction', () => {
    // Tuesday 15 July is day 0, Thursday 17 July the second session after it.
    const { claims: found } = drafted(
      article(NEWS, 'The Nasdaq Composite rose 0.7 percent on Thursday.'),
      '2025-07-18',
    );
    expect(found).toMatchObject([
      {
        check: {
          kind: 'move',
          instrument: 'IXIC',
          event,
          session: '2025-07-17',
          sign: 'up',
          percent: '0.7',
          hedge: 'exactly',
        },
      },
    ]);
  });

  it.each([
    ['Technology shares fell sharply.', { kind: 'no-instrument' }],
    ['The Nasdaq Composite has gained 12 percent so far this year.', { kind: 'not-expressible' }],
    [
      'The Nasdaq Composite closed at a record high on 2 May.',
      { kind: 'no-event-on-session', session: '2025-05-02', instrument: 'IXIC' },
    ],
  ])('is listed with the reason where it is no check: %s', (sentence, because) => {
    expect(claims(sentence).map(([, reason]) => reason)).toEqual([because]);
  });

  it('is no claim where a company does what markets do', () => {
    expect(claims('Nvidia is known for some of the most advanced chips.')).toEqual([]);
    expect(claims('The project will cost Nvidia over $5 billion.')).toEqual([]);
  });

  it('is read in Chinese too', () => {
    const found = drafted(
      '一个足够长的标题\n\n英伟达周一宣布将恢复销售。周一，恒生指数收盘跌破25000点，失守关口。标普500指数跑赢纳指。',
      '2025-07-16',
    );
    expect(found.claims.map(({ quote, check }) => [quote, check])).toEqual([
      [
        '恒生指数收盘跌破25000点',
        { kind: 'level', instrument: 'HSI', event: 'event-1', relation: 'below', level: 25_000, measure: 'points' },
      ],
      [
        '标普500指数跑赢纳指',
        { kind: 'comparison', instruments: ['SPX', 'IXIC'], event: 'event-1', window: [0, 0], relation: 'more' },
      ],
    ]);
  });
});

describe('an event', () => {
  it('is what a market sentence tells after "after", not the move', () => {
    const { events } = drafted(
      article('Shares fell hard on Monday after the ministry said that it would raise taxes.'),
      '2025-07-16',
    );
    expect(events.map(({ quote, phrase }) => [phrase, quote])).toEqual([
      ['on Monday', 'the ministry said that it would raise taxes'],
    ]);
  });

  it('is not what markets did, nor what those who watch them say', () => {
    const text =
      'The Nasdaq Composite fell 1.2 percent on Tuesday. “This is a pause,” said a strategist at a bank on Tuesday.';
    expect(drafted(article(text), '2025-07-16').events).toEqual([]);
  });

  it('is one where two places tell it, with the shorter quote', () => {
    const text =
      'The regulator fined Example Bank for its mortgage sales in a decision that surprised the market on Monday. The regulator had opened the case against Example Bank’s mortgage sales in May. Example Bank confirmed on Monday that the regulator fined it.';
    const { events } = drafted(article(text), '2025-07-16');
    expect(events.filter(({ status }) => status === 'stated').map(({ phrase, quote }) => [phrase, quote])).toEqual([
      ['on Monday', 'Example Bank confirmed on Monday that the regulator fined it'],
    ]);
  });
});
