import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exchangeIds, exchanges } from '../../../src/core/exchanges/registry.ts';
import { lunarYears } from '../../../src/core/lunar-calendar.ts';

const files = readdirSync(new URL('../../../src/core/exchanges/', import.meta.url)).filter((f) => f !== 'registry.ts');

describe('the exchanges', () => {
  it('are the files of their folder, each named by its identifier', () => {
    expect(files.toSorted()).toEqual(exchangeIds.map((id) => `${id.toLowerCase()}.ts`).toSorted());
    expect(Object.keys(exchanges).toSorted()).toEqual([...exchangeIds].toSorted());
    for (const id of exchangeIds) expect(exchanges[id].id).toBe(id);
  });

  it('have hours whose dates ascend, and break within them', () => {
    for (const { hours } of Object.values(exchanges)) {
      const froms = hours.map(({ from }) => from ?? '');
      expect(froms).toEqual(froms.toSorted());
      expect(new Set(froms).size).toBe(froms.length);
      for (const { open, close, pause, halfDayClose } of hours) {
        expect(open).toBeLessThan(close);
        if (pause !== null) expect([open, ...pause, close]).toEqual([open, ...pause, close].toSorted((a, b) => a - b));
        if (halfDayClose !== null) expect(halfDayClose).toBeLessThan(close);
      }
    }
  });

  it('keep the closings that no rule gives on weekdays of the years that they know', () => {
    for (const { calendar } of Object.values(exchanges)) {
      for (const date of Object.keys(calendar.unforeseen)) {
        expect(Number(date.slice(0, 4))).toBeGreaterThanOrEqual(calendar.years[0]);
        expect([0, 6]).not.toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
      }
    }
  });

  it('know no year of Hong Kong of which the lunar days are not known', () => {
    const [first, last] = exchanges.XHKG.calendar.years;
    expect(first).toBeGreaterThanOrEqual(lunarYears[0]);
    expect(last).toBeLessThanOrEqual(lunarYears[1]);
  });
});
