import type { MockRow } from '../mock-rows.ts';
import { fixed, type MockAnswer, type MockSource } from '../mock-source.ts';

function answer(header: string, rows: readonly MockRow[]): MockAnswer {
  const lines = rows.map(({ date, open, high, low, close, volume }) =>
    [date, fixed(open), fixed(high), fixed(low), fixed(close), volume].join(','),
  );
  return { body: [header, ...lines, ''].join('\n'), type: 'text/csv' };
}

/** The site itself, which publishes a study's closes. Only tests of the snapshot adapter need it. */
export const snapshot: MockSource = {
  id: 'snapshot',
  address: 'site.example/studies/nvidia-h20/closes/*',
  read({ pathname }) {
    const instrument = /([A-Z.]+)\.csv$/.exec(pathname)?.[1];
    return instrument === undefined ? null : { instrument, from: '0000-01-01', to: '9999-12-31' };
  },
  answer: (rows) => answer('date,open,high,low,close,volume', rows),
  unknownSymbol: { body: 'Not found', type: 'text/plain', status: 404 },
  refused: { body: 'Forbidden', type: 'text/plain', status: 403 },
  wrongIndex: (rows) => answer('date,open,high,low,another,volume', rows),
};
