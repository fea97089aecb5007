import type { Instant } from '../../core/units.ts';
import type { InstrumentId } from '../../core/series.ts';
import type { FileChoices } from '../../data/files/file-choices.ts';

/** A file that the reader gave for one instrument. */
export interface GivenFile {
  readonly name: string;
  readonly text: string;
  readonly choices: FileChoices;
}

/** What a source last did, for a reader. */
export interface LastAnswer {
  readonly at: Instant;
  readonly sentence: string;
  readonly isGood: boolean;
}

interface Remembered {
  readonly keys: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<InstrumentId, GivenFile>;
  readonly last: ReadonlyMap<string, LastAnswer>;
  /** Counts changes of keys and files, so that what was asked with the old ones is asked again. */
  readonly version: number;
}

/**
 * What this tab knows about sources and nothing else does: the reader's keys and
 * files, and what each source last did. It is gone with the tab; nothing of it
 * is ever stored or put into an address.
 */
export class SourceMemory {
  #held: Remembered = { keys: new Map(), files: new Map(), last: new Map(), version: 0 };
  readonly #listeners = new Set<() => void>();

  /** The same object until something changes. */
  readonly current = (): Remembered => this.#held;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  setKey(source: string, key: string): void {
    const keys = new Map(this.#held.keys);
    if (key === '') keys.delete(source);
    else keys.set(source, key);
    this.#hold({ keys, version: this.#held.version + 1 });
  }

  setFile(instrument: InstrumentId, file: GivenFile): void {
    this.#hold({ files: new Map(this.#held.files).set(instrument, file), version: this.#held.version + 1 });
  }

  setLast(source: string, answer: LastAnswer): void {
    this.#hold({ last: new Map(this.#held.last).set(source, answer) });
  }

  #hold(change: Partial<Remembered>): void {
    this.#held = { ...this.#held, ...change };
    for (const listener of this.#listeners) listener();
  }
}
