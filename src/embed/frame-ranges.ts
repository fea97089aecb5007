/** Stretches of time that a frame offers: value of `range` in its address, and how it is written. */
const RANGES = [
  ['5', '±5'],
  ['20', '±20'],
  ['60', '±60'],
  ['1y', '1 y'],
  ['all', 'All'],
] as const;
const OPENING = '20';

/**
 * Offers other ranges in a frame page. What draws them is asked for by `show` when the reader wants one; the address
 * is replaced, never added to the host's history.
 */
export function offerRanges(place: HTMLElement, show: () => void): void {
  const choices = document.createElement('span');
  choices.className = 'choices';
  choices.setAttribute('role', 'group');
  choices.setAttribute('aria-label', 'Sessions either side');
  const mark = (): void => {
    const current = new URLSearchParams(location.search).get('range') ?? OPENING;
    for (const link of choices.children) {
      if (link.getAttribute('data-range') === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  for (const [range, label] of RANGES) {
    const link = document.createElement('button');
    link.type = 'button';
    link.className = 'choice';
    link.dataset['range'] = range;
    link.textContent = label;
    link.addEventListener('click', () => {
      const address = new URL(location.href);
      address.searchParams.set('range', range);
      history.replaceState(null, '', address);
      mark();
      show();
    });
    choices.append(link);
  }
  place.append(choices);
  mark();
}
