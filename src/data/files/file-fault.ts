import type { InstrumentId } from '../../core/series.ts';
import type { SessionDate } from '../../core/units.ts';
import type { FailureKind } from '../port/failure.ts';
import type { FileChoices } from './file-choices.ts';

/** What a file is that holds no text, or text of another kind. */
export type ForeignKind =
  | 'excel-workbook'
  | 'old-excel-workbook'
  | 'open-document'
  | 'numbers-workbook'
  | 'zip'
  | 'compressed'
  | 'pdf'
  | 'image'
  | 'web-page'
  | 'xml'
  | 'json'
  | 'rich-text'
  | 'parquet'
  | 'unknown';

/** Something that only the reader can decide, with what an example becomes under each answer. */
export type FileQuestion =
  | {
      readonly about: 'dateOrder';
      readonly cell: string;
      readonly readings: readonly { readonly choice: FileChoices; readonly date: SessionDate | null }[];
    }
  | {
      readonly about: 'decimal';
      readonly cell: string;
      readonly readings: readonly { readonly choice: FileChoices; readonly value: number }[];
    }
  | {
      readonly about: 'closeColumn';
      readonly readings: readonly {
        readonly choice: FileChoices;
        /** Index of the column, from 0, and its heading; empty where it has none. */
        readonly column: number;
        readonly name: string;
        readonly samples: readonly string[];
      }[];
    };

/** Why a file gives no rows. */
export type FileFault =
  | { readonly kind: 'not-text'; readonly what: ForeignKind }
  /** No column of dates beside figures; `begins` is how the text begins. */
  | { readonly kind: 'no-dates'; readonly begins: string }
  /** Headings, and no row below them. */
  | { readonly kind: 'no-rows' }
  /** Two dates that no order of day and month allows together. */
  | { readonly kind: 'mixed-orders'; readonly cells: readonly [string, string] }
  /** No column of figures beside the dates; `column` names the one that was headed as the close. */
  | { readonly kind: 'no-figures'; readonly column?: string }
  /** A row with more cells than there are headings: a comma inside a figure, for instance. */
  | { readonly kind: 'wide-row'; readonly cells: readonly string[]; readonly expected: number }
  | { readonly kind: 'no-such-column'; readonly column: number; readonly columns: number }
  | { readonly kind: 'column-of-dates'; readonly column: number }
  /** The file holds several instruments, and none of them is the one that was asked for. */
  | { readonly kind: 'several-instruments'; readonly held: readonly string[]; readonly asked: string | null }
  | { readonly kind: 'other-instrument'; readonly written: string; readonly known: InstrumentId }
  /** Many dates with different closes: bars within the day, or several instruments. */
  | {
      readonly kind: 'several-a-day';
      readonly dates: number;
      readonly example: { readonly date: string; readonly closes: readonly number[] };
    }
  /** Times of day that change from row to row. */
  | { readonly kind: 'times-of-day'; readonly times: readonly string[] }
  | { readonly kind: 'questions'; readonly questions: readonly FileQuestion[] };

/** The kind of failure that a fault of a file is. */
export function failureKindOf({ kind }: FileFault): FailureKind {
  switch (kind) {
    case 'questions':
      return 'needs-choice';
    case 'several-instruments':
    case 'other-instrument':
      return 'identity-mismatch';
    case 'no-rows':
      return 'empty';
    case 'several-a-day':
    case 'times-of-day':
      return 'wrong-interval';
    default:
      return 'malformed';
  }
}
