import type { MockRow } from '../mock-rows.ts';
import { fixed, json, type MockAnswer, type MockSource } from '../mock-source.ts';

const CODES: Readonly<Record<string, string>> = { usIXIC: 'IXIC', hkHSTECH: 'HSTECH' };

function answer(rows: readonly MockRow[], code: string): MockAnswer {
  const day = rows.map(({ date, open, close, high, low, volume }, index) => [
    date,
    fixed(open),
    fixed(close, '-'),
    fixed(high),
    fixed(low),
    fixed(volume),
    // Some rows carry an object about a dividend as a seventh entry.
    ...(index === 1 ? [{ nd: '2025', fh_sh: '0' }] : []),
  ]);
  return json({ code: 0, msg: '', data: { [code]: { day, qt: {}, prec: '0.00', version: '16' } } });
}

function parts(url: URL): readonly string[] {
  return (url.searchParams.get('param') ?? '').split(',');
}

export const tencent: MockSource = {
  id: 'tencent',
  address: 'web.ifzq.gtimg.cn/appstock/app/*/get',
  read(url) {
    const [code = '', , from = '', to = ''] = parts(url);
    const instrument = CODES[code];
    return instrument === undefined ? null : { instrument, from, to };
  },
  answer(rows, _, url) {
    const [code = '', , , , limit = '500'] = parts(url);
    return answer(rows.slice(0, Number(limit)), code);
  },
  unknownSymbol: json({ code: 0, msg: '', data: [] }),
  refused: json({ code: 1, msg: 'bad params', data: [] }),
  wrongIndex: (rows) => answer(rows, 'hkHSI'),
};
