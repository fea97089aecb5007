import { eastmoney as eastmoneyMock } from '../../mocks/sources/eastmoney.ts';
import { fredApi, fredCsv } from '../../mocks/sources/fred.ts';
import { hsi as hsiMock } from '../../mocks/sources/hsi.ts';
import { nasdaq as nasdaqMock } from '../../mocks/sources/nasdaq.ts';
import { snapshot as snapshotMock } from '../../mocks/sources/snapshot.ts';
import { tencent as tencentMock } from '../../mocks/sources/tencent.ts';
import { twelveData as twelveDataMock } from '../../mocks/sources/twelve-data.ts';
import { yahoo as yahooMock } from '../../mocks/sources/yahoo.ts';
import { eastmoney } from '../../src/data/sources/eastmoney.ts';
import { file } from '../../src/data/sources/file.ts';
import { fred } from '../../src/data/sources/fred.ts';
import { hsi } from '../../src/data/sources/hsi.ts';
import { nasdaq } from '../../src/data/sources/nasdaq.ts';
import { snapshot } from '../../src/data/sources/snapshot.ts';
import { tencent } from '../../src/data/sources/tencent.ts';
import { twelveData } from '../../src/data/sources/twelve-data.ts';
import { yahoo } from '../../src/data/sources/yahoo.ts';
import { adapterConforms } from './conformance.ts';
import { range } from './first-study.ts';

const FRED_KEY = 'abcdefghijklmnopqrstuvwxyz012345';

adapterConforms({
  adapter: snapshot,
  instrument: 'IXIC',
  source: snapshotMock,
  range: range('2024-07-01', '2025-12-31'),
  refused: { kind: 'refused', said: '403' },
  // The bundled files name no index: what they can show is another header.
  kinds: { 'wrong-index': 'malformed' },
});
adapterConforms({
  adapter: file,
  // A page that was saved under another name is no server that blocks.
  kinds: { html: 'malformed' },
  instrument: 'IXIC',
  source: fredCsv,
  fileFrom: 'https://fred.stlouisfed.org/graph/fredgraph.csv?id=NASDAQCOM&cosd=2025-07-01&coed=2025-07-31',
  refused: { kind: 'refused', said: '' },
});
adapterConforms({
  adapter: eastmoney,
  instrument: 'HSTECH',
  source: eastmoneyMock,
  refused: { kind: 'refused', said: '102' },
});
adapterConforms({
  adapter: eastmoney,
  instrument: 'IXIC',
  source: eastmoneyMock,
  refused: { kind: 'refused', said: '102' },
});
adapterConforms({
  adapter: tencent,
  instrument: 'HSTECH',
  source: tencentMock,
  refused: { kind: 'refused', said: 'bad params' },
});
adapterConforms({
  adapter: tencent,
  instrument: 'IXIC',
  source: tencentMock,
  refused: { kind: 'refused', said: 'bad params' },
});
adapterConforms({
  adapter: twelveData,
  instrument: 'IXIC',
  source: twelveDataMock,
  key: 'demokey0123456789',
  refused: { kind: 'plan', said: 'higher plan' },
});
adapterConforms({
  adapter: fred,
  instrument: 'IXIC',
  source: fredCsv,
  refused: { kind: 'refused', said: 'Access denied' },
});
adapterConforms({
  adapter: fred,
  instrument: 'SPX',
  source: fredApi,
  key: FRED_KEY,
  refused: { kind: 'key-refused', said: 'api_key is not set' },
  // Rows of the API do not name their series.
  kinds: { 'wrong-index': 'unknown-symbol' },
});
adapterConforms({
  adapter: hsi,
  instrument: 'HSTECH',
  source: hsiMock,
  range: range('2024-07-02', '2025-12-31'),
  refused: { kind: 'refused', said: 'not accepted' },
});
adapterConforms({
  adapter: nasdaq,
  instrument: 'IXIC',
  source: nasdaqMock,
  refused: { kind: 'refused', said: 'not allowed' },
});
adapterConforms({
  adapter: yahoo,
  instrument: 'IXIC',
  source: yahooMock,
  refused: { kind: 'refused', said: 'Invalid Crumb' },
});
adapterConforms({
  adapter: yahoo,
  instrument: 'NVDA',
  source: yahooMock,
  refused: { kind: 'refused', said: 'Invalid Crumb' },
});
