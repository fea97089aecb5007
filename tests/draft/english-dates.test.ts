import { describe, expect, it } from 'vitest';
import { ahead, told } from './drafted.ts';

// Weekdays by the calendar of 2025: 16 July is a Wednesday, 11 October a Saturday, 6 January 2026 a Tuesday.
describe('a date in an English text', () => {
  it.each([
    // News looks back: the latest such day, the day of publication included.
    ['The ministry announced new rules on Tuesday.', '2025-07-16', 'on Tuesday', '2025-07-15'],
    ['The ministry announced new rules on Wednesday.', '2025-07-16', 'on Wednesday', '2025-07-16'],
    ['The ministry announced new rules on Thursday.', '2025-07-16', 'on Thursday', '2025-07-10'],
    ['The ministry announced new rules on 3 July.', '2025-07-16', 'on 3 July', '2025-07-03'],
    ['The ministry announced new rules on Dec. 3, 2024.', '2025-07-16', 'on Dec. 3, 2024', '2024-12-03'],
    ['The ministry announced new rules on 29 December.', '2026-01-06', 'on 29 December', '2025-12-29'],
    ['The ministry announced new rules yesterday.', '2025-07-16', 'yesterday', '2025-07-15'],
    ['The ministry announced new rules two days ago.', '2025-07-16', 'two days ago', '2025-07-14'],
    ['The ministry announced new rules on the 9th.', '2025-07-16', 'on the 9th', '2025-07-09'],
    ['The ministry announced new rules on the 28th.', '2025-07-16', 'on the 28th', '2025-06-28'],
    ['The ministry announced new rules last Thursday.', '2025-07-14', 'last Thursday', '2025-07-10'],
    ['The ministry announced new rules on Monday of the same week.', '2025-07-16', 'on Monday', '2025-07-14'],
    ['The ministry announced new rules on 13/6/2025.', '2025-07-16', 'on 13/6/2025', '2025-06-13'],
  ])('is stated: %s', (sentence, published, phrase, date) => {
    expect(told(sentence, published)).toEqual([[phrase, { date }, 'stated']]);
  });

  it('is ambiguous where only a month is given: the first and the last day of it are offered', () => {
    expect(told('The ministry announced new rules in April.', '2025-07-16')).toEqual([
      ['in April', { oneOf: [{ date: '2025-04-01' }, { date: '2025-04-30' }] }, 'ambiguous'],
    ]);
    expect(told('The ministry announced new rules in early December last year.', '2025-07-16')).toEqual([
      ['in early December last year', { oneOf: [{ date: '2024-12-01' }, { date: '2024-12-10' }] }, 'ambiguous'],
    ]);
  });

  it('is ambiguous where either figure can be the month, or "last" either of two weeks', () => {
    expect(told('The ministry announced new rules on 3/6/2025.', '2025-07-16')).toEqual([
      ['on 3/6/2025', { oneOf: [{ date: '2025-03-06' }, { date: '2025-06-03' }] }, 'ambiguous'],
    ]);
    expect(told('The ministry announced new rules last Monday.', '2025-07-16')).toEqual([
      ['last Monday', { oneOf: [{ date: '2025-07-07' }, { date: '2025-07-14' }] }, 'ambiguous'],
    ]);
  });

  it('is inferred where its year is assumed and more than half a year back', () => {
    expect(told('The ministry announced new rules on 20 November.', '2025-07-16')).toEqual([
      ['on 20 November', { date: '2024-11-20' }, 'inferred'],
    ]);
  });

  it('keeps both ends of a range', () => {
    expect(told('Officials met in Geneva from 10 to 12 May.', '2025-07-16')).toEqual([
      ['from 10 to 12 May', { from: '2025-05-10T00:00:00+02:00', to: '2025-05-13T00:00:00+02:00' }, 'stated'],
    ]);
    expect(told('Officials met in Geneva from May 30 to June 2.', '2025-07-16')).toEqual([
      ['from May 30 to June 2', { from: '2025-05-30T00:00:00+02:00', to: '2025-06-03T00:00:00+02:00' }, 'stated'],
    ]);
  });

  it.each([
    'The company is now the largest of its kind, and it said so in its report.',
    'The ministry announced several rules this year and dropped some of them.',
    'The court has looked at the case since April and has said nothing.',
    'Demand was stronger than in May, the company said in its report.',
    'The company may announce rules and march on, said the report.',
    'The ministry dropped the tariffs for 90 days after talks with the industry.',
    'The company’s market value had exceeded $3 trillion on Tuesday.',
  ])('is none: %s', (sentence) => {
    expect(told(sentence, '2025-07-16')).toEqual([]);
  });

  it.each([
    ['The ministers will meet on Friday.', 'on Friday', '2025-07-18'],
    ['On Friday, the ministers are due to meet.', 'On Friday', '2025-07-18'],
    ['The tariff applies from 1 August.', 'from 1 August', '2025-08-01'],
    ['The ministry announced tariffs from 1 August.', 'from 1 August', '2025-08-01'],
    ['The ministers are set to meet at the end of this month.', 'at the end of this month', null],
    ['The minister said that the rules would be reviewed in October.', 'in October', null],
    ['The ministers will speak tomorrow.', 'tomorrow', '2025-07-17'],
  ])('is still to come: %s', (sentence, phrase, date) => {
    expect(told(sentence, '2025-07-16')).toEqual([]);
    expect(ahead(sentence, '2025-07-16')).toEqual([[phrase, date]]);
  });

  it('is past where a verb of the past stands nearer than the plan that it tells of', () => {
    expect(told('On Tuesday the company said that it would build a plant.', '2025-07-16')).toEqual([
      ['On Tuesday', { date: '2025-07-15' }, 'stated'],
    ]);
  });
});

describe('a date that is counted from another', () => {
  it('follows the date that the text spoke of last', () => {
    const text =
      'Washington published the rules on Friday. A day earlier Beijing had published its own. Two days later both met.';
    expect(told(text, '2025-10-15')).toEqual([
      ['on Friday', { date: '2025-10-10' }, 'stated'],
      ['A day earlier', { date: '2025-10-09' }, 'stated'],
      ['Two days later', { date: '2025-10-11' }, 'stated'],
    ]);
  });

  it('dates what follows "after" where the sentence itself is dated', () => {
    const text =
      'The minister spoke in Paris on Thursday. His remarks came two days after the regulator opened an inquiry.';
    expect(told(text, '2025-07-18')).toEqual([
      ['on Thursday', { date: '2025-07-17' }, 'stated'],
      ['two days after', { date: '2025-07-15' }, 'stated'],
    ]);
  });

  it('dates the sentence where what follows "after" is dated', () => {
    expect(told('The regulator closed the case a day after it fined the bank on 8 July.', '2025-07-18')).toEqual([
      ['a day after', { date: '2025-07-09' }, 'stated'],
      ['on 8 July', { date: '2025-07-08' }, 'stated'],
    ]);
  });

  it('is ambiguous where neither is dated', () => {
    expect(told('The regulator closed the case a day after somebody had leaked papers.', '2025-07-18')).toEqual([
      ['a day after', { oneOf: [{ date: '2025-07-16' }, { date: '2025-07-17' }] }, 'ambiguous'],
    ]);
  });
});
