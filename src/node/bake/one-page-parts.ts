import { join } from 'node:path';
import type { OnePageParts } from '../../app/bake/bake-one-page.ts';
import { alonePolicy } from '../content-security.ts';
import { inlineParts } from './inline-script.ts';

/** Where the page's script stands in the project. */
const SCRIPT = 'src/embed/one-page.ts';
/** A typeface would be half of the page; the fallbacks are of the platform. */
const TYPEFACES = /@font-face\s*\{[^}]*url\([^}]*\}/g;

/** What a page that is saved as one file holds besides its chart. Throws where it cannot be built. */
export async function onePageParts(root: string): Promise<OnePageParts> {
  const { script, style } = await inlineParts(join(root, SCRIPT));
  return { script, style: style.replaceAll(TYPEFACES, ''), policy: alonePolicy(script) };
}
