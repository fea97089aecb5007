import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import { bakedState, wordsOf } from '../../app/bake/bake-frame.ts';
import { previewTags } from './preview-tags.ts';

/**
 * What the dashboard's page says to programs that show a preview of its address: the finding, and where the site's
 * address is known the picture and the oEmbed answer of the opening chart. `path` is the page's, below the site.
 */
export function dashboardHead(
  baseUrl: string | null,
  study: Study,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
  path: string,
): string {
  const { finding, alt } = wordsOf(bakedState(study, available, { chart: 'overlay' }, ''));
  const whole = (file: string): string | null => (baseUrl === null ? null : new URL(file, baseUrl).href);
  const folder = `embed/${study.id}/overlay/`;
  return previewTags({
    title: study.title,
    description: finding,
    url: whole(path),
    image: whole(`${folder}light-2x.png`),
    imageSize: null,
    alt,
    oembed: whole(`${folder}oembed.json`),
  });
}
