import { sharedWords, wordsOf } from '../article/words.ts';
import type { Mention } from '../dates/mentions.ts';
import type { DraftLanguage } from '../draft.ts';
import type { FoundEvent } from './find-events.ts';

/** Two places of a text tell the same event when they share this many words and a date. */
const SAME = { en: 2, zh: 4 } as const;
/** How many sentences a time without a date may stand from the event that it belongs to. */
const NEAR = 2;

const hasHour = ({ times }: Mention): boolean => times.some(({ value }) => value.kind !== 'zone');

function dateOf({ past }: Mention): string | null {
  if (past === null) return null;
  const { days, candidates } = past;
  return days === null ? candidates.join('/') : `${days.first}/${days.last}`;
}

function isSame(one: FoundEvent, other: FoundEvent, language: DraftLanguage): boolean {
  if (dateOf(one.mention) !== dateOf(other.mention)) return false;
  if (other.mention.isTimeOnly) {
    return !hasHour(one.mention) && other.mention.sentence - one.mention.sentence <= NEAR;
  }
  if (one.quote === other.quote) return true;
  if (hasHour(one.mention) && hasHour(other.mention)) return false;
  const shared = sharedWords(wordsOf(one.quote, language), wordsOf(other.quote, language));
  return shared >= (language === 'en' ? SAME.en : SAME.zh);
}

function joined(one: FoundEvent, other: FoundEvent, language: DraftLanguage): FoundEvent {
  const keepsHour = hasHour(one.mention) || !hasHour(other.mention);
  const isShorter = !other.mention.isTimeOnly && other.quote.length < one.quote.length;
  const words = language === 'en' ? other.quote.split(' ').length : other.quote.length / 2;
  const status = one.mention.past?.status === 'stated' ? one.mention.past : other.mention.past;
  return {
    mention: { ...one.mention, past: status, times: keepsHour ? one.mention.times : other.mention.times },
    phrases: one.phrases.includes(other.mention.phrase) ? one.phrases : [...one.phrases, ...other.phrases],
    quote: isShorter && words >= 5 ? other.quote : one.quote,
    zone: keepsHour ? one.zone : other.zone,
    exchange: keepsHour ? one.exchange : other.exchange,
  };
}

/** Joins what several places tell of one event: the same date with the same words, or an hour told a sentence later. */
export function mergeEvents(found: readonly FoundEvent[], language: DraftLanguage): readonly FoundEvent[] {
  const merged: FoundEvent[] = [];
  for (const event of found) {
    const at = merged.findLastIndex((one) => isSame(one, event, language));
    const same = merged[at];
    if (same === undefined) merged.push(event);
    else merged[at] = joined(same, event, language);
  }
  return merged;
}
