/**
 * Files of a true series in random dress, for whoever reads files: language,
 * separator, order of dates and of rows, decimal mark, lines around the table,
 * duplicates and gaps. The writer knows how many readings a file has: by its own
 * rules, from what it has written, not by asking the reader.
 */
import fc from 'fast-check';
import { closedBecause } from '../../../src/core/exchange.ts';
import { addDays } from '../../../src/core/calendar-days.ts';
import { sessionDate, type SessionDate } from '../../../src/core/units.ts';

export interface TrueRow {
  readonly date: SessionDate;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

export interface WrittenFile {
  readonly text: string;
  /** The rows that the file holds of the instrument that is asked for, oldest first. */
  readonly truth: readonly TrueRow[];
  /** What more than one reading is left of, by the rules of the format alone. */
  readonly open: readonly ('dateOrder' | 'decimal' | 'closeColumn')[];
  /** Which of the columns besides the close are written. */
  readonly hasOhlc: boolean;
}

type Mark = 'point' | 'comma';
type DateStyle =
  | 'iso'
  | 'slashes-year-first'
  | 'compact'
  | 'month-day-year'
  | 'day-month-year'
  | 'dotted'
  | 'month-day-yy'
  | 'day-month-yy'
  | 'named'
  | 'chinese'
  | 'korean'
  | 'with-time'
  | 'excel-days'
  | 'epoch';

interface Language {
  readonly locale: string;
  readonly date: string;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly volume: string;
  readonly change: string;
  readonly title: string;
  readonly footer: string;
}

const LANGUAGES: readonly Language[] = [
  {
    locale: 'en',
    date: 'Date',
    open: 'Open',
    high: 'High',
    low: 'Low',
    close: 'Close',
    volume: 'Volume',
    change: 'Change %',
    title: 'Historical prices',
    footer: 'Source: the exchange',
  },
  {
    locale: 'en',
    date: 'Trade Date',
    open: 'Open',
    high: 'High',
    low: 'Low',
    close: 'Last',
    volume: 'Vol.',
    change: '%Chg',
    title: 'Price History',
    footer: 'Downloaded on request',
  },
  {
    locale: 'de',
    date: 'Datum',
    open: 'Eröffn.',
    high: 'Hoch',
    low: 'Tief',
    close: 'Zuletzt',
    volume: 'Vol.',
    change: '+/- %',
    title: 'Historische Kurse',
    footer: 'Alle Angaben ohne Gewähr',
  },
  {
    locale: 'de',
    date: 'Datum',
    open: 'Erster',
    high: 'Hoch',
    low: 'Tief',
    close: 'Schlusskurs',
    volume: 'Stuecke',
    change: 'Veränderung',
    title: 'Kursliste',
    footer: 'Quelle: die Börse',
  },
  {
    locale: 'fr',
    date: 'Date',
    open: 'Ouv.',
    high: 'Plus Haut',
    low: 'Plus Bas',
    close: 'Dernier',
    volume: 'Vol.',
    change: 'Variation %',
    title: 'Cours historiques',
    footer: 'Données différées',
  },
  {
    locale: 'es',
    date: 'Fecha',
    open: 'Apertura',
    high: 'Máximo',
    low: 'Mínimo',
    close: 'Último',
    volume: 'Vol.',
    change: '% var.',
    title: 'Datos históricos',
    footer: 'Fuente: la bolsa',
  },
  {
    locale: 'pt',
    date: 'Data',
    open: 'Abertura',
    high: 'Máxima',
    low: 'Mínima',
    close: 'Fechamento',
    volume: 'Volume',
    change: 'Var%',
    title: 'Dados históricos',
    footer: 'Fonte: a bolsa',
  },
  {
    locale: 'it',
    date: 'Data',
    open: 'Apertura',
    high: 'Massimo',
    low: 'Minimo',
    close: 'Ultimo',
    volume: 'Vol.',
    change: 'Var. %',
    title: 'Dati storici',
    footer: 'Fonte: la borsa',
  },
  {
    locale: 'pl',
    date: 'Data',
    open: 'Otwarcie',
    high: 'Najwyższy',
    low: 'Najniższy',
    close: 'Zamknięcie',
    volume: 'Wolumen',
    change: 'Zmiana%',
    title: 'Notowania',
    footer: 'Źródło: giełda',
  },
  {
    locale: 'ja',
    date: '日付け',
    open: '始値',
    high: '高値',
    low: '安値',
    close: '終値',
    volume: '出来高',
    change: '変化率 %',
    title: '過去のデータ',
    footer: '出所：取引所',
  },
  {
    locale: 'ko',
    date: '날짜',
    open: '시가',
    high: '고가',
    low: '저가',
    close: '종가',
    volume: '거래량',
    change: '변동 %',
    title: '과거 데이터',
    footer: '출처: 거래소',
  },
  {
    locale: 'zh',
    date: '日期',
    open: '开盘价',
    high: '最高价',
    low: '最低价',
    close: '收盘价',
    volume: '成交量',
    change: '涨跌幅',
    title: '历史数据',
    footer: '数据来源：交易所',
  },
  {
    locale: 'zh-TW',
    date: '日期',
    open: '開盤',
    high: '最高',
    low: '最低',
    close: '收盤',
    volume: '成交量',
    change: '漲跌幅',
    title: '歷史資料',
    footer: '資料來源：交易所',
  },
];

const STYLES: readonly DateStyle[] = [
  ...(['iso', 'slashes-year-first', 'compact', 'month-day-year', 'day-month-year', 'dotted', 'month-day-yy'] as const),
  ...(['day-month-yy', 'named', 'chinese', 'korean', 'with-time', 'excel-days', 'epoch'] as const),
];

const formats = new Map<string, Intl.DateTimeFormat>();

function named(locale: string): Intl.DateTimeFormat {
  const found = formats.get(locale);
  if (found !== undefined) return found;
  const made = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  formats.set(locale, made);
  return made;
}

const two = (value: number): string => String(value).padStart(2, '0');

function writtenDate(date: SessionDate, style: DateStyle, locale: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const at = Date.parse(date);
  switch (style) {
    case 'iso':
      return date;
    case 'slashes-year-first':
      return `${year}/${month}/${day}`;
    case 'compact':
      return date.replaceAll('-', '');
    case 'month-day-year':
      return `${two(month)}/${two(day)}/${year}`;
    case 'day-month-year':
      return `${two(day)}/${two(month)}/${year}`;
    case 'dotted':
      return `${two(day)}.${two(month)}.${year}`;
    case 'month-day-yy':
      return `${month}/${day}/${two(year % 100)}`;
    case 'day-month-yy':
      return `${day}/${month}/${two(year % 100)}`;
    case 'named':
      return named(locale).format(at);
    case 'chinese':
      return `${year}年${two(month)}月${two(day)}日`;
    case 'korean':
      return `${year}- ${two(month)}- ${two(day)}`;
    case 'with-time':
      return `${date} 16:00:00`;
    case 'excel-days':
      return String(Math.round((at - Date.parse('1899-12-30')) / 86_400_000));
    case 'epoch':
      // Half past two in the afternoon, UTC: morning in New York in summer and winter.
      return String(at / 1000 + 52_200);
  }
}

/** Dates in the orders that a style without a leading year leaves open. */
function readings(date: SessionDate, style: DateStyle): readonly (string | null)[] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const real = (y: number, m: number, d: number): string | null => {
    const made = new Date(Date.UTC(y, m - 1, d));
    return m >= 1 && m <= 12 && made.getUTCMonth() === m - 1 && made.getUTCDate() === d
      ? made.toISOString().slice(0, 10)
      : null;
  };
  const yy = year % 100;
  const [a, b] = style.startsWith('month') ? [month, day] : [day, month];
  return [real(year, a, b), real(year, b, a), ...(style.endsWith('yy') ? [real(2000 + a, b, yy)] : [])];
}

/** Whether an order other than the true one is left once cells, calendar and the days to come have spoken. */
function isOrderOpen(rows: readonly TrueRow[], style: DateStyle, now: string): boolean {
  if (!/^(?:month-day|day-month)/.test(style)) return false;
  const all = rows.map(({ date }) => readings(date, style));
  const candidates = [0, 1, ...(style.endsWith('yy') ? [2] : [])].filter((order) =>
    all.every((dates) => dates[order] !== null),
  );
  const possible = candidates.filter((order) => {
    const dated = rows
      .map(({ close }, i) => ({ date: all[i]?.[order] ?? '', close }))
      .toSorted((x, y) => (x.date < y.date ? -1 : 1));
    return dated.every(({ date, close }, i) => {
      if (date > now) return false;
      return closedBecause('XNAS', sessionDate(date)) === null || dated[i - 1]?.close === close;
    });
  });
  return new Set(possible.map((order) => all.map((dates) => dates[order]).join())).size > 1;
}

function figure(value: number, mark: Mark, decimals: number, grouped: boolean, space: string): string {
  const [whole = '', rest = ''] = value.toFixed(decimals).split('.');
  const group = mark === 'comma' ? (space === '' ? '.' : space) : space === '' ? ',' : space;
  const body = grouped ? whole.replaceAll(/\B(?=(\d{3})+$)/g, group) : whole;
  return decimals === 0 ? body : `${body}${mark === 'comma' ? ',' : '.'}${rest}`;
}

/** Whether a figure is another number with the other mark: one mark, three digits behind it, one to three before. */
const isTwofold = (text: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
/** Whether a figure can be read with one mark alone. */
const isClear = (text: string): boolean => /[.,]/.test(text) && !isTwofold(text);

const NOW = '2026-11-23';

/** A true series: sessions of New York with a level that wanders. */
const series = fc
  .record({
    start: fc.integer({ min: 0, max: 3200 }),
    length: fc.integer({ min: 1, max: 60 }),
    level: fc.constantFrom<number>(0.85, 4.5, 37, 180, 950, 5200, 20_600, 39_800),
    decimals: fc.constantFrom(0, 1, 2, 2, 2, 3),
    steps: fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 60, maxLength: 60 }),
    gaps: fc.array(fc.integer({ min: 1, max: 59 }), { maxLength: 4 }),
  })
  .map(({ start, length, level, decimals, steps, gaps }) => {
    const scale = level < 10 ? Math.max(decimals, 2) : decimals;
    const round = (value: number): number => Number(value.toFixed(scale));
    const rows: TrueRow[] = [];
    let close = level;
    let date = addDays(sessionDate('2017-01-03'), start);
    for (let i = 0; i < length; date = addDays(date, 1)) {
      if (closedBecause('XNAS', date) !== null) continue;
      close = round(close * (1 + (steps[i] ?? 0) / 2000));
      const open = round(close * 1.002);
      if (!gaps.includes(i)) {
        rows.push({
          date,
          open,
          high: round(close * 1.01),
          low: round(close * 0.99),
          close,
          volume: 1_000_000 + i * 37_411,
        });
      }
      i++;
    }
    return { rows, decimals: scale };
  });

/** A file of a true series, and what it leaves open. */
export const writtenFile: fc.Arbitrary<WrittenFile> = fc
  .record({
    series,
    language: fc.constantFrom(...LANGUAGES),
    style: fc.constantFrom(...STYLES),
    separator: fc.constantFrom(',', ';', '\t', '|'),
    mark: fc.constantFrom<Mark>('point', 'comma'),
    grouped: fc.boolean(),
    space: fc.constantFrom('', '', '', ' ', '\u00a0', '’'),
    quoted: fc.boolean(),
    newestFirst: fc.boolean(),
    shuffled: fc.boolean(),
    columns: fc.constantFrom('close', 'ohlc', 'ohlcv', 'all'),
    closeFirst: fc.boolean(),
    headed: fc.boolean(),
    preamble: fc.integer({ min: 0, max: 4 }),
    footer: fc.boolean(),
    duplicate: fc.boolean(),
    others: fc.constantFrom('none', 'none', 'none', 'ticker-column', 'ticker-row', 'wide'),
    counter: fc.boolean(),
    dress: fc.constantFrom('', '', '', '$', 'USD'),
    newline: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
  })
  .map((choice) => {
    const { language, style, separator, mark, grouped, space, columns, newestFirst, others, preamble, footer } = choice;
    const { rows, decimals } = choice.series;
    // A comma that is no separator has to be quoted.
    const quoted = choice.quoted || (separator === ',' && (mark === 'comma' || grouped || style === 'named'));
    const withOhlc = columns !== 'close' && others !== 'wide';
    const withVolume = (columns === 'ohlcv' || columns === 'all') && others !== 'wide';
    const withChange = columns === 'all' && others !== 'wide';
    // Without headings only one column of figures tells itself; of two the reader is asked.
    const headed = choice.headed || withOhlc || others !== 'none' || style === 'excel-days' || style === 'epoch';
    const priced = (value: number): string => {
      const text = figure(value, mark, decimals, grouped, space);
      return choice.dress === '$' ? `$${text}` : choice.dress === '' ? text : `${text} ${choice.dress}`;
    };
    const plain: string[] = [];
    const others_: string[] = [];
    const cell = (text: string): string => (quoted ? `"${text}"` : text);
    const price = (value: number): string => {
      plain.push(figure(value, mark, decimals, grouped, space));
      return cell(priced(value));
    };
    const other = (text: string): string => {
      others_.push(text);
      return cell(text);
    };
    const isWide = others === 'wide';
    const names = isWide
      ? ['NASDAQCOM', 'SP500']
      : [
          ...(withOhlc && !choice.closeFirst ? [language.open, language.high, language.low] : []),
          language.close,
          ...(withOhlc && choice.closeFirst ? [language.open, language.high, language.low] : []),
          ...(withVolume ? [language.volume] : []),
          ...(withChange ? [language.change] : []),
        ];
    const line = (row: TrueRow, ticker: string, factor: number): string => {
      const ohl = (): string[] =>
        withOhlc ? [price(row.open * factor), price(row.high * factor), price(row.low * factor)] : [];
      const figures = isWide
        ? [price(row.close), price(row.close * 0.31)]
        : [
            ...(choice.closeFirst ? [] : ohl()),
            price(row.close * factor),
            ...(choice.closeFirst ? ohl() : []),
            ...(withVolume ? [other(figure(row.volume, mark, 0, grouped, space))] : []),
            ...(withChange ? [other(`${figure(0.22, mark, 2, false, '')}%`)] : []),
          ];
      const doubled =
        others === 'ticker-row' ? [...figures, ...figures.map((text) => text.replace(/\d/, '7'))] : figures;
      return [
        ...(choice.counter ? [cell(String(counter++))] : []),
        cell(writtenDate(row.date, style, language.locale)),
        ...(others === 'ticker-column' ? [cell(ticker)] : []),
        ...doubled,
      ].join(separator);
    };
    let counter = 0;
    const ordered = newestFirst ? rows.toReversed() : [...rows];
    if (choice.shuffled && ordered.length > 2) ordered.push(...ordered.splice(0, 1));
    const body = ordered.flatMap((row) =>
      others === 'ticker-column' ? [line(row, '^IXIC', 1), line(row, '^GSPC', 0.31)] : [line(row, '^IXIC', 1)],
    );
    if (choice.duplicate && others === 'none' && ordered[0] !== undefined) body.push(line(ordered[0], '^IXIC', 1));
    const before = choice.counter ? [cell('')] : [];
    const header = [
      ...before,
      cell(language.date),
      ...(others === 'ticker-column' ? [cell('Ticker')] : []),
      ...names.map(cell),
      ...(others === 'ticker-row' ? names.map(cell) : []),
    ].join(separator);
    const tickers = [
      ...before,
      cell('Ticker'),
      ...names.map(() => cell('^IXIC')),
      ...names.map(() => cell('^GSPC')),
    ].join(separator);
    const titles = [language.title, '', `# ${language.title}`, 'Interval: daily'].slice(0, preamble);
    const lines = [
      ...titles.map((title) => cell(title)),
      ...(headed ? (others === 'ticker-row' ? [tickers, header] : [header]) : []),
      ...body,
      ...(footer ? ['', cell(language.footer)] : []),
      '',
    ];
    const isDecided = plain.some(isClear) || others_.some(isClear);
    const open: WrittenFile['open'][number][] = [
      ...(isOrderOpen(rows, style, NOW) ? (['dateOrder'] as const) : []),
      ...(plain.some(isTwofold) && !isDecided ? (['decimal'] as const) : []),
    ];
    return {
      text: (choice.bom ? '\uFEFF' : '') + lines.join(choice.newline),
      truth: rows,
      open,
      hasOhlc: withOhlc,
    };
  })
  // Every row of a file may fall into a gap.
  .filter(({ truth }) => truth.length > 0);
