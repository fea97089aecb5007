import type { ExchangeDefinition } from '../exchange-definition.ts';
import { xnys } from './xnys.ts';

/** Keeps the hours and the calendar of the New York Stock Exchange. */
export const xnas: ExchangeDefinition<'XNAS'> = { ...xnys, id: 'XNAS', name: 'Nasdaq' };
