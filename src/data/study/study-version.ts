/**
 * The form of `study.json`, counted up whenever a file of the form before would
 * no longer be read as it was meant. A file without `schemaVersion` is of form 1.
 * This is the one place that knows older forms: the schema reads the newest only.
 *
 * 1: instruments written out whole.
 * 2: instruments named by their id in the catalogue, with `symbols` of their own;
 *    opens, highs, lows and volumes with an origin of their own; more checks of claims.
 */
export const STUDY_VERSION = 2;

type Json = Readonly<Record<string, unknown>>;

/** From form n to form n + 1, by n. */
const steps: Readonly<Record<number, (study: Json) => Json>> = {
  // A whole instrument is one that gives every field of a named one.
  1: (study) => ({ ...study, schemaVersion: 2 }),
};

export type Migrated =
  | { readonly kind: 'current'; readonly json: unknown }
  | { readonly kind: 'refused'; readonly sentence: string };

function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** What a study file holds, in the newest form. Something that is no object is left to the schema. */
export function migrated(json: unknown): Migrated {
  if (!isObject(json)) return { kind: 'current', json };
  const version = json['schemaVersion'] ?? 1;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return {
      kind: 'refused',
      sentence: `schemaVersion is ${JSON.stringify(version)}; expected a whole number from 1 to ${STUDY_VERSION}. Change it in the study file.`,
    };
  }
  if (version > STUDY_VERSION) {
    return {
      kind: 'refused',
      sentence: `schemaVersion is ${version}, and this Market Reaction reads studies up to ${STUDY_VERSION}: the file is of a newer one. Update Market Reaction, or take the file of an older study as an example.`,
    };
  }
  let study = json;
  for (let form = version; form < STUDY_VERSION; form++) study = steps[form]?.(study) ?? study;
  return { kind: 'current', json: study };
}
