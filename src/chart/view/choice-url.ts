import { isSessionDate } from '../../core/units.ts';
import { AROUND, type Base, type Range, SCALES, type Scale } from './view.ts';

/** A range as it stands in an address. */
export function writeRange(range: Range): string {
  switch (range.kind) {
    case 'around':
      return String(range.sessions);
    case 'year':
      return '1y';
    case 'all':
      return 'all';
    case 'between':
      return `${range.from}..${range.to}`;
  }
}

/** The range that a text of an address means; undefined for one that means none. */
export function readRange(text: string): Range | undefined {
  if (text === '1y') return { kind: 'year' };
  if (text === 'all') return { kind: 'all' };
  const sessions = AROUND.find((count) => String(count) === text);
  if (sessions !== undefined) return { kind: 'around', sessions };
  const [from, to, ...rest] = text.split('..');
  if (from === undefined || to === undefined || rest.length > 0) return undefined;
  return isSessionDate(from) && isSessionDate(to) && from <= to ? { kind: 'between', from, to } : undefined;
}

/** The base that a text of an address means, among some events; undefined for one that means none. */
export function readBase(text: string, events: readonly { readonly id: string }[]): Base | undefined {
  if (isSessionDate(text)) return { kind: 'session', session: text };
  return events.some(({ id }) => id === text) ? { kind: 'event', event: text } : undefined;
}

/**
 * What an address asks of a drawing that stands: range, base and scale. Total: what cannot be used is left as it
 * stands, and said once the whole address is read (`url.ts`).
 */
export function readChoice<Choice extends { readonly range: Range; readonly base: Base; readonly scale: Scale }>(
  query: string,
  standing: Choice,
  events: readonly { readonly id: string; readonly number: number | null }[],
): Choice {
  const given = new URLSearchParams(query);
  const range = readRange(given.get('range') ?? '');
  const base = readBase(
    given.get('base') ?? '',
    events.filter(({ number }) => number !== null),
  );
  const scale = SCALES.find((known) => known === given.get('scale') && known !== 'points');
  return { ...standing, ...(range && { range }), ...(base && { base }), ...(scale && { scale }) };
}
