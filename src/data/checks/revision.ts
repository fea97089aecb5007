import type { PriceSeries } from '../../core/series.ts';
import type { SessionDate } from '../../core/units.ts';
import { level, sessionList } from './session-list.ts';

/** Float noise of one source between two answers; anything above is a change. */
const NOISE = 0.005;

/** A close of a finished session that a source has changed since it was last asked. */
export interface Revision {
  readonly session: SessionDate;
  readonly before: number;
  readonly after: number;
}

/** Past closes that differ between two answers of one source. A bar that was partial before is no past close. */
export function revisions(before: PriceSeries, after: PriceSeries): readonly Revision[] {
  const partial = before.provenance.lastIsPartial ? before.sessions.at(-1) : undefined;
  const known = new Map(before.sessions.map((session, index) => [session, before.closes[index]]));
  const found: Revision[] = [];
  for (const [index, session] of after.sessions.entries()) {
    const was = known.get(session);
    const is = after.closes[index];
    if (was === undefined || is === undefined || session === partial || Math.abs(was - is) <= NOISE) continue;
    found.push({ session, before: was, after: is });
  }
  return found;
}

/** The newer answer, with an issue that gives both values of every changed past close. */
export function withRevisions(before: PriceSeries, after: PriceSeries): PriceSeries {
  const found = revisions(before, after);
  if (found.length === 0) return after;
  const told = found.map((entry) => `${entry.session} from ${level(entry.before)} to ${level(entry.after)}`);
  return {
    ...after,
    issues: [
      ...after.issues,
      {
        kind: 'revised',
        sessions: found.map(({ session }) => session),
        sentence: `${after.provenance.label} has changed past closes since ${before.provenance.fetchedAt}: ${sessionList(told)}.`,
      },
    ],
  };
}
