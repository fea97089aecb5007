/** Parts of a page that can break off by themselves. */
export type PagePart =
  | 'lead'
  | 'controls'
  | 'notices'
  | 'caption'
  | 'table'
  | 'events'
  | 'reaction'
  | 'claims'
  | 'footer'
  | 'drawing'
  | 'sources'
  | 'embed'
  | 'compose'
  | 'page';

const NAMES: Readonly<Record<PagePart, string>> = {
  lead: 'The headline',
  controls: 'The choices above the chart',
  notices: 'The notices',
  caption: 'The caption of the chart',
  table: 'The table and its tools',
  events: 'The list of events',
  reaction: 'The statistics',
  claims: 'The article’s claims',
  footer: 'The foot of the page',
  drawing: 'The chart that was asked for',
  sources: 'The choice of sources',
  embed: 'The dialog for embedding',
  compose: 'The making of a study',
  page: 'This page',
};

/** What still stands where a part has broken off. */
function rest(part: PagePart): string {
  if (part === 'drawing') return 'The chart that stands here is the one before it.';
  if (part === 'compose') return 'What this browser has kept of the draft is there again once the page is.';
  return part === 'page' ? 'What stands here is the page as it came.' : 'The chart and everything else go on.';
}

/** That a part of the page broke off, why, and what still stands. `reason` is the error's own message. */
export function partFault(part: PagePart, reason: string): string {
  const why = reason.trim().replace(/[.!]+$/, '');
  return `${NAMES[part]} broke off${why === '' ? '' : ` (${why})`}. ${rest(part)}`;
}

/** On the button that loads the page anew. */
export const RELOAD = 'Reload the page';
