import { writeTime, type WrittenTime } from '../../src/draft/study/write-time.ts';
import { draftArticle } from '../../src/draft/draft-article.ts';
import type { Draft } from '../../src/draft/draft.ts';
import { newsInstruments } from '../../src/draft/instruments/news-names.ts';
import { sessionDate } from '../../src/core/units.ts';

/** The draft of a text; throws where it gives none. */
export function drafted(text: string, published: string, zone = 'UTC'): Draft {
  const result = draftArticle({ text, published: sessionDate(published), zone, catalogue: newsInstruments });
  if (result.kind === 'failed') throw new Error(`no draft: ${result.failure.kind}`);
  return result.draft;
}

/** A title and a paragraph, as news is pasted. */
export function article(...sentences: readonly string[]): string {
  return `A title of several words\n\n${sentences.join(' ')}`;
}

/** Time of an event as a study writes it, or "ambiguous" with the candidates. */
export type Told = WrittenTime | { readonly oneOf: readonly WrittenTime[] };

/** Events of a sentence or several, each as its words, time and status. */
export function told(sentences: string, published: string, zone = 'UTC'): (readonly [string, Told, string])[] {
  return drafted(article(sentences), published, zone).events.map(({ phrase, time, zone: at, status, candidates }) => [
    phrase,
    time === null ? { oneOf: candidates.map((one) => writeTime(one, at)) } : writeTime(time, at),
    status,
  ]);
}

/** Words and dates of what is still to come. */
export function ahead(sentences: string, published: string): (readonly [string, string | null])[] {
  return drafted(article(sentences), published).future.map(({ phrase, date }) => [phrase, date]);
}
