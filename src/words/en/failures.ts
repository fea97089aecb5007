/** What is said when a source gives no series. */
import type { SourceFailure } from '../../data/port/failure.ts';
import { faultSentence } from './files.ts';

/** One sentence for a reader: what happened and what can be done. `file` is the name of the file that was given. */
export function failureSentence({ fault, sentence, source }: SourceFailure, file = ''): string {
  if (fault === undefined) return sentence;
  // Of a file the fault says all; of a source it is what its answer was.
  return source === 'file' ? faultSentence(fault, file) : `${sentence} ${faultSentence(fault, 'Its answer')}`;
}
