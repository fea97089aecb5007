import type { DashboardState } from '../state/dashboard-state.ts';

/** What the article says without a date, who owns the figures, and that none of it is advice. */
export function Footer({ state }: { state: DashboardState }) {
  const { article, context, snapshot, instruments } = state.study;
  const owners = state.formats.list([...new Set(instruments.map(({ owner }) => owner))]);
  return (
    <>
      <section>
        <h2>The article</h2>
        <p>
          {article.url === undefined ? <cite>{article.title}</cite> : <a href={article.url}>{article.title}</a>}
          <span>{`, ${article.outlet}. ${article.says}`}</span>
        </p>
        <ul className="context">
          {context.map(({ quote, note }) => (
            <li key={quote}>
              <span>{`“${quote}” `}</span>
              <span className="quiet">{note}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>The figures</h2>
        <p>
          {`${snapshot.notice} Owners: ${owners}. A move after an event is not a move because of it, and nothing here is advice.`}
        </p>
        {state.mode === 'live' ? (
          <p className="print-address">{new URL(state.hrefOf({}), window.location.href).href}</p>
        ) : null}
      </section>
    </>
  );
}
