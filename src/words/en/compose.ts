/** Words of the page on which a study is written. */
export const composeWords = {
  title: 'New study',
  lead: 'Paste an article. Its events, claims and markets are drafted here, in your browser; nothing is sent anywhere.',
  dashboard: 'The dashboard',
  article: 'The article',
  articleText: 'Text or HTML of the article, in English or Chinese',
  drop: 'or drop a .txt, .html or .md file here',
  published: 'Published on',
  publishedHint: 'Left empty, the text has to say it. Every other date hangs on this one.',
  zone: 'Published in',
  zoneHint: 'A time zone such as Africa/Lagos; left empty, the place of the dateline.',
  draft: 'Draft',
  drafting: 'Drafting …',
  draftAgain: 'Drafting again replaces the draft; Undo brings it back.',
  study: 'The study',
  noDraft: 'No draft yet.',
  undo: 'Undo',
  redo: 'Redo',
  studyTitle: 'Title',
  studyId: 'Name of its folder',
  outlet: 'Outlet',
  url: 'Address of the article',
  says: 'What the article says, in your own words',
  events: 'Events',
  decide: 'Choose when it was',
  decided: 'This date counts',
  otherDay: 'Another day',
  eventTitle: 'Title',
  clause: 'In the headline, after “after”',
  quote: 'Quote',
  kind: 'Kind',
  known: 'How the time is known',
  from: 'From',
  to: 'To',
  precision: 'Time',
  zoneOfEvent: 'Told in',
  centre: 'The study is about this event',
  moveUp: 'Move up',
  moveDown: 'Move down',
  remove: 'Delete',
  join: 'Join with the one above',
  toConfounder: 'Something else that happened',
  addEvent: 'Add an event',
  newEvent: 'A new event',
  future: 'Still to come',
  confounders: 'What else happened',
  noConfounders: 'Nothing is listed. What else could have moved the markets on these days belongs here.',
  addConfounder: 'Add something else that happened',
  claims: 'What the article says of the markets',
  factor: 'A close is multiplied with',
  factorWhat: 'which is',
  factorSource: 'according to',
  useFactor: 'Check it with this',
  instruments: 'Markets',
  charted: 'charted first',
  findMarket: 'Add a market: type any of its names',
  notListed: 'Not in the list? Traded at',
  exchange: 'Exchange',
  kindOfMarket: 'Kind of market',
  index: 'an index',
  share: 'a share',
  currency: 'USD',
  addOwn: 'Add it by this name',
  findCloses: 'Find its closes',
  closesFrom: 'Where its closes are from',
  otherCloses: 'Other closes',
  source: 'Source',
  noSource: 'No source here has it by a documented symbol; give its closes as a file.',
  key: 'Your key, for this tab',
  ask: 'Ask for its closes',
  ownFile: 'A file of the author’s',
  save: 'Save the study',
  open: 'Open a study',
  openCarried: 'Open one of this site',
  keeping: { kept: 'Kept in this browser.', not: 'This browser keeps nothing here: save the study before you leave.' },
  soFar: 'The study so far',
  drawing: 'Drawing the chart …',
  chart: 'Chart',
  more: 'more',
  previousEvent: 'Previous event',
  nextEvent: 'Next event',
  keys: 'Keys',
  savePage: 'Save as one page',
} as const;

/** What keeps a study from being one, as a sentence. */
export function undecidedSentence(count: number): string {
  if (count === 0) return 'Every event is decided.';
  return count === 1 ? 'One event waits for its date.' : `${count} events wait for their dates.`;
}

/** How an event falls on a market, as a sentence. */
export function mappedSentence({ place, session, phase }: { place: string; session: string; phase: string }): string {
  return `${place}: first session ${session} (${phase})`;
}

/** That an event is not counted yet. */
export function notCountedSentence(status: string, why: string): string {
  return `${status}: it does not count yet. ${why}`;
}

/** That closes of a market are missing, and what to do. */
export function noClosesSentence(name: string): string {
  return `${name} is named, but this site has no closes of it.`;
}

/** What kind of event it is, in a word. */
export function kindWord(kind: 'policy' | 'announcement' | 'speech'): string {
  return { policy: 'Policy', announcement: 'Announcement', speech: 'Speech' }[kind];
}

/** The precisions that a time may have. */
export function precisionWord(kind: 'instant' | 'span' | 'date'): string {
  return { instant: 'a moment', span: 'a span', date: 'a day' }[kind];
}

/** What a saved study lacks while it is not valid. */
export function notSavedSentence(problems: readonly string[]): string {
  return `Saved as it stands; it is no complete study yet: ${problems.join(' ')}`;
}

/** That the chart was saved as a page, and where such a page works. */
export function pageSavedSentence(kilobytes: number): string {
  return `Saved, ${kilobytes} KB: it needs no site and no network, and stands as it is on any host that takes HTML.`;
}

/** That the chart could not be saved as a page. */
export function pageNotSavedSentence(reason: string): string {
  return `The page could not be made (${reason}). Try again, or save a picture.`;
}

/** The notice of a study whose closes its author has fetched or given. */
export const CLOSES_NOTICE =
  'Closes are carried as facts, each with its source, its terms and the day on which it was asked; the indices belong to their owners.';

/** Where closes are from, on which terms, and when they were asked for. */
export function originWords(source: string, retrieved: string): string {
  return `${source.replace(/\.$/, '')}. Retrieved on ${retrieved}.`;
}

/** That a source is being asked. */
export function askingSentence(source: string): string {
  return `Asking ${source} …`;
}

/** That closes are in the study. */
export function closesAddedSentence(name: string, sessions: number): string {
  return `${name}: ${sessions} closes are in the study now.`;
}

/** How much of what a study says has changed since it was opened. */
export function changesHeading(count: number): string {
  if (count === 0) return 'Since it was opened no figure and no verdict has changed.';
  return `Since it was opened ${count === 1 ? 'one thing that it says has' : `${count} things that it says have`} changed.`;
}

/** What a study said and says of one thing. */
export function changeSentence({
  what,
  before,
  after,
}: {
  what: string;
  before: string | null;
  after: string | null;
}): string {
  if (before === null) return `${what}: new, ${after ?? ''}`;
  return after === null ? `${what}: no longer said, was ${before}` : `${what}: was ${before}, is now ${after}`;
}

/** That a study was opened. */
export function openedSentence(title: string): string {
  return `Opened: ${title}.`;
}
