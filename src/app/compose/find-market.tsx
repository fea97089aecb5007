import { useId, useState } from 'react';
import { exchangeIds, exchanges, type ExchangeId } from '../../core/exchanges/registry.ts';
import type { Instrument } from '../../core/study.ts';
import { searchCatalogue } from '../../data/instruments/find-instrument.ts';
import { composeWords } from '../../words/en/compose.ts';

/** Most of what is found that is shown. */
const SHOWN = 8;

/** An instrument that the catalogue does not have: its id is of the capitals of its name. */
function ownInstrument(name: string, exchange: ExchangeId, kind: Instrument['kind']): Instrument {
  const letters = name
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '');
  return {
    id: letters.slice(0, 12) || `OWN${exchange}`,
    name,
    shortName: name,
    exchange,
    kind,
    unit: kind === 'index' ? 'points' : composeWords.currency,
    owner: name,
  };
}

/** A market by any of its names in the catalogue, or by name and exchange where it is not there. */
export function FindMarket({ onFound }: { onFound: (instrument: Instrument) => void }) {
  const id = useId();
  const [words, setWords] = useState('');
  const [exchange, setExchange] = useState<ExchangeId>(exchangeIds[0] ?? 'XNAS');
  const [kind, setKind] = useState<Instrument['kind']>('index');
  const found = searchCatalogue(words).slice(0, SHOWN);
  const take = (instrument: Instrument): void => {
    setWords('');
    onFound(instrument);
  };
  return (
    <div className="find-market">
      <label className="text-field" htmlFor={id}>
        <span>{composeWords.findMarket}</span>
        <input id={id} type="search" value={words} onChange={({ target }) => setWords(target.value)} />
      </label>
      <p className="choices">
        {found.map((one) => (
          <button key={one.id} type="button" onClick={() => take(one)}>
            {`${one.name}, ${exchanges[one.exchange].name}`}
          </button>
        ))}
      </p>
      {words.trim() === '' ? null : (
        <p className="fields">
          <span className="quiet">{composeWords.notListed}</span>
          <select
            aria-label={composeWords.exchange}
            value={exchange}
            onChange={({ target }) => setExchange(exchangeIds.find((one) => one === target.value) ?? exchange)}
          >
            {exchangeIds.map((one) => (
              <option key={one} value={one}>
                {exchanges[one].name}
              </option>
            ))}
          </select>
          <select
            aria-label={composeWords.kindOfMarket}
            value={kind}
            onChange={({ target }) => setKind(target.value === 'share' ? 'share' : 'index')}
          >
            <option value="index">{composeWords.index}</option>
            <option value="share">{composeWords.share}</option>
          </select>
          <button type="button" onClick={() => take(ownInstrument(words.trim(), exchange, kind))}>
            {composeWords.addOwn}
          </button>
        </p>
      )}
    </div>
  );
}
