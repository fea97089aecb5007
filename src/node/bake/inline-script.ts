import { build } from 'vite';

/** A script and all that it imports as one piece of plain JavaScript, to stand in a page. Throws where it cannot be built. */
export async function inlineScript(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'start' } },
  });
  const [made] = Array.isArray(built) ? built : [built];
  const [chunk] = made !== undefined && 'output' in made ? made.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${entry} gives no script`);
  return chunk.code.trim();
}
