import { writeUrl } from '../../chart/view/url.ts';
import type { View } from '../../chart/view/view.ts';
import type { Study } from '../../core/study.ts';

/**
 * The query of a view's address on a page made for the study `pageStudy`, without the question mark: it names the
 * study where that is another one. Empty for the view that the page opens with.
 */
export function queryOf(view: View, study: Study, pageStudy: string): string {
  const query = writeUrl(view, study);
  if (study.id === pageStudy) return query;
  const named = `study=${study.id}`;
  return query === '' ? named : `${named}&${query}`;
}
