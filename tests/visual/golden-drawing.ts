import { createElement } from 'react';
import { Drawing } from '../../src/chart/drawing/drawing.tsx';
import { layoutDrawing } from '../../src/chart/layout/layout-drawing.ts';
import type { ChartModel } from '../../src/chart/model/chart-model.ts';
import type { SizeClass } from '../../src/chart/chart-data.ts';
import { cleanDrawings } from '../../src/node/bake/clean-drawings.ts';
import { inPage } from '../../src/node/bake/page-dom.ts';
import { renderFully } from '../../src/node/bake/render-fully.ts';

/** The colours of paper in `drawing/tokens.css`, so that a golden file can be looked at by itself. */
const COLOURS = {
  paper: '#fbfaf7',
  ink: '#1b1d20',
  muted: '#62666b',
  rule: '#e3e0d9',
  'series-1': '#1d5fbf',
  'series-2': '#c4480f',
  'series-3': '#6b7280',
  'series-4': '#9a6a00',
  'series-5': '#2e7d32',
} as const;

/** A drawing as one SVG with an element on each line: what the browser shows, as text that can be compared. */
export function goldenDrawing(model: ChartModel, size: SizeClass): Promise<string> {
  const layout = layoutDrawing(model, size);
  return inPage('<body></body>', async (page) => {
    const holder = page.createElement('div');
    page.body.append(holder);
    const { createPortal } = await import('react-dom');
    const finish = await renderFully(page, createPortal(createElement(Drawing, { layout }), holder));
    cleanDrawings(page);
    const panels = [...page.querySelectorAll('.mr-panel > svg')].map((svg, index) => {
      const [x = 0, y = 0] = layout.panels[index]?.box ?? [];
      return `<g transform="translate(${x} ${y})">${svg.innerHTML}</g>`;
    });
    finish();
    const style = Object.entries(COLOURS).map(([name, colour]) => `--${name}:${colour}`);
    const svg = [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${layout.width} ${layout.height}" width="${layout.width}" height="${layout.height}" style="${style.join(';')};background:${COLOURS.paper};font-family:Inter,sans-serif">`,
      ...panels,
      '</svg>',
    ].join('');
    return `${svg.replaceAll(/(<\/[a-z]+>|<(?!\/)[^>]*>)(?=<)/gi, '$1\n')}\n`;
  });
}
