import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHART_KINDS } from '../../src/chart/view/view.ts';
import { pictureOf } from '../../src/embed/picture.ts';
import { PICTURE_COLOURS } from '../../src/embed/picture-theme.ts';
import { nvidia, sceneWith } from '../chart/study-of.ts';

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

const scene = sceneWith(nvidia);

describe('a picture', () => {
  it.each(CHART_KINDS)('of the chart %s holds shapes and text only, with colours that are written out', (chart) => {
    const { svg } = pictureOf(sceneWith(nvidia, { chart }), scene.choice, words, 'light');
    expect(svg).not.toMatch(REFUSED);
    expect(svg).toMatch(chart === 'daily' ? /<rect [^>]*fill="#c4480f"/ : /<path [^>]*stroke="#c4480f"/);
    expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')).toBeNull();
    expect(svg).not.toContain('NaN');
  });

  it('says title, description, finding, source and date inside itself', () => {
    const { svg } = pictureOf(scene, scene.choice, words, 'dark');
    expect(svg).toContain('<title id="title">Closes &lt;now&gt;</title><desc id="desc">A line.</desc>');
    expect(svg.replaceAll(/<[^>]*>/g, '')).toContain('On 15 July, Hang Seng TECH rose 2.8%.');
    expect(svg).toContain('Source: A &amp; B. Data as of 31 December 2025.');
    expect(svg).toContain('fill="#ff9b66"');
  });

  it('says what its lines are and how far they have come, as the page does', () => {
    const said = pictureOf(scene, scene.choice, words, 'light').svg.replaceAll(/<[^>]*>/g, ' ');
    // Ten sessions either side: the last are 29 July. 5644.38 / 5283.50 = +6.8 %, 21098.29 / 20640.33 = +2.2 %.
    for (const text of ['Hang Seng TECH', '+6.8% by 29 Jul', 'Nasdaq Composite', '+2.2% by 29 Jul', '14 July']) {
      expect(said).toContain(text);
    }
  });

  it('writes hostile words as words', () => {
    const [first, ...rest] = scene.series;
    if (first === undefined) throw new Error('no series');
    const hostile = { ...scene, series: [{ ...first, name: '<script>x()</script>' }, ...rest] };
    expect(pictureOf(hostile, scene.choice, words, 'light').svg).toContain('&lt;script&gt;x()&lt;/script&gt;');
  });

  it('is of an empty chart without a line', () => {
    const { svg } = pictureOf(sceneWith(nvidia, { instruments: [] }), scene.choice, words, 'light');
    expect(svg).not.toContain('NaN');
    expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')).toBeNull();
  });

  it('has the colours of the page', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../src/chart/drawing/tokens.css'), 'utf8');
    for (const name of Object.keys(PICTURE_COLOURS.light)) {
      const { light, dark } = PICTURE_COLOURS;
      expect(tokens).toContain(`--${name}: light-dark(${light[name]}, ${dark[name]});`);
    }
  });
});
