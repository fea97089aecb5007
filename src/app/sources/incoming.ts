import type { ForeignKind } from '../../data/files/file-fault.ts';

/** What came from a drop, a file or the clipboard. */
export interface Incoming {
  readonly name: string;
  /** Empty where the file holds no text. */
  readonly text: string;
  /** What the file is instead of text. */
  readonly foreign?: ForeignKind;
}
