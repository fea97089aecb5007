import { useCallback, useSyncExternalStore } from 'react';
import type { Study } from '../../core/study.ts';
import { readUrl, type UrlProblem } from '../../chart/view/url.ts';
import type { View } from '../../chart/view/view.ts';
import { queryOf } from './view-address.ts';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

const currentQuery = (): string => window.location.search;

let read: { query: string; study: Study; answer: { view: View; problems: readonly UrlProblem[] } } | null = null;

/** The view that the address asks for now; the same object until the address changes. */
function currentView(study: Study): { view: View; problems: readonly UrlProblem[] } {
  const query = currentQuery();
  if (read === null || read.query !== query || read.study !== study) {
    read = { query, study, answer: readUrl(query, study) };
  }
  return read.answer;
}

/** Puts a view into the address. A choice is a step that Back undoes; a correction replaces. */
export function writeView(study: Study, view: View, how: 'push' | 'replace', pageStudy: string): void {
  const query = queryOf(view, study, pageStudy);
  const address = `${window.location.pathname}${query === '' ? '' : `?${query}`}${window.location.hash}`;
  if (how === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
  for (const listener of listeners) listener();
}

/** The source that the address asks for; another choice in the address is no change of it. */
export function useSource(study: Study): string {
  return useSyncExternalStore(subscribe, () => currentView(study).view.source);
}

/** The reader's view, which the address holds, and how to change it. */
export function useView(
  study: Study,
  pageStudy: string,
): {
  view: View;
  problems: readonly UrlProblem[];
  setView: (change: Partial<View>, how?: 'push' | 'replace') => void;
} {
  useSyncExternalStore(subscribe, currentQuery);
  const { view, problems } = currentView(study);
  const setView = useCallback(
    (change: Partial<View>, how: 'push' | 'replace' = 'push') => {
      writeView(study, { ...currentView(study).view, ...change }, how, pageStudy);
    },
    [study, pageStudy],
  );
  return { view, problems, setView };
}
