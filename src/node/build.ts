import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildChoices, forgetBuildRecord, inputsHash, writeBuildRecord } from './build-record.ts';

// `npm run build`. React reads this when it is loaded, so that the site's own code is imported after it.
process.env['NODE_ENV'] = 'production';

const USAGE = `Usage: npm run build -- [--base-url URL] [--out DIR] [--studies DIR]…

  --base-url URL  address at which the site will stand; without it all addresses are relative and oEmbed is left out
  --out DIR       folder to build into instead of dist
  --studies DIR   a further folder of studies, besides src/studies; may be given more than once
`;
const WRONG_USAGE = 2;
const root = resolve(import.meta.dirname, '../..');

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked.kind === 'wrong') {
    process.stderr.write(`${asked.sentence}\n\n${USAGE}`);
    return WRONG_USAGE;
  }
  const { outDir, choices } = asked;
  const isSite = outDir === join(root, 'dist');
  const inputs = await inputsHash(root, choices);
  if (isSite) await forgetBuildRecord(root);
  const { buildSite } = await import('./build-site.ts');
  try {
    await buildSite(root, outDir, choices);
  } catch (error) {
    process.stderr.write(`The site was not built: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  if (isSite) await writeBuildRecord(root, { inputs, choices });
  return 0;
}

type Asked =
  | { readonly kind: 'build'; readonly outDir: string; readonly choices: BuildChoices }
  | { readonly kind: 'wrong'; readonly sentence: string };

function readArguments(args: readonly string[]): Asked {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        'base-url': { type: 'string' },
        out: { type: 'string', default: 'dist' },
        studies: { type: 'string', multiple: true, default: [] },
      },
    }));
  } catch (error) {
    return { kind: 'wrong', sentence: error instanceof Error ? error.message : String(error) };
  }
  const baseUrl = values['base-url'] ?? null;
  if (baseUrl !== null && !(URL.canParse(baseUrl) && /^https?:$/.test(new URL(baseUrl).protocol))) {
    return {
      kind: 'wrong',
      sentence: `--base-url "${baseUrl}" is not an address; expected one such as https://charts.example.org/reaction/`,
    };
  }
  return {
    kind: 'build',
    outDir: resolve(root, values.out),
    choices: {
      baseUrl: baseUrl === null ? null : new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`).href,
      studies: values.studies.map((path) => resolve(root, path)),
    },
  };
}
