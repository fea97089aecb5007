/** Languages whose names of months and days are known: those in which sources write their files. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'pl', 'nl'];

/** Short forms that are in use beside those of the language data. */
const MORE_MONTHS: Readonly<Record<string, number>> = {
  fev: 2,
  fevr: 2,
  mrz: 3,
  maerz: 3,
  mrt: 3,
  avr: 4,
  jui: 7,
  juil: 7,
  aout: 8,
  sept: 9,
  out: 10,
  pazdz: 10,
};

/** Words between the parts of a date: "1 de julio de 2025", "1st of July", "1er juillet". */
const FILLERS = new Set(['de', 'del', 'of', 'the', 'st', 'nd', 'rd', 'th', 'er', 'le', 'r', 'den', 'vom']);

const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { day: 'numeric', month: 'long' },
  { day: 'numeric', month: 'short' },
];

/** A word without case, accents and points. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}.]/gu, '')
    .toLowerCase();
}

interface DateWords {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
}

function collect(): DateWords {
  const months = new Map<string, number>(Object.entries(MORE_MONTHS));
  const weekdays = new Set<string>();
  for (const language of LANGUAGES) {
    for (const options of FORMS) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2025, month, 15));
        const name = plainWord(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (/\p{L}/u.test(name) && !months.has(name)) months.set(name, month + 1);
      }
    }
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day++) {
        // "terça-feira" is written as two words.
        for (const part of format.format(Date.UTC(2025, 5, day)).split('-')) weekdays.add(plainWord(part));
      }
    }
  }
  for (const word of ['tues', 'thur', 'thurs', 'weds']) weekdays.add(word);
  return { months, weekdays };
}

let words: DateWords | null = null;

/** What a word within a date is: the number of a month from 1, a word that adds nothing, or null for any other. */
export function dateWord(text: string): number | 'filler' | null {
  words ??= collect();
  const plain = plainWord(text);
  return words.months.get(plain) ?? (words.weekdays.has(plain) || FILLERS.has(plain) ? 'filler' : null);
}
