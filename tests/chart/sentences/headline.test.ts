import { describe, expect, it } from 'vitest';
import { headline, shortHeadline } from '../../../src/chart/sentences/headline.ts';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import type { Instrument, StudyEvent } from '../../../src/core/study.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { nvidia, type StudyWithCloses, withCloses, zinsentscheid } from '../study-of.ts';

const formats = formatsFor('en');

function sentence({ study, available }: StudyWithCloses): string {
  return headline(study, available, formats)
    .map(({ text }) => text)
    .join('');
}

function short({ study, available }: StudyWithCloses): string {
  return shortHeadline(study, available, formats)
    .map(({ text }) => text)
    .join('');
}

function without<Whole, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> {
  const { [key]: left, ...rest } = whole;
  void left;
  return rest;
}

/** The study with its instruments changed. */
function withInstruments(change: (instrument: Instrument) => Instrument): StudyWithCloses {
  return { ...nvidia, study: { ...nvidia.study, instruments: nvidia.study.instruments.map(change) } };
}

/** The study with its central event changed. */
function withCentre(change: (event: StudyEvent) => StudyEvent): StudyWithCloses {
  const events = nvidia.study.events.map((event) => (event.id === nvidia.study.centre ? change(event) : event));
  return { ...nvidia, study: { ...nvidia.study, events } };
}

describe('the headline', () => {
  it('says what happened, to whom, after what, the larger move first', () => {
    expect(sentence(nvidia)).toBe(
      'Hong Kong tech rose 2.8% after Nvidia said that it would sell the H20 in China again; the Nasdaq rose 0.2%, to a record close',
    );
  });

  it('colours the names', () => {
    const coloured = headline(nvidia.study, nvidia.available, formats).filter(({ slot }) => slot !== null);
    expect(coloured).toEqual([
      { text: 'Hong Kong tech', slot: 2 },
      { text: 'the Nasdaq', slot: 1 },
    ]);
  });

  it('quotes the title of an event that has no clause, and calls markets what sentences call them', () => {
    const centre = withCentre((event) => ({ ...without(event, 'clause'), title: 'Nvidia speaks' }));
    const { study } = withInstruments((instrument) => without(instrument, 'headlineName'));
    expect(sentence({ ...centre, study: { ...centre.study, instruments: study.instruments } })).toBe(
      'Hang Seng TECH rose 2.8% after “Nvidia speaks”; the Nasdaq Composite rose 0.2%, to a record close',
    );
  });

  it('tells a study of one market', () => {
    const closes = withCloses(zinsentscheid, 'MUSTER', [
      ['2024-03-19', 1000],
      ['2024-03-20', 1013],
    ]);
    expect(sentence(closes)).toBe(
      'Der Musterindex rose 1.3% to the highest close since 19 March 2024 after “Die Notenbank lässt den Leitzins unverändert”',
    );
  });

  it('says “the highest close since” the first session where no earlier record is given', () => {
    expect(sentence(withInstruments((instrument) => without(instrument, 'highestCloseBefore')))).toContain(
      'the Nasdaq rose 0.2%, to the highest close since 1 July 2024',
    );
  });

  it('says nothing of a record where a close before the data was higher', () => {
    const beaten = withInstruments((instrument) =>
      instrument.highestCloseBefore === undefined
        ? instrument
        : { ...instrument, highestCloseBefore: { ...instrument.highestCloseBefore, close: 30_000 } },
    );
    expect(sentence(beaten)).not.toMatch(/record|highest/);
  });

  it('names the session of each market where they differ', () => {
    const later = withCloses(nvidia, 'HSTECH', [
      ['2025-07-14', 5000],
      ['2025-07-16', 4900],
    ]);
    expect(sentence(later)).toBe(
      'Hong Kong tech fell 2.0% on 16 July after Nvidia said that it would sell the H20 in China again; the Nasdaq rose 0.2% on 15 July, to a record close',
    );
  });

  it('counts over two sessions where the news may have come after the close of the first', () => {
    const dated = withCentre((event) => ({ ...event, time: { kind: 'date', date: sessionDate('2025-07-15') } }));
    const { study } = dated;
    const alone = { ...dated, study: { ...study, defaultInstruments: ['HSTECH'] } };
    // 5,000 to 5,100 on the 15th, to 5,200 on the 16th: 4 % over both.
    const closes = withCloses(alone, 'HSTECH', [
      ['2025-07-14', 5000],
      ['2025-07-15', 5100],
      ['2025-07-16', 5200],
    ]);
    expect(sentence(closes)).toBe(
      'Hong Kong tech rose 4.0% to the highest close since 14 July 2025 over two sessions after Nvidia said that it would sell the H20 in China again',
    );
  });

  it('says which market has no session yet, and where none has', () => {
    const early: readonly (readonly [string, number])[] = [['2025-07-14', 5000]];
    const one = withCloses(nvidia, 'HSTECH', early);
    expect(sentence(one)).toBe(
      'The Nasdaq rose 0.2% to a record close after Nvidia said that it would sell the H20 in China again; no session yet for Hong Kong tech',
    );
    const none = withCloses(one, 'IXIC', early);
    expect(sentence(none)).toBe(
      'No session has closed yet since Nvidia said that it would sell the H20 in China again',
    );
    expect(short(none)).toBe('No session yet after Nvidia’s H20 news');
  });

  it('says that there are no closes where there are none', () => {
    expect(sentence({ ...nvidia, available: new Map() })).toBe(
      'Nvidia said that it would sell the H20 in China again: no closes at hand tell how markets moved',
    );
  });
});

describe('the short headline', () => {
  it('has the moves, then the news', () => {
    expect(short(nvidia)).toBe('HS TECH +2.8%, Nasdaq +0.2% after Nvidia’s H20 news');
  });

  it('names the day of an event that has no short clause', () => {
    // 1012.50 after 1000.00 is 1.25%, a little less in binary.
    expect(short(zinsentscheid)).toBe('Muster +1.2% after the news of 20 Mar');
  });

  it('of five markets names those that 60 characters hold', () => {
    const { study } = nvidia;
    const all = { ...nvidia, study: { ...study, defaultInstruments: study.instruments.map(({ id }) => id) } };
    // With a third market, "Hang Seng +1.6%, ", it would have 69.
    expect(short(all)).toBe('Nvidia +4.0%, HS TECH +2.8% after Nvidia’s H20 news');
  });
});
