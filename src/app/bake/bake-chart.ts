import { createElement, Fragment, type ReactNode } from 'react';
import { annotateForAnySize } from '../../chart/drawing/annotate-figure.ts';
import { drawingKey, sceneOf } from '../../chart/kinds/scene-of.ts';
import type { ChartModel } from '../../chart/model/chart-model.ts';
import { packScene } from '../../chart/scene/packed-scene.ts';
import { cleanGeometry } from './clean-geometry.ts';
import { renderFully } from './render-fully.ts';

/**
 * Draws a model's chart into the page's figure, finished for every size, with what the controller reads beside it, and
 * `around` into the rest of the page. Answers what takes both away again.
 */
export async function bakeChart(
  page: Document,
  model: ChartModel,
  around: ReactNode,
  isAroundFinished: () => boolean = () => true,
): Promise<() => void> {
  const { createPortal } = await import('react-dom');
  const { Panels } = await import('../../chart/drawing/panels.tsx');
  const [drawing, data] = [page.querySelector<HTMLElement>('.mr-drawing'), page.querySelector('.mr-data')];
  if (drawing === null || data === null) throw new Error('the page has no figure for the chart');
  const scene = sceneOf(model);
  const chart = model.series.length === 0 ? null : createPortal(createElement(Panels, { scene }), drawing);
  const isFinished = (): boolean =>
    isAroundFinished() && scene.series.every((_, index) => drawing.querySelector(`.mr-line-${index} path`) !== null);
  const finish = await renderFully(page, createElement(Fragment, null, around, chart), isFinished);
  annotateForAnySize(drawing, scene, scene.choice);
  cleanGeometry(page);
  drawing.dataset['drawing'] = drawingKey(model);
  data.textContent = JSON.stringify(packScene(scene)).replaceAll('<', '\\u003c');
  return finish;
}
