import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import { wrapText } from '../../../src/chart/text/wrap-text.ts';
import { textWidth } from '../../../src/chart/text/measure-text.ts';
import { instant, sessionDate } from '../../../src/core/units.ts';

const english = formatsFor('en');
const german = formatsFor('de');
const chinese = formatsFor('zh-Hans');
const day = sessionDate('2025-07-15');
const noBreak = '\u00a0';

describe('figures', () => {
  it('have the percent sign where their language has it, and a real minus', () => {
    expect(english.change(0.02797)).toBe('+2.8%');
    expect(english.change(-0.0024, 2)).toBe('\u22120.24%');
    expect(english.percent(0.48, 0)).toBe('48%');
    expect(german.percent(0.48, 0)).toBe(`48${noBreak}%`);
    expect(formatsFor('tr').percent(0.48, 0)).toBe('%48');
  });

  it('have no sign where they are written as nothing', () => {
    expect(english.change(0.0004)).toBe('0.0%');
    expect(english.change(-0.0004)).toBe('0.0%');
  });

  it('of any size can be read', () => {
    expect([20_000, 4e12, 4_165_080_000_000].map(english.large)).toEqual(['20,000', '4 trillion', '4.165 trillion']);
    expect(german.large(24_400_000_000)).toBe('24,4 Milliarden');
  });

  it('keep the decimals that are asked for', () => {
    expect([english.fixed(0.4, 2), english.fixed(-1, 1), german.fixed(0.05, 3)]).toEqual([
      '0.40',
      '\u22121.0',
      '0,050',
    ]);
  });

  it('follow the language', () => {
    expect(english.level(20677.8)).toBe('20,677.80');
    expect(german.level(20677.8)).toBe('20.677,80');
    expect(german.change(0.0125, 2)).toBe(`+1,25${noBreak}%`);
  });
});

describe('dates', () => {
  it('are the session’s own, whatever the zone of the machine', () => {
    expect(english.date(day)).toBe('15 July 2025');
    expect(english.shortDate(day)).toBe('15 Jul');
    expect(english.weekdayDate(day)).toBe('Tue 15 Jul 2025');
    expect(german.date(day)).toBe('15. Juli 2025');
    expect(chinese.date(day)).toBe('2025年7月15日');
  });

  it('of an instant are told in the zone asked for', () => {
    const at = instant('2025-07-15T02:00:00Z');
    expect(english.moment(at, 'Asia/Hong_Kong')).toBe('Tue 15 Jul 2025, 10:00');
    expect(english.moment(at, 'America/New_York')).toBe('Mon 14 Jul 2025, 22:00');
    expect(english.clock(at, 'Europe/Berlin')).toBe('04:00');
  });
});

describe('a text in lines', () => {
  it('is broken at spaces, each line within the width', () => {
    const lines = wrapText('Jensen Huang speaks at the supply-chain expo in Beijing', 200, 13, 600, 3);
    expect(lines.join(' ')).toBe('Jensen Huang speaks at the supply-chain expo in Beijing');
    for (const line of lines) expect(textWidth(line, 13, 600)).toBeLessThanOrEqual(200);
  });

  it('ends in an ellipsis where the lines do not hold it', () => {
    const lines = wrapText('Nvidia says that it will sell the H20 in China again', 150, 13, 600, 1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Nvidia says .*…$/);
    expect(textWidth(lines[0] ?? '', 13, 600)).toBeLessThanOrEqual(150);
  });
});
