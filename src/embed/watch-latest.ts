import { element } from '../chart/controller/element.ts';

/** How long a page is open before it asks whether it is still the newest, in milliseconds. */
const HOUR = 3_600_000;

interface Latest {
  readonly version: string;
}

function isLatest(value: unknown): value is Latest {
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'string';
}

/**
 * Asks this deployment, and nobody else, for the newest version of the chart. A frozen page asks once and adds one
 * line when there is a newer one; its figures stay. An updating page asks when it is looked at again after an hour,
 * and loads itself anew. Silent where there is no answer.
 */
export function watchLatest(page: Document, ask: typeof fetch): void {
  const root = page.documentElement;
  const { latest = '', version = '' } = root.dataset;
  const newer = async (): Promise<boolean> => {
    try {
      const answer: unknown = await (await ask(new URL(latest, page.baseURI), { cache: 'no-cache' })).json();
      return isLatest(answer) && answer.version !== version;
    } catch {
      return false;
    }
  };
  if ('frozen' in root.dataset) {
    void newer().then((isNewer) => {
      if (!isNewer) return;
      const line = element(page.querySelector('figcaption'), 'p', { className: 'newer' });
      element(line, 'a', {
        href: new URL('./', new URL(latest, page.baseURI)).href,
        target: '_blank',
        textContent: 'There is a newer version of this chart',
      });
      line.append('.');
    });
    return;
  }
  page.addEventListener('visibilitychange', ({ timeStamp }) => {
    if (page.visibilityState !== 'visible' || timeStamp < HOUR) return;
    void newer().then((isNewer) => {
      if (isNewer) page.location.reload();
    });
  });
}
