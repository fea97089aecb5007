import type { DraftLanguage } from '../draft.ts';

const COMMON = new Set(
  'the and that for with from this have has had was were are its his her their they it will would could after before than into over about been also more said says which who when what while amid among between other some such there these those just only once again on in at to of as by be or an is not but day monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(
    ' ',
  ),
);

/**
 * The words of a text that tell what it is about: beginnings of English words, so that "Chinese" meets "China" and
 * "resumed" meets "resume"; pairs of Chinese letters.
 */
export function wordsOf(text: string, language: DraftLanguage): ReadonlySet<string> {
  if (language !== 'en') {
    const letters = Array.from(text.replace(/[^\p{Script=Han}\p{L}\p{N}]/gu, ' '));
    return new Set(
      letters.flatMap((letter, index) =>
        letter === ' ' || (letters[index + 1] ?? ' ') === ' ' ? [] : [letter + letters[index + 1]],
      ),
    );
  }
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.filter((word) => word.length >= 2 && !COMMON.has(word)).map((word) => word.slice(0, 5).replace(/s$/, '')),
  );
}

/** How many words two texts share. */
export function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared;
}
