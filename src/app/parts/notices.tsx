import type { DashboardState } from '../state/dashboard-state.ts';

/** What the reader has to know about the data at hand, one sentence each, with a way on. */
export function Notices({ state }: { state: DashboardState }) {
  const { problems, statuses, model, view, available } = state;
  const loading = statuses.filter((status) => status.state === 'loading').length;
  const failed = statuses.some((status) => status.state === 'failed' || status.state === 'fallback');
  const issues = view.instruments.flatMap((id) => available.get(id)?.issues ?? []);
  const sentences = [
    ...problems.map(({ sentence }) => sentence),
    ...statuses.flatMap(({ sentence }) => sentence ?? []),
    ...model.absent.map(({ sentence }) => sentence),
    ...issues.map(({ sentence }) => sentence),
  ];
  if (sentences.length === 0 && loading === 0) return null;
  return (
    <div className="notices" role="status">
      {loading > 0 ? <p>Loading the closes of {loading === 1 ? 'one market' : `${loading} markets`} …</p> : null}
      {[...new Set(sentences)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {failed ? (
        <button type="button" className="word" onClick={() => state.retry()}>
          Try again
        </button>
      ) : null}
    </div>
  );
}
