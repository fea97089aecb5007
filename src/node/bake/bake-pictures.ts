import { createElement } from 'react';
import { pictureWordsOf } from '../../app/embed/chart-subject.ts';
import type { DashboardState } from '../../app/state/dashboard-state.ts';
import { layoutDrawing } from '../../chart/layout/layout-drawing.ts';
import { type Picture, pictureOf } from '../../embed/picture.ts';
import { PICTURE_THEMES, type PictureTheme } from '../../embed/picture-theme.ts';
import { cleanDrawings } from './clean-drawings.ts';
import { inPage } from './page-dom.ts';
import { renderFully } from './render-fully.ts';

/** A chart as a standalone picture in every theme, drawn by what draws it on the page. */
export function bakePictures(state: DashboardState): Promise<Record<PictureTheme, Picture>> {
  const layout = layoutDrawing(state.model, 'l');
  const words = pictureWordsOf(state);
  return inPage('<!doctype html><body></body>', async (page) => {
    const { createPortal } = await import('react-dom');
    const { Drawing } = await import('../../chart/drawing/drawing.tsx');
    const finish = await renderFully(page, createPortal(createElement(Drawing, { layout }), page.body));
    cleanDrawings(page);
    const drawing = page.querySelector('.mr-variant');
    if (drawing === null) throw new Error('the picture was not drawn');
    const pictures = PICTURE_THEMES.map((theme) => [theme, pictureOf(drawing, layout, words, theme)] as const);
    finish();
    return Object.fromEntries(pictures) as Record<PictureTheme, Picture>;
  });
}
