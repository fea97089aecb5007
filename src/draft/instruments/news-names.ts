import type { InstrumentId } from '../../core/series.ts';
import { catalogue } from '../../data/instruments/catalogue.ts';
import type { CatalogueEntry } from './named-instruments.ts';

/**
 * What news calls the instruments of the catalogue, beside their names there. A company with two listings is the one
 * that the language's readers trade: Alibaba in New York, 阿里巴巴 in Hong Kong.
 */
const NEWS_NAMES: Readonly<Record<InstrumentId, readonly string[]>> = {
  IXIC: [
    'Nasdaq Composite Index',
    'NASDAQ',
    '纳斯达克综合指数',
    '纳斯达克指数',
    '纳指',
    '納斯達克綜合指數',
    '納斯達克指數',
    '納指',
  ],
  NDX: ['Nasdaq 100', 'Nasdaq-100 Index', '纳斯达克100指数', '納斯達克100指數', '纳指100', '納指100'],
  SPX: [
    'S&P 500 Index',
    'S&P',
    '标普500指数',
    '标普500',
    '标普',
    '標普500指數',
    '標普500',
    '標普',
    '标准普尔500指数',
    '標準普爾500指數',
  ],
  HSTECH: [
    'Hang Seng TECH Index',
    'Hang Seng Tech Index',
    'Hang Seng Tech',
    '恒生科技指数',
    '恒生科技',
    '恒科指',
    '恒生科技指數',
    '科指',
  ],
  HSI: ['恒生指数', '恒指', '恒生指數'],
  NVDA: ['NVIDIA', '英伟达', '英偉達', '辉达', '輝達'],
  AMD: ['Advanced Micro Devices', '超威半导体', '超微半導體', '超威'],
  TSM: ['TSMC', 'Taiwan Semiconductor Manufacturing', '台积电', '台積電'],
  BABA: ['Alibaba', 'Alibaba Group'],
  '9988': ['阿里巴巴', '阿里'],
  '0700': ['Tencent Holdings', '腾讯控股', '腾讯', '騰訊控股', '騰訊'],
  '0981': ['SMIC', 'Semiconductor Manufacturing International', '中芯国际', '中芯國際', '中芯'],
  N225: [
    'Nikkei 225 Index',
    'Nikkei Stock Average',
    'Nikkei average',
    'Nikkei',
    '日经225指数',
    '日经225',
    '日经指数',
    '日經225指數',
    '日經225',
    '日經平均指數',
  ],
  SSEC: [
    'Shanghai Composite Index',
    '上证综合指数',
    '上证指数',
    '上证综指',
    '沪指',
    '上證綜合指數',
    '上證指數',
    '上證綜指',
    '滬指',
  ],
  SZCOMP: ['Shenzhen Component Index', '深证成指', '深成指', '深證成指'],
};

/** Names of the catalogue that are labels and no words of a text: "TSMC (New York)". */
const isWord = (name: string): boolean => !/[()]/.test(name);

/** The catalogue, by the words that a text may use. */
export const newsInstruments: readonly CatalogueEntry[] = catalogue.map(({ id, name, shortName, exchange, kind }) => ({
  id,
  name,
  exchange,
  kind,
  names: [...(NEWS_NAMES[id] ?? []), ...[name, shortName].filter(isWord)],
}));
