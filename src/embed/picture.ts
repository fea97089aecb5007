import type { Choice, Scene } from '../chart/scene/scene.ts';
import type { SentencePart } from '../chart/sentences/headline.ts';
import { textWidth } from '../chart/text/measure-text.ts';
import { PICTURE_COLOURS, type PictureTheme } from './picture-theme.ts';
import { pictureChart } from './picture-chart.ts';
import { xml } from './xml.ts';

/** The words that go into a picture, as it leaves the page that would say them. */
export interface PictureWords {
  /** What a picture viewer calls it. */
  readonly title: string;
  /** The finding, with the colours of the instruments that it names. */
  readonly lead: readonly SentencePart[];
  /** What the chart shows. */
  readonly caption: string;
  /** Whose figures these are, and up to when they go. */
  readonly source: string;
  /** For whoever does not see it. */
  readonly alt: string;
  /** BCP 47 tag of all of these words. */
  readonly language: string;
}

/** A standalone picture. Width and height are in user units. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 20;
const LEAD = { size: 17, line: 23 } as const;
const FOOT = { size: 12, line: 17 } as const;
const FONT = "Inter, 'Liberation Sans', Arial, sans-serif";

interface Word {
  readonly text: string;
  readonly slot: number | null;
}

/** Words broken into lines that are no wider than `width` user units. */
function linesOf(words: readonly Word[], width: number, size: number, weight: 400 | 600): Word[][] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  for (const word of words) {
    const next = [...line, word];
    if (line.length > 0 && textWidth(next.map(({ text }) => text).join(' '), size, weight) > width) {
      lines.push(line);
      line = [word];
    } else line = next;
  }
  return line.length > 0 ? [...lines, line] : lines;
}

/** Words of a sentence in parts; a sign that follows a coloured name directly stays with it. */
function wordsOf(parts: readonly SentencePart[]): Word[] {
  const words: { text: string; slot: number | null }[] = [];
  let open = false;
  for (const { text, slot } of parts) {
    for (const [index, piece] of text.split(' ').entries()) {
      const last = words.at(-1);
      if (index === 0 && open && piece !== '' && last !== undefined) last.text += piece;
      else if (piece !== '') words.push({ text: piece, slot });
    }
    open = !text.endsWith(' ');
  }
  return words;
}

/** Width and height of the chart in a picture, in user units; with its margins a picture is as wide as a wiki's column. */
const CHART = { width: 640, height: 360 } as const;

/**
 * A chart as a picture that needs nothing else: the finding, the drawing, what it shows, its source and its date, in
 * the colours of a theme.
 */
export function pictureOf(scene: Scene, choice: Choice, words: PictureWords, theme: PictureTheme): Picture {
  const { width, height } = CHART;
  const colours = PICTURE_COLOURS[theme];
  const ink = (name: string): string => colours[name] ?? '#000';
  const lead = linesOf(wordsOf(words.lead), width, LEAD.size, 600);
  const foot = [words.caption, words.source].flatMap((text) =>
    linesOf(wordsOf([{ text, slot: null }]), width, FOOT.size, 400),
  );
  const top = MARGIN + lead.length * LEAD.line + 10;
  const bottom = top + height + 12;
  const all = { width: width + 2 * MARGIN, height: Math.ceil(bottom + foot.length * FOOT.line + MARGIN - 6) };

  const leadText = lead.map((line, index) => {
    const spans = line.map(({ text, slot }, place) => {
      const written = xml(`${place === 0 ? '' : ' '}${text}`);
      return slot === null ? written : `<tspan fill="${ink(`series-${slot}`)}">${written}</tspan>`;
    });
    const y = MARGIN + index * LEAD.line + LEAD.size - 2;
    return `<text x="${MARGIN}" y="${y}" font-size="${LEAD.size}" font-weight="600" fill="${ink('ink')}" xml:space="preserve">${spans.join('')}</text>`;
  });
  const footText = foot.map((line, index) => {
    const y = bottom + index * FOOT.line + FOOT.size;
    return `<text x="${MARGIN}" y="${y}" font-size="${FOOT.size}" fill="${ink('muted')}">${xml(line.map(({ text }) => text).join(' '))}</text>`;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${all.width}" height="${all.height}" viewBox="0 0 ${all.width} ${all.height}"`,
    ` xml:lang="${xml(words.language)}" role="img" aria-labelledby="title desc" font-family="${FONT}">`,
    `<title id="title">${xml(words.title)}</title><desc id="desc">${xml(words.alt)}</desc>`,
    `<rect width="${all.width}" height="${all.height}" fill="${ink('paper')}"/>`,
    ...leadText,
    pictureChart(scene, choice, { x: MARGIN, y: top, width, height }, ink),
    ...footText,
    '</svg>\n',
  ].join('');
  return { svg, ...all };
}
