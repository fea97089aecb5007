import { useState } from 'react';
import { exchanges } from '../../core/exchanges/registry.ts';
import type { InstrumentId } from '../../core/series.ts';
import { readTable } from '../../data/files/read-table.ts';
import { catalogue } from '../../data/instruments/catalogue.ts';
import { catalogued } from '../../data/instruments/find-instrument.ts';
import type { EditedStudy } from '../../draft/study/edited-study.ts';
import type { HistoryAction } from '../../draft/study/edit-history.ts';
import { composeWords, noClosesSentence } from '../../words/en/compose.ts';
import { faultSentence, questionSentence } from '../../words/en/files.ts';
import { readIncoming } from '../sources/read-incoming.ts';
import type { StudySoFar } from './study-so-far.ts';

type ReadCloses = { readonly csv: string } | { readonly refusal: string };

/** The closes in a file of the author's, through the reader that the dashboard has. */
async function closesOf(file: File, id: InstrumentId): Promise<ReadCloses> {
  const instrument = catalogued(id);
  const { text } = await readIncoming(file);
  if (instrument === null) return { refusal: id };
  const { exchange } = instrument;
  const reading = readTable(text, { zone: exchanges[exchange].zone, exchange, instrument });
  if (reading.kind === 'fault') return { refusal: faultSentence(reading.fault, file.name) };
  const [question] = reading.questions;
  if (question !== undefined) return { refusal: questionSentence(question) };
  const { dates, closes } = reading.rows();
  const rows = dates.map((date, index) => `${date},${closes[index]}`).filter((row) => !row.includes('NaN'));
  return { csv: ['date,close', ...rows.toSorted(), ''].join('\n') };
}

/** The markets of the study: those that the text names and that have closes, and others by a file of closes. */
export function InstrumentsPanel({
  study,
  named,
  soFar,
  act,
}: {
  study: EditedStudy;
  /** Ids of the instruments that the text names. */
  named: readonly InstrumentId[];
  soFar: StudySoFar;
  act: (action: HistoryAction) => void;
}) {
  const [chosen, setChosen] = useState<InstrumentId>('IXIC');
  const [refusal, setRefusal] = useState<string | null>(null);
  const here = new Set(study.instruments.map(({ id }) => id));
  const missing = named.filter((id) => !here.has(id));
  const add = async (file: File): Promise<void> => {
    const read = await closesOf(file, chosen);
    const instrument = catalogued(chosen);
    if ('refusal' in read || instrument === null) {
      setRefusal('refusal' in read ? read.refusal : chosen);
      return;
    }
    setRefusal(null);
    act({ kind: 'put-instrument', at: { instrument, source: file.name, symbol: chosen, csv: read.csv } });
  };
  return (
    <section>
      <h2>{composeWords.instruments}</h2>
      <ul className="plain">
        {study.instruments.map(({ id, name, exchange }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={study.defaultInstruments.includes(id)}
                onChange={({ target }) =>
                  act({
                    kind: 'chart-first',
                    instruments: target.checked
                      ? [...study.defaultInstruments, id]
                      : study.defaultInstruments.filter((one) => one !== id),
                  })
                }
              />{' '}
              {name}, {exchange} <span className="quiet">{composeWords.charted}</span>
            </label>{' '}
            <button type="button" onClick={() => act({ kind: 'remove-instrument', instrument: id })}>
              {composeWords.remove}
            </button>
            {soFar.refusals.has(id) ? <p role="alert">{soFar.refusals.get(id)}</p> : null}
          </li>
        ))}
        {missing.map((id) => (
          <li key={id} className="quiet">
            {noClosesSentence(catalogued(id)?.name ?? id)}
          </li>
        ))}
      </ul>
      <p className="fields">
        <label>
          {composeWords.instrument}{' '}
          <select value={chosen} onChange={({ target }) => setChosen(target.value)}>
            {catalogue.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {composeWords.addFile}{' '}
          <input
            type="file"
            accept=".csv,.txt,.tsv,.json"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) void add(file);
              target.value = '';
            }}
          />
        </label>
      </p>
      {refusal === null ? null : <p role="alert">{refusal}</p>}
    </section>
  );
}
