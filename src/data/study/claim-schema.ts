import * as v from 'valibot';
import { date, instrumentId, positive, slug, text } from './field-schemas.ts';

const offset = v.pipe(v.number('a whole number of sessions'), v.integer('a whole number of sessions'));
const window = v.strictTuple([offset, offset], 'two whole numbers of sessions, such as [0, 1]');
const direction = { sign: v.picklist(['up', 'down'], '"up" or "down"') };

const onSession = { instrument: instrumentId, event: slug, session: v.exactOptional(date) };
const percent = v.pipe(
  v.string('a percentage in quotes, as it is written, such as "3.6"'),
  v.regex(/^\d{1,3}(?:\.\d{1,4})?$/, 'a percentage without its signs, such as "3.6"'),
);
const hedge = v.picklist(
  ['exactly', 'about', 'almost', 'more-than', 'less-than'],
  '"exactly", "about", "almost", "more-than" or "less-than"',
);

/** One check that the data can make of a sentence. */
export const check = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('record-close'),
      instrument: instrumentId,
      event: slug,
      another: v.boolean('true or false'),
    }),
    v.strictObject({
      kind: v.literal('notable-move'),
      instrument: instrumentId,
      event: slug,
      sign: v.exactOptional(direction.sign),
    }),
    v.strictObject({
      kind: v.literal('sign'),
      instruments: v.pipe(v.array(instrumentId, 'a list of instruments'), v.minLength(1, 'at least one instrument')),
      event: slug,
      window,
      ...direction,
    }),
    v.strictObject({
      kind: v.literal('level'),
      instrument: instrumentId,
      event: slug,
      relation: v.picklist(['above', 'below'], '"above" or "below"'),
      level: positive,
      times: v.exactOptional(v.strictObject({ value: positive, what: text, source: text })),
      measure: text,
    }),
    v.strictObject({
      kind: v.literal('comparison'),
      instruments: v.strictTuple([instrumentId, instrumentId], 'two instruments'),
      event: slug,
      window,
      relation: v.picklist(['more', 'less'], '"more" or "less"'),
    }),
    v.strictObject({ kind: v.literal('move'), ...onSession, ...direction, percent, hedge }),
    v.strictObject({ kind: v.literal('little-changed'), ...onSession }),
    v.strictObject({
      kind: v.literal('extreme-since'),
      ...onSession,
      of: v.picklist(['move', 'close'], '"move" or "close"'),
      ...direction,
      since: date,
    }),
    v.strictObject({
      kind: v.literal('opened'),
      ...onSession,
      relation: v.picklist(['higher', 'lower'], '"higher" or "lower"'),
    }),
    v.strictObject({
      kind: v.literal('off-high'),
      ...onSession,
      high: v.picklist(['session', 'close'], '"session" or "close"'),
      percent: v.exactOptional(percent),
      hedge: v.exactOptional(hedge),
    }),
  ],
  'an object with a "kind" of "record-close", "notable-move", "sign", "level", "comparison", "move", "little-changed", "extreme-since", "opened" or "off-high"',
);
