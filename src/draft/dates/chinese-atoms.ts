import type { DayPart } from '../draft.ts';
import { atomsOf, type DateAtom, type DateValue, type TimeAtom } from './atoms.ts';

const DIGITS = '〇一二三四五六七八九';
const WEEKDAYS = '日一二三四五六';

/** The number that figures or Chinese numerals up to 99 write. */
function numberOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  const plain = word.replace(/[两兩]/g, '二');
  const ten = plain.indexOf('十');
  if (ten < 0) return DIGITS.indexOf(plain);
  const tens = ten === 0 ? 1 : DIGITS.indexOf(plain.slice(0, ten));
  return tens * 10 + (ten === plain.length - 1 ? 0 : DIGITS.indexOf(plain.slice(ten + 1)));
}

const COUNT = '(\\d{1,2}|[一二两兩三四五六七八九十]{1,3})';
const YEAR = '(\\d{4}年|去年|今年|本年|前年|明年|上年)';

function yearOf(word: string | undefined, year: number): number | null {
  if (word === undefined) return null;
  if (/^\d/.test(word)) return Number(word.slice(0, 4));
  return year + (/[去上]/.test(word) ? -1 : word.startsWith('前') ? -2 : word.startsWith('明') ? 1 : 0);
}

function weekOf(word: string | undefined): 'last' | 'this' | 'next' | null {
  if (word === undefined) return null;
  return word.startsWith('上') ? 'last' : word.startsWith('下') ? 'next' : 'this';
}

/** What follows or precedes a date and makes it a bound of a stretch, not the day of an event. */
export function isBoundInChinese(before: string, after: string): boolean {
  return (
    /(?:自|自从|自從|截至|截止|迄|较|較|直至)$/.test(before) ||
    /^(?:以来|以來|至今|之前|以前|前(?![夕日一]))/.test(after)
  );
}

function partOfMonth(word: string | undefined): 'early' | 'middle' | 'late' | null {
  if (word === undefined) return null;
  return /[初上]/.test(word) ? 'early' : /中/.test(word) ? 'middle' : 'late';
}

/** Words for days and months in Chinese, with the words for the year that stand before them. */
export function chineseDates(text: string, year: number): DateAtom[] {
  const of = (pattern: string, valueOf: (match: RegExpExecArray) => DateValue | null) =>
    atomsOf(text, new RegExp(pattern, 'g'), valueOf);
  const found = [
    ...of(
      `${YEAR}?(?<![\\d.])${COUNT}月(?:份)?${COUNT}[日号號](?:(?:至|到|—|－|-|~)(?:${COUNT}月)?${COUNT}[日号號])?`,
      (match) => {
        const [month, day] = [numberOf(match[2] ?? ''), numberOf(match[3] ?? '')];
        if (month < 1 || month > 12 || day < 1 || day > 31) return null;
        const told = yearOf(match[1], year);
        const end =
          match[5] === undefined
            ? null
            : { year: told, month: match[4] === undefined ? month : numberOf(match[4]), day: numberOf(match[5]) };
        return { kind: 'day', year: told, month, day, end, isMonthUncertain: false };
      },
    ),
    ...of(
      `${YEAR}?(?<![\\d.个個])${COUNT}月(?:份)?(初|中旬|中|底|末|上旬|下旬)?(?!\\d|[一二三四五六七八九十]{1,3}[日号號])`,
      (match) => {
        const month = numberOf(match[2] ?? '');
        return month < 1 || month > 12
          ? null
          : { kind: 'month', year: yearOf(match[1], year), month, part: partOfMonth(match[3]) };
      },
    ),
    ...of(
      '(本月|当月|當月|上月|上个月|上個月)?(?<![\\d.月一二三四五六七八九十])(\\d{1,2})[日号號](?!线|線|均|游|元)(?:(?:至|到|—|－|-|~)(\\d{1,2})[日号號])?',
      (match) => {
        const day = Number(match[2]);
        if (day < 1 || day > 31) return null;
        const end = match[3] === undefined ? null : { year: null, month: null, day: Number(match[3]) };
        return { kind: 'day', year: null, month: null, day, end, isMonthUncertain: false };
      },
    ),
    ...of('(上|本|这|這|下)?(?:个|個)?(?:周|週|星期|礼拜|禮拜)([日天一二三四五六])(?![年月个個度])', (match) => ({
      kind: 'weekday',
      weekday: Math.max(0, WEEKDAYS.indexOf(match[2] ?? '')),
      week: weekOf(match[1]),
    })),
    ...of('前天|昨[日天]|昨(?=[晚夜晨早])|今[日天]|今(?=[晚夜晨早])|明[日天]|即日', ([word]) => ({
      kind: 'from-publication',
      days: word.startsWith('前') ? -2 : word.startsWith('昨') ? -1 : word.startsWith('明') ? 1 : 0,
    })),
    ...of(`${COUNT}[天日](前|后|後)`, ([, count = '', way]) => ({
      kind: way === '前' ? 'from-publication' : 'from-text',
      days: numberOf(count) * (way === '前' ? -1 : 1),
      unit: 'day',
    })),
    ...of('(?:此前|之前)一[天日]|前一[天日]|前日|早一[天日]', () => ({ kind: 'from-text', days: -1, unit: 'day' })),
    ...of('当日|當日|当天|當天|同日', () => ({ kind: 'from-text', days: 0, unit: 'day' })),
    ...of('次日|翌日|隔日|隔天|第二[天日]|[后後]一[天日]|一[天日]之?[后後]', () => ({
      kind: 'from-text',
      days: 1,
      unit: 'day',
    })),
    ...of('[前上](?:一)?(?:个|個)?交易日', () => ({ kind: 'from-text', days: -1, unit: 'session' })),
    ...of('隔夜', () => ({ kind: 'from-publication', days: -1 })),
    ...of('[次下](?:一)?(?:个|個)?交易日', () => ({ kind: 'from-text', days: 1, unit: 'session' })),
    ...of(
      '下(?:个|個)?(?:周|週|星期|月|季|季度)(?![日一二三四五六])|明年|月底(?:前)?|年底(?:前)?|年内|年內|未来数[周月]',
      () => ({ kind: 'vague-future' }),
    ),
    ...of(
      '今年(?:以来|以來)?|去年(?:同期)?|本(?:周|週|月|季度|年)(?![日一二三四五六])|目前|现在|現在|如今|近日|日前|近期',
      () => ({ kind: 'none' }),
    ),
  ];
  return found.map((atom) =>
    isBoundInChinese(text.slice(0, atom.from), text.slice(atom.to)) ? { ...atom, value: { kind: 'none' } } : atom,
  );
}

const PART_WORDS: readonly (readonly [DayPart, string])[] = [
  ['before-open', '盘前|盤前|(?:开盘|開盤|开市|開市)之?前|竞价前'],
  ['after-close', '盘后|盤後|(?:收盘|收盤|收市|闭市|閉市)之?[后後]'],
  [
    'in-session',
    '盘中|盤中|盘间|盤間|即市|交易时段|交易時段|早盘|早盤|午盘|午盤|尾盘|尾盤|(?:开盘|開盤|开市|開市)之?[后後]',
  ],
  ['lunch', '午间休市|午間休市|午休'],
  ['night', '凌晨|清晨'],
  ['morning', '早间|早間|早上|上午|早晨|晨间|午前|(?<=[今昨])[早晨]'],
  ['afternoon', '下午|午后|午後'],
  ['evening', '晚间|晚間|晚上|傍晚|深夜|夜间|夜間|当晚|當晚|(?<=[今昨日一二三四五六])晚|(?<=[今昨])夜'],
];

/** Words for a time of the day in Chinese, and for the zone of a clock. */
export function chineseTimes(text: string): TimeAtom[] {
  return [
    ...PART_WORDS.flatMap(([part, words]) =>
      atomsOf(text, new RegExp(words, 'g'), () => ({ kind: 'part' as const, part })),
    ),
    ...atomsOf(text, /当地时间|當地時間|本地时间|本地時間/g, () => ({ kind: 'zone' as const, zone: null })),
  ];
}
