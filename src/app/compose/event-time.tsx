import { startOfDate } from '../../core/zone-time.ts';
import type { AnnouncementTime } from '../../core/study.ts';
import type { SessionDate } from '../../core/units.ts';
import { addDays } from '../../core/calendar-days.ts';
import { writeTime } from '../../draft/study/write-time.ts';
import type { EditedEvent } from '../../draft/study/edited-study.ts';
import { composeWords, notCountedSentence, precisionWord } from '../../words/en/compose.ts';
import { readingSentence, statusWord } from '../../words/en/drafting.ts';
import { fieldDate, fieldInstant, localField } from './local-time.ts';

const PRECISIONS = ['date', 'span', 'instant'] as const;

function written(time: AnnouncementTime, zone: string): string {
  const words = writeTime(time, zone);
  if ('date' in words) return words.date;
  return 'at' in words ? words.at : `${words.from} – ${words.to}`;
}

/** The first day of a time, in its zone. */
function firstDay(time: AnnouncementTime | null, zone: string, fallback: SessionDate): SessionDate {
  if (time === null) return fallback;
  if (time.kind === 'date') return time.date;
  return fieldDate(localField(time.kind === 'span' ? time.from : time.at, zone)) ?? fallback;
}

function withPrecision(kind: AnnouncementTime['kind'], day: SessionDate, zone: string): AnnouncementTime {
  if (kind === 'date') return { kind, date: day };
  const from = startOfDate(zone, day);
  return kind === 'instant' ? { kind, at: from } : { kind, from, to: startOfDate(zone, addDays(day, 1)) };
}

/** When an event was: the readings that the text leaves open, and the time as it counts. */
export function EventTime({
  event,
  published,
  onDecide,
}: {
  event: EditedEvent;
  published: SessionDate;
  onDecide: (time: AnnouncementTime) => void;
}) {
  const { drafted, time, zone, isDecided } = event;
  const day = firstDay(time, zone, drafted?.candidates[0]?.kind === 'date' ? drafted.candidates[0].date : published);
  const isOpen = !isDecided || time === null;
  return (
    <div className={isOpen ? 'event-time open' : 'event-time'}>
      {drafted !== null ? (
        <p>
          <mark>{`“${drafted.phrase}”`}</mark>
          <span> </span>
          <span>
            {isOpen
              ? notCountedSentence(statusWord(drafted.status), readingSentence(drafted.reading))
              : readingSentence(drafted.reading)}
          </span>
        </p>
      ) : null}
      {isOpen && drafted !== null ? (
        <p className="choices" role="group" aria-label={composeWords.decide}>
          {drafted.candidates.map((candidate) => (
            <button key={written(candidate, zone)} type="button" onClick={() => onDecide(candidate)}>
              {written(candidate, zone)}
            </button>
          ))}
        </p>
      ) : null}
      <div className="fields">
        <label>
          <span>{`${composeWords.precision} `}</span>
          <select
            value={time?.kind ?? 'date'}
            onChange={({ target }) => {
              const kind = PRECISIONS.find((one) => one === target.value);
              if (kind !== undefined) onDecide(withPrecision(kind, day, zone));
            }}
          >
            {PRECISIONS.map((kind) => (
              <option key={kind} value={kind}>
                {precisionWord(kind)}
              </option>
            ))}
          </select>
        </label>
        {time === null || time.kind === 'date' ? (
          <label>
            <span>{`${isOpen ? composeWords.otherDay : composeWords.decided} `}</span>
            <input
              type="date"
              value={time === null ? '' : time.date}
              onChange={({ target }) => {
                const date = fieldDate(target.value);
                if (date !== null) onDecide({ kind: 'date', date });
              }}
            />
          </label>
        ) : null}
        {time?.kind === 'instant' ? (
          <Moment
            label={composeWords.decided}
            at={time.at}
            zone={zone}
            onChange={(at) => onDecide({ kind: 'instant', at })}
          />
        ) : null}
        {time?.kind === 'span' ? (
          <>
            <Moment
              label={composeWords.from}
              at={time.from}
              zone={zone}
              onChange={(from) => onDecide({ ...time, from })}
            />
            <Moment label={composeWords.to} at={time.to} zone={zone} onChange={(to) => onDecide({ ...time, to })} />
          </>
        ) : null}
        <span className="quiet">{zone}</span>
      </div>
    </div>
  );
}

type InstantValue = Extract<AnnouncementTime, { kind: 'instant' }>['at'];

function Moment({
  label,
  at,
  zone,
  onChange,
}: {
  label: string;
  at: InstantValue;
  zone: string;
  onChange: (at: InstantValue) => void;
}) {
  return (
    <label>
      <span>{`${label} `}</span>
      <input
        type="datetime-local"
        value={localField(at, zone)}
        onChange={({ target }) => {
          const instant = fieldInstant(target.value, zone);
          if (instant !== null) onChange(instant);
        }}
      />
    </label>
  );
}
