import type { DashboardState } from '../state/dashboard-state.ts';
import { bakeFrame, type InPage } from './bake-frame.ts';

/** What the build made for pages that are saved as one file: `compose/one-page.json`. */
export interface OnePageParts {
  /** One piece of plain JavaScript. */
  readonly script: string;
  readonly style: string;
  /** The page's Content-Security-Policy, which names the script by its SHA-256. */
  readonly policy: string;
}

/** A study's chart as one page that needs nothing else: finished, with its events, its table and its controller. */
export function bakeOnePage(state: DashboardState, parts: OnePageParts, inPage: InPage): Promise<string> {
  return bakeFrame(
    state,
    {
      root: null,
      start: parts.script,
      script: null,
      liveScript: null,
      style: { rules: parts.style, font: null },
      head: `<meta http-equiv="Content-Security-Policy" content="${parts.policy}">\n`,
      latest: '',
      version: '',
      isFrozen: true,
    },
    inPage,
  );
}

/** A page in the browser's own terms: nothing in it is run, asked for or seen. */
export const inParsedPage: InPage = (html, work) => work(new DOMParser().parseFromString(html, 'text/html'));
