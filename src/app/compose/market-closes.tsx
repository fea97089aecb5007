import { useMemo, useState, useSyncExternalStore } from 'react';
import type { Instrument } from '../../core/study.ts';
import { adapters, defaultSource, findAdapter } from '../../data/port/registry.ts';
import type { EditedStudy } from '../../draft/study/edited-study.ts';
import type { HistoryAction } from '../../draft/study/edit-history.ts';
import { askingSentence, closesAddedSentence, composeWords } from '../../words/en/compose.ts';
import type { Reader } from '../reader.ts';
import { FileImport } from '../sources/file-import.tsx';
import { askSource, failureWords } from '../sources/series-queries.ts';
import type { SourceMemory } from '../sources/source-memory.ts';
import { closesDesk, putSeries } from './closes-desk.ts';

/** The closes of one instrument, from any source that has it or from a file: the same doors as on the dashboard. */
export function MarketCloses({
  instrument,
  study,
  reader,
  memory,
  act,
}: {
  instrument: Instrument;
  study: EditedStudy;
  reader: Reader;
  memory: SourceMemory;
  act: (action: HistoryAction) => void;
}) {
  const sources = useMemo(
    () => adapters.filter((one) => one.id !== defaultSource && !one.needs.file && one.resolve(instrument) !== null),
    [instrument],
  );
  const { keys } = useSyncExternalStore(memory.subscribe, memory.current);
  const [chosen, setChosen] = useState(sources[0]?.id ?? '');
  const [said, setSaid] = useState('');
  const adapter = findAdapter(chosen);
  const desk = useMemo(() => closesDesk(study, instrument, reader, memory), [study, instrument, reader, memory]);
  const ask = async (): Promise<void> => {
    if (adapter === null) return;
    setSaid(askingSentence(adapter.label));
    try {
      const series = await askSource(adapter, instrument, desk, new AbortController().signal);
      act(putSeries(instrument, series, null));
      setSaid(closesAddedSentence(instrument.name, series.sessions.length));
    } catch (error) {
      setSaid(failureWords(error));
    }
  };
  return (
    <div className="market-closes">
      <h3>{instrument.name}</h3>
      {adapter === null ? (
        <p className="quiet">{composeWords.noSource}</p>
      ) : (
        <p className="fields">
          <label>
            <span>{`${composeWords.source} `}</span>
            <select value={chosen} onChange={({ target }) => setChosen(target.value)}>
              {sources.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          {adapter.needs.key === 'none' ? null : (
            <label>
              <span>{`${composeWords.key} `}</span>
              <input
                type="password"
                autoComplete="off"
                defaultValue={keys.get(adapter.id) ?? ''}
                onBlur={({ target }) => memory.setKey(adapter.id, target.value.trim())}
              />
            </label>
          )}
          <button type="button" onClick={() => void ask()}>
            {composeWords.ask}
          </button>
          <span className="quiet">{adapter.attribution}</span>
        </p>
      )}
      <p role="status">{said}</p>
      <FileImport
        instruments={[instrument]}
        desk={desk}
        incoming={null}
        onUsed={(series) => {
          act(putSeries(instrument, series, memory.current().files.get(instrument.id)?.name ?? composeWords.ownFile));
          setSaid(closesAddedSentence(instrument.name, series.sessions.length));
        }}
      />
    </div>
  );
}
