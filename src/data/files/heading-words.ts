/** What a column of a file holds. `ignored` is known, and is not a close. */
export type ColumnRole =
  | 'date'
  | 'open'
  | 'high'
  | 'low'
  | 'close'
  | 'adjusted-close'
  | 'volume'
  | 'instrument'
  | 'ignored'
  | 'other';

/**
 * Headings as sources and programs write them, in English, German, French,
 * Spanish, Portuguese, Italian, Polish, Japanese, Korean and Chinese in both
 * scripts: a phrase per comma, compared without case, accents, spaces and marks.
 * Of the closes the first list that a heading of the file stands in wins.
 */
export const HEADINGS: readonly (readonly [role: ColumnRole, rank: number, phrases: string])[] = [
  [
    'date',
    0,
    `date, session, day, time, datetime, timestamp, local time, date time, observation_date, trade date, trading date,
    trade_date, trading day, exchange date, business date, price date, as of, as of date, effective date, period, dt, ds,
    close time, open time, trddt, trade_dt, asofdate, quote date, unix, unixtime, unix time, epoch, date/time, dates,
    datum, tag, handelstag, zeit, stand, zeitpunkt, datum/zeit, uhrzeit,
    jour, séance, date de séance, horodatage, date de cotation,
    fecha, día, sesión, fecha hora, data, dia, sessão, pregão, data pregão, giorno, seduta, data ora,
    data sesji, dzień, data notowania,
    日付, 日付け, 年月日, 日時, 取引日, 날짜, 일자, 일시, 거래일, 기준일,
    日期, 交易日期, 交易日, 时间, 時間, 交易时间, 日期时间, 年/月/日, 成交日期, 截止日期, 統計日期, 交易時間`,
  ],
  [
    'close',
    0,
    `close, closing, close price, closing price, close/last, closing value, closing level, close value, index close,
    trade close, px_last, px_close, px close, settle, settlement, settlement price, clsindex, clsprc, close*, prc_close,
    schluss, schlusskurs, schlusspreis, schlussstand, schlusswert, clôture, cloture, cours de clôture, dernier cours,
    cierre, precio de cierre, precio cierre, último cierre, fechamento, preço de fechamento, fecho, chiusura,
    prezzo di chiusura, zamknięcie, kurs zamknięcia, cena zamknięcia,
    終値, 종가, 收盘, 收盘价, 收盤, 收盤價, 收盘点位, 收盘指数, 收盤指數, 收市, 收市价, 收市價, 今收, 今收盘, 收盘价格, 終值`,
  ],
  [
    'close',
    1,
    `last, price, last price, last trade, latest, latest price, zuletzt, letzter, letzter kurs, kurs, preis, aktuell,
    dernier, cours, prix, último, ultimo, precio, último precio, preço, último preço, prezzo, ultimo prezzo,
    ostatnio, ostatni, cena, kurs, 現在値, 株価, 현재가, 最新价, 最新價, 最新, 现价, 現價, 成交价, 成交價, trdprc_1, 价格, 價格, 收`,
  ],
  [
    'close',
    2,
    `value, index value, index level, level, index, nav, index points, points, observation_value, obs_value, wert,
    indexstand, punkte, valeur, valor, valore, wartość, 指数, 指數, 点位, 點位, 指数值, 数值, 指数点位, 지수, 指標値`,
  ],
  [
    'adjusted-close',
    0,
    `adj close, adjclose, adj. close, adjusted close, adjusted_close, close adjusted, adj_close, adjusted closing price,
    adjusted, adjprcwd, adjprcnd, bereinigter schluss, clôture ajustée, cierre ajustado, fechamento ajustado,
    chiusura rettificata, 調整後終値, 수정종가, 수정주가, 复权收盘价, 後復權收盤價, 调整后收盘价, 後復権価格`,
  ],
  [
    'open',
    0,
    `open, opening, open price, opening price, trade open, px_open, opnindex, opnprc, prc_open, index open,
    eröffnung, eröffn., erster, eröffnungskurs, ouverture, ouv., cours d'ouverture, premier, apertura, aper., precio de apertura,
    abertura, abert., preço de abertura, prezzo di apertura, otwarcie, kurs otwarcia, cena otwarcia,
    始値, 시가, 开盘, 开盘价, 開盤, 開盤價, 今开, 今開, 开市价, 開市, 開市價, 今开盘, 开盘点位, 开, 開`,
  ],
  [
    'high',
    0,
    `high, high price, highest, day high, intraday high, trade high, px_high, hiindex, hiprc, prc_high, max,
    hoch, tageshoch, höchst, höchstkurs, höchster, haut, plus haut, + haut, le plus haut, cours le plus haut, máximo, maximo, máx., max., massimo, máxima, alta, alto,
    maks., maks, najwyższy, kurs max, maksimum, 高値, 고가, 最高, 最高价, 最高價, 高, 最高点位, 最高價格`,
  ],
  [
    'low',
    0,
    `low, low price, lowest, day low, intraday low, trade low, px_low, loindex, loprc, prc_low, min,
    tief, tagestief, tiefst, tiefstkurs, tiefster, bas, plus bas, + bas, le plus bas, cours le plus bas, mínimo, minimo, mín., min., minimo, mínima, baixa, basso,
    najniższy, kurs min, minimum, 安値, 저가, 最低, 最低价, 最低價, 低, 最低点位, 最低價格`,
  ],
  [
    'volume',
    0,
    `volume, vol, vol., total volume, trade volume, px_volume, trading volume, share volume, volume traded, trdvol, shares traded, qty,
    volumen, umsatz, stück, stuecke, handelsvolumen, titres, quantité, volumes, cantidad, volumen negociado, quantidade, volume negociado,
    quantità, wolumen, obrót, 出来高, 売買高, 거래량, 成交量, 交易量, 总手, 總手, 成交量(手), 成交股数, 成交股數, dnshrtrd`,
  ],
  [
    'instrument',
    0,
    `ticker, tickers, symbol, symbols, ts_code, code, instrument, instrument id, security, security id, ric, isin, name, identifier, index name,
    indexcd, stkcd, secid, sid, wkn, wertpapier, asset, series, series_id, bezeichnung, valeur mobilière, código, codice, kod, nazwa,
    代码, 代碼, 证券代码, 證券代碼, 股票代码, 股票代碼, 指数代码, 指數代碼, 名称, 名稱, 简称, 證券簡稱, 证券简称, 指数名称, 指數名稱, 指数简称,
    銘柄コード, 銘柄, コード, 종목코드, 종목명, 코드, 股票名称, 证券名称, windcode, wind代码, order_book_id, sec_code, secucode`,
  ],
  [
    'ignored',
    0,
    `change, chg, chg%, %chg, change %, % change, change pct, change_pct, pct_chg, pct_change, pct change, net, net change, net chg, returns, return, retindex,
    since_baseline_pct, per, amount, turnover, turnover rate, value traded, trade value, money, dividends, dividend, stock splits, split,
    split factor, split ratio, capital gains, open interest, openint, oi, pre_close, preclose, prev close, previous close, prev. close, pe, p/e, pb,
    market cap, market value, total market value, dividend market value, marketcap, vwap, average, avg, bid, ask, amplitude, trades, trade count, count,
    transactions, number of trades, adj factor, adj_factor, factor, adj open, adj high, adj low, adj volume, 52w high, 52w low, currency, interval, exchange, mic, zone,
    timezone, time zone, extended hours, weight, yield, gap_pct, session_pct,
    +/-, +/- %, +/-%, veränderung, veränd., diff., differenz, schluss vortag, vortag, rendite, marktwert, währung, gehandelt,
    variation, var., var. %, var.%, variation %, % var., % var, vari., capitaux, capitalisation, clôture veille, devise,
    variación, var, % variación, efectivo, cierre anterior, variação, var%, variação %, fechamento anterior, variazione, var. perc., controvalore,
    zmiana, zmiana%, zmiana %, obroty, waluta, kurs odniesienia,
    前日比, 変化率, 変化率 %, 変化率%, 騰落率, 前日比%, 売買代金, 전일비, 전일대비, 등락률, 변동 %, 변동%, 등락폭, 거래대금, 대비, 시가총액,
    涨跌, 涨跌幅, 涨跌额, 漲跌, 漲跌幅, 漲跌額, 涨幅, 涨幅%, 振幅, 换手率, 換手率, 成交额, 成交額, 成交金额, 成交金額, 金额, 金額, 前收盘, 前收盘价, 前收, 昨收, 昨收价, 前收盤價, 昨日收盤價,
    涨跌点, 市值, 总市值, 流通市值, 市盈率, 漲跌百分比, 漲跌價差, 成交筆數, 最后成交时间, 序号, 序號, 编号, 均价`,
  ],
];

/** A heading without case, accents, spaces, marks and what stands in brackets. */
export function plainHeading(text: string): string {
  const outside = text.replaceAll(/[(（[［{][^)）\]］}]*[)）\]］}]/g, '');
  const kept = /[\p{L}\p{N}%+]/u.test(outside) ? outside : text;
  return kept
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%+]/gu, '');
}

interface KnownHeading {
  readonly role: ColumnRole;
  /** Of two closes in one file the one with the lower rank is meant. */
  readonly rank: number;
}

function index(): ReadonlyMap<string, KnownHeading> {
  const known = new Map<string, KnownHeading>();
  for (const [role, rank, phrases] of HEADINGS) {
    for (const phrase of phrases.split(',')) {
      const plain = plainHeading(phrase);
      if (!known.has(plain)) known.set(plain, { role, rank });
    }
  }
  return known;
}

let known: ReadonlyMap<string, KnownHeading> | null = null;

/** What a heading is known to mean; null where it is not known. */
export function knownHeading(text: string): KnownHeading | null {
  known ??= index();
  const plain = plainHeading(text);
  const found = known.get(plain);
  if (found !== undefined) return found;
  return null;
}

/** Headings of which the text of a file holds so many, to tell encodings apart. */
export function headingsIn(text: string): number {
  return text.split(/[,;\t|\r\n"]+/).filter((cell) => cell.trim() !== '' && knownHeading(cell) !== null).length;
}
