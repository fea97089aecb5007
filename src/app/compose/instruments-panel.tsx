import { lazy, Suspense, useState } from 'react';
import type { Instrument } from '../../core/study.ts';
import type { InstrumentId } from '../../core/series.ts';
import { catalogued } from '../../data/instruments/find-instrument.ts';
import type { EditedStudy } from '../../draft/study/edited-study.ts';
import type { HistoryAction } from '../../draft/study/edit-history.ts';
import { composeWords, noClosesSentence } from '../../words/en/compose.ts';
import type { Reader } from '../reader.ts';
import { SourceMemory } from '../sources/source-memory.ts';
import { FindMarket } from './find-market.tsx';
import type { StudySoFar } from './study-so-far.ts';
import { TextField } from './text-field.tsx';

/** Sources and files are asked for by few, and carry every adapter. */
const MarketCloses = lazy(() => import('./market-closes.tsx').then((module) => ({ default: module.MarketCloses })));

/** The markets of the study: those that the text names and that have closes, and others from a source or a file. */
export function InstrumentsPanel({
  study,
  named,
  soFar,
  reader,
  act,
}: {
  study: EditedStudy;
  /** Ids of the instruments that the text names. */
  named: readonly InstrumentId[];
  soFar: StudySoFar;
  reader: Reader;
  act: (action: HistoryAction) => void;
}) {
  const [memory] = useState(() => new SourceMemory());
  const [chosen, setChosen] = useState<Instrument | null>(null);
  const here = new Set(study.instruments.map(({ id }) => id));
  const missing = named.filter((id) => !here.has(id));
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
              />
              <span>{` ${name}, ${exchange} `}</span>
              <span className="quiet">{composeWords.charted}</span>
            </label>
            <span> </span>
            <button type="button" onClick={() => act({ kind: 'remove-instrument', instrument: id })}>
              {composeWords.remove}
            </button>
            <details>
              <summary>{composeWords.closesFrom}</summary>
              <TextField
                label={composeWords.closesFrom}
                value={study.snapshot.series[id]?.source ?? ''}
                isLong
                onChange={(source) => act({ kind: 'name-source', instrument: id, source })}
              />
              <button type="button" onClick={() => setChosen(study.instruments.find((one) => one.id === id) ?? null)}>
                {composeWords.otherCloses}
              </button>
            </details>
            {soFar.refusals.has(id) ? <p role="alert">{soFar.refusals.get(id)}</p> : null}
          </li>
        ))}
        {missing.map((id) => (
          <li key={id} className="quiet">
            <span>{`${noClosesSentence(catalogued(id)?.name ?? id)} `}</span>
            <button type="button" onClick={() => setChosen(catalogued(id))}>
              {composeWords.findCloses}
            </button>
          </li>
        ))}
      </ul>
      <FindMarket onFound={setChosen} />
      {chosen === null ? null : (
        <Suspense fallback={<p className="quiet">{composeWords.drawing}</p>}>
          <MarketCloses key={chosen.id} instrument={chosen} study={study} reader={reader} memory={memory} act={act} />
        </Suspense>
      )}
    </section>
  );
}
