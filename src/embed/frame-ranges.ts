import { element } from '../chart/controller/element.ts';

/** Stretches of time that a frame offers: value of `range` in its address, and how it is written. */
const RANGES = [
  ['5', '±5'],
  ['10', '±10'],
  ['20', '±20'],
  ['60', '±60'],
  ['1y', '1 y'],
  ['all', 'All'],
] as const;
const OPENING = '10';

/** Offers other ranges in a frame page: `current` is the one that is in sight, `choose` puts another there. */
export function offerRanges(place: HTMLElement, current: () => string | null, choose: (range: string) => void): void {
  const choices = element(place, 'span', { className: 'choices', role: 'group', ariaLabel: 'Sessions either side' });
  const mark = (): void => {
    const range = current() ?? OPENING;
    for (const choice of choices.children) {
      if (choice.getAttribute('data-range') === range) choice.setAttribute('aria-current', 'true');
      else choice.removeAttribute('aria-current');
    }
  };
  for (const [range, label] of RANGES) {
    const choice = element(choices, 'button', { type: 'button', className: 'choice', textContent: label });
    choice.dataset['range'] = range;
    choice.onclick = () => {
      choose(range);
      mark();
    };
  }
  addEventListener(ASKED, mark);
  mark();
}

const ASKED = 'market-reaction:range';

/** The range that the frame's address asks for. */
export function askedRange(): string | null {
  return new URLSearchParams(location.search).get('range');
}

/** Writes a range into the frame's address, in place of the one there: the host's history is not ours. */
export function askRange(range: string): void {
  const address = new URL(location.href);
  address.searchParams.set('range', range);
  history.replaceState(null, '', address);
  dispatchEvent(new Event(ASKED));
}
