import { describe, expect, it } from 'vitest';
import { draftArticle } from '../../src/draft/draft-article.ts';
import { newsInstruments } from '../../src/draft/instruments/news-names.ts';
import { sessionDate } from '../../src/core/units.ts';

const read = (text: string, published: string | null = null, zone: string | null = null) =>
  draftArticle({
    text,
    published: published === null ? null : sessionDate(published),
    zone,
    catalogue: newsInstruments,
  });

function headOf(text: string, published: string | null = null) {
  const result = read(text, published);
  if (result.kind === 'failed') return result.failure;
  const { title, outlet, published: day, zone, language } = result.draft;
  return { title, outlet, published: day, zone, language };
}

const BODY = 'The ministry announced new rules for exports on Tuesday. Nobody had expected them before the summer.';

describe('the head of a text', () => {
  it('gives title, place and date in lines of their own', () => {
    expect(headOf(`Markets\nMinistry announces new rules\n\nNew York, Wednesday 16 July 2025\n\n${BODY}`)).toEqual({
      title: 'Ministry announces new rules',
      outlet: null,
      published: '2025-07-16',
      zone: 'America/New_York',
      language: 'en',
    });
  });

  it('gives outlet, place and date before the first sentence', () => {
    expect(headOf(`Ministry announces new rules\n\nTOKYO, July 16, 2025 (Examplewire) - ${BODY}`)).toMatchObject({
      outlet: 'Examplewire',
      published: '2025-07-16',
      zone: 'Asia/Tokyo',
    });
    expect(headOf('商务部公布新的出口规则\n\n例子社北京2025年7月16日电 商务部周二公布新的出口规则。')).toMatchObject({
      outlet: '例子社',
      published: '2025-07-16',
      zone: 'Asia/Shanghai',
      language: 'zh-Hans',
    });
    expect(
      headOf('商務部公布新的出口規則\n香港，2025年7月16日（星期三）\n商務部星期二公布新的出口規則，市場對此發表意見。'),
    ).toMatchObject({
      title: '商務部公布新的出口規則',
      published: '2025-07-16',
      zone: 'Asia/Hong_Kong',
      language: 'zh-Hant',
    });
  });

  it('gives way to the date that is asked for', () => {
    expect(headOf(`Ministry announces new rules\n\n16 July 2025\n\n${BODY}`, '2025-07-17')).toMatchObject({
      published: '2025-07-17',
    });
  });

  it('is read from Markdown without its marks', () => {
    const text = `# Ministry **announces** [new rules](https://example.org/a)\n\n*16 July 2025*\n\n${BODY}`;
    expect(headOf(text)).toMatchObject({ title: 'Ministry announces new rules' });
  });
});

describe('a page', () => {
  const page = `<!doctype html><html><head><title>Rules - Example</title><meta property="og:site_name" content="Example Times">
    <meta property="article:published_time" content="2025-07-16T09:00:00Z"><script>throw new Error('run')</script></head>
    <body><nav><a href="/">Home</a><a href="/m">Markets</a></nav><article><h1>Ministry announces new rules</h1>
    <p>The ministry announced new rules for exports on Tuesday &amp; published them.</p><p><img src=x onerror="alert(1)">Nobody had expected <b>them</b> before the summer, said the minister, who left the room without taking any further questions from the press.</p>
    <ul><li><a href="/1">Another story of today</a></li></ul><script>document.write('on Monday')</script></article><footer>© 2024 Example</footer></body></html>`;

  it('gives its words, and what its fields say', () => {
    const result = read(page);
    expect(result.kind === 'draft' && result.draft).toMatchObject({
      title: 'Ministry announces new rules',
      outlet: 'Example Times',
      published: '2025-07-16',
      events: [
        { phrase: 'on Tuesday', quote: 'The ministry announced new rules for exports on Tuesday & published them' },
      ],
    });
  });

  it('is never run, and no mark of it is in the draft', () => {
    expect(JSON.stringify(read(page))).not.toMatch(/[<>]|onerror|alert|document\.write/);
  });
});

describe('a text that is no article', () => {
  it.each([
    ['', { kind: 'empty' }],
    [' \n\t ', { kind: 'empty' }],
    [
      'Home\nMarkets\nSport\nWeather\nThe best of the week for you\nLog in to the site\nAbout us',
      { kind: 'no-sentences' },
    ],
    ['<html><nav><a href="/">Home</a></nav><a href="/b">The other page</a></html>', { kind: 'no-sentences' }],
    ['وافقت الحكومة على القواعد الجديدة يوم الثلاثاء. لم يتوقعها أحد.', { kind: 'language' }],
    ['Das Ministerium hat am Dienstag neue Regeln angekündigt. Niemand hatte sie erwartet.', { kind: 'language' }],
    ['🚀🚀🚀', { kind: 'language' }],
    [`Ministry announces new rules\n\n${BODY}`, { kind: 'no-publication-date', title: 'Ministry announces new rules' }],
    ['a'.repeat(1_000_001), { kind: 'too-long', characters: 1_000_001, limit: 1_000_000 }],
  ])('says why it gives no draft: %#', (text, failure) => {
    expect(read(text)).toEqual({ kind: 'failed', failure });
  });

  it('gives a draft without events or claims where it has neither dates nor markets', () => {
    const result = read(
      'A title of several words\n\nThe garden is green, and the people who walk in it are happy.',
      '2025-07-16',
    );
    expect(result.kind === 'draft' && [result.draft.events, result.draft.claims]).toEqual([[], []]);
  });

  it('keeps emoji and marks of direction out of its way', () => {
    const text = `A title of several words 🚀\n\n\u200fThe ministry announced 🎉 new rules on Tuesday.`;
    const result = read(text, '2025-07-16');
    expect(result.kind === 'draft' && result.draft.events[0]?.quote).toBe(
      'The ministry announced 🎉 new rules on Tuesday',
    );
  });

  it('gives the same bytes twice', () => {
    const text = `Ministry announces new rules\n\n16 July 2025\n\n${BODY}`;
    expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)));
  });
});
