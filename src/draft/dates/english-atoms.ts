import type { DayPart } from '../draft.ts';
import { atomsOf, type DateAtom, type DateValue, type TimeAtom } from './atoms.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Jun\\.|Jul\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)';
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const COUNT = `(a|an|${NUMBERS.join('|')}|\\d{1,2})`;

/** What stands before a date and is no date of an event: it bounds a stretch, or compares. */
const BOUND =
  /\b(?:since|until|till|through|up to|by|before|than(?: in| on)?|ended|ending|starting|compared with|versus|for)\s+(?:the |late |early |mid-)?$/i;

function countOf(word: string): number {
  if (/^an?$/i.test(word)) return 1;
  const named = NUMBERS.indexOf(word.toLowerCase());
  return named >= 0 ? named + 1 : Number(word);
}

function daysIn(unit: string): number {
  return /^week/i.test(unit) ? 7 : 1;
}

const PARTS = {
  early: 'early',
  beginning: 'early',
  start: 'early',
  mid: 'middle',
  middle: 'middle',
  late: 'late',
  end: 'late',
} as const;

function partOfMonth(word: string | undefined): 'early' | 'middle' | 'late' | null {
  const key = word?.toLowerCase() ?? '';
  return Object.hasOwn(PARTS, key) ? PARTS[key as keyof typeof PARTS] : null;
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function monthValue(match: RegExpExecArray, year: number): DateValue {
  const month = monthOf(match[3]);
  const told = match[4] ?? '';
  const given = /last/.test(told) ? year - 1 : /this/.test(told) ? year : told === '' ? null : Number(told);
  return { kind: 'month', year: given, month, part: partOfMonth(match[1] ?? match[2]) };
}

/** Words for days and months that a calendar does not write: weekdays, "a day earlier", "in early April". */
export function englishDates(text: string, year: number): DateAtom[] {
  const months = atomsOf(
    text,
    new RegExp(
      `(?:\\b(early|mid|late)[- ]|\\b(?:the )?(beginning|start|middle|end) of )?(?<![\\d.] |\\d(?:st|nd|rd|th) |\\d(?:st|nd|rd|th) of )\\b${MONTH}(?!\\w)(?!\\.? \\d{1,2}(?:st|nd|rd|th)?\\b(?!\\d))(?:,? (?:of )?(\\d{4}|last year|this year))?`,
      'g',
    ),
    (match) => {
      // "May" and "March" are words of their own: as months they follow a preposition, or a year follows them.
      const isWord =
        /^(?:May|March)$/.test(match[3] ?? '') &&
        match[4] === undefined &&
        match[1] === undefined &&
        match[2] === undefined;
      const before = text.slice(0, match.index);
      if (isWord && !/\b(?:in|since|last|this|of|until|by|from|through|between|and|to|for)\s+$/i.test(before))
        return null;
      return monthValue(match, year);
    },
  );
  const weekdays = atomsOf(
    text,
    new RegExp(
      `(?:\\b(last|this|next|coming|past)\\s+)?\\b(${WEEKDAYS.join('|')})\\b(?!s\\b)(\\s+(?:last|next) week|\\s+week)?`,
      'g',
    ),
    (match): DateValue | null => {
      if (/\bBlack\s+$/.test(text.slice(0, match.index))) return null;
      const said = `${match[1] ?? ''} ${match[3] ?? ''}`;
      const week = /last week/.test(said)
        ? 'last'
        : /last|past/.test(said)
          ? 'latest'
          : /next|coming/.test(said)
            ? 'next'
            : /this/.test(said)
              ? 'this'
              : null;
      return { kind: 'weekday', weekday: WEEKDAYS.indexOf(match[2] ?? ''), week };
    },
  );
  const ranges = [
    new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)? (?:and|to|through|until) (\\d{1,2})(?:st|nd|rd|th)? ${MONTH}(?:,? (\\d{4}))?`,
      'g',
    ),
    new RegExp(
      `\\b()()${MONTH} (\\d{1,2})(?:st|nd|rd|th)? (?:and|to|through|until) (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`,
      'g',
    ),
  ].flatMap((pattern, isMonthFirst) =>
    atomsOf(text, pattern, (match): DateValue => {
      const [from, to, told] = isMonthFirst === 1 ? [match[4], match[5], match[6]] : [match[1], match[2], match[4]];
      const month = monthOf(match[3]);
      const given = told === undefined ? null : Number(told);
      return {
        kind: 'day',
        year: given,
        month,
        day: Number(from),
        end: { year: given, month, day: Number(to) },
        isMonthUncertain: false,
      };
    }),
  );
  return [
    ...months,
    ...ranges,
    ...weekdays,
    ...atomsOf(
      text,
      /\bthe (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|century|anniversary|floor|\w+ (?:largest|biggest)))/g,
      (match): DateValue | null => {
        const day = Number(match[1]);
        return day >= 1 && day <= 31 && /\b(?:on|of|from)\s+$/i.test(text.slice(0, match.index))
          ? { kind: 'day', year: null, month: null, day, end: null, isMonthUncertain: false }
          : null;
      },
    ),
    ...relativeDates(text),
  ].map((atom) => (BOUND.test(text.slice(0, atom.from)) ? { ...atom, value: { kind: 'none' } } : atom));
}

/** Whether what stands before a date makes it a bound of a stretch, not the day of an event. */
export function isBoundInEnglish(before: string): boolean {
  return BOUND.test(before);
}

function relativeDates(text: string): DateAtom[] {
  const relative = (pattern: RegExp, valueOf: (match: RegExpExecArray) => DateValue | null) =>
    atomsOf(text, pattern, valueOf);
  return [
    ...relative(
      /\b(yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening)|earlier today)\b/gi,
      ([word]) => {
        const said = word.toLowerCase();
        if (said === 'tomorrow') return { kind: 'from-publication', days: 1 };
        return { kind: 'from-publication', days: /yesterday|last night/.test(said) ? -1 : 0 };
      },
    ),
    ...relative(new RegExp(`\\b${COUNT} (days?|weeks?) ago\\b`, 'gi'), ([, count = '', unit = '']) => ({
      kind: 'from-publication',
      days: -countOf(count) * daysIn(unit),
    })),
    ...relative(
      new RegExp(`\\b${COUNT} (days?|weeks?) (earlier|later|(?:before|after(?:wards?)?)(?=[,.;:—–-]|$))\\b`, 'gi'),
      ([, count = '', unit = '', way = '']) => ({
        kind: 'from-text',
        days: countOf(count) * daysIn(unit) * (/^(?:earlier|before)$/i.test(way) ? -1 : 1),
        unit: 'day',
      }),
    ),
    ...relative(/\bthe (?:day before|previous day|prior day|day earlier)\b(?! (?:the|a|an|its|his|her)\b)/gi, () => ({
      kind: 'from-text',
      days: -1,
      unit: 'day',
    })),
    ...relative(/\bthe (?:next|following) (?:day|morning|afternoon|evening)\b/gi, () => ({
      kind: 'from-text',
      days: 1,
      unit: 'day',
    })),
    ...relative(/\b(?:that|the same) day\b/gi, () => ({ kind: 'from-text', days: 0, unit: 'day' })),
    ...relative(/\b(?:the (?:previous|prior)|the preceding) (?:session|trading day)\b/gi, () => ({
      kind: 'from-text',
      days: -1,
      unit: 'session',
    })),
    ...relative(/\bthe (?:next|following) (?:session|trading day)\b/gi, () => ({
      kind: 'from-text',
      days: 1,
      unit: 'session',
    })),
    ...relative(
      new RegExp(`\\b(?:(?:just|only|barely) )?(?:${COUNT} (days?|weeks?)|the (day)) (after|before)(?= \\w)`, 'gi'),
      ([, count = 'a', unit = 'day', , way = '']) => ({
        kind: 'from-event',
        days: countOf(count) * daysIn(unit) * (/before/i.test(way) ? -1 : 1),
      }),
    ),
    ...relative(
      /\b(?:next (?:week|month|quarter|year|few \w+)|(?:at|by|before|around) the (?:end|start|beginning) of (?:this|the|next) (?:week|month|quarter|year)|later this (?:week|month|quarter|year)|in the coming (?:days|weeks|months)|(?:in|by) 20\d\d)\b/gi,
      () => ({ kind: 'vague-future' }),
    ),
    ...relative(
      /\b(?:now|currently|recently|(?:earlier )?this (?:week|month|quarter|year)|(?:a|one) (?:week|month|quarter|year) (?:ago|earlier)|the (?:same|first|second|third|fourth) quarter|the week before|last (?:week|month|quarter|year))\b/gi,
      () => ({ kind: 'none' }),
    ),
  ];
}

const AT_MARKET = '(?:the |New York’s |Wall Street’s |its |Friday’s )?';
const PART_WORDS: readonly (readonly [DayPart, RegExp])[] = [
  [
    'after-close',
    new RegExp(
      `\\b(?:after|following) ${AT_MARKET}(?:closing bell|market(?:s)? closed?|closed?|close of (?:trade|trading)|bell|end of trading|trading ended)\\b|\\bafter[- ]hours\\b|\\bextended trading\\b|\\bpost-market\\b`,
      'gi',
    ),
  ],
  [
    'before-open',
    new RegExp(
      `\\b(?:before|ahead of) ${AT_MARKET}(?:opening bell|market(?:s)? open(?:ed)?|open(?:ing|ed)?|start of (?:trade|trading)|trading began|bell)\\b|\\bpre-?market\\b`,
      'gi',
    ),
  ],
  [
    'in-session',
    /\b(?:during (?:the |regular )?(?:session|trading(?: hours)?)|in intraday trading|intraday|mid-?session|midway through (?:the )?session|while markets were open)\b/gi,
  ],
  ['lunch', /\b(?:during|over) (?:the )?(?:lunch|midday) (?:break|pause)\b/gi],
];

const CLOCK_RELATIONS = [
  [/\b(?:shortly|just|moments|minutes) before $/i, 'shortly-before'],
  [/\b(?:shortly|just|moments|minutes) after $/i, 'shortly-after'],
  [/\b(?:before|by|until|ahead of) $/i, 'before'],
  [/\b(?:after|past|since|from) $/i, 'after'],
  [/\b(?:about|around|approximately|roughly|at around|at about) $/i, 'about'],
] as const;

/** What the words before a clock's time make of it. */
export function clockRelation(before: string): {
  readonly relation: 'at' | (typeof CLOCK_RELATIONS)[number][1];
  readonly length: number;
} {
  for (const [pattern, relation] of CLOCK_RELATIONS) {
    const found = pattern.exec(before);
    if (found !== null) return { relation, length: found[0].length };
  }
  return { relation: 'at', length: /\bat $/i.exec(before)?.[0].length ?? 0 };
}

const WEEKDAY_BEFORE = new RegExp(`(?:${WEEKDAYS.join('|')}|yesterday|today) $`);
const DATE_AFTER = new RegExp(`^ (?:of )?(?:on )?(?:${WEEKDAYS.join('|')}|(?:the )?\\d|[A-Z][a-z]+ \\d)`);

/** Words for a time of the day, and for the zone of a clock. */
export function englishTimes(text: string): TimeAtom[] {
  const partsOfDay: TimeAtom[] = atomsOf(
    text,
    /\b(morning|afternoon|evening|night|late|early|overnight|midnight)\b/gi,
    (match) => {
      const word = (match[1] ?? '').toLowerCase();
      const before = text.slice(0, match.index);
      const after = text.slice(match.index + match[0].length);
      const isLead = word === 'late' || word === 'early';
      if (
        isLead
          ? !DATE_AFTER.test(after)
          : !WEEKDAY_BEFORE.test(before) &&
            !after.startsWith(' of ') &&
            !/\b(?:this|that|last|same|following|next) $/i.test(before)
      )
        return null;
      const part: DayPart =
        word === 'late' || word === 'night'
          ? 'evening'
          : word === 'early'
            ? 'morning'
            : word === 'afternoon' || word === 'evening' || word === 'morning'
              ? word
              : 'night';
      return { kind: 'part', part };
    },
  );
  return [
    ...PART_WORDS.flatMap(([part, pattern]) => atomsOf(text, pattern, () => ({ kind: 'part' as const, part }))),
    ...partsOfDay,
    ...atomsOf(text, /\b(?:noon|midday)\b/gi, () => ({
      kind: 'clock' as const,
      minutes: 720,
      relation: 'about' as const,
    })),
    ...atomsOf(text, /\b([01]\d|2[0-3])([0-5]\d) (?=GMT|UTC|ET\b|HKT)/g, ([, hour, minute]) => ({
      kind: 'clock' as const,
      minutes: Number(hour) * 60 + Number(minute),
      relation: 'at' as const,
    })),
    ...atomsOf(text, /\blocal time\b/gi, () => ({ kind: 'zone' as const, zone: null })),
  ];
}
