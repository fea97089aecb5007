import { dateOf } from '../../core/calendar-days.ts';
import { isSessionDate, type SessionDate, type ZoneId } from '../../core/units.ts';
import { actorZones } from '../dates/places.ts';
import { chronoAtoms } from '../dates/chrono-atoms.ts';
import type { DraftLanguage } from '../draft.ts';

/** A text taken apart: what stands above its first paragraph, and its paragraphs. */
export interface Article {
  readonly title: string;
  readonly outlet: string | null;
  readonly published: SessionDate | null;
  /** Zone of the place in its dateline; null without one. */
  readonly zone: ZoneId | null;
  readonly paragraphs: readonly string[];
}

/** A line above the words: short, and no sentence. */
const LONGEST_LINE = 90;
const HEAD_LINES = 8;
const SECTION = /^(?:[\p{Script=Latin}&]+(?: [\p{Script=Latin}&]+)?|[\p{Script=Han}]{2,4})$/u;
const BYLINE =
  /^(?:by |published|updated|last updated|photo|image|source|作者|记者|記者|编辑|編輯|来源|來源|责任编辑|責任編輯)/i;
const SENTENCE_END = /[.!?。！？]["”’」]?$/;
const WIRE =
  /^[A-Z][A-Za-z .,’']{1,40}?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?:, \d{4})? ?\(([A-Z][\p{L} .]{1,30})\) ?[-–—]+ /u;
const CHINESE_WIRE =
  /^(?:[（(【])?(\p{Script=Han}{2,6}(?:社|网|報|报|台))?[）)】]?(\p{Script=Han}{2,4})?((?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:电|電|讯|訊)[）)】]?[，,：:]? ?/u;
const OUTLETS: readonly RegExp[] = [
  /^(?:source|来源|來源)\s*[:：]\s*(.{2,40})$/imu,
  /(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?:by )?([\p{Lu}\p{Script=Han}][^.,\n|。]{1,40})/iu,
  /^for (.{3,40}?) updates\b/imu,
  /^([\p{Script=Han}]{2,8}(?:网|網|報|报|社|日报|日報))(?:讯|訊|记者|記者)/mu,
];

function outletOf(text: string): string | null {
  for (const pattern of OUTLETS) {
    const found = pattern.exec(text)?.[1]?.trim();
    if (found !== undefined && found !== '') return found;
  }
  return null;
}

const plainLine = (line: string): string =>
  line
    .replace(/^\s*(?:#{1,6}|>|[-*+])\s+/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The whole date that a line holds, if it holds one. */
function dateIn(line: string, language: DraftLanguage): SessionDate | null {
  for (const { value } of chronoAtoms(line, language)) {
    if (value.kind === 'day' && value.year !== null && value.month !== null) {
      return dateOf(value.year, value.month, value.day);
    }
  }
  return null;
}

/** Datelines write their place in capitals. */
const inTitleCase = (line: string): string =>
  line.replace(/\b([A-Z])([A-Z]{2,})\b/g, (_, first: string, rest: string) => first + rest.toLowerCase());

/** The date that a page's own field begins with. */
function dateOfField(field: string | null): SessionDate | null {
  const date = field?.slice(0, 10) ?? '';
  return isSessionDate(date) ? date : null;
}

interface Given {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

/**
 * Title, outlet, date and place of a text and its paragraphs. The head is its first lines that are no sentences: the
 * title is the first of several words, a line with a whole date gives the date of publication.
 */
export function readArticle(text: string, language: DraftLanguage, given: Given): Article {
  const lines = text
    .split(/\r\n?|\n/)
    .map(plainLine)
    .filter((line) => line !== '');
  let title = given.title;
  let published = dateOfField(given.published);
  let zone: ZoneId | null = null;
  let outlet = given.outlet;
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const isHead = index < HEAD_LINES && paragraphs.length === 0 && line.length <= LONGEST_LINE;
    if (isHead && (line === title || (title === null && index === 0 && SECTION.test(line) && lines.length > 2)))
      continue;
    const date = isHead && !SENTENCE_END.test(line.replace(/[（(].*[)）]$/, '')) ? dateIn(line, language) : null;
    if (date !== null && title !== null) {
      published ??= date;
      zone ??= actorZones(inTitleCase(line), language)[0]?.zone ?? null;
      continue;
    }
    if (title === null) {
      title = line.replace(/\s+[-–|—]\s+[^-–|—]{2,30}$/, '');
      continue;
    }
    if (isHead && (BYLINE.test(line) || (!SENTENCE_END.test(line) && line.length < 60 && SECTION.test(line)))) continue;
    if (paragraphs.length > 0) {
      paragraphs.push(line);
      continue;
    }
    const wire = WIRE.exec(line) ?? CHINESE_WIRE.exec(line);
    if (wire !== null) {
      outlet ??= wire[1] ?? null;
      zone ??= actorZones(inTitleCase(wire[0]), language)[0]?.zone ?? null;
      published ??= dateIn(wire[0], language);
    }
    paragraphs.push(wire === null ? line : line.slice(wire[0].length));
  }
  return { title: title ?? '', outlet: outlet ?? outletOf(text), published, zone, paragraphs };
}
