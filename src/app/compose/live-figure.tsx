import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { drawingKey } from '../../chart/kinds/scene-of.ts';
import { isSessionDate } from '../../core/units.ts';
import { composeWords } from '../../words/en/compose.ts';
import { type ChartHandle, chartHandle } from '../chart-handle.ts';
import { type LiveDrawing, LiveDrawings } from '../parts/live-drawings.tsx';
import type { DashboardState } from '../state/dashboard-state.ts';
import { sceneFor } from '../state/drawing-cache.ts';

/** The stage takes the keys of docs/keyboard.md. */
function focusable(stage: HTMLElement | null): void {
  if (stage !== null) stage.tabIndex = 0;
}

/**
 * The chart of a state that changes under it. What stands in the figure is a copy of a finished drawing, so that it
 * stays while the next one is drawn. `geometry` names what the lines are drawn of besides the view: the same name, the
 * same drawing, with other words around it.
 */
export function LiveFigure({ state, geometry }: { state: DashboardState; geometry: string }) {
  const figure = useRef<HTMLElement>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const chart = useRef<ChartHandle>(null);
  const placed = useRef('');
  const latest = useRef(state);
  const nameOf = useCallback((key: string): string => `${geometry} ${key}`, [geometry]);

  /** Puts the words of the latest state around the drawing that stands. */
  const annotate = useCallback((): void => {
    const { model, view } = latest.current;
    const controller = chart.current?.controller();
    if (controller === undefined || model.series.length === 0) return;
    const { range, base, scale } = view;
    controller.refresh(sceneFor(model));
    void controller.show({ range, base, scale });
    controller.pin(view.event);
  }, []);

  useLayoutEffect(() => {
    latest.current = state;
  }, [state]);
  useEffect(() => {
    if (figure.current === null) return;
    const handle = chartHandle(figure.current);
    chart.current = handle;
    handle.listen({
      onPin: (event) => latest.current.setView({ event }),
      onRange: (from, to) => {
        if (isSessionDate(from) && isSessionDate(to)) latest.current.setView({ range: { kind: 'between', from, to } });
      },
    });
    return () => handle.controller().detach();
  }, []);
  useEffect(() => {
    if (state.model.series.length > 0 && placed.current === nameOf(drawingKey(state.model))) annotate();
  }, [state, nameOf, annotate]);

  const place = useCallback(
    ({ key, holder }: LiveDrawing): void => {
      const stands = drawing.current;
      if (stands === null || key !== drawingKey(latest.current.model)) return;
      stands.replaceChildren(...holder.cloneNode(true).childNodes);
      placed.current = nameOf(key);
      annotate();
    },
    [nameOf, annotate],
  );
  return (
    <>
      <figure className="mr-figure" id="chart" ref={figure} data-chart={state.view.chart}>
        <div className="mr-stage" role="group" ref={focusable} aria-label={composeWords.chart}>
          <div className="mr-drawing" ref={drawing} />
        </div>
        <div className="mr-strip" hidden>
          <div className="mr-strip-words" />
          <button type="button" data-mr-action="more">
            {composeWords.more}
          </button>
        </div>
        <div className="event-steps">
          <button type="button" data-mr-action="previous-event">
            {composeWords.previousEvent}
          </button>
          <button type="button" data-mr-action="next-event">
            {composeWords.nextEvent}
          </button>
          <button type="button" data-mr-action="keys">
            {composeWords.keys}
          </button>
        </div>
      </figure>
      <LiveDrawings key={geometry} state={state} standing="" onFinished={place} />
    </>
  );
}
