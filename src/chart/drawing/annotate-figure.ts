import { annotate } from '../layout/annotate.ts';
import { STEPS } from '../layout/panel-annotation.ts';
import type { Choice, Scene } from '../scene/scene.ts';
import { drawAnnotation } from './draw-annotation.ts';

/** Annotates the panels of a stage for every size that they may have: nothing is measured. */
export function annotateForAnySize(stage: ParentNode, scene: Scene, choice: Choice): void {
  draw([...stage.querySelectorAll('.mr-panel')], annotate(scene, choice, STEPS));
}

/** Annotates the panels of a stage for the size that they have now; for any where they are not displayed. */
export function annotateFigure(stage: HTMLElement, scene: Scene, choice: Choice): void {
  const panels = [...stage.querySelectorAll<HTMLElement>('.mr-panel')];
  const width = Math.min(...panels.map(({ clientWidth }) => clientWidth));
  const height = Math.min(...panels.map(({ clientHeight }) => clientHeight));
  if (width > 0 && height > 0) draw(panels, annotate(scene, choice, { widths: [width], heights: [height] }));
  else annotateForAnySize(stage, scene, choice);
}

function draw(panels: readonly Element[], annotations: ReturnType<typeof annotate>): void {
  for (const [index, annotation] of annotations.entries()) {
    const panel = panels[index];
    if (panel !== undefined) drawAnnotation(panel, annotation);
  }
}
