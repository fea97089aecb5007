import { describe, expect, it } from 'vitest';
import { deploymentFindings } from '../../src/embed/deployment-check.ts';
import { heightMessage } from '../../src/embed/dialects.ts';
import { frameHeight } from '../../src/embed/frame-height.ts';
import { themeIn } from '../../src/embed/host-theme.ts';
import { oembedAnswer } from '../../src/embed/oembed-answer.ts';

const sender = { address: 'https://charts.example.org/embed/a/b/', id: 'a' };

describe('a frame’s messages', () => {
  it('tell the height in the host’s dialect, and in our own without one or with an unknown one', () => {
    expect(heightMessage(null, 420, sender)).toEqual({ type: 'market-reaction:height', height: 420 });
    expect(heightMessage('klingon', 420, sender)).toEqual({ type: 'market-reaction:height', height: 420 });
    expect(heightMessage('datawrapper', 420, sender)).toEqual({ 'datawrapper-height': { a: 420 } });
    expect(heightMessage('amp', 420, sender)).toEqual({ sentinel: 'amp', type: 'embed-size', height: 420 });
    expect(heightMessage('medium', 420, sender)).toBe(
      '{"src":"https://charts.example.org/embed/a/b/","context":"iframe.resize","height":420}',
    );
    // Federated Wiki adds 30.
    expect(heightMessage('federated-wiki', 420, sender)).toEqual({ action: 'resize', height: 390 });
    expect(heightMessage('confluence', 420, sender)).toEqual({ confluenceFrameHeight: 420 });
  });

  it('take a theme only when it is one', () => {
    expect(themeIn({ type: 'set-theme', theme: 'dark' })).toBe('dark');
    expect(themeIn({ confluenceColorMode: 'light' })).toBe('light');
    for (const message of [
      null,
      'dark',
      7,
      {},
      { type: 'set-theme' },
      { type: 'set-theme', theme: 'x' },
      { theme: 'dark' },
    ]) {
      expect(themeIn(message)).toBeNull();
    }
  });
});

describe('an oEmbed answer', () => {
  const chart = {
    title: 'A "chart"',
    frame: 'https://charts.example.org/embed/a/b/',
    site: 'https://charts.example.org/',
    picture: { url: 'https://charts.example.org/embed/a/b/light-2x.png', width: 1360, height: 1134 },
    heightAt: (width: number) => width / 2 + 200,
  };

  it('keeps to the limits of whoever asks, down to the smallest frame', () => {
    const sizes = (width: number | null, height: number | null): unknown[] => {
      const answer = oembedAnswer(chart, width, height);
      return [answer['width'], answer['height']];
    };
    // Height at 800 is 800 / 2 + 200 = 600; at 500, 450; at 280, 340.
    expect(sizes(null, null)).toEqual([800, 600]);
    expect(sizes(500, null)).toEqual([500, 450]);
    expect(sizes(500, 300)).toEqual([500, 300]);
    expect(sizes(100, 100)).toEqual([280, 220]);
  });

  it('holds a bare frame with a title', () => {
    expect(oembedAnswer(chart, 500, null)['html']).toBe(
      '<iframe src="https://charts.example.org/embed/a/b/" title="A &quot;chart&quot;" width="500" height="450" frameborder="0"></iframe>',
    );
  });
});

describe('the height of a frame', () => {
  const content = { panels: { arrangement: 'single', count: 1 }, lead: 'Short.', caption: 'Source.' } as const;
  // 16 of padding, 19.5 + 6 of lead, 16.8 + 6 of source, 46 of the strip, 28 of links.
  const words = 16 + 19.5 + 6 + 16.8 + 6 + 46 + 28;

  it('is that of the chart for its width and of the words around it', () => {
    // 664 − 24 = 640 wide: 640 · 0.42 + 96 = 364.8.
    expect(frameHeight(content, 664)).toBe(Math.ceil(365 + words));
  });

  it('grows with the rows that the words take', () => {
    // About 1,500 px of words in 256 px are several rows of 19.5.
    const lead = 'Hong Kong tech rose after Nvidia said that it would sell the H20 in China again. '.repeat(3);
    const grown = frameHeight({ ...content, lead }, 280) - frameHeight(content, 280);
    expect(grown / 19.5).toBeGreaterThan(5);
  });
});

describe('a deployment’s check', () => {
  const good = {
    address: 'https://charts.example.org/embed/a/b/',
    status: 200,
    header: (name: string) => (name === 'access-control-allow-origin' ? '*' : null),
    hasBaseUrl: true,
  };
  const withHeader = (header: string, value: string) => ({
    ...good,
    header: (name: string) => (name === header ? value : good.header(name)),
  });

  it('finds nothing where charts show everywhere', () => {
    expect(deploymentFindings(good)).toEqual([]);
  });

  it('names each thing that breaks, and where', () => {
    const found = (answer: Parameters<typeof deploymentFindings>[0]): string => deploymentFindings(answer).join(' ');
    expect(found({ ...good, address: 'http://charts.example.org/' })).toContain('served over http');
    expect(found({ ...good, address: 'http://localhost:4173/' })).toContain('your own machine');
    expect(found({ ...good, status: 404 })).toContain('status 404');
    expect(found(withHeader('x-frame-options', 'DENY'))).toContain('X-Frame-Options: DENY');
    expect(found(withHeader('content-security-policy', "default-src 'self'; frame-ancestors https://w.org"))).toContain(
      'frame-ancestors https://w.org',
    );
    expect(found(withHeader('cross-origin-embedder-policy', 'require-corp'))).toContain('Outline refuses');
    expect(found({ ...good, header: () => null })).toContain('Access-Control-Allow-Origin');
    expect(found({ ...good, hasBaseUrl: false })).toContain('--base-url');
  });
});
