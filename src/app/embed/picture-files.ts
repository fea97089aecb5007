import interFont from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import type { Picture } from '../../embed/picture.ts';

/** Pixels of a PNG per user unit, as in the finished pictures. */
const SCALE = 2;

/** The product's font as rules that a picture can carry while it is rasterised; empty where it cannot be had. */
async function fontRules(ask: typeof fetch): Promise<string> {
  try {
    const bytes = new Uint8Array(await (await ask(new URL(interFont, import.meta.url))).arrayBuffer());
    const text = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
    return `<style>@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${btoa(text)})}</style>`;
  } catch {
    return '';
  }
}

/** A picture as PNG, two pixels per user unit. Throws an Error where the browser draws no pictures. */
export async function pngOf({ svg, width, height }: Picture, page: Document, ask: typeof fetch): Promise<Blob> {
  const withFont = svg.replace('<title', `${await fontRules(ask)}<title`);
  const image = page.createElement('img');
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withFont)}`;
  await image.decode();
  const canvas = page.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob === null ? fail(new Error('the browser gave no picture')) : done(blob)), 'image/png');
  });
}
