import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Controls } from '../../../src/app/parts/controls.tsx';
import type { DashboardState } from '../../../src/app/state/dashboard-state.ts';
import type { View } from '../../../src/chart/view/view.ts';
import { stateAtHand } from '../state-at-hand.ts';

afterEach(cleanup);

function controls(change: Partial<View> = {}, mode: DashboardState['mode'] = 'live') {
  const { state, changes } = stateAtHand(change, mode);
  return { page: render(<Controls state={state} />), changes };
}

const valueOf = (field: HTMLElement): string => (field as HTMLInputElement).value;

describe('the controls', () => {
  it('take the first and the last day of the chart without a drag', () => {
    // The opening range begins 10 sessions before day 0, 15 July: New York traded on 9 days of July before it, as it was
    // closed on the 4th, and on 30 June.
    const { page, changes } = controls();
    const [from, to] = [page.getByLabelText('Show from'), page.getByLabelText('to')];
    expect(valueOf(from)).toBe('2025-06-30');
    fireEvent.change(from, { target: { value: '2025-05-01' } });
    fireEvent.change(to, { target: { value: '2025-09-30' } });
    expect(changes).toEqual([
      { range: { kind: 'between', from: '2025-05-01', to: valueOf(to) } },
      { range: { kind: 'between', from: valueOf(from), to: '2025-09-30' } },
    ]);
  });

  it('keep a day that is none of the chart’s as it was typed, and tell nobody, until the field is left', () => {
    const { page, changes } = controls({
      range: { kind: 'between', from: '2025-07-01', to: '2025-08-01' } as View['range'],
    });
    const from = page.getByLabelText('Show from');
    // The first digit of a year is a year too.
    fireEvent.change(from, { target: { value: '0002-07-01' } });
    expect([valueOf(from), changes]).toEqual(['0002-07-01', []]);
    // Later than the last day.
    fireEvent.change(from, { target: { value: '2025-08-02' } });
    expect(changes).toEqual([]);
    expect(page.container.textContent).toContain('a day from 1 July 2024 to 1 August 2025');
    fireEvent.blur(from);
    expect(page.container.textContent).not.toContain('a day from');
    expect(valueOf(from)).toBe('2025-07-01');
  });

  it('offer no dates where each event has its own', () => {
    expect(controls({ chart: 'multiples' }).page.queryByLabelText('Show from')).toBeNull();
  });

  it('have no field before scripts run, and say so', () => {
    const { page } = controls({}, 'baked');
    expect(page.container.querySelectorAll('input, select')).toHaveLength(0);
    expect(page.container.textContent).toContain('Choosing here needs scripts.');
  });
});
