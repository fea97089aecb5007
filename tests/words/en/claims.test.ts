import { describe, expect, it } from 'vitest';
import { claimName, verdictWords } from '../../../src/words/en/claims.ts';

describe('a claim in a few words', () => {
  it('is the study’s own, else the beginning of the quote, broken between words', () => {
    expect(claimName({ short: 'record high', quote: 'The index reached another record high' })).toBe('record high');
    expect(claimName({ quote: 'lifting tech stocks' })).toBe('“lifting tech stocks”');
    // "The Nasdaq Composite Index" has 26 characters, with "reached" 34.
    expect(claimName({ quote: 'The Nasdaq Composite Index reached another record high' })).toBe(
      '“The Nasdaq Composite Index…”',
    );
  });

  it('has a verdict that says how far it goes', () => {
    expect(verdictWords({ status: 'holds', partial: false })).toBe('holds');
    expect(verdictWords({ status: 'holds', partial: true })).toBe('holds in part');
    expect(verdictWords({ status: 'does-not-hold', partial: true })).toBe('does not hold');
  });
});
