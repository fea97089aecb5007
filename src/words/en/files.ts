/** What is said about files of closes: what they are, why they give no rows, what is asked, and how they were read. */
import type { FileNote } from '../../core/series.ts';
import type { DateOrder } from '../../data/files/file-choices.ts';
import type { FileFault, FileQuestion, ForeignKind } from '../../data/files/file-fault.ts';
import { figure, listed, longDate, quoted } from './lists.ts';

const WORKBOOK = 'open it there and save the sheet as CSV';

/** What a file is, and what to do with it. */
const FOREIGN: Readonly<Record<ForeignKind, readonly [what: string, remedy: string]>> = {
  'excel-workbook': ['an Excel workbook', WORKBOOK],
  'old-excel-workbook': ['an Excel workbook of an old kind', WORKBOOK],
  'open-document': ['an OpenDocument workbook', WORKBOOK],
  'numbers-workbook': ['a Numbers workbook', WORKBOOK],
  zip: ['a ZIP archive', 'unpack it and give the CSV file in it'],
  compressed: ['a compressed file', 'unpack it and give the CSV file in it'],
  pdf: ['a PDF document', 'get the figures as CSV from where it came from'],
  image: ['a picture', 'get the figures as CSV from where it came from'],
  'web-page': ['a web page', 'open it in a spreadsheet and save the table as CSV'],
  xml: ['XML', 'get the figures as CSV from where it came from'],
  json: ['JSON', 'get the figures as CSV from where it came from'],
  'rich-text': ['a text document with formatting', 'save it as plain text or CSV'],
  parquet: ['a Parquet table', 'save it as CSV'],
  unknown: ['not text in an encoding that is known here', 'save it as CSV in UTF-8'],
};

/** The kind of file that an ending promises. */
const ENDINGS: Readonly<Record<string, string>> = {
  xls: 'an Excel workbook',
  xlsx: 'an Excel workbook',
  csv: 'a CSV file',
  txt: 'a text file',
};

/** One sentence: what the file is, that its name says otherwise, and what to do. */
export function foreignSentence(what: ForeignKind, name = ''): string {
  const [is, remedy] = FOREIGN[what];
  const promised = ENDINGS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  const otherwise = promised === undefined || is.startsWith(promised) ? '' : ` with the name of ${promised}`;
  return `${name === '' ? 'The file' : name} is ${is}${otherwise}: ${remedy}.`;
}

const ORDERS: Readonly<Record<DateOrder, string>> = {
  'year-month-day': 'the year first',
  'month-day-year': 'the month first',
  'day-month-year': 'the day first',
};

/** The name of a column, and its number where the file does not head it. */
export function columnName(column: number, name: string): string {
  return name === '' ? `column ${column + 1}` : `${quoted(name)} (column ${column + 1})`;
}

/** Each answer of a question in words, in the order of its readings: "8 July 2025", "26,506.99". */
export function readingWords(question: FileQuestion): readonly string[] {
  switch (question.about) {
    case 'dateOrder':
      return question.readings.map(({ date }) => (date === null ? 'no date' : longDate(date)));
    case 'decimal':
      return question.readings.map(({ value }) => (Number.isFinite(value) ? figure(value) : 'no number'));
    case 'closeColumn':
      return question.readings.map(
        ({ column, name, samples }) => `${columnName(column, name)}, which holds ${samples.join(', ')}`,
      );
  }
}

/** A question as one sentence with every answer. */
export function questionSentence(question: FileQuestion): string {
  const readings = readingWords(question);
  switch (question.about) {
    case 'dateOrder': {
      const orders = question.readings.map(({ choice }) => ORDERS[choice.dateOrder ?? 'year-month-day']);
      return `The dates can be read with ${listed(orders, 'or')}: is ${question.cell} ${listed(readings, 'or')}?`;
    }
    case 'decimal':
      return `The ${question.cell.includes(',') ? 'comma' : 'point'} in the figures can stand before the decimals or between thousands: is ${question.cell} ${listed(readings, 'or')}?`;
    case 'closeColumn':
      return `No heading says which column is the close: is it ${listed(readings, 'or')}?`;
  }
}

/** The options of the command line that answer a question. */
export function questionFlags(question: FileQuestion): string {
  switch (question.about) {
    case 'dateOrder':
      return listed(
        question.readings.map(({ choice }) => `--date-order ${choice.dateOrder}`),
        'or',
      );
    case 'decimal':
      return listed(
        question.readings.map(({ choice }) => `--decimal ${choice.decimal}`),
        'or',
      );
    case 'closeColumn':
      return listed(
        question.readings.map(({ column }) => `--close-column ${column + 1}`),
        'or',
      );
  }
}

/** Why a file gives no rows, and what to do about it. `name` is the file's where it is known. */
export function faultSentence(fault: FileFault, name = ''): string {
  const file = name === '' ? 'The file' : name;
  switch (fault.kind) {
    case 'not-text':
      return foreignSentence(fault.what, name);
    case 'no-dates':
      return `${file} has no column of dates beside figures; it begins with ${quoted(fault.begins)}. Expected a line of headings such as “date,close” and a row for each session.`;
    case 'no-rows':
      return `${file} has a line of headings and no row below it.`;
    case 'mixed-orders':
      return `In ${name === '' ? 'the file' : name} some of the dates have the month first and some the day: ${fault.cells[0]} and ${fault.cells[1]}. Write all of them as year-month-day.`;
    case 'no-figures':
      return fault.column === undefined
        ? `${file} has no column of figures beside its dates.`
        : `${file} has no figures in its column ${quoted(fault.column)}.`;
    case 'wide-row':
      return `${file} has a row of ${fault.cells.length} cells where ${fault.expected} are expected: ${quoted(fault.cells.join(' | '))}. Put figures with commas inside into quotes, or write them without separators of thousands.`;
    case 'no-such-column':
      return `${file} has ${fault.columns} columns, and the closes were looked for in column ${fault.column + 1}.`;
    case 'column-of-dates':
      return `In ${name === '' ? 'the file' : name} column ${fault.column + 1} holds the dates, not the closes.`;
    case 'several-instruments':
      return `${file} holds ${listed(fault.held.slice(0, 8))}${fault.held.length > 8 ? ' and others' : ''}, and none of them is known as ${fault.asked ?? 'the instrument'}: give a file of its rows alone, or name it there by its id.`;
    case 'other-instrument':
      return `${file} calls itself ${fault.written}, which is ${fault.known}: choose that instrument, or give another file.`;
    case 'several-a-day':
      return `${file} has different closes for ${fault.dates} dates, such as ${listed(fault.example.closes.slice(0, 3).map((close) => figure(close)))} on ${fault.example.date}: bars within the day, or several instruments without a column that names them. Expected one row per session.`;
    case 'times-of-day':
      return `The rows of ${name === '' ? 'the file' : name} are of changing times of day, such as ${listed(fault.times)}: bars within the day. Expected one row per session.`;
    case 'questions':
      return fault.questions.map((question) => questionSentence(question)).join(' ');
  }
}

const LONGEST_LINE = 60;
const short = (line: string): string => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line);

/** How a file was read, where that is not plain to see. */
export function noteSentence(note: FileNote): string {
  switch (note.kind) {
    case 'rows-left-out': {
      const place = { above: 'above the table', below: 'below the table', between: 'between its rows' }[note.where];
      return `${note.rows === 1 ? 'One line' : `${note.rows} lines`} ${place} ${note.rows === 1 ? 'was' : 'were'} left out: ${quoted(short(note.first))}${note.rows > 1 ? ' and on' : ''}.`;
    }
    case 'columns-left-out':
      return `${note.names.length === 1 ? 'The column' : 'The columns'} ${listed(note.names.map(quoted))} ${note.names.length === 1 ? 'was' : 'were'} left out.`;
    case 'excel-days':
      return `The dates are day numbers of Excel, counted from 1900: ${note.cell} is ${longDate(note.date)}.`;
    case 'only-column':
      return `The one column of figures, ${quoted(note.name)}, was taken for the close.`;
    case 'adjusted-close':
      return `The closes are those of the column ${quoted(note.name)}: adjusted for dividends and splits, not as they were traded.`;
    case 'rows-of':
      return `The file holds several instruments; those of ${note.written} were taken, and ${listed(note.others.slice(0, 4))}${note.others.length > 4 ? ' and others' : ''} left.`;
  }
}
