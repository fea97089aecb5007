import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run as check } from '../../../src/node/commands/check.ts';
import { run } from '../../../src/node/commands/draft.ts';
import { folderWith } from '../folder.ts';

const ARTICLE = `Regulator clears chip sales

Nvidia said on Tuesday that the regulator had cleared its sales to China. The regulator had barred them in April.
The Nasdaq Composite closed at another record high, and technology shares rose.
The rules apply from 1 August.
`;

/** Runs the command in a folder that holds `ARTICLE.txt`. */
async function call(args: readonly string[], text = ARTICLE) {
  const folder = await folderWith({ 'ARTICLE.txt': text });
  const written = { out: '', err: '' };
  const at = (path: string) => (path.startsWith('/') ? path : join(folder, path));
  const io = {
    stdout: (line: string) => void (written.out += line),
    stderr: (line: string) => void (written.err += line),
    readFile: (path: string) => readFile(at(path), 'utf8'),
    writeFile: async (path: string, content: string) => {
      await mkdir(dirname(at(path)), { recursive: true });
      await writeFile(at(path), content);
    },
  };
  return { code: await run(args, io), ...written, folder, io };
}

describe('the command draft', () => {
  it('prints a draft as JSON, with times as a study writes them', async () => {
    const { code, out, err } = await call([
      'ARTICLE.txt',
      '--published',
      '2025-07-16',
      '--zone',
      'Africa/Lagos',
      '--format',
      'json',
    ]);
    expect([code, err]).toEqual([0, '']);
    const draft = JSON.parse(out);
    expect(draft).toMatchObject({
      title: 'Regulator clears chip sales',
      outlet: null,
      published: '2025-07-16',
      zone: 'Africa/Lagos',
      events: [
        { phrase: 'on Tuesday', status: 'stated', time: { date: '2025-07-15' }, zone: 'America/New_York' },
        {
          phrase: 'in April',
          status: 'ambiguous',
          time: null,
          candidates: [{ date: '2025-04-01' }, { date: '2025-04-30' }],
        },
      ],
      future: [{ phrase: 'from 1 August', date: '2025-08-01' }],
      instruments: [{ id: 'NVDA' }, { id: 'IXIC' }],
    });
    expect(
      draft.claims.map((claim: { check?: { kind: string }; reason?: string }) => claim.check?.kind ?? claim.reason),
    ).toEqual(['record-close', 'It names no index or share; which one it means is for the author to say.']);
  });

  it('prints a draft for people', async () => {
    const { code, out } = await call(['ARTICLE.txt', '--published', '2025-07-16']);
    expect(code).toBe(0);
    expect(out).toContain(
      '  stated: 2025-07-15 (America/New_York)\n    “on Tuesday”: The text gives the day of the week;',
    );
    expect(out).toContain('Still to come: 1\n  2025-08-01: “from 1 August”');
  });

  it('writes a study that is valid once what is ambiguous has been decided, and says what that is', async () => {
    const { code, err, folder, io } = await call(['ARTICLE.txt', '--published', '2025-07-16', '--out', 'study']);
    expect(code).toBe(0);
    expect(err).toContain(
      'to decide: the time of "the-regulator-had-barred" (“in April”), ambiguous: one of {"date":"2025-04-01"}',
    );
    const printed = { out: '', err: '' };
    const streams = {
      ...io,
      stdout: (t: string) => void (printed.out += t),
      stderr: (t: string) => void (printed.err += t),
    };
    expect(await check([join(folder, 'study')], streams)).toBe(3);
    expect(printed.err).toContain('events[0].time is null; expected exactly one of');
    const path = join(folder, 'study/study.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"time": null', '"time": { "date": "2025-04-15" }'));
    expect(await check([join(folder, 'study')], streams)).toBe(0);
    expect(printed.out).toContain('Regulator clears chip sales: the study is valid, 1 claims.');
    expect(printed.out).toContain('Holds. The Nasdaq Composite closed at 20,677.80');
  });

  it('does not write over a study', async () => {
    const first = await call(['ARTICLE.txt', '--published', '2025-07-16', '--out', 'study']);
    expect(await run(['ARTICLE.txt', '--published', '2025-07-16', '--out', 'study'], first.io)).toBe(2);
  });

  it.each([
    [['ARTICLE.txt'], 2, 'The text does not say when it was published, and every date hangs on it.'],
    [[], 2, 'Expected one article.'],
    [['ARTICLE.txt', '--published', '16 July'], 2, '--published is "16 July"; expected a real date'],
    [['ARTICLE.txt', '--zone', 'Mars'], 2, '--zone is "Mars"; expected the IANA name'],
    [['ARTICLE.txt', '--format', 'xml'], 2, '--format is "xml"; expected text, json.'],
    [['OTHER.txt', '--published', '2025-07-16'], 3, 'OTHER.txt cannot be read'],
  ])('says what is wrong with %j', async (args, code, message) => {
    const { code: found, err, out } = await call(args);
    expect([found, out]).toEqual([code, '']);
    expect(err).toContain(message);
  });

  it('says why a text gives no draft', async () => {
    const { code, err } = await call(['ARTICLE.txt', '--published', '2025-07-16'], ' \n');
    expect([code, err]).toEqual([3, 'malformed: The article is empty. Give its text, or the source of its page.\n']);
  });
});
