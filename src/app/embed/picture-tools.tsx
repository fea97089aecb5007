import { type RefObject, useRef, useState } from 'react';
import { Drawing } from '../../chart/drawing/drawing.tsx';
import { layoutDrawing } from '../../chart/layout/layout-drawing.ts';
import { pictureOf, type Picture } from '../../embed/picture.ts';
import type { PictureTheme } from '../../embed/picture-theme.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { pictureWordsOf } from './chart-subject.ts';
import { pngOf, saveFile } from './picture-files.ts';

function pictureIn(
  holder: RefObject<HTMLDivElement | null>,
  state: DashboardState,
  theme: PictureTheme,
): Picture | null {
  const drawing = holder.current?.querySelector('.mr-variant') ?? null;
  if (drawing === null || drawing.querySelector('.mr-marks') === null) return null;
  return pictureOf(drawing, layoutDrawing(state.model, 'l'), pictureWordsOf(state), theme);
}

/** The chart as it is now as a file or on the clipboard, with finding, source and date inside the picture. */
export function PictureTools({ state, theme }: { state: DashboardState; theme: PictureTheme }) {
  const holder = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const name = `${state.study.id}-${state.view.chart}`;
  const ask: typeof fetch = (input, init) => window.fetch(input, init);
  const make = (done: string, work: (picture: Picture) => Promise<void>): void => {
    const picture = pictureIn(holder, state, theme);
    if (picture === null) {
      setSaid('There is no chart to make a picture of.');
      return;
    }
    work(picture).then(
      () => setSaid(done),
      () => setSaid('The browser does not let this page do that; save the picture instead.'),
    );
  };
  return (
    <div className="picture-tools">
      <button
        type="button"
        className="word"
        onClick={() =>
          make('Saved as PNG', async (picture) =>
            saveFile(document, await pngOf(picture, document, ask), `${name}.png`),
          )
        }
      >
        Save PNG
      </button>
      <button
        type="button"
        className="word"
        onClick={() =>
          make('Saved as SVG', async ({ svg }) =>
            saveFile(document, new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`),
          )
        }
      >
        Save SVG
      </button>
      <button
        type="button"
        className="word"
        onClick={() =>
          make('Copied as a picture', (picture) =>
            navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(picture, document, ask) })]),
          )
        }
      >
        Copy picture
      </button>
      <span role="status">{said}</span>
      <div ref={holder} hidden>
        <Drawing layout={layoutDrawing(state.model, 'l')} />
      </div>
    </div>
  );
}
