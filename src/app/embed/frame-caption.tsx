import { captionOf } from './picture-words.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

/** What the chart shows, where its figures are from, and up to when they go. */
export function FrameCaption({ state }: { state: DashboardState }) {
  const { what, source } = captionOf(state.model, state.formats);
  return (
    <p>
      <span className="caption-what">{`${what} `}</span>
      <span className="caption-source">{source}</span>
      <span> </span>
      <a className="explore" href={state.hrefOf({})}>
        Explore the chart
      </a>
    </p>
  );
}
