/** Several things in one phrase: "a, b and c". */
export function listed(things: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** Words of somebody else's, in quotation marks. */
export function quoted(words: string): string {
  return `“${words}”`;
}

/** A figure as it is written in English, with all of its decimals up to six. */
export function figure(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

/** A level, with two decimals: "22,884.59". */
export function level(value: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

const long = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** A date in words: "8 July 2025"; the text itself where it is no date. */
export function longDate(date: string): string {
  const at = Date.parse(date);
  return Number.isNaN(at) ? date : long.format(at);
}
