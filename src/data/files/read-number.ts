import { scanNumber } from './scan-number.ts';

/** Words with which sources say that a value is missing, in lower case. */
const MISSING = new Set(
  '|.|-|--|---|—|–|null|n/a|n/d|n.a.|na|nan|none|#n/a|#n/a n/a|nil|k.a.|s/d|n.d.|nd|b/d|x|*|无|無|暂无'.split('|'),
);

/**
 * A number from JSON or from plain decimal text. NaN where the source left the
 * value out (null, "", ".", "-", "N/A" …), positive infinity where it wrote
 * something else: a missing value never becomes a zero.
 */
export function readNumber(value: unknown): number {
  if (typeof value === 'number') return Number.isNaN(value) ? Number.NaN : value;
  if (value === null || value === undefined) return Number.NaN;
  if (typeof value !== 'string') return Number.POSITIVE_INFINITY;
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  const second = value.charCodeAt(1);
  // Digits at both ends and no base prefix such as 0x: the common case, without trimming.
  if (first >= 48 && first <= 57 && last >= 48 && last <= 57 && !(second > 57)) {
    const number = Number(value);
    if (!Number.isNaN(number)) return number;
  }
  const text = value.trim();
  if (MISSING.has(text.toLowerCase())) return Number.NaN;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return Number.POSITIVE_INFINITY;
  return Number(text);
}

/** Which character stands before the decimals: in `26,506.99` the point, in `26.506,99` the comma. */
export type DecimalMark = 'point' | 'comma';

/** Digits in one piece or in groups of three, and decimals. A group of thousands does not begin with a zero. */
const FORMS: Readonly<Record<DecimalMark, RegExp>> = {
  point: /^[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d*)?$/,
  comma: /^[+-]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d*)?$/,
};

/** What stands behind a figure and multiplies it. Longer ones first. */
const SCALES: readonly (readonly [ending: string, factor: number])[] = [
  ...([
    ['百万', 1e6],
    ['百萬', 1e6],
    ['十亿', 1e9],
    ['十億', 1e9],
    ['万亿', 1e12],
    ['萬億', 1e12],
  ] as const),
  ...([
    ['万', 1e4],
    ['萬', 1e4],
    ['만', 1e4],
    ['亿', 1e8],
    ['億', 1e8],
    ['억', 1e8],
    ['兆', 1e12],
    ['조', 1e12],
  ] as const),
  ...([
    ['千', 1e3],
    ['천', 1e3],
  ] as const),
  ...([
    ['mrd.', 1e9],
    ['mrd', 1e9],
    ['mld.', 1e9],
    ['mld', 1e9],
    ['mio.', 1e6],
    ['mio', 1e6],
    ['mln', 1e6],
  ] as const),
  ...([
    ['tys.', 1e3],
    ['tys', 1e3],
    ['tsd.', 1e3],
    ['tsd', 1e3],
    ['bn', 1e9],
    ['mn', 1e6],
    ['tn', 1e12],
  ] as const),
  ...([
    ['k', 1e3],
    ['m', 1e6],
    ['b', 1e9],
    ['t', 1e12],
  ] as const),
];

const CODES = 'USD|HKD|CNY|CNH|RMB|EUR|GBP|GBX|JPY|KRW|CHF|TWD|SGD|AUD|CAD|PLN|BRL|INR';
const SIGNS = '(?:US|HK|NT|AU|CA|SG|CN|R|A|C|S)?[$€£¥￥₩₹]';
const UNIT_BEFORE = new RegExp(`^([+-]?)\\s*(?:${SIGNS}|(?:${CODES})(?![a-z]))\\s*`, 'i');
const UNIT_BEHIND = new RegExp(
  `\\s*(?:${SIGNS}|(?<![a-z])(?:${CODES})|港元|美元|人民币|元|円|圆|圓|원|zł|点|點|手|股|株|주|points?|pts?\\.?|Pkt\\.?|Punkte|puntos|pontos|punti|%|％)$`,
  'i',
);

/** A figure without its unit, its letters and the spaces of its groups; what is left may be no figure. */
export interface BareFigure {
  readonly digits: string;
  readonly factor: number;
}

/** A figure as digits and marks; null where the cell says that the value is missing. */
export function bareFigure(value: string): BareFigure | null {
  // Most figures wear nothing.
  if (/^[+-]?\d[\d.,]*$/.test(value)) return { digits: value, factor: 1 };
  let text = value
    .normalize('NFKC')
    .trim()
    .replace(/^="?(.*?)"?$/, '$1')
    .replaceAll('\u2212', '-')
    .trim();
  if (MISSING.has(text.toLowerCase())) return null;
  text = text.replace(UNIT_BEFORE, '$1').replace(UNIT_BEHIND, '');
  let factor = 1;
  const low = text.toLowerCase();
  const scale = SCALES.find(([ending]) => low.endsWith(ending));
  if (scale !== undefined) {
    text = text.slice(0, -scale[0].length).trim();
    factor = scale[1];
  }
  // Spaces and apostrophes stand between whole groups of three, and nowhere else.
  if (/^[+-]?\d{1,3}(?:[ '’`]\d{3})+(?:[.,]\d*)?$/.test(text)) text = text.replaceAll(/[ '’`]/g, '');
  return { digits: text, factor };
}

/** Marks under which a bare figure can be read, and whether they give different numbers. */
export function marksOf(digits: string): {
  readonly point: boolean;
  readonly comma: boolean;
  readonly differ: boolean;
} {
  const point = FORMS.point.test(digits);
  const comma = FORMS.comma.test(digits);
  return { point, comma, differ: point && comma && /[.,]/.test(digits) };
}

const SCIENTIFIC = /^\s*\d+(?:\.\d+)?e[+-]?\d+\s*$/i;

/** Whether a cell is a figure under either mark; one that says that a value is missing is none. */
export function isFigure(cell: string): boolean {
  const bare = bareFigure(cell);
  return bare !== null && (FORMS.point.test(bare.digits) || FORMS.comma.test(bare.digits) || SCIENTIFIC.test(cell));
}

/**
 * A number as people write it: thousands separated, with a currency, a percent
 * sign or a word of scale (`$331.34`, `1.57B`, `15.7亿`, `26,506.99`, `20202.89 USD`).
 * NaN and infinity mean the same as in `readNumber`. A percent stays a percent.
 */
export function readFormattedNumber(value: string, mark: DecimalMark = 'point'): number {
  if (mark === 'point') {
    const scanned = scanNumber(value, 0, value.length);
    if (scanned !== Number.POSITIVE_INFINITY) return scanned;
    const plain = readNumber(value);
    if (plain !== Number.POSITIVE_INFINITY) return plain;
  }
  const bare = bareFigure(value);
  if (bare === null) return Number.NaN;
  const { digits, factor } = bare;
  if (!FORMS[mark].test(digits)) return Number.POSITIVE_INFINITY;
  const plain = mark === 'point' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.');
  return Number(plain) * factor;
}
