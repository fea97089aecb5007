import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { decodeBody } from '../data/port/decode-body.ts';
import { foreignSentence } from '../words/en/files.ts';
import { NotText } from './command.ts';
import { runCommandLine } from './command-line.ts';
import { webFetch } from './web-access.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readFile: async (path) => {
    const body = decodeBody(await readFile(path), null);
    if (body.kind === 'binary') throw new NotText(foreignSentence(body.what, basename(path)));
    return body.text;
  },
  writeFile: async (path, text) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  },
  env: process.env,
  fetch: await webFetch(process.env),
  now: () => Date.now(),
});
