import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { EventList } from '../../../src/app/parts/event-list.tsx';
import { nvidia } from '../../chart/study-of.ts';
import { stateAtHand } from '../state-at-hand.ts';

afterEach(cleanup);

function entry(id: string, mode: 'baked' | 'live' = 'baked') {
  const { state, changes } = stateAtHand({}, mode);
  const { container } = render(<EventList state={state} />);
  const found = container.querySelector(`li.mr-event[data-event="${id}"]`);
  if (found === null) throw new Error(`there is no entry for ${id}`);
  const text = (within: string): string => found.querySelector(within)?.textContent ?? '';
  return { found, text, changes };
}

describe('the entry of an event', () => {
  it('has its number, title, date and the move of each market in sight', () => {
    const { found, text } = entry('announcement');
    expect(text('.event-number')).toBe('2');
    expect(text('.event-summary h3')).toBe('Nvidia says that it will sell the H20 in China again');
    expect(text('.event-moves')).toMatch(/^Nasdaq \+0\.2%\s*HS TECH \+2\.8%\s*$/);
    expect(found.querySelector('.event-summary details')).toBeNull();
  });

  it('opens to the quote, the time at two exchanges in a line each, one caveat, and the rest behind a word', () => {
    const { found, text } = entry('announcement');
    expect(text('.event-detail blockquote')).toContain('The U.S. government has assured Nvidia');
    // 00:00 to 05:10 UTC: Hong Kong is eight hours ahead, New York in July four behind.
    expect([...found.querySelectorAll('.time-lines > span')].map(({ textContent }) => textContent)).toEqual([
      '14 Jul, 20:00 – 15 Jul, 01:10 in New York: closed, or before the open',
      '15 Jul, 08:00–13:10 in Hong Kong: before the open, or in the first 48% of the session',
    ]);
    expect(found.querySelectorAll('.event-detail > p.quiet')).toHaveLength(1);
    const more = text('.event-detail details');
    // Closes of 14 and 16 July: 20,640.33 and 20,730.49; 5,283.50 and 5,418.40.
    expect(more).toContain('Nasdaq Composite +0.44%, Hang Seng TECH +2.55%.');
    expect(more).toContain('Also that day: China’s second-quarter GDP');
    expect(more).toContain('The minute is not established');
  });

  it('tells how the day went on from its open, where opens are known', () => {
    const { state } = stateAtHand({}, 'baked', nvidia.study, nvidia.available);
    const { container } = render(<EventList state={state} />);
    const opened = container.querySelectorAll('[data-event="announcement"] .opened');
    // Opens of 15 July: 20,822.76 after a close of 20,640.33; 5,297.89 after 5,283.50. Closes: 20,677.80; 5,431.29.
    expect([...opened].map(({ textContent }) => textContent)).toEqual([
      'Nasdaq +0.18%: opened +0.88%, gave back 0.70%',
      'HS TECH +2.80%: opened +0.27%, added +2.52%',
    ]);
  });

  it('pins its event by its title, but lets a click through that opens another tab', () => {
    const { found, changes } = entry('announcement', 'live');
    const link = found.querySelector('h3 a');
    if (link === null) throw new Error('the title is no link');
    expect(link.getAttribute('href')).toContain('event=announcement');
    link.addEventListener('click', (event) => event.preventDefault());
    fireEvent.click(link, { ctrlKey: true });
    fireEvent.click(link, { metaKey: true });
    expect(changes).toEqual([]);
    fireEvent.click(link);
    expect(changes).toEqual([{ event: 'announcement' }]);
  });

  it('has the same form for what else happened in those days', () => {
    const { found, text } = entry('china-gdp');
    expect(found.closest('ol')?.className).toContain('events');
    expect(text('.event-detail')).toContain('5.2%, against 5.1% expected.');
    expect(found.querySelector('.diamond')).not.toBeNull();
  });
});
