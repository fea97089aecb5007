import { build } from 'vite';

/** What stands in a page itself. */
interface InlineParts {
  readonly script: string;
  /** The style rules that the script imports; empty where it imports none. */
  readonly style: string;
}

/** A script and all that it imports as one piece of plain JavaScript, to stand in a page. Throws where it cannot be built. */
export async function inlineParts(entry: string): Promise<InlineParts> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'start' } },
  });
  const [made] = Array.isArray(built) ? built : [built];
  const [chunk, ...others] = made !== undefined && 'output' in made ? made.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${entry} gives no script`);
  const sheets = others.flatMap((other) =>
    other.type === 'asset' && other.fileName.endsWith('.css') ? [String(other.source)] : [],
  );
  return { script: chunk.code.trim(), style: sheets.join('').trim() };
}
