import { isSessionDate, type SessionDate, sessionDate } from '../../core/units.ts';

/** An argument that cannot be used; the message says which, and what was expected. */
export class WrongUsage extends Error {}

/** No calendar is planned further, and no source has a later session. */
const AFTER_ALL: SessionDate = sessionDate('2200-01-01');

/** A real date before 2200. Throws WrongUsage for anything else; `name` is the option's. */
export function checkedDate(name: string, text: string): SessionDate {
  if (!isSessionDate(text)) throw new WrongUsage(`--${name} is "${text}"; expected a real date written YYYY-MM-DD.`);
  if (text >= AFTER_ALL) throw new WrongUsage(`--${name} is "${text}"; expected a date before 2200.`);
  return text;
}

/** The origin and path of an address without user name or query. Throws WrongUsage for anything else. */
export function checkedBaseUrl(text: string): string {
  try {
    const url = new URL(text);
    const isPlain = url.search === '' && url.hash === '' && url.username === '' && url.password === '';
    if (/^https?:$/.test(url.protocol) && isPlain) return url.href;
  } catch {
    // Said below, as for an address of another kind.
  }
  // A password that stands in the address is not repeated.
  const shown = text.replace(/\/\/[^/]*@/, '//…@');
  throw new WrongUsage(`--base-url is "${shown}"; expected an http or https address without user name or query.`);
}

/** One of a few words. Throws WrongUsage for any other. */
export function oneOf<Value extends string>(name: string, text: string, allowed: readonly Value[]): Value {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new WrongUsage(`--${name} is "${text}"; expected ${allowed.join(' or ')}.`);
  return found;
}
