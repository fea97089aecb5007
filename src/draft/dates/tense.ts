import { PAST_VERBS } from '../article/english-verbs.ts';
import type { DraftLanguage } from '../draft.ts';

/** What is still to come: a verb that looks ahead. */
const AHEAD =
  /\b(?:(?:will|shall|would|to)(?: not)? be \w+|will|shall|won[’']t|would|is to|are to|can(?: \w+)? only|(?<!than )(?:due|set|scheduled|expected|slated|poised|planned|plans?|planning|agreed|aims?|hopes?|intends?|prepar\w+|vow\w*|pledg\w+|promis\w+|likely) (?:for|to|in|on)|takes? effect|comes? into force|until)\b/gi;
/** What has been: verbs of saying and doing in the past. */
const BEHIND = new RegExp(`\\b(?:${PAST_VERBS})\\b`, 'gi');
const AHEAD_CHINESE = /将于|將於|将在|將在|将|將|拟|擬|预计|預計|预期|預期|计划|計劃|即将|即將|料(?=[会會将將])/g;
const BEHIND_CHINESE =
  /表示|宣布|宣佈|公布|公佈|披露|发布|發布|發佈|称|稱|指出|强调|強調|说|說|曾|已|获|獲|要求|签署|簽署|批准|决定|決定|收[盘盤市涨漲跌高低]|上[涨漲]|下跌|[涨漲跌]\d/g;

interface Sign {
  readonly from: number;
  readonly to: number;
  readonly isAhead: boolean;
}

function signs(clause: string, language: DraftLanguage): Sign[] {
  const isEnglish = language === 'en';
  const found = (pattern: RegExp, isAhead: boolean): Sign[] =>
    [...clause.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length, isAhead }));
  const ahead = found(isEnglish ? AHEAD : AHEAD_CHINESE, true);
  const behind = found(isEnglish ? BEHIND : BEHIND_CHINESE, false);
  // "Expected to" and "scheduled for" end in -ed too.
  return [...ahead, ...behind.filter(({ from, to }) => !ahead.some((one) => from < one.to && to > one.from))].toSorted(
    (a, b) => a.from - b.from,
  );
}

const ENGLISH_BREAK = /[;:—]|,(?! (?:20|19)\d\d)|\b(?:after|as|when|while|because|which|who|that|but|before)\b/g;
const CHINESE_BREAK = /[，,；;：:]/g;

/** Words right beside a date that make it the beginning of something, or the time for it. */
const BEGINS =
  /^(?:from|effective|starting|beginning|by)\b|\b(?:from|effective|starting|beginning|by)(?: on)?(?: the)? $/i;
const BEGINS_CHINESE = /^(?:起|开始|開始|生效|实施|實施|之?前)/;

/** Whether a date is told as the beginning of something, such as "from 1 November": of the future where it can be. */
export function isBeginning(sentence: string, from: number, to: number, language: DraftLanguage): boolean {
  if (language !== 'en')
    return BEGINS_CHINESE.test(sentence.slice(to)) || /^[今][晚夜]/.test(sentence.slice(from, to + 1));
  return (
    BEGINS.test(sentence.slice(0, from)) ||
    BEGINS.test(sentence.slice(from, to)) ||
    /^tonight/i.test(sentence.slice(from, to))
  );
}

/**
 * Whether the words from `from` to `to` of a sentence are told of the future: the nearest verb before them in their
 * clause decides, then the first after them.
 */
export function isTold(sentence: string, from: number, to: number, language: DraftLanguage): 'ahead' | 'behind' | null {
  const breaks = [...sentence.matchAll(language === 'en' ? ENGLISH_BREAK : CHINESE_BREAK)];
  const start = breaks.filter((one) => one.index + one[0].length <= from).at(-1);
  // A date at the head of its sentence is set off by a comma: its verb follows.
  const rest = breaks.filter(
    (one) => one.index >= to && !(/^[,，]/.test(one[0]) && sentence.slice(to, one.index).trim() === ''),
  );
  const begin = start === undefined ? 0 : start.index + start[0].length;
  const clause = sentence.slice(begin, rest[0]?.index ?? sentence.length);
  const found = signs(clause, language);
  const before = found.filter((sign) => sign.from < from - begin).at(-1);
  const decisive = before ?? found.find((sign) => sign.from >= to - begin);
  if (decisive === undefined) return null;
  return decisive.isAhead ? 'ahead' : 'behind';
}
