import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { InstrumentId } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import type { StudyProblem } from '../../data/study/study-contradictions.ts';
import { parseStudy } from '../../data/study/study-schema.ts';

/** A study's folder: its description as JSON, and the closes of each of its instruments as CSV. */
export interface StudyFolder {
  readonly id: string;
  readonly json: string;
  readonly closes: Readonly<Record<InstrumentId, string>>;
}

/** Why a file is not opened. */
export type StudyFileFailure =
  | { readonly kind: 'not-a-zip' }
  /** The archive's directory or one of its files cannot be read. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-large'; readonly megabytes: number; readonly limit: number }
  | { readonly kind: 'too-many-files'; readonly limit: number }
  /** A name that leads out of the folder, or is no name of a file. */
  | { readonly kind: 'unsafe-path'; readonly path: string }
  /** A zip of something else. */
  | { readonly kind: 'no-study' }
  | { readonly kind: 'several-studies' }
  | { readonly kind: 'foreign-file'; readonly path: string }
  | { readonly kind: 'not-json'; readonly detail: string }
  | { readonly kind: 'invalid'; readonly problems: readonly StudyProblem[] }
  | { readonly kind: 'closes-missing'; readonly instrument: InstrumentId };

export type OpenedStudy =
  | { readonly kind: 'opened'; readonly study: Study; readonly folder: StudyFolder }
  | { readonly kind: 'failed'; readonly failure: StudyFileFailure };

const MEGABYTE = 1_000_000;
/** A study of thirty years and ten instruments is a tenth of this. */
const LIMIT = { packed: 20 * MEGABYTE, file: 10 * MEGABYTE, whole: 40 * MEGABYTE, files: 100 } as const;

/** The same folder gives the same bytes: every file has the first date that a zip can hold. */
const DATED = { mtime: new Date(1980, 0, 1), level: 9 } as const;

/** The name of the file that a study is saved as. */
export function studyFileName(id: string): string {
  return `${id}.study.zip`;
}

/** A study's folder as one file, `<id>.study.zip`, which holds it and nothing else. */
export function packStudy({ id, json, closes }: StudyFolder): Uint8Array<ArrayBuffer> {
  const files = Object.entries(closes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, csv]) => [`${id}/closes/${name}.csv`, strToU8(csv)] as const);
  return new Uint8Array(zipSync(Object.fromEntries([[`${id}/study.json`, strToU8(json)], ...files]), DATED));
}

class Refused extends Error {
  readonly failure: StudyFileFailure;
  constructor(failure: StudyFileFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** What archivers of operating systems add to a folder. */
const ADDED = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;
const CLIMBS = /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:|\\|\0/;
const PATH = /^(?:([^/]+)\/)?(?:study\.json|closes\/([A-Z0-9][A-Z0-9.-]*)\.csv)$/;

function unpacked(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let files = 0;
  let whole = 0;
  return unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (CLIMBS.test(name)) throw new Refused({ kind: 'unsafe-path', path: name });
      if (name.endsWith('/') || ADDED.test(name)) return false;
      files += 1;
      whole += originalSize;
      if (files > LIMIT.files) throw new Refused({ kind: 'too-many-files', limit: LIMIT.files });
      // The sizes are those that the archive declares; what is unpacked beyond them is cut off.
      if (originalSize > LIMIT.file || whole > LIMIT.whole) throw tooLarge(whole, LIMIT.whole);
      if (!PATH.test(name))
        throw new Refused(isStudyPath(name) ? { kind: 'foreign-file', path: name } : { kind: 'no-study' });
      return true;
    },
  });
}

function isStudyPath(path: string): boolean {
  return /(?:^|\/)(?:closes\/|study)/.test(path);
}

function tooLarge(size: number, limit: number): Refused {
  return new Refused({ kind: 'too-large', megabytes: Math.ceil(size / MEGABYTE), limit: limit / MEGABYTE });
}

/** The folder in the bytes of a file. Throws `Refused` for every other file. */
function folderOf(bytes: Uint8Array): StudyFolder {
  if (bytes.length > LIMIT.packed) throw tooLarge(bytes.length, LIMIT.packed);
  // "PK" and the mark of a file's header, or of the end of an archive without files.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refused({ kind: 'not-a-zip' });
  const files = unpacked(bytes);
  const closes: Record<InstrumentId, string> = {};
  const folders = new Set<string>();
  let json: string | null = null;
  for (const [path, content] of Object.entries(files)) {
    const [, folder = '', instrument] = PATH.exec(path) ?? [];
    folders.add(folder);
    if (instrument === undefined) json = strFromU8(content).replace(/^\uFEFF/, '');
    else closes[instrument] = strFromU8(content);
  }
  if (json === null) throw new Refused({ kind: 'no-study' });
  if (folders.size > 1) throw new Refused({ kind: 'several-studies' });
  return { id: [...folders][0] ?? '', json, closes };
}

/** Opens the bytes of a study's file. Nothing of a file is trusted: paths, sizes and content are checked; never throws. */
export function openStudy(bytes: Uint8Array): OpenedStudy {
  const failed = (failure: StudyFileFailure): OpenedStudy => ({ kind: 'failed', failure });
  let folder: StudyFolder;
  try {
    folder = folderOf(bytes);
  } catch (error) {
    return failed(error instanceof Refused ? error.failure : { kind: 'damaged' });
  }
  let json: unknown;
  try {
    json = JSON.parse(folder.json);
  } catch (error) {
    return failed({ kind: 'not-json', detail: error instanceof Error ? error.message : '' });
  }
  const parsed = parseStudy(json);
  if (parsed.kind === 'invalid') return failed({ kind: 'invalid', problems: parsed.problems });
  const { study } = parsed;
  const without = study.instruments.find(({ id }) => !Object.hasOwn(folder.closes, id));
  if (without !== undefined) return failed({ kind: 'closes-missing', instrument: without.id });
  const stray = Object.keys(folder.closes).find((id) => study.instruments.every((one) => one.id !== id));
  if (stray !== undefined) return failed({ kind: 'foreign-file', path: `closes/${stray}.csv` });
  return { kind: 'opened', study, folder: { ...folder, id: study.id } };
}
