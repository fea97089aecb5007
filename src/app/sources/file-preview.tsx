import type { CsvChoices, DateOrder } from '../../data/files/csv-choices.ts';
import type { CsvQuestion, Detection } from '../../data/files/csv-detection.ts';

const ORDER_NAMES: Readonly<Record<DateOrder, string>> = {
  'year-month-day': 'year, month, day',
  'month-day-year': 'month, day, year',
  'day-month-year': 'day, month, year',
};

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

function Question({
  question,
  choices,
  onChoose,
}: {
  question: CsvQuestion;
  choices: CsvChoices;
  onChoose: (choices: CsvChoices) => void;
}) {
  return (
    <fieldset className="file-question">
      <legend>{question.sentence}</legend>
      {question.readings.map(({ choice, written, means }) => (
        <label key={JSON.stringify(choice)}>
          <input
            type="radio"
            name={question.about}
            checked={choices[question.about] === choice[question.about]}
            onChange={() => onChoose({ ...choices, ...choice })}
          />{' '}
          {written} is {means}
        </label>
      ))}
    </fieldset>
  );
}

/** How a file is read, before it is used: its layout, columns, order of dates and zone, its first rows, and what only the reader can say. */
export function FilePreview({
  name,
  detection,
  hasZone,
  questions,
  choices,
  onChoose,
}: {
  name: string;
  detection: Detection;
  /** Whether the instrument, and with it the exchange's zone, is known. */
  hasZone: boolean;
  /** What only the reader can say of this file: still shown once it is answered, so that the answer can be changed. */
  questions: readonly CsvQuestion[];
  choices: CsvChoices;
  onChoose: (choices: CsvChoices) => void;
}) {
  const asked = questions.map((question) => (
    <Question key={question.about} question={question} choices={choices} onChoose={onChoose} />
  ));
  if (detection.kind === 'unreadable') {
    return (
      <>
        <output className="last-answer is-bad">
          {name} cannot be read as daily closes: {detection.detail}. It begins with “{detection.said}”. Expected a line
          of headings such as “date,close” and a row for each session.
        </output>
        {asked}
      </>
    );
  }
  const { layout, delimiter, columns, closeColumn, dateColumn, dateOrder, decimal, zoneSentence } = detection;
  const { preview, cells, firstRow } = detection;
  const about = (topic: CsvQuestion['about']): boolean =>
    questions.some((question) => question.about === topic) && choices[topic] === undefined;
  const role = (index: number): string => {
    if (index === dateColumn) return 'date';
    if (index === closeColumn) return 'close';
    return columns[index]?.role ?? 'not used';
  };
  return (
    <div className="file-preview">
      <p>
        <b>{name}</b>: {layout}, {cells.rows - firstRow} rows, separated by {DELIMITERS[delimiter] ?? delimiter};{' '}
        {about('dateOrder') ? 'the order of its dates is open' : `dates as ${ORDER_NAMES[dateOrder]}`};{' '}
        {about('decimal') ? 'its decimal mark is open' : `decimals after a ${decimal}`}. {hasZone ? zoneSentence : null}
      </p>
      <div className="table-scroll">
        <table className="data-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.index} scope="col">
                  {column.name === '' ? `column ${column.index + 1}` : column.name}
                  <br />
                  <span className="quiet">{role(column.index)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.slice(0, 3).map((row) => (
              <tr key={row.join()}>
                {columns.map(({ index }) => (
                  <td key={index}>{row[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {asked}
    </div>
  );
}
