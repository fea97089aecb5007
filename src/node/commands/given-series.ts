import { type ExchangeId, exchanges } from '../../core/exchanges/registry.ts';
import type { PriceSeries } from '../../core/series.ts';
import type { Instrument } from '../../core/study.ts';
import { type Instant, sessionDate } from '../../core/units.ts';
import { isRealDate } from '../../data/checks/calendar-date.ts';
import { seriesFromRows } from '../../data/checks/series-from-rows.ts';
import type { FileChoices } from '../../data/files/file-choices.ts';
import { failureKindOf, type FileFault, type FileQuestion } from '../../data/files/file-fault.ts';
import { instrumentNames } from '../../data/files/instrument-names.ts';
import { readTable } from '../../data/files/read-table.ts';
import { type Refusal, sourceFailure } from '../../data/port/failure.ts';
import { failureSentence } from '../../words/en/failures.ts';

/** A file of closes of which nothing is known but its exchange. */
export interface GivenFile {
  readonly name: string;
  readonly text: string;
  /** How the series is called in what is computed of it. */
  readonly id: string;
  readonly exchange: ExchangeId;
  /** Whose rows are wanted where the file holds several instruments, by any name. */
  readonly wanted?: string;
  readonly choices: FileChoices;
  readonly now: Instant;
}

export type GivenSeries =
  | { readonly kind: 'series'; readonly series: PriceSeries }
  | { readonly kind: 'questions'; readonly questions: readonly FileQuestion[]; readonly sentence: string }
  | { readonly kind: 'refused'; readonly failure: string; readonly sentence: string };

/** The validated series of a file, through the same checks as that of any source. */
export function givenSeries({ name, text, id, exchange, wanted, choices, now }: GivenFile): GivenSeries {
  const known = instrumentNames([]);
  const asked = wanted === undefined ? undefined : (known(wanted) ?? wanted);
  // Whether it is an index or a share is not known: a change of scale is looked for as in a share.
  const instrument: Instrument = {
    id: asked ?? id,
    name: asked ?? name,
    shortName: id,
    exchange,
    kind: 'share',
    unit: '',
    owner: '',
  };
  const refused = (refusal: Refusal): GivenSeries => {
    const sentence = failureSentence(sourceFailure(refusal, { id: 'file', label: name }, instrument), name);
    if (refusal.fault?.kind === 'questions') return { kind: 'questions', questions: refusal.fault.questions, sentence };
    return { kind: 'refused', failure: refusal.kind, sentence };
  };
  const fault = (found: FileFault): GivenSeries => refused({ kind: failureKindOf(found), fault: found });
  const { zone } = exchanges[exchange];
  const names = asked === undefined ? known : instrumentNames([instrument]);
  const read = readTable(text, { zone, exchange, names, now, choices, ...(asked === undefined ? {} : { instrument }) });
  if (read.kind === 'fault') return fault(read.fault);
  if (asked === undefined && read.held.length > 1) {
    return fault({ kind: 'several-instruments', held: read.held, asked: null });
  }
  if (read.questions.length > 0) return fault({ kind: 'questions', questions: read.questions });
  const rows = read.rows();
  const dates = rows.dates.filter(isRealDate).toSorted();
  const built = seriesFromRows(rows, {
    instrument: { ...instrument, id },
    range: { from: dates[0] ?? sessionDate('1900-01-01'), to: dates.at(-1) ?? sessionDate('1900-01-01') },
    now,
    provenance: {
      source: 'file',
      label: 'A file',
      symbol: read.symbol ?? id,
      attribution: 'the file that was given',
      fetchedAt: '',
    },
    issues: read.notes.map((note) => ({ kind: 'reading', sessions: [], note })),
    cutsQuietly: true,
    earliest: null,
    rowLimit: null,
  });
  return built.kind === 'refusal' ? refused(built.refusal) : built;
}
