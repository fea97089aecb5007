import type { Confounder } from '../../core/study.ts';
import type { EditedStudy } from '../../draft/study/edited-study.ts';
import type { HistoryAction } from '../../draft/study/edit-history.ts';
import { composeWords } from '../../words/en/compose.ts';
import { fieldDate, localField } from './local-time.ts';
import { TextField } from './text-field.tsx';

function dayOf({ time, zone }: Confounder): string {
  if (time.kind === 'date') return time.date;
  return localField(time.kind === 'span' ? time.from : time.at, zone).slice(0, 10);
}

/** A name that no event and no other entry has. */
function freeId(study: EditedStudy): string {
  const taken = new Set([...study.events, ...study.confounders].map(({ id }) => id));
  let count = study.confounders.length + 1;
  while (taken.has(`also-${count}`)) count += 1;
  return `also-${count}`;
}

/** What else happened on these days: a list that the author keeps, told apart from the article's events. */
export function ConfoundersPanel({ study, act }: { study: EditedStudy; act: (action: HistoryAction) => void }) {
  const put = (confounder: Confounder): void => act({ kind: 'put-confounder', confounder });
  return (
    <section>
      <h2>{composeWords.confounders}</h2>
      {study.confounders.length === 0 ? <p className="quiet">{composeWords.noConfounders}</p> : null}
      <ul className="plain">
        {study.confounders.map((one) => (
          <li key={one.id}>
            <TextField label={composeWords.eventTitle} value={one.title} onChange={(title) => put({ ...one, title })} />
            <TextField label={composeWords.quote} value={one.detail} onChange={(detail) => put({ ...one, detail })} />
            <label>
              <span>{`${composeWords.decided} `}</span>
              <input
                type="date"
                value={dayOf(one)}
                onChange={({ target }) => {
                  const date = fieldDate(target.value);
                  if (date !== null) put({ ...one, time: { kind: 'date', date } });
                }}
              />
            </label>
            <span> </span>
            <button type="button" onClick={() => act({ kind: 'remove-confounder', confounder: one.id })}>
              {composeWords.remove}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => {
          const id = freeId(study);
          const zone = study.events[0]?.zone ?? 'UTC';
          put({
            id,
            title: composeWords.newEvent,
            detail: composeWords.newEvent,
            time: { kind: 'date', date: study.published },
            zone,
          });
        }}
      >
        {composeWords.addConfounder}
      </button>
    </section>
  );
}
