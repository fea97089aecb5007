import { useMemo } from 'react';
import { formatsFor } from '../../chart/text/formats.ts';
import type { EditedStudy } from '../../draft/study/edited-study.ts';
import { changeSentence, changesHeading } from '../../words/en/compose.ts';
import { studyChanges } from './study-changes.ts';
import { type StudySoFar, studySoFar } from './study-so-far.ts';

/** What a study that was opened says otherwise by now, in figures and verdicts, before it is saved again. */
export function ChangesPanel({ opened, soFar }: { opened: EditedStudy; soFar: StudySoFar }) {
  const before = useMemo(() => studySoFar(opened), [opened]);
  const changes = useMemo(() => studyChanges(before, soFar, formatsFor('en')), [before, soFar]);
  return (
    <details className="changes" open={changes.length > 0 && changes.length < 6}>
      <summary>{changesHeading(changes.length)}</summary>
      <ul>
        {changes.map((change) => (
          <li key={change.what}>{changeSentence(change)}</li>
        ))}
      </ul>
    </details>
  );
}
