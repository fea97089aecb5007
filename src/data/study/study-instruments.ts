import type { Instrument } from '../../core/study.ts';
import { catalogued } from '../instruments/find-instrument.ts';
import type { StudyProblem } from './study-contradictions.ts';

/** An instrument as a study names it: by its id, with what the catalogue does not know or the study knows better. */
export type NamedInstrument = Pick<Instrument, 'id'> & Partial<Instrument>;

const REQUIRED = ['name', 'shortName', 'exchange', 'kind', 'unit', 'owner'] as const;

function isWhole(entry: NamedInstrument): entry is Instrument {
  return REQUIRED.every((field) => entry[field] !== undefined);
}

/**
 * The instruments of a study, filled up from the catalogue. One that is written
 * out whole with another exchange or kind than the catalogue's of its id is the
 * study's own, and takes nothing from there. A benchmark of the catalogue counts
 * where the study has it too.
 */
export function studyInstruments(entries: readonly NamedInstrument[]): {
  readonly instruments: readonly Instrument[];
  readonly problems: readonly StudyProblem[];
} {
  const ids = new Set(entries.map(({ id }) => id));
  const instruments: Instrument[] = [];
  const problems: StudyProblem[] = [];
  for (const [index, entry] of entries.entries()) {
    const path = `instruments[${index}]`;
    const known = catalogued(entry.id);
    const another =
      known === null
        ? undefined
        : (['exchange', 'kind'] as const).find((field) => entry[field] !== undefined && entry[field] !== known[field]);
    if (another !== undefined && !isWhole(entry)) {
      problems.push({
        path: `${path}.${another}`,
        message: `${path}.${another} is "${entry[another]}", but ${entry.id} has "${known?.[another]}" in the catalogue. Leave it out, or write out another instrument whole: ${REQUIRED.join(', ')}.`,
      });
      continue;
    }
    const { benchmark, ...rest } = known === null || another !== undefined ? entry : { ...known, ...entry };
    const isKept = benchmark !== undefined && (entry.benchmark !== undefined || ids.has(benchmark));
    const whole: NamedInstrument = isKept ? { ...rest, benchmark } : rest;
    if (isWhole(whole)) instruments.push(whole);
    else {
      const missing = REQUIRED.filter((field) => entry[field] === undefined);
      problems.push({
        path,
        message: `${path} names ${entry.id}, which is not in the catalogue, without ${missing.join(', ')}. Add them, or name an instrument of the catalogue.`,
      });
    }
  }
  return { instruments, problems };
}
