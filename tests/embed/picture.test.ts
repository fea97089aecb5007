import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../src/embed/picture.ts';
import { PICTURE_COLOURS } from '../../src/embed/picture-theme.ts';

const words = {
  title: 'Closes <now>',
  lead: [
    { text: 'On 15 July, ', slot: null },
    { text: 'Hang Seng TECH', slot: 2 },
    { text: ' rose 2.8%.', slot: null },
  ],
  caption: 'Daily closes.',
  source: 'Source: A & B. Data as of 31 December 2025.',
  alt: 'A line.',
  language: 'en',
};

/** What MediaWiki's upload filter refuses, after `UploadBase::detectScriptInSvg` and its like. */
const REFUSED =
  /<script|<foreignObject|<style|<image|<a\b|\son[a-z]+=|javascript:|data:|@import|xlink|xmlns:|var\(|url\(/i;

function drawing(inner: string): Element {
  document.body.innerHTML = `<div class="mr-variant"><div class="mr-panel" style="left:50%;top:10%"><svg viewBox="0 0 200 100">${inner}</svg></div></div>`;
  const found = document.querySelector('.mr-variant');
  if (found === null) throw new Error('there is no drawing');
  return found;
}

describe('a picture', () => {
  const marks =
    '<g class="mr-marker" role="button" tabindex="-1" data-events="x" onclick="x()"><path d="M0,0L1,1" stroke="var(--series-2)"></path><rect fill="transparent" width="26" height="26"></rect></g><text x="1" fill="var(--ink)">A &lt; B</text><script>x()</script><foreignObject></foreignObject><image href="https://example.org/x.png"></image>';

  it('holds shapes and text only, with colours that are written out', () => {
    const { svg } = pictureOf(drawing(marks), { width: 200, height: 100 }, words, 'light');
    expect(svg).not.toMatch(REFUSED);
    expect(svg).toContain('<path d="M0,0L1,1" stroke="#c4480f"/>');
    expect(svg).toContain('<text x="1" fill="#1b1d20">A &lt; B</text>');
    expect(svg).not.toContain('transparent');
    expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')).toBeNull();
  });

  it('says title, description, finding, source and date inside itself', () => {
    const { svg } = pictureOf(drawing(''), { width: 600, height: 100 }, words, 'dark');
    expect(svg).toContain('<title id="title">Closes &lt;now&gt;</title><desc id="desc">A line.</desc>');
    expect(svg.replaceAll(/<[^>]*>/g, '')).toContain('On 15 July, Hang Seng TECH rose 2.8%.');
    expect(svg).toContain('Source: A &amp; B. Data as of 31 December 2025.');
    expect(svg).toContain('fill="#ff9b66"');
  });

  it('puts each panel where it stands in the drawing', () => {
    const { svg } = pictureOf(drawing('<path d="M0,0"/>'), { width: 600, height: 100 }, words, 'light');
    // Margin 20 and one line of lead: 20 + 23 + 10 = 53 above the drawing; half of 600 and a tenth of 100 further.
    expect(svg).toContain('<g transform="translate(320 63)">');
  });

  it('has the colours of the page', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../src/chart/drawing/tokens.css'), 'utf8');
    const blocks = [...tokens.matchAll(/\{([^{}]*)\}/g)].map(([, block = '']) => block);
    for (const [theme, block] of [
      ['light', blocks[0] ?? ''],
      ['dark', blocks.find((block) => block.includes('color-scheme: dark')) ?? ''],
    ] as const) {
      for (const [name, colour] of Object.entries(PICTURE_COLOURS[theme])) {
        expect(block, `${theme} ${name}`).toContain(`--${name}: ${colour};`);
      }
    }
  });
});
