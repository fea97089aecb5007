import * as v from 'valibot';
import type { AnnouncementTime } from '../../core/study.ts';
import { instant, isSessionDate, sessionDate } from '../../core/units.ts';

/** The kinds of field that a study file has. Each message completes "expected …". */

export const text = v.pipe(
  v.string('a text in quotes'),
  v.check((value) => value.trim() !== '', 'a text that is not empty'),
);

/** A text for a place with room for `most` characters. */
export const atMost = (most: number) => v.pipe(text, v.maxLength(most, `a text of at most ${most} characters`));

export const date = v.pipe(
  v.string('a date in quotes, such as "2025-07-15"'),
  v.check(isSessionDate, 'a real date written YYYY-MM-DD, such as 2025-07-15'),
  v.transform(sessionDate),
);

function isInstant(value: string): boolean {
  try {
    instant(value);
    return value.charAt(10) === 'T';
  } catch {
    return false;
  }
}

const moment = v.pipe(
  v.string('a time in quotes, such as "2025-07-15T10:00:00+08:00"'),
  v.check(
    isInstant,
    'a time of a real date with its offset from UTC, such as 2025-07-15T10:00:00+08:00 or 2025-07-15T02:00:00Z',
  ),
);

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const zone = v.pipe(
  v.string('the name of a time zone in quotes, such as "Asia/Hong_Kong"'),
  v.check(isZone, 'the IANA name of a time zone, such as Asia/Hong_Kong or America/New_York'),
);

export const url = v.pipe(
  v.string('an address in quotes'),
  v.check(
    (value) => /^https?:\/\/[^\s/]+/.test(value),
    'an address that starts with https:// or http://; leave the field out when none is known',
  ),
);

export const slug = v.pipe(
  v.string('a name in quotes, such as "nvidia-h20"'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens, such as nvidia-h20'),
);

export const instrumentId = v.pipe(
  v.string('an instrument’s short name in quotes, such as "IXIC"'),
  v.regex(/^[A-Z0-9][A-Z0-9.-]*$/, 'upper-case letters, digits, "." and "-", such as IXIC'),
);

export const positive = v.pipe(
  v.number('a number without quotes'),
  v.check((value) => Number.isFinite(value) && value > 0, 'a number above zero'),
);

const TIME_FORMS = 'exactly one of { "at": time }, { "from": time, "to": time } or { "date": "YYYY-MM-DD" }';

export const time = v.pipe(
  v.strictObject(
    {
      at: v.exactOptional(moment),
      from: v.exactOptional(moment),
      to: v.exactOptional(moment),
      date: v.exactOptional(date),
    },
    TIME_FORMS,
  ),
  v.rawTransform(({ dataset, addIssue, NEVER }): AnnouncementTime => {
    const { at, from, to, date: day } = dataset.value;
    const given = Object.keys(dataset.value).sort().join('+');
    if (given === 'at' && at !== undefined) return { kind: 'instant', at: instant(at) };
    if (given === 'date' && day !== undefined) return { kind: 'date', date: day };
    if (given === 'from+to' && from !== undefined && to !== undefined) {
      return { kind: 'span', from: instant(from), to: instant(to) };
    }
    addIssue({ message: TIME_FORMS });
    return NEVER;
  }),
);
