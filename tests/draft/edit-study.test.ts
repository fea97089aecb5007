import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../src/core/study.ts';
import { sessionDate } from '../../src/core/units.ts';
import { decidedStudy, undecidedEvents } from '../../src/draft/study/decided-study.ts';
import { type EditHistory, type HistoryAction, newHistory, withAction } from '../../src/draft/study/edit-history.ts';
import { type EditedStudy, editedStudy, type InstrumentAtHand } from '../../src/draft/study/edited-study.ts';
import { catalogued } from '../../src/data/instruments/find-instrument.ts';
import { draftWords } from '../../src/words/en/drafting.ts';
import { article, drafted } from './drafted.ts';

const TEXT = article(
  'Nvidia said on Tuesday that it would sell chips in China again.',
  'The company had stopped the sales in April.',
  'The chief executive spoke in Beijing on Wednesday.',
  'The Nasdaq Composite closed at another record high.',
);

function atHand(id: string): InstrumentAtHand {
  const instrument: Instrument | null = catalogued(id);
  if (instrument === null) throw new RangeError(id);
  return { instrument, source: 'A test', symbol: id, csv: 'date,close\n2025-07-14,1\n2025-07-15,2\n' };
}

const reach = {
  retrieved: sessionDate('2025-08-01'),
  from: sessionDate('2025-01-02'),
  to: sessionDate('2025-07-31'),
  notice: 'Made up.',
};

function study(): EditedStudy {
  const closes = { instruments: [atHand('NVDA'), atHand('IXIC')], ...reach };
  return editedStudy(drafted(TEXT, '2025-07-16'), closes, draftWords);
}

/** The history of the study above after some actions. */
const after = (...actions: readonly HistoryAction[]): EditHistory => actions.reduce(withAction, newHistory(study()));
const ids = ({ study: { events } }: EditHistory): string[] => events.map(({ id }) => id);
// In the order of the text: what is stated of 15 July, April, and 16 July.
const [first = '', second = '', third = ''] = drafted(TEXT, '2025-07-16').events.map(({ id }) => id);
const date = (day: string) => ({ kind: 'date', date: sessionDate(day) }) as const;

describe('a study that is made of a draft', () => {
  it('counts what the text states, and leaves the rest to its author', () => {
    const made = study();
    expect(undecidedEvents(made)).toEqual([second]);
    const decided = decidedStudy(made);
    expect(decided.kind === 'study' && decided.study.events.map(({ id }) => id)).toEqual([first, third]);
    expect(decided.kind === 'study' && decided.study.claims.map(({ check }) => check)).toEqual([
      { kind: 'record-close', instrument: 'IXIC', event: first, another: true },
    ]);
    expect(made.events[0]?.drafted?.candidates).toEqual([date('2025-04-01'), date('2025-04-30')]);
  });

  it('counts an event once its author has decided', () => {
    const { study: edited } = after({ kind: 'decide', event: second, time: date('2025-04-15') });
    expect(undecidedEvents(edited)).toEqual([]);
    const decided = decidedStudy(edited);
    expect(decided.kind === 'study' && decided.study.events[0]?.time).toEqual(date('2025-04-15'));
  });

  it('is no study while it has no event', () => {
    const emptied = after(...[first, second, third].map((event) => ({ kind: 'remove-event', event }) as const));
    expect(decidedStudy(emptied.study).kind).toBe('invalid');
    expect(emptied.study.centre).toBeNull();
  });
});

describe('an edit', () => {
  it('reorders events', () => {
    expect(ids(after())).toEqual([second, first, third]);
    expect(ids(after({ kind: 'move-event', event: third, to: 0 }))).toEqual([third, second, first]);
    expect(ids(after({ kind: 'move-event', event: second, to: 9 }))).toEqual([first, third, second]);
  });

  it('joins two events: the first stays, with the time that is known better, and claims follow', () => {
    const { study: edited } = after(
      { kind: 'decide', event: second, time: date('2025-07-15') },
      { kind: 'centre', event: first },
      { kind: 'join-events', event: second, other: first },
    );
    expect(edited.events.map(({ id, time, drafted: told }) => [id, time, told?.phrase])).toEqual([
      [second, date('2025-07-15'), 'in April … on Tuesday'],
      [third, date('2025-07-16'), 'on Wednesday'],
    ]);
    expect(edited.centre).toBe(second);
    expect(edited.claims[0]?.check?.event).toBe(second);
  });

  it('chooses the quote, the title and the centre of the study', () => {
    const { study: edited } = after(
      { kind: 'change-event', event: third, change: { quote: 'spoke in Beijing', title: 'A speech' } },
      { kind: 'centre', event: third },
    );
    expect(edited.events[2]).toMatchObject({ quote: 'spoke in Beijing', title: 'A speech' });
    expect(edited.centre).toBe(third);
  });

  it('makes an event something else that happened, told apart from the article’s', () => {
    const { study: edited } = after({ kind: 'event-to-confounder', event: third });
    expect(edited.events.map(({ id }) => id)).toEqual([second, first]);
    expect(edited.confounders).toMatchObject([{ id: third, time: date('2025-07-16') }]);
  });

  it('reaches as far as the closes that are added, which are as old as the latest of them', () => {
    const wide = {
      retrieved: sessionDate('2030-01-02'),
      from: sessionDate('2001-01-02'),
      to: sessionDate('2030-01-01'),
    };
    const added = after({ kind: 'put-instrument', at: atHand('HSTECH'), reach: { ...wide, notice: 'Another.' } }).study;
    expect(added.snapshot).toMatchObject({ ...wide, notice: reach.notice });
  });

  it('says where closes are from in the words of the author', () => {
    const named = after({ kind: 'name-source', instrument: 'IXIC', source: 'Nasdaq’s own page' }).study;
    expect(named.snapshot.series['IXIC']?.source).toBe('Nasdaq’s own page');
  });

  it('adds an instrument with its closes, and takes one away with what hangs on it', () => {
    const added = after({ kind: 'put-instrument', at: atHand('HSTECH'), reach }).study;
    expect(Object.keys(added.closes)).toEqual(['NVDA', 'IXIC', 'HSTECH']);
    expect(added.snapshot.series['HSTECH']).toEqual({ source: 'A test', symbol: 'HSTECH' });
    const without = after({ kind: 'remove-instrument', instrument: 'IXIC' }).study;
    expect(Object.keys(without.closes)).toEqual(['NVDA']);
    expect(without.defaultInstruments).toEqual(['NVDA']);
    const decided = decidedStudy(without);
    expect(decided.kind === 'study' && decided.study.claims).toEqual([]);
  });
});

describe('undo and redo', () => {
  const edits: readonly HistoryAction[] = [
    { kind: 'describe', change: { title: 'A study' } },
    { kind: 'describe-article', change: { outlet: 'Example Times' } },
    { kind: 'decide', event: second, time: date('2025-04-15') },
    { kind: 'move-event', event: third, to: 0 },
    { kind: 'join-events', event: first, other: second },
    { kind: 'centre', event: third },
    { kind: 'event-to-confounder', event: third },
    { kind: 'remove-claim', claim: 'claim-1' },
    { kind: 'put-instrument', at: atHand('HSI'), reach },
    { kind: 'chart-first', instruments: ['HSI'] },
    { kind: 'remove-instrument', instrument: 'NVDA' },
    { kind: 'remove-event', event: first },
  ];

  it('go through every edit and back', () => {
    let history = newHistory(study());
    const seen = [history.study];
    for (const edit of edits) {
      history = withAction(history, edit);
      seen.push(history.study);
    }
    expect(new Set(seen).size).toBe(edits.length + 1);
    for (const expected of seen.slice(0, -1).toReversed()) {
      history = withAction(history, { kind: 'undo' });
      expect(history.study).toBe(expected);
    }
    expect(withAction(history, { kind: 'undo' })).toBe(history);
    for (const expected of seen.slice(1)) {
      history = withAction(history, { kind: 'redo' });
      expect(history.study).toBe(expected);
    }
  });

  it('take what is typed in one field as one step', () => {
    const typed = after(...['A', 'A s', 'A study'].map((title) => ({ kind: 'describe', change: { title } }) as const), {
      kind: 'describe-article',
      change: { outlet: 'X' },
    });
    expect(typed.before).toHaveLength(2);
    expect(withAction(withAction(typed, { kind: 'undo' }), { kind: 'undo' }).study).toEqual(study());
  });

  it('know no step for an edit that changes nothing', () => {
    expect(
      after({ kind: 'remove-event', event: 'nobody' }, { kind: 'move-event', event: second, to: 0 }).before,
    ).toEqual([]);
  });

  it('forget what was undone once something else is done', () => {
    const history = after(
      { kind: 'remove-event', event: first },
      { kind: 'undo' },
      { kind: 'remove-event', event: second },
    );
    expect(history.after).toEqual([]);
  });
});
