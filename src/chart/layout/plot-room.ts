import type { Choice, Scene } from '../scene/scene.ts';
import type { Shown } from '../scene/shown.ts';
import type { Formats } from '../text/formats.ts';
import { textWidth } from '../text/measure-text.ts';
import { AXIS_SIZE } from './date-ticks.ts';
import { type Steps, STEPS } from './panel-annotation.ts';
import { axisLabel, valuesOf, verticalAxis } from './vertical-axis.ts';

/** Heights of plots that a step of unknown size is laid out for, as parts of its width, and how far the width goes. */
const LIKELY_ASPECTS = [0.35, 0.55, 0.9, 1.4];
const LIKELY_HEIGHT = { least: 60, most: 560 };
const WIDEST = 1.5;

/** Room left of the plots of some panels for the widest label of their axes. */
export function leftGutter(
  scene: Scene,
  choice: Choice,
  shown: Shown,
  panels: readonly number[],
  formats: Formats,
): number {
  const widest = panels.flatMap((at) => {
    const panel = scene.panels[at];
    if (panel === undefined) return [];
    const axis = verticalAxis(scene, shown, at);
    const write = axisLabel(panel, choice.scale, axis.step, formats);
    return valuesOf(axis).map((value) => textWidth(write(value), AXIS_SIZE, 600));
  });
  return Math.ceil(Math.max(...widest)) + 8;
}

/** The step of a drawing of unknown size that a height belongs to. */
export function stepBelow(height: number): number {
  return STEPS.heights.findLast((least) => least <= height) ?? height;
}

/** Sizes of the plots that are laid out together at a step of width: one where the panel's size is known. */
export function likelySizes(
  width: number,
  step: number,
  { widths, heights }: Steps,
  plotHeights: readonly number[],
): (readonly [number, number])[] {
  if (heights.length === 1) return [[width, plotHeights[0] ?? 100]];
  const wider = width + (widths[step + 1] ?? width * WIDEST) - (widths[step] ?? 0);
  return [width, wider].flatMap((one) =>
    LIKELY_ASPECTS.map(
      (aspect) => [one, Math.min(LIKELY_HEIGHT.most, Math.max(LIKELY_HEIGHT.least, one * aspect))] as const,
    ),
  );
}
