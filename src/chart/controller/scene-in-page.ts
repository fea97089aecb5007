import { type PackedScene, unpackScene } from '../scene/packed-scene.ts';
import type { Scene } from '../scene/scene.ts';

/** The path or paths that a series is drawn with in the page. */
function pathOf(figure: Element, series: number, mark: 'line' | 'gap'): string {
  return [...figure.querySelectorAll(`.mr-${mark}-${series} path`)].map((path) => path.getAttribute('d')).join('');
}

/** The scene that stands in a page; null without one. */
export function sceneIn(figure: Element): Scene | null {
  // The page's own build wrote it, so its form is known.
  const packed = JSON.parse(figure.querySelector('.mr-data')?.textContent || 'null') as PackedScene | null;
  return packed && unpackScene(packed, (series, mark) => pathOf(figure, series, mark));
}
