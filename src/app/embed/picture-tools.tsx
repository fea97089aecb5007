import { useState } from 'react';
import { pictureOf, type Picture } from '../../embed/picture.ts';
import type { PictureTheme } from '../../embed/picture-theme.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { sceneFor } from '../state/drawing-cache.ts';
import { pictureWordsOf } from './chart-subject.ts';
import { saveFile } from '../save-file.ts';
import { pngOf } from './picture-files.ts';

function pictureIn(state: DashboardState, theme: PictureTheme): Picture | null {
  const { model, view } = state;
  if (model.series.length === 0) return null;
  return pictureOf(
    sceneFor(model),
    { range: view.range, base: view.base, scale: view.scale },
    pictureWordsOf(state),
    theme,
  );
}

/** The chart as it is now as a file or on the clipboard, with finding, source and date inside the picture. */
export function PictureTools({ state, theme }: { state: DashboardState; theme: PictureTheme }) {
  const [said, setSaid] = useState('');
  const name = `${state.study.id}-${state.view.chart}`;
  const ask: typeof fetch = (input, init) => window.fetch(input, init);
  const make = (done: string, work: (picture: Picture) => Promise<void>): void => {
    const picture = pictureIn(state, theme);
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
    </div>
  );
}
