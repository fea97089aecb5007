import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';

/** A study as the build read it, with its bundled closes: what a frame draws from without checking it again. */
export interface ReadyStudy {
  readonly study: Study;
  readonly series: readonly PriceSeries[];
}

export type FrameStudy =
  | { readonly kind: 'study'; readonly study: Study; readonly available: ReadonlyMap<InstrumentId, PriceSeries> }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Whether a file is one that the build wrote, and not a page that a host answers in its place. */
function isReady(value: unknown): value is ReadyStudy {
  if (typeof value !== 'object' || value === null || !('study' in value) || !('series' in value)) return false;
  return typeof value.study === 'object' && Array.isArray(value.series) && value.series.length > 0;
}

/** A study with its bundled closes from its folder on this deployment, or one sentence that says why there is none. */
export async function loadFrameStudy(folder: URL, ask: typeof fetch): Promise<FrameStudy> {
  const failed = (reason: string): FrameStudy => {
    return {
      kind: 'failed',
      sentence: `This view cannot be drawn here (${reason}); the chart shows the opening view.`,
    };
  };
  try {
    const answer = await ask(new URL('ready.json', folder));
    if (!answer.ok) return failed(`the study’s file answered with status ${answer.status}`);
    const ready: unknown = await answer.json();
    if (!isReady(ready)) return failed('the study’s file is not one of this site’s');
    const { study, series } = ready;
    return { kind: 'study', study, available: new Map(series.map((one) => [one.instrument, one])) };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}
