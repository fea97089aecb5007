import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import { parseSnapshotCsv } from '../../data/sources/snapshot.ts';
import { parseStudy } from '../../data/study-schema.ts';

export type FrameStudy =
  | { readonly kind: 'study'; readonly study: Study; readonly available: ReadonlyMap<InstrumentId, PriceSeries> }
  | { readonly kind: 'failed'; readonly sentence: string };

/** A study with its bundled closes from its folder on this deployment, or one sentence that says why there is none. */
export async function loadFrameStudy(folder: URL, ask: typeof fetch): Promise<FrameStudy> {
  const text = async (path: string): Promise<string> => {
    const answer = await ask(new URL(path, folder));
    if (!answer.ok) throw new RangeError(`${path} answered with status ${answer.status}`);
    return answer.text();
  };
  try {
    const parsed = parseStudy(JSON.parse(await text('study.json')));
    if (parsed.kind === 'invalid') throw new RangeError(parsed.problems[0]?.message ?? 'the study is not valid');
    const { study } = parsed;
    const series = await Promise.all(
      study.instruments.map(async (instrument) =>
        parseSnapshotCsv(instrument, await text(`closes/${instrument.id}.csv`), study),
      ),
    );
    return { kind: 'study', study, available: new Map(series.map((one) => [one.instrument, one])) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      kind: 'failed',
      sentence: `This view cannot be drawn here (${reason}); the chart shows the opening view.`,
    };
  }
}
