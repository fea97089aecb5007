import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';

// `npm start`. Plain JavaScript up to here: TypeScript can be run once the dependencies are there.
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
ensureDependencies(root, (line) => process.stdout.write(`${line}\n`));

const { tsImport } = await import('tsx/esm/api');
const { startSite } = await tsImport('./site.ts', import.meta.url);
await startSite(root, process.argv.slice(2));
