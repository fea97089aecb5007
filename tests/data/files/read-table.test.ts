import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileFault } from '../../../src/data/files/file-fault.ts';
import { type FileHints, type FileTable, readTable } from '../../../src/data/files/read-table.ts';
import { faultSentence, noteSentence, questionSentence } from '../../../src/words/en/files.ts';
import { parseSnapshotCsv } from '../../../src/data/sources/snapshot.ts';
import { closesText, instrument, study } from '../first-study.ts';

const NEW_YORK: FileHints = { zone: 'America/New_York', exchange: 'XNAS', instrument: instrument('IXIC') };

function table(text: string, more: Partial<FileHints> = {}): FileTable {
  const found = readTable(text, { ...NEW_YORK, ...more });
  if (found.kind === 'fault') throw new Error(faultSentence(found.fault));
  return found;
}

function fault(text: string, more: Partial<FileHints> = {}): FileFault {
  const found = readTable(text, { ...NEW_YORK, ...more });
  if (found.kind === 'table') throw new Error(`${found.rowCount} rows were read`);
  return found.fault;
}

/** Dates and closes of a file that leaves nothing open, oldest first. */
function rowsOf(text: string, more: Partial<FileHints> = {}): (readonly [string, number | undefined])[] {
  const found = table(text, more);
  expect(found.questions.map(questionSentence)).toEqual([]);
  const { dates, closes } = found.rows();
  return dates.map((date, i) => [date, closes[i]] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const TWO = [
  ['2025-07-14', 20640.33],
  ['2025-07-15', 20677.8],
];

const layouts: readonly (readonly [name: string, text: string])[] = [
  ['FRED', 'observation_date,NASDAQCOM\n2025-07-14,20640.33\n2025-07-15,20677.80\n'],
  [
    'Yahoo Finance',
    'Date,Open,High,Low,Close,Adj Close,Volume\n2025-07-14,1,3,1,20640.33,7,5\n2025-07-15,1,3,1,20677.80,7,5\n',
  ],
  [
    'yfinance, three header lines',
    'Price,Close,High,Low,Open,Volume\nTicker,^IXIC,^IXIC,^IXIC,^IXIC,^IXIC\nDate,,,,,\n2025-07-14,20640.33,3,1,2,5\n2025-07-15,20677.80,3,1,2,5\n',
  ],
  [
    'pandas, tickers over fields',
    'Ticker,^IXIC,,^GSPC,\nPrice,Open,Close,Open,Close\nDate,,,,\n2025-07-14,1,20640.33,2,6268.56\n2025-07-15,1,20677.80,2,6243.76\n',
  ],
  ['quantmod', '"","IXIC.Open","IXIC.Close"\n"2025-07-14",1,20640.33\n"2025-07-15",1,20677.8\n'],
  [
    'Stooq in bulk',
    '<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\n^NDQ,D,20250714,000000,1,3,1,20640.33,5\n^NDQ,D,20250715,000000,1,3,1,20677.8,5\n',
  ],
  [
    'investing.com, English',
    '"Date","Price","Open","High","Low","Vol.","Change %"\n"07/15/2025","20,677.80","1","3","1","1.57B","0.18%"\n"07/14/2025","20,640.33","1","3","1","","0.27%"\n',
  ],
  [
    'investing.com, Chinese',
    '\uFEFF"日期","收盘","开盘","高","低","交易量","涨跌幅"\n"2025-7-15","20,677.80","1","3","1","1.57B","0.18%"\n"2025-7-14","20,640.33","1","3","1","","0.27%"\n',
  ],
  [
    'investing.com, French',
    '"Date","Dernier","Ouv."," Plus Haut","Plus Bas","Vol.","Variation %"\n"15/07/2025","20 677,80","20 600,00","20 836,00","20 600,00","1,57B","0,18%"\n"14/07/2025","20 640,33","20 585,00","20 700,00","20 500,00","","0,27%"\n',
  ],
  [
    'investing.com, Polish',
    '"Data","Ostatnio","Otwarcie","Max.","Min.","Wol.","Zmiana%"\n"15.07.2025","20.677,80","20.600,00","20.836,00","20.600,00","","0,18%"\n"14.07.2025","20.640,33","20.585,00","20.700,00","20.500,00","","0,27%"\n',
  ],
  [
    'investing.com, Korean',
    '"날짜","종가","시가","고가","저가","거래량","변동 %"\n"2025- 07- 15","20,677.80","1","3","1","1.57B","0.18%"\n"2025- 07- 14","20,640.33","1","3","1","","0.27%"\n',
  ],
  ['Nasdaq.com', 'Date,Close/Last,Volume,Open,High,Low\n07/15/2025,20677.80,--,1,3,1\n07/14/2025,20640.33,--,1,3,1\n'],
  ['Bloomberg', 'IXIC Index,\n,\nDate,PX_LAST\n7/15/2025,20677.80\n7/14/2025,20640.33\n'],
  [
    'CSMAR',
    'Indexcd,Trddt,Opnindex,Clsindex,Retindex\nIXIC,2025-07-14,1,20640.33,0.1\nIXIC,2025-07-15,1,20677.8,0.1\n',
  ],
  ['in bars', 'date|close\n2025-07-14|20640.33\n2025-07-15|20677.80\n'],
  ['in columns of spaces', 'Date          Close\n2025-07-14    20640.33\n2025-07-15    20677.80\n'],
  ['with the comma of a date between its cells', 'Date,Close\n"Jul 14, 2025",20640.33\n"Jul 15, 2025",20677.80\n'],
  ['with that comma outside of quotes', 'Date,Close\nJul 14, 2025,20640.33\nJul 15, 2025,20677.80\n'],
  [
    'of this product, as charted',
    'session,instrument,close,change_pct\n2025-07-14,IXIC,20640.33,\n2025-07-15,IXIC,20677.8,0.18\n2025-07-15,HSTECH,5431.29,2.8\n',
  ],
  [
    'of this product, series',
    'session,open,high,low,close,volume\n2025-07-14,1,3,1,20640.33,5\n2025-07-15,1,3,1,20677.8,5\n',
  ],
  ['without a header', '2025-07-14,20640.33\n2025-07-15,20677.80\n'],
  ['with a comment and a footer', '# closes\ndate,close\n2025-07-14,20640.33\n2025-07-15,20677.80\nSource: somebody\n'],
];

const dates: readonly (readonly [string, string])[] = [
  ['2025/7/14', '2025/7/15'],
  ['20250714', '20250715'],
  ['14-Jul-25', '15-Jul-25'],
  ['Jul-14-2025', 'Jul-15-2025'],
  ['14. Juli 2025', '15. Juli 2025'],
  ['14 de julio de 2025', '15 de julio de 2025'],
  ['14 juil. 2025', '15 juil. 2025'],
  ['14 luglio 2025', '15 luglio 2025'],
  ['14 lipca 2025', '15 lipca 2025'],
  ['terça-feira 14 de julho de 2025', '15 de julho de 2025'],
  ['Mon, 14 Jul 2025', 'Tue, 15 Jul 2025'],
  ['2025年7月14日', '2025年07月15日'],
  ['2025년 7월 14일', '2025년 7월 15일'],
  ['2025-07-14 (月)', '2025-07-15 (火)'],
  ['2025-07-14 星期一', '2025-07-15 星期二'],
  ['2025- 07- 14', '2025- 07- 15'],
  ['2025. 7. 14.', '2025. 7. 15.'],
  ['114/07/14', '114/07/15'],
  ['7/14/2025 16:00:00', '7/15/2025 16:00:00'],
  ['7/14/2025 4:00:00 PM', '7/15/2025 4:00:00 PM'],
  ['2025/7/14 0:00', '2025/7/15 0:00'],
  ['2025-07-14T13:30:00Z', '2025-07-15T13:30:00Z'],
  ['2025-07-15T01:00:00Z', '2025-07-16T01:00:00Z'],
  ['2025-07-14T00:00:00.000Z', '2025-07-15T00:00:00.000Z'],
  [
    'Mon Jul 14 2025 00:00:00 GMT-0400 (Eastern Daylight Time)',
    'Tue Jul 15 2025 00:00:00 GMT-0400 (Eastern Daylight Time)',
  ],
  ['45852', '45853'],
  ['45852.0', '45853.0'],
  // 13:30 UTC, when New York opens in summer.
  ['1752499800', '1752586200'],
  ['1752499800000', '1752586200000'],
  // Midnight UTC names the day.
  ['1752451200', '1752537600'],
];

describe('a file of closes', () => {
  it.each(layouts)('is read as it comes from %s', (_, text) => {
    expect(rowsOf(text)).toEqual(TWO);
  });

  it.each(dates)('has dates such as %s', (monday, tuesday) => {
    expect(rowsOf(`Date;Close\n${monday};20640.33\n${tuesday};20677.8\n`)).toEqual(TWO);
  });

  it('keeps opens, highs, lows and volumes, and names the columns that it leaves out', () => {
    const found = table(
      'Datum;Erster;Hoch;Tief;Schlusskurs;Stuecke;Vortag\n14.07.2025;20.585,00;20.700,00;20.500,00;20.640,33;1.234;20.585,53\n',
    );
    expect(found.rows()).toEqual({
      dates: ['2025-07-14'],
      opens: [20585],
      highs: [20700],
      lows: [20500],
      closes: [20640.33],
      volumes: [1234],
    });
    expect(found.notes.map(noteSentence)).toEqual(['The column “Vortag” was left out.']);
  });

  it('names what stands above and below its table', () => {
    const found = table(
      '"Nasdaq Composite Index (.IXIC)",\n"Price History",\n\nExchange Date,Close\n14-Jul-2025,20640.33\n15-Jul-2025,20677.80\nDownloaded on 16 July\n',
    );
    expect(found.notes.map(noteSentence)).toEqual([
      '2 lines above the table were left out: “Nasdaq Composite Index (.IXIC)” and on.',
      'One line below the table was left out: “Downloaded on 16 July”.',
    ]);
    expect(found.symbol).toBe('.IXIC');
  });

  it('is told by its dates and not by the words of a header that is not known', () => {
    expect(rowsOf('Egun,Itxiera\n2025-07-14,20640.33\n2025-07-15,20677.80\n')).toEqual(TWO);
  });

  it('asks for the order of day and month with both readings', () => {
    const found = table('date,close\n07/08/2025,1\n07/10/2025,2\n');
    expect(found.questions.map(questionSentence)).toEqual([
      'The dates can be read with the month first or the day first: is 07/08/2025 8 July 2025 or 7 August 2025?',
    ]);
  });

  it('does not ask for an order that would put new closes on days without trading', () => {
    // With the day first 07/10/2023 is a Saturday.
    expect(rowsOf('date,close\n07/06/2023,1\n07/07/2023,2\n07/10/2023,3\n').map(([date]) => date)).toEqual([
      '2023-07-06',
      '2023-07-07',
      '2023-07-10',
    ]);
    // Of 8 September 2025 and 9 August 2025 the second is a Saturday.
    expect(table('date,close\n08/09/2025,1\n').questions).toEqual([]);
  });

  it('does not ask for an order that the known closes of the instrument decide', () => {
    const text = 'date,close\n07/08/2025,20418.46\n07/10/2025,20630.66\n';
    const reference = parseSnapshotCsv(instrument('IXIC'), closesText('IXIC'), study);
    expect(table(text).questions).toHaveLength(1);
    expect(rowsOf(text, { reference }).map(([date]) => date)).toEqual(['2025-07-08', '2025-07-10']);
    // Of another level nothing is known.
    expect(table(text.replaceAll(',20', ',30'), { reference }).questions).toHaveLength(1);
  });

  it.each([
    ['a comma before three digits', '26,506', ['26,506', '26.506']],
    ['a point before three digits', '26.506', ['26.506', '26,506']],
  ])('asks for the decimal mark of %s', (_, written, values) => {
    const [question] = table(`date;close\n2025-07-14;${written}\n`).questions;
    expect(question === undefined ? '' : questionSentence(question)).toContain(`is ${written} ${values.join(' or ')}?`);
  });

  it.each([
    ['a point and a comma', '26.506,99', '26.400,00', 26506.99],
    ['a comma before two digits', '506,99', '506,10', 506.99],
    ['commas between thousands', '26,506.99', '26,400', 26506.99],
    ['a leading zero', '0.506', '0.400', 0.506],
    ['whole figures', '26506', '26400', 26506],
    ['points between thousands twice', '1.234.567', '1.234.000', 1_234_567],
  ])('does not ask for a decimal mark that %s decides', (_, one, other, value) => {
    expect(rowsOf(`date;close\n2025-07-14;${one}\n2025-07-15;${other}\n`)[0]).toEqual(['2025-07-14', value]);
  });

  it('takes volumes and percents as evidence of its decimal mark', () => {
    expect(rowsOf('date;close;chg\n2025-07-14;26.506;-0,22%\n')).toEqual([['2025-07-14', 26506]]);
    expect(rowsOf('date;close;chg\n2025-07-14;26.506;-0.22%\n')).toEqual([['2025-07-14', 26.506]]);
    // Prices that decide for themselves are not overruled.
    expect(rowsOf('date;close;chg\n2025-07-14;26,506.10;-0,22%\n')).toEqual([['2025-07-14', 26506.1]]);
  });

  it('asks which column is the close where several could be, with two cells of each and without a counter', () => {
    const text =
      '#,date,A,B\n1,2025-07-14,20640.33,6268.56\n2,2025-07-15,20677.80,6243.76\n3,2025-07-16,20730.49,6263.70\n';
    expect(table(text).questions.map(questionSentence)).toEqual([
      'No heading says which column is the close: is it “A” (column 3), which holds 20640.33, 20677.80 or “B” (column 4), which holds 6268.56, 6243.76?',
    ]);
    expect(rowsOf(text, { choices: { closeColumn: 3 } })[0]).toEqual(['2025-07-14', 6268.56]);
  });

  it.each([
    [
      'a column of names',
      'Date,Ticker,Close\n2025-07-14,^IXIC,20640.33\n2025-07-14,^GSPC,6268.56\n2025-07-15,^IXIC,20677.8\n2025-07-15,^GSPC,6243.76\n',
    ],
    ['named columns', 'Date,NASDAQCOM,SP500\n2025-07-14,20640.33,6268.56\n2025-07-15,20677.8,6243.76\n'],
    ['headings with names', 'Date,Close ^GSPC,Close ^IXIC\n2025-07-14,6268.56,20640.33\n2025-07-15,6243.76,20677.8\n'],
  ])('of several instruments in %s gives the one that is asked for, and none where it is not there', (_, text) => {
    expect(rowsOf(text)).toEqual(TWO);
    expect(fault(text, { instrument: instrument('HSTECH') })).toMatchObject({ kind: 'several-instruments' });
    const whose = readTable(text, { zone: 'UTC' });
    expect(whose.kind === 'table' && whose.held.length).toBe(2);
  });

  it('that calls itself another instrument is not read as this one', () => {
    expect(fault('observation_date,NASDAQ100\n2025-07-15,22884.59\n')).toEqual({
      kind: 'other-instrument',
      written: 'NASDAQ100',
      known: 'NDX',
    });
    expect(fault('HSTECH 恒生科技 日线\n日期,收盘\n2025-07-15,5431.29\n')).toMatchObject({ kind: 'other-instrument' });
  });

  it.each([
    ['without dates', 'name,age\nx,1\n', 'no-dates'],
    ['without anything', '', 'no-dates'],
    ['with headings alone', 'date,close\n', 'no-rows'],
    ['with words for closes', 'date,close\n2025-07-14,up\n', 'no-figures'],
    ['with commas inside of figures', 'date,close\n2025-07-14,20,640.33\n', 'wide-row'],
    ['with dates of two orders', 'date,close\n07/14/2025,1\n15/07/2025,2\n', 'mixed-orders'],
    [
      'that is a web page',
      '<html><body><table><tr><td>2025-07-14</td><td>1</td></tr></table></body></html>',
      'not-text',
    ],
    ['that is JSON', '{"date":"2025-07-14","close":1}', 'not-text'],
  ])('%s is not read', (_, text, kind) => {
    expect(fault(text).kind).toBe(kind);
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
          const read = table(text).rows();
          expect(read.dates.map((date, index) => [date, read.closes[index]])).toEqual(rows);
        },
      ),
    );
  });
});
