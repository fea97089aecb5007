import { QueryClient } from '@tanstack/react-query';
import { addDays } from '../../core/calendar-days.ts';
import type { PriceSeries } from '../../core/series.ts';
import type { Instrument, Study } from '../../core/study.ts';
import { sessionDate } from '../../core/units.ts';
import type { SessionRange } from '../../data/port/adapter.ts';
import { closesCsv, sourceOf } from '../../data/study/closes-file.ts';
import type { StudyEdit } from '../../draft/study/edit-study.ts';
import type { EditedStudy } from '../../draft/study/edited-study.ts';
import { CLOSES_NOTICE, originWords } from '../../words/en/compose.ts';
import type { Reader } from '../reader.ts';
import type { Desk } from '../sources/series-queries.ts';
import type { SourceMemory } from '../sources/source-memory.ts';
import { studyFolderReader } from '../study-folder-reader.ts';

/** Days before and after an article that a study of it wants: a year of ordinary sessions, and what followed. */
const [BEFORE, AFTER] = [550, 90];

/** The dates that closes are asked for: those that the study has, or some around the article. */
function rangeOf({ instruments, snapshot, published }: EditedStudy): SessionRange {
  if (instruments.length > 0) return { from: snapshot.from, to: snapshot.to };
  return { from: addDays(published, -BEFORE), to: addDays(published, AFTER) };
}

/** Where sources are asked for an instrument of a study that is being written. What it knows of the study is local. */
export function closesDesk(edited: EditedStudy, instrument: Instrument, reader: Reader, memory: SourceMemory): Desk {
  const { id, closes, snapshot } = edited;
  const study: Study = {
    ...edited,
    instruments: [instrument],
    events: [],
    centre: '',
    claims: [],
    snapshot: { ...snapshot, ...rangeOf(edited) },
  };
  return {
    study,
    reader: studyFolderReader(reader, { id, json: '', closes }),
    memory,
    client: new QueryClient(),
  };
}

/** The edit that puts a series into a study, with its provenance, terms and date. `file` names the author's own. */
export function putSeries(instrument: Instrument, series: PriceSeries, file: string | null): StudyEdit {
  const { provenance, sessions } = series;
  const retrieved = sessionDate(provenance.fetchedAt.slice(0, 10));
  const source = file ?? originWords(sourceOf(provenance), retrieved);
  const [from = retrieved, to = retrieved] = [sessions[0], sessions.at(-1)];
  return {
    kind: 'put-instrument',
    at: { instrument, source, symbol: provenance.symbol, csv: closesCsv(series) },
    reach: { retrieved, from, to, notice: CLOSES_NOTICE },
  };
}
