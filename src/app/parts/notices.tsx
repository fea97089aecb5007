import { OPENING_RANGE } from '../../chart/view/view.ts';
import { issueSentence } from '../../words/en/series-issues.ts';
import { adapters, defaultSource, findAdapter } from '../../data/port/registry.ts';
import { statusSentences } from '../sources/status-sentences.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

/** What the address asks for and this site does not know: the rest of it is shown. */
function unknownSource(state: DashboardState): string[] {
  const { source } = state.view;
  if (findAdapter(source) !== null) return [];
  const known = state.formats.list(adapters.map(({ id }) => id));
  return [
    `The address asks for source=${source}, which is not known here; expected one of ${known}. The bundled snapshot is shown instead.`,
  ];
}

/** What the reader has to know about the data at hand, one sentence each, with a way on. */
export function Notices({ state }: { state: DashboardState }) {
  const { problems, statuses, model, view, available } = state;
  const shown = statuses.filter(({ instrument }) => view.instruments.includes(instrument));
  const loading = shown.filter((status) => status.state === 'loading').length;
  const hasFailed = shown.some((status) => status.state === 'failed' || status.state === 'fallback');
  const aboutAddress = [...problems.map(({ sentence }) => sentence), ...unknownSource(state)];
  const aboutData = [
    ...(state.readerDoubts ?? []),
    ...statusSentences(state.study, shown, (names) => state.formats.list(names)),
    ...model.absent.map(({ sentence }) => sentence),
    ...view.instruments
      .flatMap((id) => available.get(id)?.issues ?? [])
      // How a file was read was shown before it was used.
      .filter(({ kind }) => kind !== 'reading')
      .map(issueSentence),
  ];
  if (aboutAddress.length + aboutData.length + loading === 0) return null;
  const asking =
    view.source === defaultSource ? 'Loading' : `Asking ${findAdapter(view.source)?.label ?? view.source} for`;
  const offersReset = model.absent.length > 0 && view.range.kind !== 'around';
  return (
    <output className="notices">
      {loading > 0 ? <p>{`${asking} the closes of ${loading === 1 ? 'one market' : `${loading} markets`} …`}</p> : null}
      {[...new Set([...aboutAddress, ...aboutData])].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <span className="ways-on">
        {hasFailed ? (
          <button type="button" className="word" onClick={() => state.retry()}>
            Try again
          </button>
        ) : null}
        {hasFailed && view.source !== 'snapshot' ? (
          <button type="button" className="word" onClick={() => state.setView({ source: 'snapshot' })}>
            Use the bundled snapshot
          </button>
        ) : null}
        {offersReset ? (
          <button type="button" className="word" onClick={() => state.setView({ range: OPENING_RANGE })}>
            Show the opening range
          </button>
        ) : null}
        {aboutAddress.length > 0 ? (
          <button
            type="button"
            className="word"
            onClick={() => state.setView(findAdapter(view.source) === null ? { source: 'snapshot' } : {}, 'replace')}
          >
            Take it out of the address
          </button>
        ) : null}
      </span>
    </output>
  );
}
