import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { exchanges } from '../../core/exchanges/registry.ts';
import type { PriceSeries } from '../../core/series.ts';
import type { Instrument } from '../../core/study.ts';
import { fileScale } from '../../data/checks/file-scale.ts';
import type { FileChoices } from '../../data/files/file-choices.ts';
import { type InstrumentNames, instrumentNames } from '../../data/files/instrument-names.ts';
import { type FileHints, type FileReading, readTable } from '../../data/files/read-table.ts';
import { defaultSource, findAdapter } from '../../data/port/registry.ts';
import { faultSentence, foreignSentence } from '../../words/en/files.ts';
import { issueSentence } from '../../words/en/series-issues.ts';
import { FilePreview } from './file-preview.tsx';
import type { Incoming } from './incoming.ts';
import { readIncoming } from './read-incoming.ts';
import { type Desk, failureWords, seriesQuery } from './series-queries.ts';

/** The instrument that a file is about, as far as its cells or its own name say so, and only one of the study's fits. */
function guessInstrument(
  instruments: readonly Instrument[],
  { name }: Incoming,
  reading: FileReading | null,
  names: InstrumentNames,
): string {
  const held = reading?.kind === 'table' ? reading.held : [];
  const ids = new Set(held.map((written) => names(written)));
  const named = instruments.filter(({ id }) => ids.has(id));
  if (named.length > 0) return named.length === 1 ? (named[0]?.id ?? '') : '';
  const [only, ...others] = instruments;
  if (only !== undefined && others.length === 0 && held.length === 0) return only.id;
  return instruments.find(({ id }) => name.toUpperCase().includes(id))?.id ?? '';
}

/**
 * Closes from a file of the reader's: chosen, dropped or pasted. What was
 * detected is shown before it is used, what is open is asked with every reading,
 * and the text stays until it is replaced. Nothing leaves the page.
 */
export function FileImport({
  instruments,
  desk,
  incoming,
  onUsed,
}: {
  /** Those that the file may be about. */
  instruments: readonly Instrument[];
  desk: Desk;
  incoming: Incoming | null;
  onUsed: (series: PriceSeries) => void;
}) {
  const ids = { file: useId(), text: useId(), instrument: useId() };
  const [given, setGiven] = useState<Incoming | null>(incoming);
  const [choices, setChoices] = useState<FileChoices>({});
  const [picked, setPicked] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const names = useMemo(() => instrumentNames(instruments), [instruments]);
  const text = given === null || given.text.trim() === '' ? null : given.text;
  const first = useMemo(() => (text === null ? null : readTable(text, { zone: 'UTC', names })), [text, names]);
  const chosen = picked !== '' || given === null ? picked : guessInstrument(instruments, given, first, names);
  const instrument = instruments.find(({ id }) => id === chosen);
  const bundled = findAdapter(defaultSource);
  const isAsked = bundled !== null && instrument !== undefined && text !== null;
  const known = useQuery(
    isAsked
      ? seriesQuery(bundled, instrument, desk)
      : { queryKey: ['no bundled closes'], queryFn: () => null, enabled: false },
    desk.client,
  );
  const reference = isAsked ? known.data : undefined;
  const hints = useMemo(
    (): FileHints =>
      instrument === undefined
        ? { zone: 'UTC', names }
        : {
            zone: exchanges[instrument.exchange].zone,
            exchange: instrument.exchange,
            instrument,
            names,
            ...(reference === undefined || reference === null ? {} : { reference }),
          },
    [instrument, names, reference],
  );
  // What only the reader can say of this file: still shown once it is answered, so that the answer can be changed.
  const open = useMemo(() => (text === null ? null : readTable(text, hints)), [text, hints]);
  const reading = useMemo(
    () => (text === null ? null : readTable(text, { ...hints, choices })),
    [text, hints, choices],
  );
  const scale = useMemo(
    () =>
      instrument !== undefined && reading?.kind === 'table' && reading.questions.length === 0
        ? fileScale(instrument, reading.rows())
        : null,
    [instrument, reading],
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
      const series = await desk.client.fetchQuery(seriesQuery(adapter, instrument, desk));
      // Reading a long file and drawing it are two tasks: between them the page answers.
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      setRefusal(null);
      onUsed(series);
    } catch (error) {
      setRefusal(failureWords(error, given.name));
    }
  };
  const questions = open?.kind === 'table' ? open.questions : [];
  const isReady =
    reading?.kind === 'table' && questions.every(({ about }) => choices[about] !== undefined) && chosen !== '';
  const fault =
    given?.foreign !== undefined
      ? foreignSentence(given.foreign, given.name)
      : reading?.kind === 'fault'
        ? faultSentence(reading.fault, given?.name)
        : null;
  return (
    <section className="file-import">
      <h3>A file of your own</h3>
      <p className="quiet">
        A table of dates and closes as CSV, from any source or spreadsheet, in whatever language. It stays in this page.
      </p>
      <div className="file-ways">
        <label htmlFor={ids.file}>Choose or drop a file</label>
        <input
          id={ids.file}
          type="file"
          accept=".csv,.txt,.tsv,.xls,.xlsx,text/csv,text/plain"
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
      <output className="last-answer is-bad">{fault}</output>
      {given === null || text === null || reading === null ? null : (
        <>
          <FilePreview
            name={given.name}
            reading={reading}
            warning={scale === null ? null : issueSentence(scale)}
            zone={instrument === undefined ? null : exchanges[instrument.exchange].zone}
            questions={questions}
            choices={choices}
            onChoose={setChoices}
          />
          <p>
            <label htmlFor={ids.instrument}>These are the closes of </label>
            <select id={ids.instrument} value={chosen} onChange={(event) => setPicked(event.target.value)}>
              <option value="">choose an instrument</option>
              {instruments.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <span> </span>
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
