import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from './folder.ts';

const root = join(import.meta.dirname, '../..');

/** Builds as `npm run build` does; gives the exit code and what was said. */
function build(...options: string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((done) => {
    const { NODE_ENV: _, ...env } = process.env;
    const args = ['--import', 'tsx', 'src/node/build.ts', ...options];
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => void (output += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => void (output += piece.toString()));
    child.once('close', (code) => done({ code, output }));
  });
}

describe('a build', () => {
  it(
    'replaces the last one, keeps what is frozen, and takes in a further folder of studies',
    { timeout: 180_000 },
    async () => {
      const studies = await folderWith({});
      await cp(join(root, 'src/studies/nvidia-h20'), join(studies, 'second'), { recursive: true });
      const study: unknown = JSON.parse(await readFile(join(studies, 'second/study.json'), 'utf8'));
      await writeFile(join(studies, 'second/study.json'), JSON.stringify({ ...Object(study), id: 'second' }));

      const out = await folderWith({
        'frozen/abc/index.html': 'promised',
        'assets/old-123.js': 'old',
        'old.html': 'old',
      });
      const { code, output } = await build('--out', out, '--studies', studies);

      expect(output).toBe('');
      expect(code).toBe(0);
      expect(await readFile(join(out, 'frozen/abc/index.html'), 'utf8')).toContain('promised');
      expect(existsSync(join(out, 'old.html'))).toBe(false);
      expect(await readdir(join(out, 'assets'))).not.toContain('old-123.js');
      expect((await readdir(join(out, 'studies'))).toSorted()).toEqual(['nvidia-h20', 'second']);
      expect(existsSync(join(out, 'studies/second/closes/IXIC.csv'))).toBe(true);
      expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('<svg');
      expect(existsSync(join(out, 'index.html.br'))).toBe(true);
    },
  );

  it('leaves the last one as it was when a study is wrong, and names the field', { timeout: 180_000 }, async () => {
    const studies = await folderWith({ 'broken/study.json': '{"id":"broken"}' });
    const out = await folderWith({ 'index.html': 'the last one' });
    const { code, output } = await build('--out', out, '--studies', studies);
    expect(code).toBe(1);
    expect(output).toMatch(/^The site was not built: broken\/study\.json/);
    expect(output).toContain('title');
    expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('the last one');
  });
});
