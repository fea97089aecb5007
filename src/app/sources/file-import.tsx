import { useId, useMemo, useState } from 'react';
import { exchanges } from '../../core/exchanges/registry.ts';
import type { Instrument } from '../../core/study.ts';
import type { CsvChoices } from '../../data/files/csv-choices.ts';
import { detectCsv } from '../../data/files/csv-detection.ts';
import { findAdapter } from '../../data/port/registry.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { FilePreview } from './file-preview.tsx';
import type { Incoming } from './incoming.ts';
import { readIncoming } from './read-incoming.ts';
import { type Desk, failureWords, seriesQuery } from './series-queries.ts';

/** The instrument that a file calls itself by, as far as its name or heading says so. */
function guessInstrument(instruments: readonly Instrument[], { name }: Incoming, symbol: string | undefined): string {
  const named = [symbol ?? '', name].join(' ').toUpperCase();
  const found = instruments.find(({ id }) => named.includes(id));
  return found?.id ?? '';
}

/**
 * Closes from a file of the reader's: chosen, dropped or pasted. What was
 * detected is shown before it is used, what is open is asked with both readings,
 * and the text stays until it is replaced. Nothing leaves the page.
 */
export function FileImport({
  state,
  desk,
  incoming,
  onUsed,
}: {
  state: DashboardState;
  desk: Desk;
  incoming: Incoming | null;
  onUsed: () => void;
}) {
  const ids = { file: useId(), text: useId(), instrument: useId() };
  const [given, setGiven] = useState<Incoming | null>(incoming);
  const [choices, setChoices] = useState<CsvChoices>({});
  const [picked, setPicked] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const first = useMemo(() => (given === null ? null : detectCsv(given.text)), [given]);
  const symbol = first?.kind === 'table' ? first.symbol : undefined;
  const chosen = picked !== '' || given === null ? picked : guessInstrument(state.study.instruments, given, symbol);
  const instrument = state.study.instruments.find(({ id }) => id === chosen);
  const zone = instrument === undefined ? 'UTC' : exchanges[instrument.exchange].zone;
  const detection = useMemo(
    () => (given === null ? null : detectCsv(given.text, choices, zone)),
    [given, choices, zone],
  );
  const take = (next: Incoming): void => {
    setGiven(next);
    setChoices({});
    setRefusal(null);
  };
  const use = async (): Promise<void> => {
    const adapter = findAdapter('file');
    if (given === null || instrument === undefined || adapter === null) return;
    desk.memory.setFile(instrument.id, { ...given, choices });
    try {
      // The query that the chart asks: the file is read once for both.
      await desk.client.fetchQuery(seriesQuery(adapter, instrument, desk));
      // Reading a long file and drawing it are two tasks: between them the page answers.
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      setRefusal(null);
      state.setView({ source: 'file' });
      onUsed();
    } catch (error) {
      setRefusal(failureWords(error));
    }
  };
  const questions = first?.kind === 'table' ? first.questions : [];
  const isReady =
    detection?.kind === 'table' && questions.every(({ about }) => choices[about] !== undefined) && chosen !== '';
  return (
    <section className="file-import">
      <h3>A file of your own</h3>
      <p className="quiet">
        CSV of daily closes: FRED, Yahoo, Stooq, investing.com, Nasdaq.com, or two columns date and close. It stays in
        this page.
      </p>
      <div className="file-ways">
        <label htmlFor={ids.file}>Choose or drop a file</label>
        <input
          id={ids.file}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void readIncoming(file).then(take);
          }}
        />
        <label htmlFor={ids.text}>or paste its text</label>
        <textarea
          id={ids.text}
          rows={3}
          spellCheck={false}
          value={given === null || given.text.length > 20_000 ? '' : given.text}
          placeholder={given === null ? 'date,close' : `${given.name}, ${given.text.length} characters`}
          onChange={(event) => take({ name: 'pasted text', text: event.target.value })}
        />
      </div>
      {given === null || given.text.trim() === '' || detection === null ? null : (
        <>
          <FilePreview
            name={given.name}
            detection={detection}
            hasZone={instrument !== undefined}
            questions={questions}
            choices={choices}
            onChoose={setChoices}
          />
          <p>
            <label htmlFor={ids.instrument}>These are the closes of </label>
            <select id={ids.instrument} value={chosen} onChange={(event) => setPicked(event.target.value)}>
              <option value="">choose an instrument</option>
              {state.study.instruments.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>{' '}
            <button type="button" className="word" disabled={!isReady} onClick={() => void use()}>
              Use these closes
            </button>
          </p>
        </>
      )}
      <output className="last-answer is-bad">{refusal}</output>
    </section>
  );
}
