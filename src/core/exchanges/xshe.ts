import type { ExchangeDefinition } from '../exchange-definition.ts';
import { sessionDate } from '../units.ts';
import { xshg } from './xshg.ts';

const [, today = xshg.hours[0]] = xshg.hours;

/** Keeps Shanghai's calendar and hours; its closing auction is older (1 July 2006). */
export const xshe: ExchangeDefinition<'XSHE'> = {
  ...xshg,
  id: 'XSHE',
  name: 'Shenzhen Stock Exchange',
  place: 'Shenzhen',
  hours: [xshg.hours[0], { ...today, from: sessionDate('2006-07-01') }],
};
