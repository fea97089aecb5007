/** How an axis writes numbers and dates: part of `src/chart/text/formats.ts`. */
interface AxisFormats {
  readonly list: (items: readonly string[]) => string;
  readonly date: (date: string) => string;
  readonly mediumDate: (date: string) => string;
  readonly shortDate: (date: string) => string;
}

/** The title of an axis that counts from a base, in ways from long to short. */
export function rebasedTitles(scale: 'index' | 'percent', dates: readonly string[], formats: AxisFormats): string[] {
  const list = (write: (date: string) => string): string => formats.list(dates.map((date) => write(date)));
  const noun = dates.length > 1 ? 'closes' : 'close';
  if (scale === 'percent') {
    return [
      `Change since the ${noun} of ${list(formats.date)}`,
      `Since the ${noun} of ${list(formats.mediumDate)}`,
      `Since ${list(formats.shortDate)}`,
    ];
  }
  return [
    `Index, 100 = ${noun} of ${list(formats.date)}`,
    `100 = ${noun} of ${list(formats.mediumDate)}`,
    `100 = ${noun}, ${list(formats.shortDate)}`,
    `${list(formats.shortDate)} = 100`,
  ];
}

/** What is added where sessions are counted from each market's own day 0. */
export const bySession = (title: string): string => `${title}; sessions from day 0`;

export const levelTitles = (name: string, unit: string): string[] => [`${name}, ${unit}`, name];

/** `hasGaps`: bars are in two parts, before and after the open. */
export const moveTitles = (name: string, shortName: string, hasGaps: boolean): string[] => [
  ...(hasGaps ? [`${name}, change on the day: outlined up to the open, filled from there`] : []),
  `${name}, change on the day`,
  `${shortName}, change on the day`,
  `${shortName}, daily`,
  shortName,
];

/** Over a panel around an event: the session that could react first. */
export function aroundTitles(dates: readonly string[], formats: AxisFormats): string[] {
  if (dates.length === 0) return ['No session yet'];
  const list = (write: (date: string) => string): string => formats.list(dates.map((date) => write(date)));
  return [`Day 0: ${list(formats.mediumDate)}`, list(formats.mediumDate), list(formats.shortDate)];
}

/** At the end of a line: how far it has come, and by when. */
export const endFigures = (figure: string, date: string): string[] => [`${figure} by ${date}`, figure];

/** What a marker is called: an event of the article, what else happened, or several of them. */
export function markerName(
  events: readonly { readonly kind: 'event' | 'confounder'; readonly number: number | null; readonly title: string }[],
): string {
  const names = events.map(({ number, title }) => (number === null ? title : `${number}, ${title}`));
  if (events.length > 1) return `${events.length} events: ${names.join('; ')}`;
  return `${events[0]?.kind === 'event' ? 'Event' : 'Also that day:'} ${names[0] ?? ''}`;
}
