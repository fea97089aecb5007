import * as v from 'valibot';
import { exchangeIds } from '../../core/exchanges/registry.ts';
import { date, instrumentId, positive, slug, text } from './field-schemas.ts';

const symbolCode = v.pipe(
  v.string('a symbol in quotes, such as "NASDAQCOM"'),
  v.regex(/^[A-Za-z0-9^.=:_-]{1,32}$/, 'a symbol of letters, digits and ^ . = : _ -, such as NASDAQCOM'),
);

const symbol = v.union(
  [
    v.pipe(
      symbolCode,
      v.transform((code) => ({ code })),
    ),
    v.strictObject({ code: symbolCode, foreignNames: v.exactOptional(v.array(text)) }),
    v.strictObject({ because: text }),
  ],
  'a symbol in quotes, such as "NASDAQCOM", or { "because": "why the source does not have it" }',
);

/** An instrument as a study names it: filled up from the catalogue later. */
export const instrument = v.strictObject({
  id: instrumentId,
  name: v.exactOptional(text),
  shortName: v.exactOptional(text),
  proseName: v.exactOptional(text),
  headlineName: v.exactOptional(text),
  exchange: v.exactOptional(v.picklist(exchangeIds, `one of ${exchangeIds.map((id) => `"${id}"`).join(', ')}`)),
  kind: v.exactOptional(v.picklist(['index', 'share'], '"index" or "share"')),
  unit: v.exactOptional(text),
  owner: v.exactOptional(text),
  benchmark: v.exactOptional(instrumentId),
  highestCloseBefore: v.exactOptional(v.strictObject({ close: positive, session: date, source: text })),
  launched: v.exactOptional(date),
  symbols: v.exactOptional(v.record(slug, symbol)),
  notCovered: v.exactOptional(text),
  fileNames: v.exactOptional(v.array(text, 'a list of names')),
});
