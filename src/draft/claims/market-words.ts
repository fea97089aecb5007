import type { WrittenSize } from '../../core/study.ts';
import type { DraftLanguage } from '../draft.ts';

/** What a part of a sentence says that a market did. */
export type MoveStatement =
  | ({ readonly kind: 'move'; readonly sign: 'up' | 'down' } & WrittenSize)
  | { readonly kind: 'little-changed' }
  | { readonly kind: 'record'; readonly another: boolean }
  | { readonly kind: 'notable'; readonly sign: 'up' | 'down' }
  | { readonly kind: 'sign'; readonly sign: 'up' | 'down' }
  | { readonly kind: 'extreme'; readonly extreme: 'best' | 'worst' | 'highest' | 'lowest'; readonly since: string }
  | { readonly kind: 'value'; readonly relation: 'above' | 'below'; readonly level: number }
  | { readonly kind: 'level'; readonly relation: 'above' | 'below'; readonly level: number }
  | { readonly kind: 'comparison'; readonly relation: 'more' | 'less' }
  | { readonly kind: 'opened'; readonly sign: 'up' | 'down' }
  | { readonly kind: 'off-high' };

/** Words of a sentence that say what a market did. */
export interface MarketWords {
  readonly from: number;
  readonly to: number;
  readonly statement: MoveStatement;
}

const UP =
  'rose|rises?|risen|rising|gain(?:ed|s|ing)?|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|surg(?:ed|es|ing)|soar(?:ed|s|ing)|rall(?:ied|ies|ying)|advanc(?:ed|es|ing)|added|adding|increased|rebounded|leapt|spiked|higher|up';
const DOWN =
  'fell|falls?|fallen|falling|dropp?(?:ed|s|ing)?|lost|los(?:es|ing)|slid(?:es?|ing)?|slipp?(?:ed|s|ing)?|sank|sinks?|tumbl(?:ed|es|ing)|plung(?:ed|es|ing)|plummet(?:ed|s)?|slump(?:ed|s|ing)?|declin(?:ed|es|ing)|shed|retreated|eased|dipped|crashed|lower|down|off';
const HEDGE =
  '(more than|over|nearly|almost|close to|about|around|roughly|some|at least|as much as|just over|just under|less than)?';
const PERCENT = '(\\d+(?:\\.\\d+)?)\\s?(?:percent|per cent|%|percentage points)';
const DOWN_WORD = new RegExp(`^(?:${DOWN}|decline|loss|slide|drop|fall|slump|plunge)$`, 'i');

function hedgeOf(words: string | undefined): WrittenSize['hedge'] {
  if (words === undefined || words === '') return 'exactly';
  if (/^(?:more than|over|at least|just over|逾|超|超过|超過|多)/i.test(words)) return 'more-than';
  if (/^(?:less than|under|不到|不足)/i.test(words)) return 'less-than';
  return /^(?:nearly|almost|close to|just under|近|接近|将近|將近)/i.test(words) ? 'almost' : 'about';
}

const signOf = (word: string): 'up' | 'down' => (DOWN_WORD.test(word) ? 'down' : 'up');
const wide = (unit: string | undefined): number =>
  /^(?:trillion|万亿|萬億|兆)/i.test(unit ?? '') ? 1e12 : /^(?:billion|十亿)/i.test(unit ?? '') ? 1e9 : 1e8;
const figure = (text: string | undefined): number => Number((text ?? '').replace(/,/g, ''));

type Rule = readonly [pattern: RegExp, statementOf: (match: RegExpExecArray) => MoveStatement | null];

const ENGLISH: readonly Rule[] = [
  [
    new RegExp(`\\b(opened|opens)\\b[^,.;]{0,25}?\\b(higher|lower|up|down)\\b`, 'gi'),
    ([, , way = '']) => ({ kind: 'opened', sign: /higher|up/i.test(way) ? 'up' : 'down' }),
  ],
  [
    /\b(?:off|below|from) (?:its |their |the )?(?:session|day(?:[’']s)?|intraday) highs?\b|\b(?:pared|trimmed|gave back|erased) (?:its |their |early |earlier |some |most |all |of |the )*gains\b/gi,
    () => ({ kind: 'off-high' }),
  ],
  [
    new RegExp(`\\b(${UP}|${DOWN})\\b(?: by| as much as| hard)?(?: an?| another)? ?${HEDGE} ?${PERCENT}`, 'gi'),
    ([, verb = '', hedge, percent]) => ({
      kind: 'move',
      sign: signOf(verb),
      percent: percent ?? '',
      hedge: hedgeOf(hedge),
    }),
  ],
  [
    new RegExp(
      `\\b(?:closed|ended|finished|settled|traded|trading|was|were)\\b(?: \\w+){0,2}? ${HEDGE} ?${PERCENT} (higher|lower|up|down)`,
      'gi',
    ),
    ([, hedge, percent, way = '']) => ({
      kind: 'move',
      sign: signOf(way),
      percent: percent ?? '',
      hedge: hedgeOf(hedge),
    }),
  ],
  [
    new RegExp(
      `${HEDGE} ?${PERCENT} (rise|gain|jump|rally|surge|increase|advance|fall|drop|decline|loss|slide|slump|plunge)\\b`,
      'gi',
    ),
    ([, hedge, percent, noun = '']) => ({
      kind: 'move',
      sign: signOf(noun),
      percent: percent ?? '',
      hedge: hedgeOf(hedge),
    }),
  ],
  [
    /\b(worst|best|biggest|largest|steepest|sharpest|highest|lowest|strongest|weakest)\b(?: (?!since)[\w-]+){0,4} since ((?:early |late |mid-)?[A-Z]\w+(?: \d{1,2})?(?:,? \d{4})?|\d{4}|the \w+(?: \w+){0,3})/g,
    ([words, word = '', since = '']) => {
      if (/highest|lowest/.test(word))
        return { kind: 'extreme', extreme: word === 'highest' ? 'highest' : 'lowest', since };
      const isDown = /worst|weakest/.test(word) || /\b(?:drop|fall|loss|decline|slide|sell-?off|plunge)\b/.test(words);
      return { kind: 'extreme', extreme: isDown ? 'worst' : 'best', since };
    },
  ],
  [
    /\b(another |a new |fresh |new )?(?:record|all-time) (?:closing )?(?:high|close|peak|level)s?\b|\b(?:closed|ended|finished) at (?:a|another|new) record\b/gi,
    ([words]) => ({ kind: 'record', another: /another|fresh/i.test(words) }),
  ],
  [
    /\b(?:little|barely|hardly|almost un|virtually un|largely un|un)\s?(?:changed|moved)\b|\b(?:almost|nearly|virtually|roughly|ended|closed|finished|was|were|mostly) flat\b/gi,
    () => ({ kind: 'little-changed' }),
  ],
  [
    /(?<!valu\w* )\b(above|over|past|through|below|under)\s+(?:the )?(\d{1,3}(?:,\d{3})+|\d{4,6})(?:[- ]points?|[- ]mark|[- ]level)?(?! (?:people|jobs|chips|companies|shares|workers))\b/gi,
    ([, way = '', level]) => ({
      kind: 'level',
      relation: /below|under/i.test(way) ? 'below' : 'above',
      level: figure(level),
    }),
  ],
  [
    /\b(over|more than|above|exceed(?:ed|ing|s)?|topp?(?:ed|ing|s)|surpass(?:ed|ing|es)|cross(?:ed|ing|es)|past|below|under|less than)\s+(?:US)?\$\s?(\d+(?:\.\d+)?)[- ]?(trillion|billion)(?: mark)?/gi,
    ([, way = '', amount, unit]) => ({
      kind: 'value',
      relation: /below|under|less/i.test(way) ? 'below' : 'above',
      level: Number(amount) * wide(unit),
    }),
  ],
  [
    /\b(outperform(?:ed|ing|s)?|beat|beating|outpac(?:ed|ing))\b|\b(underperform(?:ed|ing|s)?|lagg(?:ed|ing)|trail(?:ed|ing))\b/gi,
    ([, more]) => ({ kind: 'comparison', relation: more === undefined ? 'less' : 'more' }),
  ],
  [
    /\b(?:notable|sharp|strong|big|steep|hefty|broad|massive|fierce|major|significant)\s+(?:\w+ )?(rally|rise|gains?|jump|surge|rebound|falls?|drop|decline|sell-?off|loss(?:es)?|slide|slump)\b/gi,
    ([, noun = '']) => ({
      kind: 'notable',
      sign: /^(?:fall|drop|decline|sell|loss|slide|slump)/i.test(noun) ? 'down' : 'up',
    }),
  ],
  [
    /\b(surged|soared|rallied|skyrocketed|leapt|plunged|tumbled|slumped|plummeted|crashed|sank)\b|\b(fell|dropped|slid|rose|climbed|gained) (?:hard|sharply|steeply|strongly|heavily)\b/gi,
    ([words]) => ({
      kind: 'notable',
      sign: /surged|soared|rallied|sky|leapt|rose|climbed|gained/i.test(words) ? 'up' : 'down',
    }),
  ],
  [
    /\b(lift(?:ed|ing|s)?|boost(?:ed|ing|s)?|buoy(?:ed|ing)|sent [^,.;]{0,30}? higher|push(?:ed|ing) (?:up|higher)|rose|rebounded|recovered|climbed|gained|(?<!most |more |an |its )advanced|(?:ended|closed|finished) (?:up|higher))\b|\b(weigh(?:ed|ing) on|drag(?:ged|ging)(?: down)?|sent [^,.;]{0,30}? lower|hit|fell|dropped|slid|slipped|retreated|eased|declined|(?:ended|closed|finished) (?:down|lower))\b/gi,
    ([, up]) => ({ kind: 'sign', sign: up === undefined ? 'down' : 'up' }),
  ],
];

const CN_HEDGE = '(不到|不足|逾|超过|超過|超|近|接近|将近|將近|约|約|大约|大約|多)?';
const CN_PERCENT = '(\\d+(?:\\.\\d+)?)(?:%|％|个百分点|個百分點)';
const CN_DOWN = '下跌|下挫|收跌|急跌|大跌|重挫|暴跌|跌|挫|下滑|回落|跌幅';

const CHINESE: readonly Rule[] = [
  [/(高开|高開)|(低开|低開)/g, ([, up]) => ({ kind: 'opened', sign: up === undefined ? 'down' : 'up' })],
  [/冲高回落|衝高回落|回吐(?:部分|全部)?[涨漲升]幅/g, () => ({ kind: 'off-high' })],
  [
    new RegExp(
      `(上涨|上漲|上升|收涨|收漲|大涨|大漲|急升|涨|漲|升|攀升|飙升|飆升|反弹|反彈|(?<=[盘盤市])高|(?<=[盘盤市])低|${CN_DOWN})(?:了|幅)?(?:达|達)?${CN_HEDGE}${CN_PERCENT}`,
      'g',
    ),
    ([, verb = '', hedge, percent]) => ({
      kind: 'move',
      sign: new RegExp(`^(?:${CN_DOWN}|低)`).test(verb) ? 'down' : 'up',
      percent: percent ?? '',
      hedge: hedgeOf(hedge),
    }),
  ],
  [
    /创(?:下)?(?:自)?([^，。]{1,12}?)以来(?:的)?(?:最(大|差|佳|高|低|好))|創(?:下)?(?:自)?([^，。]{1,12}?)以來(?:的)?(?:最(大|差|佳|高|低|好))/g,
    (match) => {
      const word = match[2] ?? match[4] ?? '';
      const isFall = /[跌挫]/.test(match.input.slice(Math.max(0, match.index - 12), match.index + match[0].length + 4));
      const extreme =
        word === '高'
          ? 'highest'
          : word === '低'
            ? 'lowest'
            : word === '差' || (word === '大' && isFall)
              ? 'worst'
              : 'best';
      return { kind: 'extreme', extreme, since: match[1] ?? match[3] ?? '' };
    },
  ],
  [
    /(再)?(?:创|創)(?:下)?(?:历史|歷史|收盘|收盤|收市|纪录|紀錄)?新高|(?:历史|歷史|纪录|紀錄)新?高(?:位|点|點)?/g,
    ([, again]) => ({ kind: 'record', another: again !== undefined }),
  ],
  [
    /几乎(?:收平|持平|不变)|幾乎(?:收平|持平|不變)|收平|持平|变动不大|變動不大|变化不大|變化不大|窄幅波动|窄幅波動/g,
    () => ({ kind: 'little-changed' }),
  ],
  [
    /(失守|跌破|低于|低於|跌穿)|(突破|站上|升破|升穿|高于|高於|重上|收复|收復)/g,
    (match) => {
      const after = /^\s*(\d[\d,]*(?:\.\d+)?)(万|萬)?(?:点|點|大关|大關|关口|關口)/.exec(
        match.input.slice(match.index + match[0].length),
      );
      if (after === null) return null;
      return {
        kind: 'level',
        relation: match[1] === undefined ? 'above' : 'below',
        level: figure(after[1]) * (after[2] === undefined ? 1 : 10_000),
      };
    },
  ],
  [
    /(超过|超過|突破|逾|超|高于|高於|达到|達到|跌破|低于|低於)(\d+(?:\.\d+)?)(万亿|萬億|兆|亿|億)(?:美元|美金)(?:大关|大關)?/g,
    ([, way = '', amount, unit]) => ({
      kind: 'value',
      relation: /跌|低/.test(way) ? 'below' : 'above',
      level: Number(amount) * wide(unit),
    }),
  ],
  [
    /(跑赢|跑贏|优于|優於)|(跑输|跑輸|逊于|遜於)/g,
    ([, more]) => ({ kind: 'comparison', relation: more === undefined ? 'less' : 'more' }),
  ],
  [
    /(大涨|大漲|飙升|飆升|急升|暴涨|暴漲|显著上[涨漲升])|(大跌|暴跌|急跌|重挫|显著下跌)/g,
    ([, up]) => ({ kind: 'notable', sign: up === undefined ? 'down' : 'up' }),
  ],
  [
    /(上涨|上漲|上升|走高|收高|收涨|收漲|造好|提振|带动|帶動)|(下跌|下挫|走低|收低|收跌|受压|受壓|拖累|走弱)/g,
    ([, up]) => ({ kind: 'sign', sign: up === undefined ? 'down' : 'up' }),
  ],
];

/** What a sentence says that markets did, in order; of words over one another the first rule that fits. */
export function marketWords(text: string, language: DraftLanguage): readonly MarketWords[] {
  const found: MarketWords[] = [];
  for (const [pattern, statementOf] of language === 'en' ? ENGLISH : CHINESE) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (found.some((one) => from < one.to && to > one.from)) continue;
      const statement = statementOf(match);
      if (statement !== null) found.push({ from, to, statement });
    }
  }
  return found.toSorted((a, b) => a.from - b.from);
}
