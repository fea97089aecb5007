import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { runCommandLine } from './command-line.ts';
import { readFileText } from './read-file-text.ts';
import { webFetch } from './web-access.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readFile: readFileText,
  writeFile: async (path, text) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  },
  env: process.env,
  fetch: await webFetch(process.env),
  now: () => Date.now(),
});
