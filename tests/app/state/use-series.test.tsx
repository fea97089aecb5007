import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { useSeries } from '../../../src/app/state/use-series.ts';
import type { Instant } from '../../../src/core/units.ts';
import { study } from '../../data/first-study.ts';
import { worldOf } from '../sources/desk-at-hand.ts';

const used = (source: string) => {
  const world = worldOf(() => new Response('not today', { status: 403 }));
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={world.client}>{children}</QueryClientProvider>
  );
  return { ...world, ...renderHook(() => useSeries(study, source, world.reader, world.memory), { wrapper }) };
};

describe('the series of a page', () => {
  it('are the same map and the same statuses while none of them has come to anything else', async () => {
    const { result, rerender, memory } = used('snapshot');
    await waitFor(() => expect(result.current.available.size).toBe(study.instruments.length));
    const { available, statuses } = result.current;
    expect(statuses.every(({ state }) => state === 'ready')).toBe(true);
    rerender();
    act(() => memory.setLast('eastmoney', { at: 0 as Instant, sentence: 'asked elsewhere', isGood: true }));
    expect(result.current.available).toBe(available);
    expect(result.current.statuses).toBe(statuses);
  });

  it('of two pages are each their own', async () => {
    const [one, other] = [used('snapshot'), used('snapshot')];
    await waitFor(() => expect(one.result.current.available.size).toBe(study.instruments.length));
    await waitFor(() => expect(other.result.current.available.size).toBe(study.instruments.length));
    const { available } = one.result.current;
    other.rerender();
    one.rerender();
    expect(one.result.current.available).toBe(available);
    expect(other.result.current.available).not.toBe(available);
  });

  it('are the snapshot’s where the source and what stands in for it refuse, and each status says so', async () => {
    const { result } = used('eastmoney');
    await waitFor(() => expect(result.current.statuses.every(({ state }) => state === 'fallback')).toBe(true), {
      timeout: 10_000,
    });
    expect(result.current.available.size).toBe(study.instruments.length);
    expect(result.current.statuses[0]?.instead).toMatch(/^The bundled snapshot of .+ is shown instead\.$/);
  });
});
