import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instrument, Study } from '../../src/core/study.ts';
import { type Instant, type SessionDate, sessionDate } from '../../src/core/units.ts';
import type { SessionRange } from '../../src/data/port/adapter.ts';
import { parseStudy } from '../../src/data/study/study-schema.ts';

const FOLDER = join(import.meta.dirname, '../../src/studies/nvidia-h20');

/** The first study's file, as it stands. */
export function firstStudyJson(): Record<string, unknown> {
  return JSON.parse(readFileSync(join(FOLDER, 'study.json'), 'utf8'));
}

function parsed(): Study {
  const result = parseStudy(firstStudyJson());
  if (result.kind === 'invalid') throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.study;
}

/** The first study. */
export const study: Study = parsed();

/** An instrument of the first study. */
export function instrument(id: string): Instrument {
  const found = study.instruments.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`the study has no ${id}`);
  return found;
}

/** The text of an instrument's bundled closes. */
export function closesText(id: string): string {
  return readFileSync(join(FOLDER, `closes/${id}.csv`), 'utf8');
}

/** Bundled closes as pairs, read without any code of the product. */
export function bundled(id: string, { from, to }: SessionRange): (readonly [string, number])[] {
  const [header = [], ...rows] = closesText(id)
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const close = header.indexOf('close');
  return rows.map((row) => [row[0] ?? '', Number(row[close])] as const).filter(([date]) => date >= from && date <= to);
}

/** A range of sessions. */
export function range(from: string, to: string): SessionRange {
  return { from: sessionDate(from), to: sessionDate(to) };
}

/** July 2025, in which the announcement falls: 22 sessions in New York, 22 in Hong Kong. */
export const july: SessionRange = range('2025-07-01', '2025-07-31');

/** Well after all bundled sessions. */
export const later = Date.parse('2026-11-23T12:00:00Z') as Instant;

/** An ISO time as an instant. */
export function at(iso: string): Instant {
  return Date.parse(iso) as Instant;
}

/** Dates as session dates. */
export function sessions(...dates: string[]): SessionDate[] {
  return dates.map(sessionDate);
}
