import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectCsv, type CsvTable } from '../../src/data/files/csv-detection.ts';
import { readCsv } from '../../src/data/files/csv-reading.ts';
import { readFormattedNumber, readNumber } from '../../src/data/files/read-number.ts';

const NEW_YORK = 'America/New_York';

function table(text: string): CsvTable {
  const found = detectCsv(text, {}, NEW_YORK);
  if (found.kind === 'unreadable') throw new Error(found.detail);
  return found;
}

const layouts: readonly (readonly [name: string, text: string])[] = [
  ['FRED', 'observation_date,NASDAQCOM\n2025-07-14,20640.33\n2025-07-15,20677.80\n'],
  ['FRED, before 2025', 'DATE,NASDAQCOM\n2025-07-14,20640.33\n2025-07-15,20677.80\n'],
  [
    'Yahoo Finance',
    'Date,Open,High,Low,Close,Adj Close,Volume\n2025-07-14,1,3,1,20640.33,7,5\n2025-07-15,1,3,1,20677.80,7,5\n',
  ],
  [
    'yfinance, three header lines',
    'Price,Close,High,Low,Open,Volume\nTicker,^IXIC,^IXIC,^IXIC,^IXIC,^IXIC\nDate,,,,,\n2025-07-14,20640.33,3,1,2,5\n2025-07-15,20677.80,3,1,2,5\n',
  ],
  ['Stooq', 'Date,Open,High,Low,Close,Volume\n2025-07-14,1,3,1,20640.330,5\n2025-07-15,1,3,1,20677.800,5\n'],
  [
    'investing.com, English',
    '"Date","Price","Open","High","Low","Vol.","Change %"\n"07/15/2025","20,677.80","1","3","1","1.57B","0.18%"\n"07/14/2025","20,640.33","1","3","1","","0.27%"\n',
  ],
  [
    'investing.com, Chinese',
    '\uFEFF"日期","收盘","开盘","高","低","交易量","涨跌幅"\n"2025-7-15","20,677.80","1","3","1","1.57B","0.18%"\n"2025-7-14","20,640.33","1","3","1","","0.27%"\n',
  ],
  ['Nasdaq.com', 'Date,Close/Last,Volume,Open,High,Low\n07/15/2025,20677.80,--,1,3,1\n07/14/2025,20640.33,--,1,3,1\n'],
  [
    'Market Reaction, as charted',
    'session,instrument,close,change_pct,since_baseline_pct\n2025-07-14,IXIC,20640.33,,0\n2025-07-15,IXIC,20677.8,0.18,0.18\n2025-07-15,HSTECH,5431.29,2.8,2.8\n',
  ],
  [
    'Market Reaction, series',
    'session,open,high,low,close,volume\n2025-07-14,1,3,1,20640.33,5\n2025-07-15,1,3,1,20677.8,5\n',
  ],
  ['two columns', 'date,close\r\n2025-07-14,20640.33\r\n2025-07-15,20677.80\r\n'],
  ['no header', '2025-07-14,20640.33\n2025-07-15,20677.80\n'],
  ['columns with names', 'Date;Last\n14.07.2025;20640.33\n15.07.2025;20677.80\n'],
];

describe('a file of closes', () => {
  it.each(layouts)('of the layout "%s" is recognised and read', (name, text) => {
    expect(table(text).layout).toBe(name);
    const read = readCsv(text, {}, NEW_YORK, 'IXIC');
    if (read.kind === 'refusal') throw new Error(JSON.stringify(read.refusal));
    const rows = read.rows.dates.map((date, index) => [date, read.rows.closes[index]] as const);
    expect(rows.toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ['2025-07-14', 20640.33],
      ['2025-07-15', 20677.8],
    ]);
  });

  it('shows its columns, its order of dates and its zone before it is used', () => {
    const found = table(layouts[7]?.[1] ?? '');
    expect(found.columns.map(({ name, role }) => `${name}: ${role}`)).toEqual([
      'Date: date',
      'Close/Last: close',
      'Volume: volume',
      'Open: open',
      'High: high',
      'Low: low',
    ]);
    expect(found.dateOrder).toBe('month-day-year');
    expect(found.zoneSentence).toBe('Dates are sessions in the exchange’s own zone (America/New_York).');
    expect(found.questions).toEqual([]);
  });

  it('asks for the order of day and month with both readings', () => {
    expect(table('date,close\n07/08/2025,1\n09/08/2025,2\n').questions).toEqual([
      {
        about: 'dateOrder',
        sentence:
          'The dates can be read with the month or with the day first: is 07/08/2025 8 July 2025 or 7 August 2025?',
        readings: [
          { choice: { dateOrder: 'month-day-year' }, written: '07/08/2025', means: '8 July 2025' },
          { choice: { dateOrder: 'day-month-year' }, written: '07/08/2025', means: '7 August 2025' },
        ],
      },
    ]);
  });

  it.each([
    ['a point and a comma, the comma last', '26.506,99', ['26,506.99', 'no number']],
    ['a comma before two digits', '506,99', ['506.99', 'no number']],
    ['a comma before three digits', '26,506', ['26,506', '26.506']],
  ])('asks for the decimal mark of %s', (_, written, means) => {
    const [question] = table(`date;close\n2025-07-14;${written}\n`).questions;
    expect(question?.about).toBe('decimal');
    expect(question?.readings.map((reading) => reading.means)).toEqual(means);
  });

  it('does not ask for a decimal mark that the file decides', () => {
    for (const written of ['26,506.99', '1,234,567', '13994.400', '26506']) {
      expect(table(`date;close\n2025-07-14;${written}\n`).questions).toEqual([]);
    }
  });

  it('asks which column is the close where several could be', () => {
    const text = 'observation_date,NASDAQCOM,SP500\n2025-07-14,20640.33,6268.56\n';
    const [question] = table(text).questions;
    expect(question?.readings.map(({ written, means }) => `${written}, ${means}`)).toEqual([
      'NASDAQCOM, first figure 20640.33',
      'SP500, first figure 6268.56',
    ]);
    const read = readCsv(text, { closeColumn: 2 }, NEW_YORK);
    expect(read.kind === 'rows' && read.rows.closes).toEqual([6268.56]);
  });

  it('without dates is not read', () => {
    expect(detectCsv('name,age\nx,1\n')).toMatchObject({ kind: 'unreadable' });
    expect(detectCsv('')).toMatchObject({ kind: 'unreadable' });
  });

  it('gives back what was written, in whatever order and dress', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 40 });
    const dress = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      newline: fc.constantFrom('\n', '\r\n'),
      quoted: fc.boolean(),
      bom: fc.boolean(),
      unpadded: fc.boolean(),
    });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 9_999_999 }),
        dress,
        (offsets, cents, { delimiter, newline, quoted, bom, unpadded }) => {
          const rows = offsets.map((offset, index) => {
            const date = new Date(Date.UTC(2015, 0, 1 + offset)).toISOString().slice(0, 10);
            return [date, (cents + index) / 100] as const;
          });
          const cell = (text: string) => (quoted ? `"${text}"` : text);
          const written = (date: string) => (unpadded ? date.replaceAll('-0', '-') : date);
          const lines = rows.map(([date, close]) => [written(date), close.toFixed(2)].map(cell).join(delimiter));
          const text = (bom ? '\uFEFF' : '') + ['date,close'.replace(',', delimiter), ...lines, ''].join(newline);
          // Figures such as 1.234 do not occur: two decimals decide the mark.
          const read = readCsv(text, {}, NEW_YORK);
          expect(read.kind === 'rows' && read.rows.dates.map((date, index) => [date, read.rows.closes[index]])).toEqual(
            rows,
          );
        },
      ),
    );
  });
});

describe('a number', () => {
  it('is never made of nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom('', ' ', '-', '--', '.', 'n/a', 'NULL', 'none'), fc.string()), (text) => {
        const value = readNumber(text);
        if (value === 0) expect(text).toMatch(/0/);
        if (readFormattedNumber(text) === 0) expect(text).toMatch(/0/);
      }),
    );
  });

  it.each([
    ['0x10', Number.POSITIVE_INFINITY],
    ['1e3', 1000],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['12px', Number.POSITIVE_INFINITY],
    [' 7.5 ', 7.5],
  ])('written %j is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it('with thousands reads back to itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (cents) => {
        const value = cents / 100;
        const american = value.toLocaleString('en-US', { minimumFractionDigits: 2 });
        const german = value.toLocaleString('de-DE', { minimumFractionDigits: 2 });
        expect(readFormattedNumber(american)).toBe(value);
        expect(readFormattedNumber(german, 'comma')).toBe(value);
      }),
    );
  });
});
