import type { MockRow } from '../mock-rows.ts';
import { fixed, json, type MockAnswer, type MockSource } from '../mock-source.ts';

function answer(rows: readonly MockRow[], indexCode: string, indexName: string): MockAnswer {
  const valueHistory = rows.map(({ date, close }) => ({ date, close: fixed(close) }));
  return json({ code: '0', message: 'success', data: [{ indexCode, indexName, valueHistory }] });
}

export const hsi: MockSource = {
  id: 'hsi',
  address: 'www.hsi.com.hk/api/wsit-hsi-ddoc-ea-public-website-proxy/v1/product-data/pub/indexes/metadata/v2',
  read({ searchParams }) {
    if (searchParams.get('indexCodes') !== '02083.00') return null;
    return { instrument: 'HSTECH', from: '2021-10-04', to: '2026-10-05' };
  },
  answer: (rows) => answer(rows, '02083.00', 'Hang Seng TECH Index'),
  unknownSymbol: json({ code: '0', message: 'success', data: [] }),
  refused: json({ code: '9001', message: 'parameter not accepted', data: null }),
  wrongIndex: (rows) => answer(rows, '00001.00', 'Hang Seng Index'),
};
