import type { InstrumentId } from '../../core/series.ts';
import type { Instrument } from '../../core/study.ts';
import { catalogue } from '../instruments/catalogue.ts';
import { namesOf } from '../instruments/find-instrument.ts';

/** A name as letters and digits alone: `^IXIC`, `.IXIC` and `ixic` are one. */
function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** A symbol without what sources put around it: `NASDAQ:NVDA`, `NVDA US Equity`, `HSI Index`, `NVDA.O`. */
function bareSymbol(text: string): string {
  return text
    .trim()
    .replace(/^(?:[A-Z]{2,8}:|INDEX[A-Z]+:|gb_|us\.|hk\.|US\.|HK\.)/, '')
    .replace(/(?:\s+(?:US|HK|CH|JP|TT)\s+Equity|\s+(?:Index|Equity)|:IND|:US|\.(?:GI|US|O|OQ|N|HI))$/i, '');
}

/** Tells which instrument a name in a file means: the id of one that is known, or null. */
export type InstrumentNames = (written: string) => InstrumentId | null;

/** The names of these instruments and, behind them, of all in the catalogue. */
export function instrumentNames(instruments: readonly Instrument[]): InstrumentNames {
  const ids = new Map<string, InstrumentId>();
  for (const instrument of [...instruments, ...catalogue]) {
    for (const name of [...namesOf(instrument), instrument.proseName ?? instrument.name]) {
      const plain = plainName(name);
      if (plain !== '' && !ids.has(plain)) ids.set(plain, instrument.id);
    }
  }
  return (written) => ids.get(plainName(written)) ?? ids.get(plainName(bareSymbol(written))) ?? null;
}

/** Whether a text can be a symbol at all: capitals, digits and marks, and no currency. */
export function looksLikeSymbol(text: string): boolean {
  const symbol = text.trim();
  if (/^(?:USD|HKD|CNY|EUR|GBP|JPY|KRW|CHF|TWD|PLN|RMB)$/.test(symbol)) return false;
  return /^[\^.$]?(?=.*[A-Z\d])[A-Z\d][A-Z\d.\-=^:]{0,15}(?: (?:Index|[A-Z]{2} Equity))?$/.test(symbol);
}
