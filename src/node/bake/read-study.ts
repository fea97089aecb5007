import { readFile } from 'node:fs/promises';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import { parseSnapshotCsv } from '../../data/sources/snapshot.ts';
import { parseStudy } from '../../data/study/study-schema.ts';
import { findStudyFile } from '../study-files.ts';

/** A study from its folder with all of its bundled closes. Throws an Error that names file and field. */
export async function readStudy(
  id: string,
  directories: readonly string[],
): Promise<{ study: Study; available: ReadonlyMap<InstrumentId, PriceSeries> }> {
  const text = async (path: string): Promise<string> => {
    const file = await findStudyFile(path, directories);
    if (file === null) throw new Error(`${path} is missing; each instrument of a study needs its bundled closes`);
    return readFile(file, 'utf8');
  };
  const parsed = parseStudy(JSON.parse(await text(`${id}/study.json`)));
  if (parsed.kind === 'invalid') {
    const problems = parsed.problems.map(({ path, message }) => `\n  ${path}: ${message}`).join('');
    throw new Error(`${id}/study.json is not a study:${problems}`);
  }
  const { study } = parsed;
  const available = new Map<InstrumentId, PriceSeries>();
  for (const instrument of study.instruments) {
    available.set(instrument.id, parseSnapshotCsv(instrument, await text(`${id}/closes/${instrument.id}.csv`), study));
  }
  return { study, available };
}
