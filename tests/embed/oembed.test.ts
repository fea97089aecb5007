// @vitest-environment node
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FrameRecord, oembedAnswers } from '../../src/node/oembed.ts';
import { serve } from '../../src/node/serve.ts';

const record: FrameRecord = {
  title: 'A chart',
  path: 'embed/study/overlay/',
  picture: { path: 'embed/study/overlay/light-2x.png', width: 1360, height: 1134 },
  content: {
    panels: { arrangement: 'single', count: 1 },
    lead: 'Short.',
    caption: 'Source.',
  },
};

let folder = '';
let site: Awaited<ReturnType<typeof serve>>;
const ask = async (path: string): Promise<Response> => {
  if (site.kind !== 'serving') throw new Error(site.kind);
  return fetch(new URL(path, site.url));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oembed-'));
  const chart = join(folder, 'embed/study/overlay');
  await mkdir(chart, { recursive: true });
  await writeFile(join(chart, 'frame.json'), JSON.stringify(record));
  await writeFile(join(chart, 'oembed.json'), JSON.stringify({ provider_url: 'https://charts.example.org/x/' }));
  await mkdir(join(folder, 'embed/study/bare'), { recursive: true });
  site = await serve({ directory: folder, host: '127.0.0.1', port: 0, before: [oembedAnswers(folder)] });
});
afterAll(async () => {
  if (site.kind === 'serving') await site.close();
  await rm(folder, { recursive: true });
});

describe('a served oEmbed answer', () => {
  it('honours maxwidth and maxheight, and is readable from anywhere', async () => {
    const answer = await ask('embed/study/overlay/oembed.json?url=x&maxwidth=500&maxheight=300&format=json');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 500,
      height: 300,
      html: '<iframe src="https://charts.example.org/x/embed/study/overlay/" title="A chart" width="500" height="300" frameborder="0"></iframe>',
      thumbnail_url: 'https://charts.example.org/x/embed/study/overlay/light-2x.png',
    });
  });

  it('takes a limit that is no number for none', async () => {
    expect(await (await ask('embed/study/overlay/oembed.json?maxwidth=-5')).json()).toMatchObject({ width: 800 });
  });

  it('says that it has no XML', async () => {
    expect((await ask('embed/study/overlay/oembed.json?format=xml')).status).toBe(501);
  });

  it('is not there for a site that was built without its address', async () => {
    expect((await ask('embed/study/bare/oembed.json')).status).toBe(404);
    expect((await ask('embed/..%2f..%2fstudy/overlay/oembed.json')).status).toBe(404);
  });
});
