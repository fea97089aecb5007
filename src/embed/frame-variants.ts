import type { SizeClass, VariantGeometry } from '../chart/chart-data.ts';
import type { DrawingLayout } from '../chart/layout/drawing-layout.ts';
import { layoutDrawing } from '../chart/layout/layout-drawing.ts';
import { layoutLowDrawing } from '../chart/layout/low-drawing.ts';
import type { ChartModel } from '../chart/model/chart-model.ts';
import type { ChartKind } from '../chart/view/view.ts';

/** A drawing of a frame page: for a frame that is as tall as it needs, or lower. */
export interface FrameVariant {
  /** What stands in `data-size`. */
  readonly key: string;
  readonly isLow: boolean;
  readonly layout: DrawingLayout;
}

interface VariantGroup {
  readonly low: readonly { readonly key: string; readonly size: SizeClass; readonly height: number }[];
  readonly tall: { readonly size: SizeClass; readonly plotHeight: number };
}

/**
 * A narrow, a middle and a wide group of drawings, each from low to as tall as a chart wants to be. What lies between
 * is scaled, as every further drawing costs close to a kilobyte.
 */
function groupsFor(chart: ChartKind): readonly VariantGroup[] {
  // Panels for each event are far taller below one another than beside one another: a shape between helps on a phone.
  const isMultiples = chart === 'multiples';
  const between = isMultiples ? [{ key: 'xs-mid-low', size: 'xs', height: 240 } as const] : [];
  return [
    { low: [{ key: 'xs-low', size: 'xs', height: 118 }, ...between], tall: { size: 'xs', plotHeight: 150 } },
    { low: [{ key: 'm-low', size: 'm', height: 238 }], tall: { size: 'm', plotHeight: 270 } },
    {
      low: [{ key: 'xl-low', size: 'xl', height: 330 }],
      tall: { size: 'l', plotHeight: isMultiples ? 340 : 262 },
    },
  ];
}

/** A low drawing may be scaled down to this: its text of 12 user units then has more than 11 CSS pixels. */
const LEAST_SCALE = 0.93;

/** Every drawing that a frame page holds: of each group the low ones, then the tall one. */
export function frameVariants(model: ChartModel): FrameVariant[] {
  return groupsFor(model.view.chart).flatMap(({ low, tall }) => [
    ...low.map(({ key, size, height }) => ({ key, isLow: true, layout: layoutLowDrawing(model, size, height) })),
    { key: tall.size, isLow: false, layout: layoutDrawing(model, tall.size, tall.plotHeight) },
  ]);
}

/** Geometry of low drawings under their keys, as `chartDataOf` gives that of the others. */
export function lowGeometry(
  variants: readonly FrameVariant[],
  geometry: (layout: DrawingLayout) => VariantGeometry,
): Record<string, VariantGeometry> {
  return Object.fromEntries(variants.filter(({ isLow }) => isLow).map(({ key, layout }) => [key, geometry(layout)]));
}

/** Where a drawing is at its best: least size of the place in CSS pixels, and bounds of its width divided by its height. */
interface Choice {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly aspect: readonly [least: number, most: number];
}

const aspectOf = ({ layout }: FrameVariant): number => layout.width / layout.height;

/** A place of this aspect is filled equally by two drawings, one of which is as wide and the other as high as it. */
function evenAspect(one: FrameVariant, other: FrameVariant): number {
  return Math.sqrt(aspectOf(one) * aspectOf(other));
}

/** What decides which drawing shows: the last choice that a place meets. The first one meets every place. */
function choicesOf(variants: readonly FrameVariant[]): Choice[] {
  const tall = variants.filter(({ isLow }) => !isLow);
  const choices = variants.map((variant, index): Choice => {
    const { key, isLow, layout } = variant;
    if (index === 0) return { key, width: 0, height: 0, aspect: [0, Number.POSITIVE_INFINITY] };
    const scale = isLow ? LEAST_SCALE : 1;
    const before = variants[index - 1];
    const narrower = isLow ? undefined : tall[tall.indexOf(variant) - 1];
    return {
      key,
      width: Math.ceil(layout.width * scale),
      // Half a pixel is lost where a height is worked out from a ratio.
      height: Math.ceil(layout.height * scale) - 1,
      aspect: [
        narrower === undefined ? 0 : evenAspect(narrower, variant),
        // After a tall one begins the next group, which is better wherever it fits.
        before?.isLow ? evenAspect(variant, before) : Number.POSITIVE_INFINITY,
      ],
    };
  });
  // A place that is as tall as the drawing of its width wants gets that one.
  const natural = tall.map((variant): Choice => ({
    key: variant.key,
    width: variant.layout.width,
    height: 0,
    aspect: [0, aspectOf(variant) * 1.004],
  }));
  return [...choices, ...natural];
}

/** The drawing for a place of this size in CSS pixels. Undefined only where there is none at all. */
export function variantFor(variants: readonly FrameVariant[], width: number, height: number): FrameVariant | undefined {
  const aspect = width / Math.max(1, height);
  const choice = choicesOf(variants).findLast(
    (one) => width >= one.width && height >= one.height && aspect >= one.aspect[0] && aspect <= one.aspect[1],
  );
  return variants.find(({ key }) => key === choice?.key);
}

/** What a frame page keeps free on both sides together (`frame.css`), in CSS pixels. */
const MARGINS = 24;

/** The same choice as style rules; the place of the chart is as tall as the drawing of its width, or as its frame. */
export function variantRules(variants: readonly FrameVariant[]): string {
  const places = variants
    .filter(({ isLow }) => !isLow)
    .map(({ layout: { width, height } }, index) => {
      const rule = `.stage-box{flex-basis:calc((100vw - 2*var(--margin))*${height}/${width})}`;
      return index === 0 ? rule : `@media (width >= ${width + MARGINS}px){${rule}}`;
    });
  const sizes = variants.map(
    ({ key, layout: { width, height } }) =>
      `.mr-variant[data-size=${key}]{inline-size:min(100%,calc(100cqb*${width}/${height}))}`,
  );
  const ratio = (aspect: number): string => `${Math.round(aspect * 1000)}/1000`;
  const shown = choicesOf(variants).map(({ key, width, height, aspect: [least, most] }, index) => {
    // As weak as the rule that hides all, so that what comes later holds.
    const show = `.mr-variant:where([data-size=${key}]){display:block}`;
    if (index === 0) return show;
    const conditions = [
      `(width >= ${width}px)`,
      ...(height > 0 ? [`(height >= ${height}px)`] : []),
      ...(least > 0 ? [`(aspect-ratio >= ${ratio(least)})`] : []),
      ...(Number.isFinite(most) ? [`(aspect-ratio <= ${ratio(most)})`] : []),
    ].join(' and ');
    return `@container box ${conditions}{.mr-variant{display:none}${show}}`;
  });
  return [...places, ...sizes, ...shown].join('');
}
