import { useMemo } from 'react';
import { formatsFor } from '../../chart/text/formats.ts';
import type { HistoryAction } from '../../draft/study/edit-history.ts';
import type { EditedEvent, EditedStudy } from '../../draft/study/edited-study.ts';
import { undecidedEvents } from '../../draft/study/decided-study.ts';
import { composeWords, undecidedSentence } from '../../words/en/compose.ts';
import type { Reader } from '../reader.ts';
import { ClaimsPanel } from './claims-panel.tsx';
import { ConfoundersPanel } from './confounders-panel.tsx';
import { EventForm } from './event-form.tsx';
import { InstrumentsPanel } from './instruments-panel.tsx';
import type { KeptDraft } from './kept-draft.ts';
import type { StudySoFar } from './study-so-far.ts';
import { TextField } from './text-field.tsx';

/** An event that the author adds; its date is the day of publication until it is decided. */
function blankEvent(study: EditedStudy): EditedEvent {
  const taken = new Set([...study.events, ...study.confounders].map(({ id }) => id));
  let count = study.events.length + 1;
  while (taken.has(`event-${count}`)) count += 1;
  const words = composeWords.newEvent;
  return {
    id: `event-${count}`,
    title: words,
    kind: 'announcement',
    time: null,
    zone: study.events[0]?.zone ?? 'UTC',
    quote: words,
    known: words,
    isDecided: false,
    drafted: null,
  };
}

/** The draft in its author's hands: events, what else happened, claims and markets. */
export function DraftPanel({
  study,
  soFar,
  told,
  reader,
  act,
}: {
  study: EditedStudy;
  soFar: StudySoFar;
  told: Pick<KeptDraft, 'future' | 'named' | 'sentences'>;
  reader: Reader;
  act: (action: HistoryAction) => void;
}) {
  const formats = useMemo(() => formatsFor('en'), []);
  const waiting = undecidedEvents(study).length;
  const { article } = study;
  return (
    <section className="draft" aria-label={composeWords.study}>
      <h2>{composeWords.study}</h2>
      {soFar.study === null ? <p className="so-far">{soFar.problems[0]}</p> : null}
      <p role="status">{undecidedSentence(waiting)}</p>
      <TextField
        label={composeWords.studyTitle}
        value={study.title}
        onChange={(title) => act({ kind: 'describe', change: { title } })}
      />
      <details>
        <summary>{article.outlet}</summary>
        <TextField
          label={composeWords.outlet}
          value={article.outlet}
          onChange={(outlet) => act({ kind: 'describe-article', change: { outlet } })}
        />
        <TextField
          label={composeWords.says}
          value={article.says}
          isLong
          onChange={(says) => act({ kind: 'describe-article', change: { says } })}
        />
        <TextField
          label={composeWords.studyId}
          value={study.id}
          onChange={(id) => act({ kind: 'describe', change: { id } })}
        />
      </details>
      <h2>{composeWords.events}</h2>
      <ol className="plain">
        {study.events.map((event, index) => (
          <EventForm
            key={event.id}
            event={event}
            index={index}
            study={study}
            soFar={soFar}
            formats={formats}
            sentences={told.sentences}
            act={act}
          />
        ))}
      </ol>
      <button type="button" onClick={() => act({ kind: 'add-event', event: blankEvent(study) })}>
        {composeWords.addEvent}
      </button>
      {told.future.length === 0 ? null : (
        <>
          <h3>{composeWords.future}</h3>
          <ul>
            {told.future.map(({ phrase, quote, date }) => (
              <li key={`${phrase} ${quote}`}>
                <mark>{`“${phrase}”`}</mark>
                <span>{` ${date === null ? '' : formats.mediumDate(date)} `}</span>
                <span className="quiet">{quote}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ConfoundersPanel study={study} act={act} />
      <ClaimsPanel claims={study.claims} soFar={soFar} formats={formats} act={act} />
      <InstrumentsPanel study={study} named={told.named} soFar={soFar} reader={reader} act={act} />
    </section>
  );
}
