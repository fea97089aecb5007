import { defaultRequest } from '../../../src/chart/reaction/asked-statistics.ts';
import type { Analysis } from '../../../src/core/reaction/analysis.ts';
import { type Reaction, type ReactionRequest, studyReactions } from '../../../src/core/reaction/study-reactions.ts';
import type { InstrumentId, PriceSeries } from '../../../src/core/series.ts';
import type { Study } from '../../../src/core/study.ts';
import { type SessionDate, sessionDate } from '../../../src/core/units.ts';
import { bundledSeries, firstStudy } from '../../core/study-at-hand.ts';

/** One reaction of the first study. Throws where there is none. */
export function reactionOf(
  event: string,
  instrument: InstrumentId,
  request: ReactionRequest = defaultRequest,
  study: Study = firstStudy(),
  available: ReadonlyMap<InstrumentId, PriceSeries> = bundledSeries(study),
): Reaction {
  const found = studyReactions(study, available, [instrument], request).find((one) => one.event.id === event);
  if (found?.kind !== 'reaction') throw new Error(`${event} has no reaction of ${instrument}`);
  return found;
}

/** The analysis of one reaction, which has to have history enough for everything. */
export function measuredOf(...given: Parameters<typeof reactionOf>): Extract<Analysis, { kind: 'measured' }> {
  const { analysis } = reactionOf(...given);
  if (analysis.kind !== 'measured') throw new Error(`the history gives only: ${analysis.kind}`);
  return analysis;
}

/** All series of a study from `keep` sessions before the announcement's session on. */
export function shortHistory(study: Study, keep: number): Map<InstrumentId, PriceSeries> {
  const announced = sessionDate('2025-07-15');
  return new Map(
    [...bundledSeries(study)].map(([id, series]) => {
      const from = Math.max(0, series.sessions.indexOf(announced) - keep);
      return [id, { ...series, sessions: series.sessions.slice(from), closes: series.closes.slice(from) }];
    }),
  );
}

/** A series with other closes on the same sessions. */
export function withCloses(series: PriceSeries, closes: (session: SessionDate, index: number) => number): PriceSeries {
  return { ...series, closes: series.sessions.map((session, index) => closes(session, index)) };
}
