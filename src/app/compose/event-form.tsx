import { useState } from 'react';
import type { StudyEvent } from '../../core/study.ts';
import type { EditedEvent, EditedStudy } from '../../draft/study/edited-study.ts';
import type { HistoryAction } from '../../draft/study/edit-history.ts';
import type { Formats } from '../../chart/text/formats.ts';
import { composeWords, kindWord } from '../../words/en/compose.ts';
import { EventTime } from './event-time.tsx';
import { SessionMap } from './session-map.tsx';
import type { StudySoFar } from './study-so-far.ts';
import { TextField } from './text-field.tsx';

const KINDS: readonly StudyEvent['kind'][] = ['announcement', 'policy', 'speech'];

/** One event of the article as a form: every field of the schema, and what it does in each market. */
export function EventForm({
  event,
  index,
  study,
  soFar,
  formats,
  sentences,
  act,
}: {
  event: EditedEvent;
  index: number;
  study: EditedStudy;
  soFar: StudySoFar;
  formats: Formats;
  /** The sentences of the article that a quote may be taken from. */
  sentences: readonly string[];
  act: (action: HistoryAction) => void;
}) {
  const { id } = event;
  /** A long article has hundreds of sentences: they are listed once somebody comes to choose. */
  const [isChoosing, setChoosing] = useState(false);
  const change = (fields: Partial<Omit<StudyEvent, 'id' | 'time'>>): void =>
    act({ kind: 'change-event', event: id, change: fields });
  const previous = study.events[index - 1];
  return (
    <li className={event.isDecided ? 'event-form' : 'event-form undecided'}>
      <TextField label={composeWords.eventTitle} value={event.title} onChange={(title) => change({ title })} />
      <EventTime
        event={event}
        published={study.published}
        onDecide={(time) => act({ kind: 'decide', event: id, time })}
      />
      {event.isDecided ? <SessionMap event={event} soFar={soFar} formats={formats} /> : null}
      <TextField label={composeWords.quote} value={event.quote} isLong onChange={(quote) => change({ quote })} />
      {sentences.length > 0 ? (
        <select
          aria-label={composeWords.quote}
          value=""
          onFocus={() => setChoosing(true)}
          onPointerEnter={() => setChoosing(true)}
          onChange={({ target }) => (target.value === '' ? undefined : change({ quote: target.value }))}
        >
          <option value="">…</option>
          {(isChoosing ? sentences : []).map((sentence) => (
            <option key={sentence} value={sentence}>
              {sentence.slice(0, 120)}
            </option>
          ))}
        </select>
      ) : null}
      <details>
        <summary>{`${kindWord(event.kind)} · ${event.zone}`}</summary>
        <label>
          <span>{`${composeWords.kind} `}</span>
          <select
            value={event.kind}
            onChange={({ target }) => change({ kind: KINDS.find((one) => one === target.value) ?? event.kind })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kindWord(kind)}
              </option>
            ))}
          </select>
        </label>
        <TextField label={composeWords.zoneOfEvent} value={event.zone} onChange={(zone) => change({ zone })} />
        <TextField label={composeWords.clause} value={event.clause ?? ''} onChange={(clause) => change({ clause })} />
        <TextField label={composeWords.known} value={event.known} isLong onChange={(known) => change({ known })} />
      </details>
      <p className="tools">
        <label>
          <input
            type="radio"
            name="centre"
            checked={study.centre === id}
            onChange={() => act({ kind: 'centre', event: id })}
          />
          <span>{` ${composeWords.centre}`}</span>
        </label>
        <button
          type="button"
          disabled={index === 0}
          onClick={() => act({ kind: 'move-event', event: id, to: index - 1 })}
        >
          {composeWords.moveUp}
        </button>
        <button
          type="button"
          disabled={index === study.events.length - 1}
          onClick={() => act({ kind: 'move-event', event: id, to: index + 1 })}
        >
          {composeWords.moveDown}
        </button>
        {previous === undefined ? null : (
          <button type="button" onClick={() => act({ kind: 'join-events', event: previous.id, other: id })}>
            {composeWords.join}
          </button>
        )}
        <button
          type="button"
          disabled={!event.isDecided}
          onClick={() => act({ kind: 'event-to-confounder', event: id })}
        >
          {composeWords.toConfounder}
        </button>
        <button type="button" onClick={() => act({ kind: 'remove-event', event: id })}>
          {composeWords.remove}
        </button>
      </p>
    </li>
  );
}
