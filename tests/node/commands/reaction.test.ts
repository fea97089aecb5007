import { describe, expect, it } from 'vitest';
import { run } from '../../../src/node/commands/reaction.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { studyCloses, studyRows } from '../../core/study-closes.ts';
import { expectedFigures, syntheticCloses } from '../../core/reaction/synthetic.ts';

function csv(name: 'MKT' | 'AAA' | 'BBB'): string {
  const { sessions, closes } = syntheticCloses(name);
  return ['date,close', ...sessions.map((session, i) => `${session},${closes[i]}`)].join('\n');
}

/** A bundled series as a file of closes. */
function bundled(id: string): string {
  const { sessions, closes } = studyCloses(id);
  return ['date,close', ...sessions.map((session, i) => `${session},${(closes[i] ?? 0).toFixed(2)}`), ''].join('\n');
}

const files: Record<string, string> = {
  'aaa.csv': csv('AAA'),
  'bbb.csv': csv('BBB'),
  'mkt.csv': csv('MKT'),
  'hstech.csv': bundled('HSTECH'),
  'hsi.csv': bundled('HSI'),
};

async function call(args: string, more: Record<string, string> = {}) {
  const written = { out: '', err: '' };
  const all = { ...files, ...more };
  const code = await run(
    args.split(/\s+/).filter((arg) => arg !== ''),
    {
      stdout: (text) => void (written.out += text),
      stderr: (text) => void (written.err += text),
      readFile: (path) => {
        const text = all[path];
        return text === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(text);
      },
      now: () => Date.parse('2026-11-23T12:00:00Z'),
    },
  );
  return { code, ...written };
}

const SYNTHETIC = '--prices aaa.csv --exchange XNAS --announced-at 2025-04-28T10:00:00-04:00';
const HONG_KONG = '--prices hstech.csv --exchange XHKG --announced-at 2025-07-15T10:00:00+08:00';
const LEFT_OUT = '--exclude 2025-04-15,2025-04-16,2025-04-17';

interface Printed {
  readonly day0: string;
  readonly phase: string;
  readonly baseline: string;
  readonly fit: Record<string, number> | null;
  readonly days: ({ day: number } & Record<string, number>)[];
  readonly windows: ({ window: [number, number] } & Record<string, number>)[];
  readonly gap: Record<string, unknown>;
  readonly session: Record<string, unknown>;
  readonly issues: string[];
  readonly sentences: string[];
}

async function json(args: string, more: Record<string, string> = {}): Promise<Printed> {
  const { code, out, err } = await call(`${args} --format json`, more);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as Printed;
}

function figure(printed: Printed, where: string, metric: string): number | undefined {
  if (where === 'fit') return printed.fit?.[metric];
  if (where.startsWith('day')) return printed.days.find(({ day }) => day === Number(where.slice(3)))?.[metric];
  return printed.windows.find(({ window }) => `[${window.join(',')}]` === where)?.[metric];
}

describe('the command reaction', () => {
  it('prints the reference figures under their own names', async () => {
    const wrong: string[] = [];
    for (const instrument of ['AAA', 'BBB'] as const) {
      for (const model of ['mean', 'market', 'adjusted'] as const) {
        for (const estimation of [
          [-120, -11],
          [-250, -11],
        ] as const) {
          const printed = await json(
            `--prices ${instrument.toLowerCase()}.csv --benchmark mkt.csv --exchange XNAS ` +
              `--announced-at 2025-04-28T10:00:00-04:00 --model ${model} --estimation ${estimation.join('..')}`,
          );
          const figures = expectedFigures().filter(
            (one) =>
              one.instrument === instrument && one.model === model && one.estimation.join() === estimation.join(),
          );
          expect(figures.length).toBeGreaterThan(200);
          for (const { where, metric, value } of figures) {
            const got = figure(printed, where, metric) ?? Number.NaN;
            const tolerance = /(^|_)p(_|$)/.test(metric) ? 1e-8 : 1e-9 * Math.max(Math.abs(value), 1e-6);
            if (!(Math.abs(got - value) <= tolerance)) wrong.push(`${where} ${metric}: ${got}, expected ${value}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('prints the real case', async () => {
    const printed = await json(`${HONG_KONG} ${LEFT_OUT}`);
    expect(printed).toMatchObject({
      day0: '2025-07-15',
      phase: 'in-session',
      baseline: '2025-07-14',
      raw_as_large: 40,
    });
    // 52 of 237 after the drift: 53/238.
    expect(printed.fit?.['T']).toBe(237);
    expect(figure(printed, 'day0', 'sq_p_abs')).toBeCloseTo(53 / 238, 12);
    expect(printed.issues).toEqual([]);
  });

  it('takes a leading minus with a space and with an equals sign', async () => {
    for (const args of ['--estimation -120..-11 --windows -1..1', '--estimation=-120..-11 --windows=-1..1']) {
      const printed = await json(`${SYNTHETIC} ${args}`);
      expect(printed.fit?.['T']).toBe(110);
      expect(printed.windows.map(({ window }) => window)).toEqual([[-1, 1]]);
    }
  });

  it('prints sentences and tables as text', async () => {
    const { code, out } = await call(`${HONG_KONG} ${LEFT_OUT}`);
    expect(code).toBe(0);
    expect(out).toContain('Day 0: 2025-07-15 (in session, 9% of it over); baseline: the close of 2025-07-14.');
    expect(out).toContain('40 of 237 ordinary days moved at least this much (about 1 in 6).');
    expect(out).toContain('[−5, +5]');
    expect(out).not.toMatch(/NaN|undefined/);
  });

  it('prints raw moves by day as the papers would, and no p as nothing', async () => {
    const { out } = await call(`${HONG_KONG} ${LEFT_OUT}`);
    const plain = out.replaceAll('\u00a0', ' ');
    // 5,431.29 / 5,283.50 − 1 = 2.80%; beyond the drift of 0.178% a log return of 2.58%, with se 2.68%.
    expect(plain).toMatch(/^ +0 +2025-07-15 +\+2\.80% +\+2\.58% +2\.68% +0\.337 +0\.223$/m);
    // A thousand times the price from day 0 on, hundreds of sigma: hardly any p is left.
    const lines = (files['hstech.csv'] ?? '').split('\n');
    const at = lines.findIndex((line) => line.startsWith('2025-07-15'));
    const jump = lines.map((line, i) => (i >= at && line !== '' ? `${line}0`.replace('.', '') : line)).join('\n');
    const jumped = await call(HONG_KONG.replace('hstech', 'given'), { 'given.csv': jump });
    expect(jumped.out).toMatch(/^ +0 +2025-07-15 .* below 0\.001 +0\.004$/m);
  });

  it('tells gap, session part and volume of a file with opens, each among its own kind', async () => {
    const { sessions, opens = [], highs = [], lows = [], closes, volumes = [] } = studyRows('IXIC');
    const rows = sessions.map((session, i) => [session, opens[i], highs[i], lows[i], closes[i], volumes[i]].join(','));
    const text = ['date,open,high,low,close,volume', ...rows, ''].join('\n');
    const args = HONG_KONG.replace('hstech', 'ixic').replace('XHKG', 'XNAS');
    const printed = await json(args, { 'ixic.csv': text });
    // 20,822.76 / 20,640.33 − 1 and 20,677.80 / 20,822.76 − 1; the counts are those of the opens' documentation.
    expect(printed).toMatchObject({
      gap: {
        previous_close: 20640.33,
        open: 20822.76,
        move: expect.closeTo(0.0088385, 6),
        ordinary_days: 240,
        as_large: 61,
        shape: 'gave-back',
        preceded_by: { first: { kind: 'nothing' }, last: { kind: 'nothing' } },
        because: null,
      },
      session: { move: expect.closeTo(-0.0069616, 6), ordinary_days: 240, as_large: 107, half_day: false },
      volume: { ordinary_days: 240, as_large: 65, relative: expect.closeTo(1.1676, 4), because: null },
    });
    expect(printed.sentences.map((one) => one.replaceAll('\u00a0', ' '))).toContain(
      'Opened +0.88%, gave back 0.70%; 61 of 240 ordinary days had a gap at least this large; 107 of 240 ordinary days had a session part at least this large.',
    );
  });

  it('says why there is no gap, and no more of a file of closes', async () => {
    const printed = await json(HONG_KONG);
    expect(printed).toMatchObject({
      gap: { open: null, move: null, as_large: null, because: 'no-opens' },
      session: { move: null, because: 'no-opens' },
      volume: { relative: null, because: 'no-volumes' },
    });
    expect(printed.sentences.join()).not.toMatch(/gap|volume/i);
  });

  it('takes a span and a date', async () => {
    const span = HONG_KONG.replace('2025-07-15T10:00:00+08:00', '2025-07-15T00:00:00Z/2025-07-15T05:10:00Z');
    expect(await json(span)).toMatchObject({ day0: '2025-07-15', phase: 'before-open', phase_last: 'in-session' });
    const date = await json(HONG_KONG.replace('2025-07-15T10:00:00+08:00', '2025-07-15'));
    expect(date).toMatchObject({ day0: '2025-07-15', phase: null, ambiguous: true, last_day0: '2025-07-16' });
  });

  it('prints its usage when asked', async () => {
    expect(await call('--help')).toMatchObject({ code: 0, err: '' });
  });
});

describe('the command reaction ends with 2', () => {
  it.each([
    ['', '--prices is missing'],
    ['--prices aaa.csv', '--exchange is missing'],
    ['--bogus', 'bogus'],
    [`${SYNTHETIC} extra`, 'extra'],
    [SYNTHETIC.replace('XNAS', 'XLON'), '--exchange is "XLON"; expected XNAS, XNYS, XHKG, XTKS, XSHG, XSHE.'],
    [SYNTHETIC.replace('-04:00', ''), '--announced-at has "2025-04-28T10:00:00"; expected a time with its offset'],
    [SYNTHETIC.replace(/2025\S+/, '2025-02-30'), '--announced-at has "2025-02-30"'],
    [SYNTHETIC.replace(/2025\S+/, '2025-04-29T00:00:00Z/2025-04-28T00:00:00Z'), 'ends before it begins'],
    [`${SYNTHETIC} --model ols`, '--model is "ols"; expected mean, market, adjusted.'],
    [`${SYNTHETIC} --model market`, '--model market needs the closes of a benchmark'],
    [`${SYNTHETIC} --estimation 250`, '--estimation has "250"; expected two offsets such as -250..-11.'],
    [`${SYNTHETIC} --windows 0..1,x`, '--windows has "x"'],
    [`${SYNTHETIC} --windows -20..0`, 'The estimation window -250..-11 overlaps the event window -20..0'],
    [`${SYNTHETIC} --exclude 2025-13-01`, '--exclude has "2025-13-01"'],
    [`${SYNTHETIC} --exclude 2025-04-16 --exclude 2025-04-17`, '--exclude is given twice; expected once'],
    [`${SYNTHETIC} --windows=0..0 --windows -1..1`, '--windows is given twice'],
    [SYNTHETIC.replace(/2025\S+/, '2025-02-30T10:00:00-05:00'), '--announced-at has "2025-02-30T10:00:00-05:00"'],
    [`${SYNTHETIC} --format xml`, '--format is "xml"; expected text, json.'],
  ])('for "%s"', async (args, sentence) => {
    const { code, out, err } = await call(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(err).toContain('Usage:');
  });
});

describe('the command reaction ends with 3', () => {
  const rows = ['2025-07-14,100', '2025-07-15,101'];

  it.each([
    ['a file that cannot be read', undefined, 'malformed: given.csv cannot be read: no such file.'],
    [
      'a file without dates',
      'Tag;Kurs\n1;2',
      'malformed: given.csv has no column of dates beside figures; it begins with',
    ],
    [
      'a zero price',
      `date,close\n${rows[0]}\n2025-07-15,0`,
      'invalid-row: 1 row could not be used and was left out: 2025-07-15 has a close of 0.\n',
    ],
    [
      'a negative price',
      'date,close\n2025-07-14,-5',
      'given.csv could not be read as daily closes: 1 row could not be used',
    ],
    ['a blank close', 'date,close\n2025-07-14,', 'empty: given.csv answered without a single close'],
    [
      'a comma between thousands',
      `date,close\n${rows[0]}\n2025-07-15,1,234.50`,
      'given.csv has a row of 3 cells where 2 are expected: “2025-07-15 | 1 | 234.50”. Put figures with commas inside into quotes',
    ],
    ['a close beyond all measure', 'date,close\n2025-07-14,1e308', '2025-07-14 has a close of 1e+308'],
    [
      'bars within the day',
      `date,close\n${['14', '15', '16'].flatMap((day) => [`2025-07-${day},1`, `2025-07-${day},2`]).join('\n')}`,
      'wrong-interval: given.csv has different closes for 3 dates, such as 1 and 2 on 2025-07-14',
    ],
    [
      'several instruments',
      'Date,Ticker,Close\n2025-07-14,^IXIC,1\n2025-07-14,^HSI,2\n2025-07-15,^IXIC,1\n',
      'identity-mismatch: given.csv holds ^IXIC and ^HSI',
    ],
    ['no rows', 'date,close\n', 'empty: given.csv has a line of headings and no row below it.'],
    [
      'an event after the data',
      `date,close\n${rows.join('\n')}`,
      'no-history: No session yet: the data for New York end with 2025-07-15.',
    ],
  ])('for %s', async (_, text, sentence) => {
    const args = '--prices given.csv --exchange XNAS --announced-at 2025-07-16T10:00:00-04:00';
    const { code, out, err } = await call(args, text === undefined ? {} : { 'given.csv': text });
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain(sentence);
  });

  it('for an event before the data', async () => {
    const { code, err } = await call(SYNTHETIC.replace(/2025\S+/, '2023-01-03T10:00:00-05:00'));
    expect(code).toBe(3);
    expect(err).toContain('no-history: The event is before the data: they begin for New York with 2024-04-01.\n');
  });
});

describe('the command reaction says of the rows', () => {
  it('that a session is missing, and ends with 4 when it has to be strict', async () => {
    const holed = { 'given.csv': (files['hstech.csv'] ?? '').replace(/2025-07-10,.*\n/, '') };
    const args = HONG_KONG.replace('hstech', 'given');
    const printed = await json(args, holed);
    expect(printed.issues).toEqual([
      'No row for 2025-07-10, although Hong Kong is expected to have traded: the return after each covers more than one session.',
    ]);
    expect(await call(`${args} --strict`, holed)).toMatchObject({ code: 4 });
    expect(await call(`${HONG_KONG} --strict`)).toMatchObject({ code: 0 });
  });

  it('that a session is missing in a window that reaches far', async () => {
    // 29 July is ten sessions after 15 July.
    const holed = { 'given.csv': (files['hstech.csv'] ?? '').replace(/2025-07-29,.*\n/, '') };
    const args = HONG_KONG.replace('hstech', 'given');
    expect((await json(args, holed)).issues).toEqual([]);
    expect((await json(`${args} --windows 0..10`, holed)).issues[0]).toContain('No row for 2025-07-29');
  });

  it('that the benchmark lacks a session, so that the two are joined without it', async () => {
    const holed = { 'given.csv': (files['hsi.csv'] ?? '').replace(/2025-03-1[01],.*\n/g, '') };
    const market = await json(`${HONG_KONG} --benchmark given.csv --model market`, holed);
    expect(market).toMatchObject({ model: 'market', fit: { T: 240 } });
    expect(market.issues).toEqual([
      'The benchmark has no row for 2025-03-10, 2025-03-11: the return after them covers more than one session, of the instrument too.',
    ]);
    expect((await json(`${HONG_KONG} --benchmark given.csv`, holed)).issues).toEqual([]);
  });

  it('that a row stands on a holiday', async () => {
    const printed = await json(SYNTHETIC);
    expect(printed.issues[0]).toContain('The exchange should have been closed on');
    expect(printed.issues[0]).toContain('yet there is a new close; it was kept.');
  });

  it('that an excluded date is no session', async () => {
    const printed = await json(`${HONG_KONG} --exclude 2025-04-12`);
    expect(printed.issues).toEqual(['2025-04-12 in --exclude: not a session of the file, so nothing was left out.']);
  });

  it('that the benchmark does not reach around the event', async () => {
    const holed = { 'given.csv': (files['hsi.csv'] ?? '').replace(/2025-07-15,.*\n/, '') };
    const printed = await json(`${HONG_KONG} --benchmark given.csv --model market`, holed);
    expect(printed).toMatchObject({
      model: 'mean',
      issues: ['The benchmark has no close on a session around the event.'],
    });
  });

  it('that the history is too short, with the raw move and no figure of a test', async () => {
    // 2024-05-28 is row 42: 40 rows have a return, of which 30 are 11 sessions or more before it.
    const short = await json(SYNTHETIC.replace(/2025-04-28/, '2024-05-28'));
    const enough = await json(SYNTHETIC);
    expect(short).toMatchObject({ model: null, verdict: null, fit: { T: 30, alpha: null, df: null, t_crit: null } });
    expect(short.fit?.['sigma']).toBeGreaterThan(0);
    expect(short.sentences.join(' ')).toContain('Too short a history for a test');
    // The same names as with a long history, and the raw moves beside nulls.
    for (const part of ['days', 'windows'] as const) {
      expect(short[part].map((one) => Object.keys(one))).toEqual(enough[part].map((one) => Object.keys(one)));
    }
    const { closes } = syntheticCloses('AAA');
    const zero = syntheticCloses('AAA').sessions.indexOf(sessionDate('2024-05-28'));
    const move = (closes[zero] ?? 0) / (closes[zero - 1] ?? 0) - 1;
    expect(figure(short, '[0,0]', 'raw_simple')).toBeCloseTo(move, 14);
    expect(figure(short, 'day0', 'r')).toBeCloseTo(Math.log1p(move), 14);
    for (const metric of ['AR', 'p', 'sq_p_abs', 't', 'ewma_z']) expect(figure(short, 'day0', metric)).toBeNull();
    for (const metric of ['CAR', 'p', 'ci_lo', 'roll_p_two']) expect(figure(short, '[0,1]', metric)).toBeNull();
  });

  it('that a window is not complete, with what there is of it', async () => {
    const lines = (files['hstech.csv'] ?? '').split('\n');
    const cut = lines
      .slice(
        0,
        lines.findIndex((line) => line.startsWith('2025-07-17')),
      )
      .join('\n');
    const printed = await json(HONG_KONG.replace('hstech', 'given'), { 'given.csv': cut });
    // 15 and 16 July are there: two sessions of the five from day 0 on.
    expect(printed.windows.map(({ window, L, ['sessions_so_far']: have }) => [window.join(), L, have])).toContainEqual([
      '0,4',
      5,
      2,
    ]);
    expect([figure(printed, '[0,4]', 'CAR'), figure(printed, '[0,4]', 'raw_simple')]).toEqual([null, null]);
    expect(printed.days.map(({ day }) => day)).toEqual([-5, -4, -3, -2, -1, 0, 1]);
  });

  it('nothing wrong of a file with quotes or with the line ends of old machines', async () => {
    const lines = (files['hstech.csv'] ?? '').trim().split('\n');
    const quoted = lines.map((line) => `"${line.replace(',', '","')}"`).join('\n');
    const { days } = await json(HONG_KONG);
    const given = HONG_KONG.replace('hstech', 'given');
    expect((await json(given, { 'given.csv': quoted })).days).toEqual(days);
    expect((await json(given, { 'given.csv': lines.join('\r') })).days).toEqual(days);
  });

  it('nothing wrong of a file with a byte order mark, CRLF, other columns or rows from new to old', async () => {
    const lines = (files['hstech.csv'] ?? '').trim().split('\n');
    const turned = `\uFEFFopen,Date,Close\r\n${lines
      .slice(1)
      .toReversed()
      .map((line) => `1,${line}`)
      .join('\r\n')}\r\n`;
    expect(await json(HONG_KONG.replace('hstech', 'given'), { 'given.csv': turned })).toEqual(
      await json(HONG_KONG).then((same) => ({
        ...same,
        // Opens of 1 are none for closes of thousands.
        gap: { ...same.gap, because: 'other-scale' },
        session: { ...same.session, because: 'other-scale' },
        sentences: [
          ...same.sentences.map((one) => one.replace('Hstech', 'Given')),
          'Gap and session part are not told: the open is in another unit than the closes, or adjusted otherwise.',
        ],
      })),
    );
  });
});
