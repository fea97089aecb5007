import type { Refusal } from './failure.ts';

const HTML = /^\s*(?:<!doctype html|<html|<head|<body|<script|<meta|<title|<!--)/i;

/** A page's title stands before this. */
const LONGEST_HEAD = 20_000;

/** The refusal for a body that is empty or a web page; null where it may be data. */
export function pageInstead(body: string): Refusal | null {
  if (body.trim() === '') return { kind: 'malformed', detail: 'its answer is empty' };
  if (!HTML.test(body)) return null;
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(body.slice(0, LONGEST_HEAD))?.[1]?.trim() ?? '';
  return { kind: 'blocked', said: title === '' ? body : title };
}

export type ReadJson =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

/** `name({…})` and `var name={…}`, with and without a semicolon, as some sources wrap their JSON. */
const WRAPPER = /^\s*(?:\/\*[\s\S]*?\*\/\s*)?(?:(?:var\s+)?[\w$.]+\s*=\s*([\s\S]*?)|[\w$.]+\s*\(([\s\S]*)\))\s*;?\s*$/;

/** The JSON of a body, taken out of a JSONP or `var x=` wrapper without running anything. */
export function readJson(body: string): ReadJson {
  const instead = pageInstead(body);
  if (instead !== null) return { kind: 'refusal', refusal: instead };
  const text = body.replace(/^\uFEFF/, '');
  const first = text.trimStart().charAt(0);
  const wrapped = first === '{' || first === '[' ? null : WRAPPER.exec(text);
  try {
    return { kind: 'json', value: JSON.parse(wrapped?.[1] ?? wrapped?.[2] ?? text) };
  } catch {
    const cut = first === '{' || first === '[' || wrapped !== null;
    const detail = cut ? 'the JSON breaks off or is damaged' : 'it is not JSON';
    return { kind: 'refusal', refusal: { kind: 'malformed', detail, said: cut ? '' : text } };
  }
}

/** The refusal for a status other than success, where the body says nothing better; null for success. */
export function statusRefusal(status: number, body: string): Refusal | null {
  if (status >= 200 && status < 300) return null;
  const page = pageInstead(body);
  const said = page?.said ?? body;
  if (status === 401 && page === null) return { kind: 'key-refused', said };
  if (status === 402) return { kind: 'quota', said };
  if (status === 429) return { kind: 'rate-limited', said };
  if (status >= 500) return { kind: 'server-error', said, detail: `status ${status}` };
  if (page?.kind === 'blocked') return { kind: 'blocked', said, detail: `status ${status}` };
  if (status === 404) return { kind: 'unknown-symbol', said };
  return { kind: 'refused', said, detail: `status ${status}` };
}
