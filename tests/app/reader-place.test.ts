import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerPlace } from '../../src/app/reader-place.ts';
import type { Instant } from '../../src/core/units.ts';
import { formatsFor } from '../../src/chart/text/formats.ts';

/** The place that a browser names which says that it speaks `language` and is in `timeZone`. */
function placeOf(language: unknown, timeZone: unknown, languages?: unknown) {
  const DateTimeFormat = () => ({ resolvedOptions: () => ({ timeZone }) });
  return readerPlace({ navigator: { language, languages }, Intl: { DateTimeFormat } });
}

describe('the language of a reader', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de-AT'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['en-US@posix', 'en-US'],
    ['de_AT.UTF-8@euro', 'de-AT'],
    ['C', 'en'],
    ['C.UTF-8', 'en'],
    ['POSIX', 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['a'.repeat(300), 'en'],
    [`en-${'x-abcdefgh-'.repeat(30)}a`, 'en'],
    ['tlh-not-a-language-at-all', 'en'],
    [undefined, 'en'],
    [null, 'en'],
    [7, 'en'],
  ])('that a browser names %j is %s', (named, language) => {
    expect(placeOf(named, 'Europe/Berlin').language).toBe(language);
  });

  it('is the first of several that is one', () => {
    expect(placeOf('C', 'UTC', ['C', 'fr-CA', 'en']).language).toBe('fr-CA');
    expect(placeOf('C', 'UTC', 'fr').language).toBe('en');
  });
});

describe('the zone of a reader', () => {
  it('is the one that the browser names', () => {
    expect(placeOf('en', 'Asia/Kolkata')).toEqual({ language: 'en', zone: 'Asia/Kolkata', isZoneKnown: true });
  });

  it.each([undefined, null, '', 'Etc/Unknown', 'Mars/Olympus', 'x'.repeat(300), 8])(
    'is UTC, and not known, where the browser names %j',
    (named) => {
      expect(placeOf('en', named)).toMatchObject({ zone: 'UTC', isZoneKnown: false });
    },
  );

  it('is UTC where there is nothing to ask', () => {
    const nothing = { language: 'en', zone: 'UTC', isZoneKnown: false };
    expect(readerPlace({})).toEqual(nothing);
    expect(readerPlace({ navigator: {}, Intl: {} })).toEqual(nothing);
    const failing = (): never => {
      throw new RangeError('invalid language tag: C');
    };
    expect(readerPlace({ Intl: { DateTimeFormat: failing } })).toEqual(nothing);
  });
});

it('writes dates for whatever a browser says', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string({ maxLength: 300 }), fc.anything(), (one, other, zone) => {
      for (const named of [one, other]) {
        const place = placeOf(named, zone, [named]);
        // Nepali and others write figures of their own.
        expect(formatsFor(place.language).moment(0 as Instant, place.zone)).toMatch(/\p{Nd}/u);
      }
    }),
  );
});
