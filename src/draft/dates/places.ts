import type { DraftLanguage } from '../draft.ts';
import type { ZoneId } from '../../core/units.ts';

/** A place, the words that name it, and those that act from it: "Washington", "the Commerce Department", 白宫. */
interface Place {
  readonly zone: ZoneId;
  readonly places: string;
  readonly actors: string;
  readonly chinese: string;
  readonly chineseActors: string;
}

/** Zones of the places that market news comes from. Words are separated by "|". */
const PLACES: readonly Place[] = [
  {
    zone: 'America/New_York',
    places: 'New York|Washington|Wall Street|Boston|Atlanta|Detroit|Jackson Hole|United States|US|U\\.S\\.|America',
    actors:
      'White House|Trump|Biden|Pentagon|Congress|Senate|Commerce Department|Treasury|Federal Reserve|Fed|Powell|Nvidia|Apple|Microsoft|Tesla|Amazon|Alphabet|Google|Meta|Intel|AMD|Micron|Broadcom|Boeing',
    chinese: '美国|美國|纽约|紐約|华盛顿|華盛頓|美东|美東|华尔街|華爾街',
    chineseActors:
      '白宫|白宮|特朗普|拜登|鲍威尔|鮑威爾|美联储|聯儲局|美聯儲|英伟达|英偉達|苹果|蘋果|特斯拉|微软|微軟|英特尔|英特爾|美光|博通|美商务部|美商務部',
  },
  {
    zone: 'Asia/Hong_Kong',
    places: 'Hong Kong',
    actors: 'HKEX|Hong Kong Monetary Authority|HKMA|Tencent',
    chinese: '香港',
    chineseActors: '港交所|金管局|證監會|恒指公司|腾讯|騰訊',
  },
  {
    zone: 'Asia/Shanghai',
    places: 'Beijing|Shanghai|Shenzhen|China|Hangzhou',
    actors:
      "Chinese|Xi Jinping|State Council|PBOC|People’s Bank of China|People's Bank of China|Politburo|Alibaba|Huawei|BYD|SMIC|DeepSeek|Baidu|Xiaomi",
    chinese: '中国|中國|北京|上海|深圳|杭州',
    chineseActors:
      '国务院|國務院|商务部|商務部|央行|人民银行|人民銀行|证监会|发改委|發改委|财政部|財政部|习近平|習近平|阿里巴巴|华为|華為|比亚迪|比亞迪|中芯国际|中芯國際|百度|小米|外交部',
  },
  {
    zone: 'Asia/Taipei',
    places: 'Taipei|Taiwan|Hsinchu',
    actors: 'TSMC|Foxconn|MediaTek',
    chinese: '台北|臺北|台湾|台灣|臺灣|新竹',
    chineseActors: '台积电|台積電|鸿海|鴻海|联发科|聯發科',
  },
  {
    zone: 'Asia/Tokyo',
    places: 'Tokyo|Japan|Osaka',
    actors: 'Bank of Japan|BOJ|Ueda|Toyota|Sony|SoftBank|Nintendo|Japanese',
    chinese: '东京|東京|日本',
    chineseActors: '日本央行|丰田|豐田|软银|軟銀',
  },
  {
    zone: 'Asia/Seoul',
    places: 'Seoul|South Korea|Korea',
    actors: 'Samsung|SK Hynix|Hyundai|Bank of Korea',
    chinese: '首尔|首爾|韩国|韓國',
    chineseActors: '三星|海力士|现代汽车|現代汽車',
  },
  {
    zone: 'Europe/London',
    places: 'London|Britain|United Kingdom|UK|England',
    actors: 'Bank of England|British|Downing Street|AstraZeneca|HSBC|Shell|BP|Arm',
    chinese: '伦敦|倫敦|英国|英國',
    chineseActors: '英伦银行|英倫銀行|英国央行|汇丰|滙豐',
  },
  {
    zone: 'Europe/Berlin',
    places: 'Frankfurt|Berlin|Germany|Munich',
    actors: 'European Central Bank|ECB|Lagarde|Bundesbank|Siemens|Volkswagen|BMW|Mercedes|SAP|German',
    chinese: '法兰克福|法蘭克福|柏林|德国|德國',
    chineseActors: '欧洲央行|歐洲央行|欧央行|大众汽车|大眾汽車|西门子',
  },
  {
    zone: 'Europe/Brussels',
    places: 'Brussels|European Union|EU',
    actors: 'European Commission|von der Leyen|NATO',
    chinese: '布鲁塞尔|布魯塞爾|欧盟|歐盟',
    chineseActors: '欧盟委员会|歐盟委員會',
  },
  {
    zone: 'Europe/Paris',
    places: 'Paris|France',
    actors: 'French|Macron|LVMH|TotalEnergies',
    chinese: '巴黎|法国|法國',
    chineseActors: '马克龙',
  },
  {
    zone: 'Europe/Amsterdam',
    places: 'Amsterdam|The Hague|Netherlands|Veldhoven',
    actors: 'ASML|Dutch',
    chinese: '荷兰|荷蘭|海牙',
    chineseActors: '阿斯麦|艾司摩爾',
  },
  {
    zone: 'Europe/Zurich',
    places: 'Zurich|Geneva|Switzerland|Davos',
    actors: 'Swiss|UBS|Nestlé|Roche|Novartis',
    chinese: '苏黎世|瑞士|日内瓦|日內瓦',
    chineseActors: '瑞银|瑞銀',
  },
  {
    zone: 'Europe/Vienna',
    places: 'Vienna|Austria',
    actors: 'OPEC\\+?',
    chinese: '维也纳|維也納',
    chineseActors: '欧佩克|石油輸出國組織',
  },
  {
    zone: 'Europe/Moscow',
    places: 'Moscow|Russia',
    actors: 'Kremlin|Putin|Russian|Gazprom',
    chinese: '莫斯科|俄罗斯|俄羅斯',
    chineseActors: '普京',
  },
  {
    zone: 'Asia/Kolkata',
    places: 'Mumbai|New Delhi|India',
    actors: 'Reserve Bank of India|Modi|Indian|Reliance',
    chinese: '孟买|印度|新德里',
    chineseActors: '莫迪',
  },
  {
    zone: 'Asia/Singapore',
    places: 'Singapore',
    actors: 'Temasek|Monetary Authority of Singapore',
    chinese: '新加坡',
    chineseActors: '淡马锡',
  },
  {
    zone: 'Australia/Sydney',
    places: 'Sydney|Australia|Canberra|Melbourne',
    actors: 'Reserve Bank of Australia|RBA|Australian|BHP',
    chinese: '悉尼|澳大利亚|澳洲',
    chineseActors: '澳洲联储',
  },
  {
    zone: 'America/Toronto',
    places: 'Toronto|Ottawa|Canada',
    actors: 'Bank of Canada|Canadian|Carney',
    chinese: '多伦多|加拿大|渥太华',
    chineseActors: '加拿大央行',
  },
  {
    zone: 'America/Los_Angeles',
    places: 'San Francisco|Silicon Valley|Los Angeles|California|Seattle',
    actors: '',
    chinese: '旧金山|加州|硅谷|三藩市|洛杉矶',
    chineseActors: '',
  },
  {
    zone: 'America/Chicago',
    places: 'Chicago|Houston|Dallas',
    actors: '',
    chinese: '芝加哥|休斯敦',
    chineseActors: '',
  },
  {
    zone: 'America/Sao_Paulo',
    places: 'Sao Paulo|São Paulo|Brazil|Brasilia',
    actors: 'Petrobras|Brazilian',
    chinese: '巴西|圣保罗',
    chineseActors: '',
  },
  {
    zone: 'Asia/Riyadh',
    places: 'Riyadh|Saudi Arabia',
    actors: 'Saudi|Aramco',
    chinese: '沙特|利雅得',
    chineseActors: '沙特阿美',
  },
  { zone: 'Asia/Dubai', places: 'Dubai|Abu Dhabi', actors: '', chinese: '迪拜|阿布扎比', chineseActors: '' },
  {
    zone: 'Asia/Jerusalem',
    places: 'Jerusalem|Tel Aviv|Israel',
    actors: 'Israeli',
    chinese: '以色列|特拉维夫',
    chineseActors: '',
  },
  { zone: 'Africa/Lagos', places: 'Lagos|Abuja|Nigeria', actors: 'Nigerian', chinese: '尼日利亚', chineseActors: '' },
  {
    zone: 'Africa/Johannesburg',
    places: 'Johannesburg|South Africa|Cape Town',
    actors: 'South African',
    chinese: '南非|约翰内斯堡',
    chineseActors: '',
  },
];

/** Abbreviations and words of a clock's zone. */
const CLOCK_ZONES: readonly (readonly [ZoneId, string, string])[] = [
  ['America/New_York', 'ET|EST|EDT|Eastern(?: [Tt]ime)?', '美东时间|美東時間'],
  ['Asia/Hong_Kong', 'HKT', ''],
  ['UTC', 'GMT|UTC', '格林尼治时间|格林威治時間|世界标准时间'],
  ['Europe/London', 'BST', ''],
  ['Europe/Berlin', 'CET|CEST', ''],
  ['Asia/Tokyo', 'JST', ''],
  ['Asia/Seoul', 'KST', ''],
  ['Asia/Singapore', 'SGT', ''],
  ['Asia/Kolkata', 'IST', ''],
  ['Australia/Sydney', 'AEST|AEDT', ''],
  ['America/Los_Angeles', 'PT|PST|PDT|Pacific(?: [Tt]ime)?', ''],
];

/** A zone that a text names, and where. */
export interface ZoneWord {
  readonly from: number;
  readonly to: number;
  readonly zone: ZoneId;
}

type Patterns = readonly (readonly [pattern: string, zone: ZoneId])[];

/** A finder of words by one pattern for all: a group of it for each zone. */
function finder(patterns: Patterns, isChinese: boolean): (text: string) => readonly ZoneWord[] {
  const used = patterns.filter(([pattern]) => pattern !== '');
  const groups = used.map(([pattern]) => `(${pattern})`).join('|');
  const all = isChinese ? new RegExp(groups, 'g') : new RegExp(`\\b(?:${groups})(?!\\w)`, 'g');
  return (text) =>
    [...text.matchAll(all)].flatMap((match) => {
      const zone = used[match.slice(1).findIndex((group) => group !== undefined)]?.[1];
      return zone === undefined ? [] : [{ from: match.index, to: match.index + match[0].length, zone }];
    });
}

type Finders = Readonly<Record<'english' | 'chinese', (text: string) => readonly ZoneWord[]>>;

function finders(patternsOf: (isChinese: boolean) => Patterns): Finders {
  return { english: finder(patternsOf(false), false), chinese: finder(patternsOf(true), true) };
}

const clocks = finders((isChinese) => [
  ...PLACES.map(
    ({ zone, places, chinese }) =>
      [isChinese ? `(?:${chinese})(?:时间|時間)` : `(?:${places})(?:’s|'s)? (?:local )?time`, zone] as const,
  ),
  ...CLOCK_ZONES.map(([zone, english, chinese]) => [isChinese ? chinese : english, zone] as const),
]);
const happens = finders((isChinese) =>
  PLACES.map(
    ({ zone, places, chinese }) =>
      [isChinese ? `在(?:${chinese})` : `(?:in|at|from) (?:the )?(?:${places})`, zone] as const,
  ),
);
const actors = finders((isChinese) =>
  PLACES.map(
    ({ zone, places, actors: english, chinese, chineseActors }) =>
      [(isChinese ? [chineseActors, chinese] : [english, places]).filter((one) => one !== '').join('|'), zone] as const,
  ),
);

const find = (by: Finders, text: string, language: DraftLanguage): readonly ZoneWord[] =>
  language === 'en' ? by.english(text) : by.chinese(text);

/** Words that name the zone of a clock: "ET", "Beijing time", 北京时间. */
export function clockZones(text: string, language: DraftLanguage): readonly ZoneWord[] {
  return find(clocks, text, language);
}

/** Places where something is said to happen: "in New York". */
export function placeZones(text: string, language: DraftLanguage): readonly ZoneWord[] {
  return find(happens, text, language);
}

/** Places and those who act from them, however they stand in a text. */
export function actorZones(text: string, language: DraftLanguage): readonly ZoneWord[] {
  return find(actors, text, language);
}
