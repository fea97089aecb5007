import { dateOf } from '../calendar-days.ts';
import { clock, type ExchangeDefinition } from '../exchange-definition.ts';
import { type SessionDate, sessionDate } from '../units.ts';

const NEW_YEAR = 'New Year’s Day';
const SPRING = 'the Spring Festival';
const QINGMING = 'Qingming';
const LABOUR = 'Labour Day';
const DRAGON_BOAT = 'the Dragon Boat Festival';
const MID_AUTUMN = 'Mid-Autumn';
const NATIONAL = 'National Day';

type Closing = readonly [name: string, from: string, to: string];

/**
 * The closings of each year as the State Council sets them, first and last day,
 * `MM-DD`. No rule gives them. On the weekends that make up for them China
 * works and the exchanges stay closed.
 */
const CLOSINGS: Readonly<Record<number, readonly Closing[]>> = {
  2016: [
    [NEW_YEAR, '01-01', '01-03'],
    [SPRING, '02-07', '02-13'],
    [QINGMING, '04-02', '04-04'],
    [LABOUR, '04-30', '05-02'],
    [DRAGON_BOAT, '06-09', '06-11'],
    [MID_AUTUMN, '09-15', '09-17'],
    [NATIONAL, '10-01', '10-07'],
  ],
  2017: [
    [NEW_YEAR, '01-01', '01-02'],
    [SPRING, '01-27', '02-02'],
    [QINGMING, '04-02', '04-04'],
    [LABOUR, '04-29', '05-01'],
    [DRAGON_BOAT, '05-28', '05-30'],
    [NATIONAL, '10-01', '10-08'],
  ],
  2018: [
    [NEW_YEAR, '01-01', '01-01'],
    [SPRING, '02-15', '02-21'],
    [QINGMING, '04-05', '04-07'],
    [LABOUR, '04-29', '05-01'],
    [DRAGON_BOAT, '06-16', '06-18'],
    [MID_AUTUMN, '09-22', '09-24'],
    [NATIONAL, '10-01', '10-07'],
    [NEW_YEAR, '12-30', '12-31'],
  ],
  2019: [
    [NEW_YEAR, '01-01', '01-01'],
    [SPRING, '02-04', '02-10'],
    [QINGMING, '04-05', '04-07'],
    [LABOUR, '05-01', '05-04'],
    [DRAGON_BOAT, '06-07', '06-09'],
    [MID_AUTUMN, '09-13', '09-15'],
    [NATIONAL, '10-01', '10-07'],
  ],
  2020: [
    [NEW_YEAR, '01-01', '01-01'],
    // Lengthened by three days because of the epidemic.
    [SPRING, '01-24', '02-02'],
    [QINGMING, '04-04', '04-06'],
    [LABOUR, '05-01', '05-05'],
    [DRAGON_BOAT, '06-25', '06-27'],
    [NATIONAL, '10-01', '10-08'],
  ],
  2021: [
    [NEW_YEAR, '01-01', '01-03'],
    [SPRING, '02-11', '02-17'],
    [QINGMING, '04-03', '04-05'],
    [LABOUR, '05-01', '05-05'],
    [DRAGON_BOAT, '06-12', '06-14'],
    [MID_AUTUMN, '09-19', '09-21'],
    [NATIONAL, '10-01', '10-07'],
  ],
  2022: [
    [NEW_YEAR, '01-01', '01-03'],
    [SPRING, '01-31', '02-06'],
    [QINGMING, '04-03', '04-05'],
    [LABOUR, '04-30', '05-04'],
    [DRAGON_BOAT, '06-03', '06-05'],
    [MID_AUTUMN, '09-10', '09-12'],
    [NATIONAL, '10-01', '10-07'],
    [NEW_YEAR, '12-31', '12-31'],
  ],
  2023: [
    [NEW_YEAR, '01-01', '01-02'],
    [SPRING, '01-21', '01-27'],
    [QINGMING, '04-05', '04-05'],
    [LABOUR, '04-29', '05-03'],
    [DRAGON_BOAT, '06-22', '06-24'],
    [NATIONAL, '09-29', '10-06'],
    [NEW_YEAR, '12-30', '12-31'],
  ],
  2024: [
    [NEW_YEAR, '01-01', '01-01'],
    [SPRING, '02-09', '02-17'],
    [QINGMING, '04-04', '04-06'],
    [LABOUR, '05-01', '05-05'],
    [DRAGON_BOAT, '06-08', '06-10'],
    [MID_AUTUMN, '09-15', '09-17'],
    [NATIONAL, '10-01', '10-07'],
  ],
  2025: [
    [NEW_YEAR, '01-01', '01-01'],
    [SPRING, '01-28', '02-04'],
    [QINGMING, '04-04', '04-06'],
    [LABOUR, '05-01', '05-05'],
    [DRAGON_BOAT, '05-31', '06-02'],
    [NATIONAL, '10-01', '10-08'],
  ],
  2026: [
    [NEW_YEAR, '01-01', '01-03'],
    [SPRING, '02-15', '02-23'],
    [QINGMING, '04-04', '04-06'],
    [LABOUR, '05-01', '05-05'],
    [DRAGON_BOAT, '06-19', '06-21'],
    [MID_AUTUMN, '09-25', '09-27'],
    [NATIONAL, '10-01', '10-07'],
  ],
};

function holidays(year: number): ReadonlyMap<SessionDate, string> {
  const days = new Map<SessionDate, string>();
  for (const [name, from, to] of CLOSINGS[year] ?? []) {
    const last = sessionDate(`${year}-${to}`);
    const [month, day] = [Number(from.slice(0, 2)), Number(from.slice(3))];
    for (let i = day, date = dateOf(year, month, i); date <= last; date = dateOf(year, month, ++i))
      days.set(date, name);
  }
  return days;
}

const ALWAYS = {
  open: clock(9, 30),
  close: clock(15, 0),
  pause: [clock(11, 30), clock(13, 0)],
  halfDayClose: null,
} as const;

/** Sources: the exchange's trading rules (closing auction from 20 August 2018), its yearly notices of closings. */
export const xshg: ExchangeDefinition<'XSHG'> = {
  id: 'XSHG',
  name: 'Shanghai Stock Exchange',
  place: 'Shanghai',
  zone: 'Asia/Shanghai',
  hours: [
    { from: null, ...ALWAYS, closingAuction: null },
    { from: sessionDate('2018-08-20'), ...ALWAYS, closingAuction: [-3, 0] },
  ],
  calendar: {
    years: [2016, 2026],
    holidays,
    halfDays: () => [],
    unforeseen: {},
    closesFor: null,
  },
};
