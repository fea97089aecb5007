import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { drawingKey } from '../../chart/kinds/scene-of.ts';
import type { Scene } from '../../chart/scene/scene.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { sceneFor } from '../state/drawing-cache.ts';
import { PartBoundary } from './part-boundary.tsx';

/** Recharts is asked for once a reader wants a drawing that does not stand in the page. */
const Panels = lazy(() => import('../../chart/drawing/panels.tsx').then((module) => ({ default: module.Panels })));

/** A drawing that was made here, in a holder that stands in the page once it is finished. */
export interface LiveDrawing {
  readonly key: string;
  readonly scene: Scene;
  readonly holder: HTMLElement;
}

/** Drawings that are kept: a reader goes to and fro between a few kinds of chart. */
const KEPT = 4;

function holderOf(key: string): HTMLElement {
  const holder = document.createElement('div');
  holder.className = 'mr-drawing';
  holder.dataset['drawing'] = key;
  return holder;
}

/** Whether every line of a drawing has its path: Recharts draws them in a pass after the first. */
function isFinished({ scene, holder }: LiveDrawing): boolean {
  return scene.series.every((_, index) => holder.querySelector(`.mr-line-${index} path`) !== null);
}

function Drawn({ drawing, onFinished }: { drawing: LiveDrawing; onFinished: (drawing: LiveDrawing) => void }) {
  useEffect(() => {
    let request = 0;
    const look = (): void => {
      if (isFinished(drawing)) onFinished(drawing);
      else request = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(request);
  }, [drawing, onFinished]);
  return <Panels scene={drawing.scene} />;
}

/**
 * Draws what does not stand in the page, out of sight; `onFinished` puts it there. `standing` is the key of the
 * drawing that the page came with: nothing is drawn before another one is wanted.
 */
export function LiveDrawings({
  state,
  standing,
  onFinished,
  notices,
  onFault,
}: {
  state: DashboardState;
  standing: string;
  onFinished: (drawing: LiveDrawing) => void;
  /** Where it is said that the drawing that is wanted broke off: here, where no other place is given. */
  notices?: Element;
  onFault?: () => void;
}) {
  const { model } = state;
  const key = model.series.length === 0 ? standing : drawingKey(model);
  const [kept, setKept] = useState<readonly LiveDrawing[]>([]);
  // The one that is shown comes first, and is the last to be given up.
  if (key !== standing && kept[0]?.key !== key) {
    const known = kept.find((one) => one.key === key) ?? { key, scene: sceneFor(model), holder: holderOf(key) };
    setKept([known, ...kept.filter((one) => one !== known)].slice(0, KEPT));
  }
  const said = (notice: ReactNode): ReactNode => (notices === undefined ? notice : createPortal(notice, notices));
  return (
    <Suspense>
      {kept.map((drawing) => (
        <PartBoundary
          key={drawing.key}
          part="drawing"
          instead={(notice) => (drawing.key === key ? said(notice) : null)}
          {...(onFault && { onFault })}
        >
          {createPortal(<Drawn drawing={drawing} onFinished={onFinished} />, drawing.holder)}
        </PartBoundary>
      ))}
    </Suspense>
  );
}
