import { pictureWordsOf } from '../../app/embed/chart-subject.ts';
import type { DashboardState } from '../../app/state/dashboard-state.ts';
import { sceneOf } from '../../chart/kinds/scene-of.ts';
import { type Picture, pictureOf } from '../../embed/picture.ts';
import { PICTURE_THEMES, type PictureTheme } from '../../embed/picture-theme.ts';

/** A chart as a standalone picture in every theme. */
export function bakePictures(state: DashboardState): Record<PictureTheme, Picture> {
  const scene = sceneOf(state.model);
  const words = pictureWordsOf(state);
  return Object.fromEntries(
    PICTURE_THEMES.map((theme) => [theme, pictureOf(scene, scene.choice, words, theme)]),
  ) as Record<PictureTheme, Picture>;
}
