import { useState } from 'react';
import { composeWords, pageNotSavedSentence, pageSavedSentence } from '../../words/en/compose.ts';
import type { OnePageParts } from '../bake/bake-one-page.ts';
import { saveFile } from '../save-file.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

/** The parts that the build keeps beside this page. Throws where it has none. */
async function partsOf(): Promise<OnePageParts> {
  const answer = await fetch(new URL('one-page.json', document.baseURI));
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const parts: OnePageParts = await answer.json();
  return parts;
}

/** The chart of a state as one file that needs nothing else, made here by what makes the site's own pages. */
async function onePage({ study, available, view }: DashboardState): Promise<Blob> {
  const [{ bakeOnePage, inParsedPage }, { bakedState }] = await Promise.all([
    import('../bake/bake-one-page.ts'),
    import('../bake/bake-frame.ts'),
  ]);
  const state = bakedState(study, available, { ...view, event: null }, '');
  return new Blob([await bakeOnePage(state, await partsOf(), inParsedPage)], { type: 'text/html' });
}

/** Saves the chart as it is now as one page. */
export function SavePage({ state }: { state: DashboardState }) {
  const [said, setSaid] = useState('');
  const [isAtWork, setAtWork] = useState(false);
  const save = async (): Promise<void> => {
    setAtWork(true);
    try {
      const page = await onePage(state);
      saveFile(document, page, `${state.study.id}.html`);
      setSaid(pageSavedSentence(Math.ceil(page.size / 1024)));
    } catch (error) {
      setSaid(pageNotSavedSentence(error instanceof Error ? error.message : String(error)));
    } finally {
      setAtWork(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className="word"
        disabled={isAtWork || state.model.series.length === 0}
        onClick={() => void save()}
      >
        {composeWords.savePage}
      </button>
      <span role="status">{said}</span>
    </>
  );
}
