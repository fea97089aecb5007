import { type ArticleToDraft, draftArticle } from '../../draft/draft-article.ts';
import type { Drafted } from '../../draft/draft.ts';
import { newsInstruments } from '../../draft/instruments/news-names.ts';

/** What the worker is asked, and answers. */
export interface DraftRequest extends Omit<ArticleToDraft, 'catalogue'> {
  readonly id: number;
}

export interface DraftAnswer {
  readonly id: number;
  readonly drafted: Drafted;
}

self.addEventListener('message', ({ data }: MessageEvent<DraftRequest>) => {
  const { id, ...article } = data;
  const answer: DraftAnswer = { id, drafted: draftArticle({ ...article, catalogue: newsInstruments }) };
  self.postMessage(answer);
});
