import type { AnnouncementTime } from '../../core/study.ts';
import type { Draft, DraftClaim, DraftEvent } from '../../draft/draft.ts';
import { writeTime } from '../../draft/study/write-time.ts';
import { draftWords, noCheckSentence, readingSentence, statusWord } from '../../words/en/drafting.ts';

function eventJson({ id, title, kind, phrase, quote, status, reading, time, zone, candidates }: DraftEvent): unknown {
  return {
    id,
    title,
    kind,
    phrase,
    quote,
    status,
    why: readingSentence(reading),
    time: time === null ? null : writeTime(time, zone),
    zone,
    ...(candidates.length === 0 ? {} : { candidates: candidates.map((one) => writeTime(one, zone)) }),
  };
}

function claimJson({ id, quote, check, because, beyond }: DraftClaim): unknown {
  return {
    id,
    quote,
    ...(check === null ? {} : { check }),
    ...(because === null ? {} : { reason: noCheckSentence(because) }),
    ...(beyond === null ? {} : { beyond: draftWords.beyond(beyond) }),
  };
}

/** A draft as JSON; times are written as in a study. */
export function draftJson({ events, claims, ...rest }: Draft): string {
  const { language, title, outlet, published, zone, future, instruments } = rest;
  const printed = {
    language,
    title,
    outlet,
    published,
    zone,
    events: events.map(eventJson),
    future,
    claims: claims.map(claimJson),
    instruments,
  };
  return `${JSON.stringify(printed, null, 2)}\n`;
}

function timeText(time: AnnouncementTime, zone: string): string {
  const written = writeTime(time, zone);
  if ('date' in written) return `${written.date} (${zone})`;
  return 'at' in written ? `${written.at} (${zone})` : `${written.from} to ${written.to} (${zone})`;
}

function eventText({ phrase, quote, status, reading, time, zone, candidates }: DraftEvent): string {
  const when = time === null ? candidates.map((one) => timeText(one, zone)).join(' or ') : timeText(time, zone);
  return `  ${statusWord(status)}: ${when}\n    “${phrase}”: ${readingSentence(reading)}\n    “${quote}”`;
}

function claimText({ quote, check, because, beyond }: DraftClaim): string {
  const told = because === null ? JSON.stringify(check) : noCheckSentence(because);
  return `  “${quote}”\n    ${told}${beyond === null ? '' : `\n    ${draftWords.beyond(beyond)}`}`;
}

/** A draft as people read it. */
export function draftText(draft: Draft): string {
  const list = (name: string, lines: readonly string[]): string =>
    `\n${name}: ${lines.length === 0 ? 'none\n' : `${lines.length}\n${lines.join('\n')}\n`}`;
  return [
    `${draft.title}\n${draft.outlet ?? 'Outlet not named'}, published ${draft.published} (${draft.zone})\n`,
    list('Events', draft.events.map(eventText)),
    list(
      'Still to come',
      draft.future.map(({ phrase, date, quote }) => `  ${date ?? 'no day'}: “${phrase}”, in “${quote}”`),
    ),
    list('Claims', draft.claims.map(claimText)),
    list(
      'Instruments',
      draft.instruments.map(({ id, name, exchange, phrase }) => `  ${id}: ${name}, ${exchange}, named “${phrase}”`),
    ),
  ].join('');
}
