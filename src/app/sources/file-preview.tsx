import type { ZoneId } from '../../core/units.ts';
import type { FileChoices } from '../../data/files/file-choices.ts';
import type { FileQuestion } from '../../data/files/file-fault.ts';
import type { FileReading } from '../../data/files/read-table.ts';
import { columnHeading, roleWord, tableSummary, writtenCell } from '../../words/en/file-table.ts';
import { noteSentence, questionSentence, readingWords } from '../../words/en/files.ts';

function Question({
  question,
  choices,
  onChoose,
}: {
  question: FileQuestion;
  choices: FileChoices;
  onChoose: (choices: FileChoices) => void;
}) {
  const words = readingWords(question);
  const { about } = question;
  return (
    <fieldset className="file-question">
      <legend>{questionSentence(question)}</legend>
      {question.readings.map(({ choice }, index) => (
        <label key={JSON.stringify(choice)}>
          <input
            type="radio"
            name={about}
            checked={choices[about] === choice[about]}
            onChange={() => onChoose({ ...choices, ...choice })}
          />
          <span>{` ${writtenCell(question)}${words[index]}`}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** How a file is read, before it is used: its columns, its order of dates and zone, its first rows, what was left out, and what only the reader can say. */
export function FilePreview({
  name,
  reading,
  warning,
  zone,
  questions,
  choices,
  onChoose,
}: {
  name: string;
  reading: FileReading;
  /** What is wrong with the closes themselves; null where nothing is. */
  warning: string | null;
  /** The exchange's; null while the instrument is not known. */
  zone: ZoneId | null;
  questions: readonly FileQuestion[];
  choices: FileChoices;
  onChoose: (choices: FileChoices) => void;
}) {
  const asked = questions.map((question) => (
    <Question key={question.about} question={question} choices={choices} onChoose={onChoose} />
  ));
  if (reading.kind === 'fault') return <>{asked}</>;
  const { columns, preview, notes } = reading;
  const open = questions.map(({ about }) => about).filter((about) => choices[about] === undefined);
  return (
    <div className="file-preview">
      <p>
        <b>{name}</b>
        <span>{`: ${tableSummary(reading, open, zone)}`}</span>
      </p>
      <div className="table-scroll">
        <table className="data-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.index} scope="col">
                  <span>{columnHeading(column.index, column.name)}</span>
                  <br />
                  <span className="quiet">{roleWord(reading, column)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map((row) => (
              <tr key={row.join()}>
                {columns.map(({ index }) => (
                  <td key={index}>{row[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {warning === null ? null : <p className="file-warning">{warning}</p>}
      {notes.length === 0 ? null : (
        <ul className="quiet file-notes">
          {notes.map((note) => (
            <li key={JSON.stringify(note)}>{noteSentence(note)}</li>
          ))}
        </ul>
      )}
      {asked}
    </div>
  );
}
