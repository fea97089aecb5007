import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from '../src/node/dependencies.mjs';

// `npm test`. Plain JavaScript up to here: TypeScript can be run once the dependencies are there.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
ensureDependencies(root, (line) => process.stdout.write(`${line}\n`));

const { tsImport } = await import('tsx/esm/api');
const { runAll } = await tsImport('./run/run-all.ts', import.meta.url);
process.exitCode = await runAll(root);
