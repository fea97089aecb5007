import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildChoices, inputsHash, readBuildRecord } from './build-record.ts';
import { serve } from './serve.ts';
import { siteMiddleware } from './site-middleware.ts';

const USUAL_PORT = 4173;
const WRONG_USAGE = 2;
const USAGE = `Usage: npm start -- [--port N] [--host ADDRESS]

  --port N        port to serve on; without it ${USUAL_PORT}, or a free one when that is taken
  --host ADDRESS  address to serve on instead of 127.0.0.1
`;

/** `npm start`: builds the site if it is stale, serves it, prints its address, ends on Ctrl-C. Sets the exit code. */
export async function startSite(root: string, args: readonly string[]): Promise<void> {
  const asked = readArguments(args);
  if (asked === null) {
    process.stderr.write(USAGE);
    process.exitCode = WRONG_USAGE;
    return;
  }
  if (!(await ensureBuilt(root))) {
    process.stderr.write('The site could not be built; the reason stands above.\n');
    process.exitCode = 1;
    return;
  }
  const directory = join(root, 'dist');
  const site = { directory, host: asked.host, before: siteMiddleware(directory), onFault };
  const first = await serve({ ...site, port: asked.port ?? USUAL_PORT });
  const served = first.kind === 'port-taken' && asked.port === null ? await serve({ ...site, port: 0 }) : first;
  if (served.kind !== 'serving') {
    process.stderr.write(
      served.kind === 'port-taken'
        ? `Port ${served.port} is taken. Leave --port out to get a free one.\n`
        : `The address ${asked.host} cannot be served on (${served.reason}).\n`,
    );
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`\nMarket Reaction is at ${served.url}\nCtrl-C stops it.\n`);
  const stop = (): void => {
    void served.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Says that a request met a fault of the server's own, and nothing of the request. */
function onFault(fault: string): void {
  process.stderr.write(`A request could not be answered (${fault}); the server goes on.\n`);
}

/** A site that was built with choices of its own, such as --base-url, is kept to them. */
async function ensureBuilt(root: string): Promise<boolean> {
  const record = await readBuildRecord(root);
  const choices: BuildChoices = record?.choices ?? { baseUrl: null, studies: [] };
  if (
    record !== null &&
    existsSync(join(root, 'dist/index.html')) &&
    record.inputs === (await inputsHash(root, choices))
  ) {
    return true;
  }
  process.stdout.write('Building the site …\n');
  const options = [
    ...(choices.baseUrl === null ? [] : [`--base-url=${choices.baseUrl}`]),
    ...choices.studies.map((path) => `--studies=${path}`),
  ];
  return runBuild(root, options);
}

/** Builds in a process of its own, which takes its memory with it. Whether it went well. */
function runBuild(root: string, options: readonly string[]): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/node/build.ts'), ...options], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
  });
}

function readArguments(args: readonly string[]): { readonly host: string; readonly port: number | null } | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, host: { type: 'string', default: '127.0.0.1' } },
    });
    if (values.port === undefined) return { host: values.host, port: null };
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
    return port <= 65_535 ? { host: values.host, port } : null;
  } catch {
    return null;
  }
}
