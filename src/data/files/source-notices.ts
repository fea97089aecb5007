import type { Refusal } from '../port/failure.ts';

/** Sentences that a source sends in place of a file, and what they mean. */
const NOTICES: readonly (readonly [RegExp, Refusal['kind']])[] = [
  [/exceeded the daily hits limit|requests per day|API credits|request allocation/i, 'quota'],
  [/api ?key/i, 'key-missing'],
  [/^\s*(?:no data|n\/d)\s*$/i, 'empty'],
  [/you have reached|too many requests/i, 'rate-limited'],
];

/** What a source said in place of a table, which has rows below its first line; null for anything else. */
export function noticeInstead(text: string): Refusal | null {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'malformed', detail: 'it is empty' };
  if (trimmed.includes('\n') && !trimmed.startsWith('{')) return null;
  const notice = NOTICES.find(([form]) => form.test(trimmed));
  return notice === undefined ? null : { kind: notice[1], said: trimmed };
}
