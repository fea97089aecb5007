import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSIBLE = /\.(?:html|js|css|json|csv|svg|txt|webmanifest)$/;
/** Below this a compressed answer saves no packet. */
const SMALLEST_BYTES = 1024;

/** Writes `.br` and `.gz` beside every text file of a site that gains by it; those that are there and newer stay. */
export async function compressSite(directory: string): Promise<void> {
  const files = await readdir(directory, { recursive: true, withFileTypes: true });
  const texts = files.filter((file) => file.isFile() && COMPRESSIBLE.test(file.name));
  await Promise.all(texts.map((file) => compressFile(join(file.parentPath, file.name))));
}

async function compressFile(path: string): Promise<void> {
  const { mtimeMs, size } = await stat(path);
  if (size < SMALLEST_BYTES) return;
  const done = await stat(`${path}.br`).catch(() => null);
  if (done !== null && done.mtimeMs >= mtimeMs) return;
  const body = await readFile(path);
  const brotli = await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: size } });
  await writeFile(`${path}.br`, brotli);
  await writeFile(`${path}.gz`, await promisify(gzip)(body, { level: 9 }));
}
