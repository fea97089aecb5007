import './styles/sources.css';
import { createRoot } from 'react-dom/client';
import type { ChartHandle } from './chart-handle.ts';
import { type Island, ISLANDS } from './dashboard.tsx';
import { faultNotice, showStanding } from './fault-notice.ts';
import { loadStudy } from './load-study.ts';
import { OpenableDashboard } from './openable-dashboard.tsx';
import { PartBoundary } from './parts/part-boundary.tsx';
import { readerOf, withFetchedDay } from './reader.ts';
import { takeOver } from './take-over.ts';

/** Fresh containers beside the islands that stand in the page, filled by React and then put in their place. */
function prepareIslands(page: Document): { standing: Record<Island, Element>; fresh: Record<Island, Element> } {
  const entries = ISLANDS.map((name) => {
    const standing = page.querySelector(`[data-island="${name}"]`);
    if (standing === null) throw new Error(`the page has no place for "${name}"`);
    const fresh = standing.cloneNode(false);
    if (!(fresh instanceof Element)) throw new Error(`the place for "${name}" is no element`);
    return [name, { standing, fresh }] as const;
  });
  return {
    standing: Object.fromEntries(entries.map(([name, { standing }]) => [name, standing])) as Record<Island, Element>,
    fresh: Object.fromEntries(entries.map(([name, { fresh }]) => [name, fresh])) as Record<Island, Element>,
  };
}

/**
 * Takes the page over: loads the study that the address names, draws every part
 * out of sight, and puts all of them in their places in one frame.
 */
export async function mount(figure: HTMLElement, chart: ChartHandle): Promise<void> {
  const reader = readerOf(window);
  if (import.meta.env.DEV) {
    const { startDevelopment } = await import('./development.ts');
    await startDevelopment(new URLSearchParams(window.location.search).get('scenario'));
  }
  const named = new URLSearchParams(window.location.search).get('study') ?? document.documentElement.dataset['study'];
  const loaded = await loadStudy(named ?? '', reader);
  const { standing, fresh } = prepareIslands(document);
  if (loaded.kind === 'failed') {
    const message = document.createElement('p');
    message.textContent = loaded.sentence;
    standing.notices.replaceChildren(message);
    showStanding(document);
    return;
  }
  const dated = withFetchedDay(reader, loaded.study.snapshot.retrieved);
  const holder = document.createElement('div');
  const page = takeOver({ figure, standing, fresh, chart });
  createRoot(holder).render(
    <PartBoundary
      part="page"
      instead={() => null}
      onFault={(error) => page.giveBack(faultNotice(document, 'page', error))}
    >
      <OpenableDashboard study={loaded.study} reader={dated} islands={fresh} page={page} />
    </PartBoundary>,
  );
}
