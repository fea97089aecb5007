import { claimSentences } from '../../chart/sentences/claims.ts';
import { headline } from '../../chart/sentences/headline.ts';
import type { Formats } from '../../chart/text/formats.ts';
import { mapAnnouncement } from '../../core/session-mapping.ts';
import { reactionMoves } from '../parts/reaction-moves.ts';
import type { StudySoFar } from './study-so-far.ts';

/** One thing that a study says, as it was and as it is; null where it was or is not said. */
export interface StudyChange {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a study says in figures: its headline, the move after each event in each market, and each verdict. */
function saidBy(soFar: StudySoFar, formats: Formats): ReadonlyMap<string, { what: string; says: string }> {
  const { study, available, verdicts } = soFar;
  if (study === null) return new Map();
  const said = new Map<string, { what: string; says: string }>();
  const words = headline(study, available, formats).map(({ text }) => text);
  said.set('headline', { what: study.title, says: words.join('') });
  for (const { id, title, time, zone } of study.events) {
    for (const { id: instrument, name } of study.instruments) {
      const series = available.get(instrument);
      if (series === undefined) continue;
      const mapping = mapAnnouncement(time, zone, series.exchange, series.sessions);
      if (mapping.kind !== 'mapped') continue;
      const { day } = reactionMoves(series, mapping);
      const says = [formats.mediumDate(mapping.dayZero), day === null ? '' : formats.change(day, 2)].join(' ').trim();
      said.set(`event ${id} ${instrument}`, { what: `${title}, ${name}`, says });
    }
  }
  for (const [id, verdict] of verdicts) {
    const { verdict: word, figures } = claimSentences(verdict, study, formats);
    said.set(`claim ${id}`, { what: `“${verdict.claim.quote}”`, says: `${word}. ${figures}` });
  }
  return said;
}

/** What one study says otherwise than another, in the order of what is said now; what is no longer said comes last. */
export function studyChanges(before: StudySoFar, after: StudySoFar, formats: Formats): readonly StudyChange[] {
  const [was, is] = [saidBy(before, formats), saidBy(after, formats)];
  const changed = [...is].flatMap(([key, { what, says }]) => {
    const old = was.get(key)?.says ?? null;
    return old === says ? [] : [{ what, before: old, after: says }];
  });
  const gone = [...was].flatMap(([key, { what, says }]) => (is.has(key) ? [] : [{ what, before: says, after: null }]));
  return [...changed, ...gone];
}
