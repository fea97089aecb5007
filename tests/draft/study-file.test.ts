import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openStudy, packStudy, type StudyFolder } from '../../src/draft/file/study-file.ts';
import { studyFileFailureSentence } from '../../src/words/en/study-file.ts';

const at = (path: string): URL => new URL(`../../src/studies/nvidia-h20/${path}`, import.meta.url);

function bundled(): StudyFolder {
  const names = readdirSync(at('closes')).map((name) => name.replace(/\.csv$/, ''));
  return {
    id: 'nvidia-h20',
    json: readFileSync(at('study.json'), 'utf8'),
    closes: Object.fromEntries(names.map((name) => [name, readFileSync(at(`closes/${name}.csv`), 'utf8')])),
  };
}

/** The bundled study as a zip, with files of other content, and null for those that are left out. */
function zipped(changed: Readonly<Record<string, string | null>>, folder = 'nvidia-h20/'): Uint8Array {
  const { json, closes } = bundled();
  const files: Record<string, string | null> = { [`${folder}study.json`]: json };
  for (const [id, csv] of Object.entries(closes)) files[`${folder}closes/${id}.csv`] = csv;
  const kept = Object.entries({ ...files, ...changed }).flatMap(([path, text]) =>
    text === null ? [] : [[path, strToU8(text)]],
  );
  return zipSync(Object.fromEntries(kept));
}

const failure = (bytes: Uint8Array) => {
  const opened = openStudy(bytes);
  return opened.kind === 'failed' ? opened.failure : opened.kind;
};

describe('the file of a study', () => {
  it('gives back the folder that it was made of', () => {
    const folder = bundled();
    expect(openStudy(packStudy(folder))).toMatchObject({ kind: 'opened', study: { id: 'nvidia-h20' }, folder });
  });

  it('has the same bytes for the same folder', () => {
    expect(packStudy(bundled())).toEqual(packStudy(bundled()));
  });

  it('is opened without its top folder, and with what an operating system adds', () => {
    expect(openStudy(zipped({}, '')).kind).toBe('opened');
    expect(openStudy(zipped({ '__MACOSX/nvidia-h20/._study.json': 'x', 'nvidia-h20/.DS_Store': 'x' })).kind).toBe(
      'opened',
    );
  });

  it('is refused when it is something else', () => {
    expect(failure(strToU8('date,close\n2025-07-15,1'))).toEqual({ kind: 'not-a-zip' });
    expect(failure(new Uint8Array())).toEqual({ kind: 'not-a-zip' });
    expect(failure(zipped({}).slice(0, 900))).toEqual({ kind: 'damaged' });
    expect(failure(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toEqual({ kind: 'no-study' });
    expect(failure(zipSync({}))).toEqual({ kind: 'no-study' });
  });

  it.each(['../study.json', 'nvidia-h20/../../etc/closes/A.csv', '/etc/study.json', 'C:/study.json', '..\\study.json'])(
    'is refused when a path climbs: %s',
    (path) => {
      expect(failure(zipped({ [path]: '{}' }))).toEqual({ kind: 'unsafe-path', path });
    },
  );

  it('is refused before anything is unpacked when it would grow too large', () => {
    // 50 MB of zeros pack to about 50 kB.
    const bomb = zipSync({ 'a/study.json': new Uint8Array(50_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(failure(bomb)).toEqual({ kind: 'too-large', megabytes: 50, limit: 40 });
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, index) => [`a/closes/A${index}.csv`, strToU8('x')]),
    );
    expect(failure(zipSync(many))).toEqual({ kind: 'too-many-files', limit: 100 });
  });

  it('is not filled beyond the size that it declares', () => {
    const bytes = zipSync({ 'a/study.json': strToU8(`{"a":"${'x'.repeat(5000)}"}`) });
    const view = new DataView(bytes.buffer);
    // The central directory's entry: its size when unpacked stands 24 bytes after its mark.
    const entry = Array.from(bytes.keys()).find(
      (index) => index + 4 <= bytes.length && view.getUint32(index, true) === 0x02014b50,
    );
    view.setUint32((entry ?? 0) + 24, 10, true);
    expect(['not-json', 'damaged']).toContain((failure(bytes) as { kind: string }).kind);
  });

  it('is refused with what is wrong in it', () => {
    expect(failure(zipped({ 'nvidia-h20/closes/NVDA.csv': null }))).toEqual({
      kind: 'closes-missing',
      instrument: 'NVDA',
    });
    expect(failure(zipped({ 'nvidia-h20/closes/ZZZ.csv': 'date,close' }))).toEqual({
      kind: 'foreign-file',
      path: 'closes/ZZZ.csv',
    });
    expect(failure(zipped({ 'nvidia-h20/closes/run.js': 'x' }))).toEqual({
      kind: 'foreign-file',
      path: 'nvidia-h20/closes/run.js',
    });
    expect(failure(zipped({ 'other/study.json': '{}' }))).toEqual({ kind: 'several-studies' });
    expect(failure(zipped({ 'nvidia-h20/study.json': '{' }))).toMatchObject({ kind: 'not-json' });
    expect(failure(zipped({ 'nvidia-h20/study.json': '{}' }))).toMatchObject({ kind: 'invalid' });
  });

  it('is refused with a sentence that names what it is about', () => {
    expect(studyFileFailureSentence({ kind: 'unsafe-path', path: '../x' })).toBe(
      'This zip holds “../x”, a path that leads out of its folder; nothing of it was opened.',
    );
    expect(studyFileFailureSentence({ kind: 'closes-missing', instrument: 'NVDA' })).toContain('closes/NVDA.csv');
  });
});
