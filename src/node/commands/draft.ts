import { parseArgs } from 'node:util';
import { isSessionDate, type SessionDate, type ZoneId } from '../../core/units.ts';
import { draftArticle } from '../../draft/draft-article.ts';
import { newsInstruments } from '../../draft/instruments/news-names.ts';
import { editedStudy } from '../../draft/study/edited-study.ts';
import { checkedClaims, studyJson } from '../../draft/study/write-study.ts';
import { draftFailureSentence, draftWords } from '../../words/en/drafting.ts';
import type { CommandIo } from '../command.ts';
import { bundledCloses } from './bundled-closes.ts';
import { draftJson, draftText } from './draft-output.ts';

const USAGE = `Usage: npm run --silent market-reaction -- draft ARTICLE [--published YYYY-MM-DD] [--zone ZONE]
       [--format json|text] [--out DIR]

ARTICLE is a file of plain text, Markdown or HTML, in English or Chinese.
  --published  the date of publication, on which every other date hangs; needed where the text does not give it
  --zone       where it was published, such as Africa/Lagos; the place of its dateline where this is left out
  --format     text (as people read it) or json
  --out        writes a study's folder: study.json and the closes that are bundled for the instruments it names

The same text gives the same draft. Nothing is fetched.
Exit codes: 0 with a draft; 2 for wrong usage; 3 where the article cannot be read or gives no draft.
`;

type Files = Pick<CommandIo, 'stdout' | 'stderr' | 'readFile' | 'writeFile'>;

interface Asked {
  readonly article: string;
  readonly published: SessionDate | null;
  readonly zone: ZoneId | null;
  readonly format: 'json' | 'text';
  readonly out: string | null;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

function asked(args: readonly string[]): Asked | 'help' | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        published: { type: 'string' },
        zone: { type: 'string' },
        format: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
    if (values.help === true) return 'help';
    const [article, ...more] = positionals;
    if (article === undefined || more.length > 0) return { wrong: 'Expected one article.' };
    const { published = null, zone = null, format = 'text', out = null } = values;
    if (published !== null && !isSessionDate(published)) {
      return { wrong: `--published is "${published}"; expected a real date written YYYY-MM-DD, such as 2025-07-16.` };
    }
    if (zone !== null && !isZone(zone)) {
      return { wrong: `--zone is "${zone}"; expected the IANA name of a time zone, such as Africa/Lagos.` };
    }
    if (format !== 'text' && format !== 'json') return { wrong: `--format is "${format}"; expected text, json.` };
    return { article, published, zone, format, out: out?.replace(/\/$/, '') ?? null };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return { wrong: error.message };
    throw error;
  }
}

/** Drafts a study from an article and prints it; with `--out`, writes it too. Exit code 0, 2 or 3, as the usage says. */
export async function run(args: readonly string[], io: Files): Promise<number> {
  const request = asked(args);
  if (request === 'help') {
    io.stdout(USAGE);
    return 0;
  }
  if ('wrong' in request) {
    io.stderr(`${request.wrong}\n\n${USAGE}`);
    return 2;
  }
  let text: string;
  try {
    text = await io.readFile(request.article);
  } catch (error) {
    io.stderr(`malformed: ${request.article} cannot be read: ${error instanceof Error ? error.message : 'damaged'}\n`);
    return 3;
  }
  const { published, zone } = request;
  const drafted = draftArticle({ text, published, zone, catalogue: newsInstruments });
  if (drafted.kind === 'failed') {
    const needsDate = drafted.failure.kind === 'no-publication-date';
    io.stderr(
      `malformed: ${draftFailureSentence(drafted.failure)}${needsDate ? ' Use --published YYYY-MM-DD.' : ''}\n`,
    );
    return needsDate ? 2 : 3;
  }
  const { draft } = drafted;
  if (request.out !== null && (await exists(`${request.out}/study.json`, io))) {
    io.stderr(`${request.out}/study.json exists already; choose another folder, or take it away first.\n`);
    return 2;
  }
  io.stdout(request.format === 'json' ? draftJson(draft) : draftText(draft));
  return request.out === null ? 0 : writeStudy(draft, request.out, io);
}

async function exists(path: string, io: Files): Promise<boolean> {
  try {
    await io.readFile(path);
    return true;
  } catch {
    return false;
  }
}

type Draft = Parameters<typeof editedStudy>[0];

/** Writes the folder of a study, and says what is not in it and what its author has to decide. */
async function writeStudy(draft: Draft, out: string, io: Files): Promise<number> {
  const wanted = draft.instruments.map(({ id }) => id);
  const study = editedStudy(draft, await bundledCloses(wanted, io), draftWords);
  await io.writeFile(`${out}/study.json`, `${JSON.stringify(studyJson(study), null, 2)}\n`);
  for (const [id, csv] of Object.entries(study.closes)) await io.writeFile(`${out}/closes/${id}.csv`, csv);
  const here = new Set(study.instruments.map(({ id }) => id));
  const notes = [
    `${out}/study.json written, with the closes of ${study.instruments.length} instruments.`,
    ...study.events.filter(({ isDecided }) => !isDecided).map(undecided),
    ...wanted
      .filter((id) => !here.has(id))
      .map((id) => `left out: ${id} has no bundled closes. Add closes/${id}.csv and the instrument to study.json.`),
    ...leftOut(draft, study),
    ...(study.events.length === 0 ? ['no event: a study needs one. Add it to study.json.'] : []),
  ];
  io.stderr(`${notes.join('\n')}\n`);
  return 0;
}

type Edited = ReturnType<typeof editedStudy>;

function undecided({ id, drafted }: Edited['events'][number]): string {
  const dates = (drafted?.candidates ?? []).map((time) =>
    JSON.stringify(time.kind === 'date' ? { date: time.date } : time),
  );
  return `to decide: the time of "${id}" (“${drafted?.phrase ?? ''}”), ${drafted?.status ?? ''}: one of ${dates.join(', ')}, or between.`;
}

function leftOut(draft: Draft, study: Edited): string[] {
  const checked = new Set(checkedClaims(study).map(({ claim }) => claim.id));
  return draft.claims
    .filter(({ id, check }) => check !== null && !checked.has(id))
    .map(({ quote }) => `left out: the claim “${quote}”, whose instrument is not in the study.`);
}
