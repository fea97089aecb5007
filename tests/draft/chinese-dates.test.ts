import { describe, expect, it } from 'vitest';
import { ahead, told } from './drafted.ts';

const title = '一个足够长的标题\n\n';
const events = (sentence: string, published: string, zone = 'Asia/Shanghai') => told(title + sentence, published, zone);

// 2025-12-09 is a Tuesday.
describe('a date in a Chinese text', () => {
  it.each([
    ['商务部周一宣布新规。', '周一', '2025-12-08'],
    ['商务部上周五宣布新规。', '上周五', '2025-12-05'],
    ['商務部星期一宣佈新規。', '星期一', '2025-12-08'],
    ['商务部8日宣布新规。', '8日', '2025-12-08'],
    ['商务部28日宣布新规。', '28日', '2025-11-28'],
    ['商务部7月15日宣布新规。', '7月15日', '2025-07-15'],
    ['商务部去年12月2日宣布新规。', '去年12月2日', '2024-12-02'],
    ['商务部2023年10月17日宣布新规。', '2023年10月17日', '2023-10-17'],
    ['商务部十一月三日宣布新规。', '十一月三日', '2025-11-03'],
    ['商务部昨日宣布新规。', '昨日', '2025-12-08'],
    ['商务部三天前宣布新规。', '三天前', '2025-12-06'],
  ])('is stated: %s', (sentence, phrase, date) => {
    expect(events(sentence, '2025-12-09')).toEqual([[phrase, { date }, 'stated']]);
  });

  it('is ambiguous where only a month is given', () => {
    expect(events('商务部今年4月宣布新规。', '2025-12-09')).toEqual([
      ['今年4月', { oneOf: [{ date: '2025-04-01' }, { date: '2025-04-30' }] }, 'ambiguous'],
    ]);
    expect(events('商務部去年10月底宣佈新規。', '2025-12-09')).toEqual([
      ['去年10月底', { oneOf: [{ date: '2024-10-21' }, { date: '2024-10-31' }] }, 'ambiguous'],
    ]);
  });

  it('keeps both ends of a range', () => {
    expect(events('双方10月3日至7日在北京会谈。', '2025-12-09')).toEqual([
      ['10月3日至7日', { from: '2025-10-03T00:00:00+08:00', to: '2025-10-08T00:00:00+08:00' }, 'stated'],
    ]);
  });

  it('takes the month of its sentence for a bare day; another sentence’s month is one of two readings', () => {
    expect(events('商务部7月15日立案，16日公布细则。', '2025-12-09').map(([, time]) => time)).toEqual([
      { date: '2025-07-15' },
      { date: '2025-07-16' },
    ]);
    expect(events('商务部7月15日立案。商务部16日公布细则。', '2025-12-09')[1]).toEqual([
      '16日',
      { oneOf: [{ date: '2025-07-16' }, { date: '2025-11-16' }] },
      'ambiguous',
    ]);
  });

  it.each([
    ['商务部北京时间8日15时30分宣布新规。', { at: '2025-12-08T15:30:00+08:00' }],
    ['特朗普当地时间8日晚间宣布新规。', { from: '2025-12-08T18:00:00-05:00', to: '2025-12-09T00:00:00-05:00' }],
    ['英偉達在紐約時間星期一收市後公布業績。', { from: '2025-12-08T16:00:00-05:00', to: '2025-12-09T00:00:00-05:00' }],
    ['騰訊星期一開市前公布業績。', { from: '2025-12-08T00:00:00+08:00', to: '2025-12-08T09:30:00+08:00' }],
    ['白宫周一盘中公布新规。', { from: '2025-12-08T09:30:00-05:00', to: '2025-12-08T16:00:00-05:00' }],
    ['商务部8日凌晨宣布新规。', { from: '2025-12-08T00:00:00+08:00', to: '2025-12-08T06:00:00+08:00' }],
  ])('has its time: %s', (sentence, time) => {
    expect(events(sentence, '2025-12-09').map(([, at]) => at)).toEqual([time]);
  });

  it('follows the date that the text spoke of last', () => {
    expect(
      events('商务部7月15日立案。外交部当日表示欢迎，次日公布细则。', '2025-12-09').map(([, time]) => time),
    ).toEqual([{ date: '2025-07-15' }, { date: '2025-07-15' }, { date: '2025-07-16' }]);
  });

  it.each(['目前公司没有宣布任何新规。', '今年以来公司多次宣布新规。', '自4月以来公司没有宣布任何新规。'])(
    'is none: %s',
    (sentence) => {
      expect(events(sentence, '2025-12-09')).toEqual([]);
    },
  );

  it.each([
    ['新规将于12月15日生效。', '12月15日', '2025-12-15'],
    ['双方计划下周会谈。', '下周', null],
    ['部長明日將會晤。', '明日', '2025-12-10'],
  ])('is still to come: %s', (sentence, phrase, date) => {
    expect(events(sentence, '2025-12-09')).toEqual([]);
    expect(ahead(title + sentence, '2025-12-09')).toEqual([[phrase, date]]);
  });
});
