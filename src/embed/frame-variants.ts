import type { VariantGeometry } from '../chart/chart-data.ts';
import type { DrawingLayout } from '../chart/layout/drawing-layout.ts';
import { layoutDrawing } from '../chart/layout/layout-drawing.ts';
import type { ChartModel } from '../chart/model/chart-model.ts';

/** A drawing of a frame page: for a frame that is as tall as it needs, or lower. */
export interface FrameVariant {
  /** What stands in `data-size`. */
  readonly key: string;
  readonly isLow: boolean;
  readonly layout: DrawingLayout;
}

/** A narrow, a middle and a wide drawing: what lies between is scaled up, as every further one costs a kilobyte. */
const TALL = [
  { size: 'xs', plotHeight: 150 },
  { size: 'm', plotHeight: 270 },
  { size: 'l', plotHeight: 310 },
] as const;

/** Drawings for frames that are lower than a chart of their width: the class that they are laid out in, and their plot. */
const LOW = [
  { key: 'xs-low', size: 'xs', plotHeight: 40 },
  { key: 's-low', size: 's', plotHeight: 130 },
  { key: 'm-low', size: 'm', plotHeight: 112 },
] as const;

/** What a low drawing has room for: the article's own events. */
function withoutConfounders(model: ChartModel): ChartModel {
  return { ...model, events: model.events.filter(({ kind }) => kind === 'event') };
}

/** Every drawing that a frame page holds. The later ones are better, where they fit. */
export function frameVariants(model: ChartModel): FrameVariant[] {
  // Panels below one another are tall whatever their plots are, so that fewer of them are worth their bytes.
  const { chart } = model.view;
  const lower = LOW.filter(({ size }) => size !== 's' || chart === 'overlay' || chart === 'event-time');
  const tall = TALL.map(({ size, plotHeight }) => ({
    key: size,
    isLow: false,
    layout: layoutDrawing(model, size, plotHeight),
  }));
  const low = lower.map(({ key, size, plotHeight }) => ({
    key,
    isLow: true,
    layout: layoutDrawing(withoutConfounders(model), size, plotHeight),
  }));
  return [...low, ...tall].toSorted((a, b) => {
    // A wide low drawing serves a low wide frame better than a tall narrow one.
    return a.layout.width - b.layout.width || a.layout.height - b.layout.height;
  });
}

/** Geometry of low drawings under their keys, as `chartDataOf` gives that of the others. */
export function lowGeometry(
  variants: readonly FrameVariant[],
  geometry: (layout: DrawingLayout) => VariantGeometry,
): Record<string, VariantGeometry> {
  return Object.fromEntries(variants.filter(({ isLow }) => isLow).map(({ key, layout }) => [key, geometry(layout)]));
}

/**
 * The style rules that choose a drawing: the place of the chart is as tall as the drawing of its width wants, and
 * shrinks to the frame; of the drawings that fit into it unscaled or larger, the best one shows.
 */
export function variantRules(variants: readonly FrameVariant[]): string {
  const rules: string[] = [];
  const tall = variants.filter(({ isLow }) => !isLow);
  for (const [index, { layout }] of tall.entries()) {
    const rule = `.stage-box{aspect-ratio:${layout.width}/${layout.height}}`;
    rules.push(index === 0 ? rule : `@container frame (width >= ${layout.width}px){${rule}}`);
  }
  for (const [index, { key, layout }] of variants.entries()) {
    const { width, height } = layout;
    rules.push(`.mr-variant[data-size=${key}]{inline-size:min(100%,calc(100cqb*${width}/${height}))}`);
    const shown = `.mr-variant:not([data-size=${key}]){display:none}.mr-variant[data-size=${key}]{display:block}`;
    if (index === 0) {
      // What does not fit into the smallest frame is scrolled, so that the words below it stay in sight.
      rules.push(`.mr-variant[data-size=${key}]{display:block}`);
      rules.push(
        `@container box (height < ${height}px){.mr-stage{block-size:100%;overflow:auto}.mr-variant[data-size=${key}]{inline-size:100%}}`,
      );
    } else {
      rules.push(`@container box (width >= ${width}px) and (height >= ${height - 1}px){${shown}}`);
    }
  }
  // Half a pixel is lost where a height is worked out from a ratio.
  for (const { key, layout } of tall) {
    rules.push(
      `@container box (width >= ${layout.width}px) and (aspect-ratio <= ${Math.round(layout.width * 1.004)}/${layout.height}){.mr-variant:not([data-size=${key}]){display:none}.mr-variant[data-size=${key}]{display:block}}`,
    );
  }
  return rules.join('');
}
