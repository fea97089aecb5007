import type { Instrument, SymbolAtSource } from '../../core/study.ts';
import { catalogue, type CatalogueInstrument } from './catalogue.ts';

/** The catalogue's instrument of that id, or null. */
export function catalogued(id: string): CatalogueInstrument | null {
  return catalogue.find((one) => one.id === id) ?? null;
}

/** A source's explicit symbol for an instrument, or null. Never a guess, never a look-alike. */
export function symbolAt(source: string, { symbols }: Instrument): SymbolAtSource | null {
  const known = symbols?.[source];
  return known === undefined || 'because' in known ? null : known;
}

/** Why a source does not have an instrument, as the end of a sentence; null where no reason is known. */
export function whyNotAt(source: string, { symbols, notCovered }: Instrument): string | null {
  const known = symbols?.[source];
  return known !== undefined && 'because' in known ? known.because : (notCovered ?? null);
}

/** Every name under which a file may know an instrument: its id, names, symbols at sources, and names of its own. */
export function namesOf({ id, name, shortName, symbols, fileNames }: Instrument): readonly string[] {
  const codes = Object.values(symbols ?? {}).flatMap((known) => ('because' in known ? [] : known.code));
  return [id, name, shortName, ...codes, ...(fileNames ?? [])];
}

/**
 * Instruments of the catalogue of which a name holds the words that were typed, whatever their case; those whose name
 * begins with them come first. Empty for no words.
 */
export function searchCatalogue(words: string): readonly CatalogueInstrument[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  const places = catalogue.flatMap((one) => {
    const at = namesOf(one).map((name) => name.toLowerCase().indexOf(wanted));
    const found = at.filter((place) => place >= 0);
    return found.length === 0 ? [] : [{ one, place: Math.min(...found) }];
  });
  return places.toSorted((a, b) => a.place - b.place).map(({ one }) => one);
}
