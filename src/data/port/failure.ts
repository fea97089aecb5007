import type { InstrumentId } from '../../core/series.ts';
import type { FileFault } from '../files/file-fault.ts';

/**
 * Every way in which a source can fail to give a series. The list is closed:
 * `docs/adapters.md` explains each, the command line prints them.
 */
export const failureKinds = [
  'not-covered',
  'unknown-symbol',
  'no-history',
  'empty',
  'key-missing',
  'key-refused',
  'plan',
  'quota',
  'rate-limited',
  'blocked',
  'refused',
  'server-error',
  'unreachable',
  'timeout',
  'aborted',
  'malformed',
  'wrong-interval',
  'identity-mismatch',
  'needs-proxy',
  'needs-file',
  'needs-choice',
] as const;

export type FailureKind = (typeof failureKinds)[number];

/** What an adapter's `parse` says when an answer holds no rows. */
export interface Refusal {
  readonly kind: FailureKind;
  /** The source's own words, as they came. */
  readonly said?: string;
  /** What exactly was wrong, as the end of a sentence after a colon. */
  readonly detail?: string;
  /** What is the matter with a file, where it is one; takes the place of a detail. */
  readonly fault?: FileFault;
  readonly retryAfterSeconds?: number;
}

/** Why there is no series. The reader is shown `sentence`, and `said` as a quotation. */
export interface SourceFailure {
  readonly kind: FailureKind;
  /** Adapter id. */
  readonly source: string;
  readonly label: string;
  readonly instrument: InstrumentId;
  /** One sentence for a reader: what happened and what can be done. */
  readonly sentence: string;
  /** What is the matter with a file; the sentence says it only in general. */
  readonly fault?: FileFault;
  /** The source's own words, shortened, without keys; absent when it said nothing. */
  readonly said?: string;
  /** How long the source asks to wait. */
  readonly retryAfterSeconds?: number;
}

type Names = { readonly source: string; readonly label: string; readonly instrument: string };

const sentences: Readonly<Record<FailureKind, (names: Names) => string>> = {
  'not-covered': ({ label, instrument }) => `${label} does not cover ${instrument}; choose another source for it.`,
  'unknown-symbol': ({ label, instrument }) =>
    `${label} does not know the symbol under which it should have ${instrument}; choose another source.`,
  'no-history': ({ label, instrument }) => `${label} knows ${instrument} but has no daily history of it.`,
  empty: ({ label, instrument }) =>
    `${label} answered without a single close of ${instrument} in the window asked for.`,
  'key-missing': ({ label }) => `${label} needs a key of your own; enter one, or choose another source.`,
  'key-refused': ({ label }) => `${label} did not accept the key; check it for missing characters.`,
  plan: ({ label, instrument }) => `${label} has ${instrument}, but not on the plan that this key belongs to.`,
  quota: ({ label }) => `The allowance for ${label} is used up; try again tomorrow, or choose another source.`,
  'rate-limited': ({ label }) => `${label} asks for fewer requests; wait a little and try again.`,
  blocked: ({ label }) => `${label} answered with a web page instead of data, as it does when it blocks programs.`,
  refused: ({ label, instrument }) => `${label} refused the request for ${instrument}.`,
  'server-error': ({ label }) => `${label} has a fault of its own at the moment; try again later.`,
  unreachable: ({ label }) =>
    `${label} could not be reached: no connection, a dropped one, or a browser rule against calling it.`,
  timeout: ({ label }) => `${label} did not answer in time; try again.`,
  aborted: ({ label }) => `The request to ${label} was called off.`,
  malformed: ({ source, label }) =>
    `${source === 'file' ? label : `The answer of ${label}`} could not be read as daily closes.`,
  'wrong-interval': ({ label, instrument }) =>
    `${label} sent weekly or monthly rows of ${instrument} instead of daily ones.`,
  'identity-mismatch': ({ label, instrument }) => `${label} answered with something other than ${instrument}.`,
  'needs-proxy': ({ label }) => `${label} may not be called from a browser: this source needs the proxy.`,
  'needs-file': ({ instrument }) => `No file has been given for ${instrument}; drop one on the page or choose one.`,
  'needs-choice': () => 'The file can be read in more ways than one; choose one of them.',
};

const LONGEST_QUOTATION = 240;
/** Of a longer answer no more is read for its words. */
const LONGEST_READ = 10_000;
/** Sources repeat a key in their messages; the sentence around it is kept. */
const ECHOED_KEY = /(api[ _-]?key(?:\s+(?:as|is))?\s*[=:]?\s*["']?)(?=[a-z]*\d)[a-z0-9]{8,}/gi;

/** The source's words as one line of at most 240 characters, markup and every secret taken out. */
export function quotation(said: string, secrets: readonly string[]): string {
  let text = said;
  for (const secret of secrets) {
    if (secret === '') continue;
    for (const form of [secret, encodeURIComponent(secret)]) text = text.replaceAll(form, '[key]');
  }
  const plain = text
    .replaceAll(ECHOED_KEY, '$1[key]')
    .slice(0, LONGEST_READ)
    .replaceAll(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>/gi, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ')
    .trim();
  return plain.length > LONGEST_QUOTATION ? `${plain.slice(0, LONGEST_QUOTATION - 1)}…` : plain;
}

/** How long a source asks to wait, for a reader. */
function pauseOf(seconds: number): string {
  const [count, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `it asks for a pause of ${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** The failure that a reader is shown for a refusal. `secrets` never appear in it. */
export function sourceFailure(
  refusal: Refusal,
  source: { readonly id: string; readonly label: string },
  instrument: { readonly id: InstrumentId; readonly name: string },
  secrets: readonly string[] = [],
): SourceFailure {
  const sentence = sentences[refusal.kind]({ source: source.id, label: source.label, instrument: instrument.name });
  const { retryAfterSeconds: pause } = refusal;
  const details = [refusal.detail, pause === undefined || pause === 0 ? undefined : pauseOf(pause)];
  const detail = quotation(details.filter((part) => part !== undefined).join('; '), secrets);
  const said = refusal.said === undefined ? '' : quotation(refusal.said, secrets);
  return {
    kind: refusal.kind,
    source: source.id,
    label: source.label,
    instrument: instrument.id,
    sentence: detail === '' ? sentence : `${sentence.replace(/\.$/, '')}: ${detail}.`,
    ...(refusal.fault === undefined ? {} : { fault: refusal.fault }),
    ...(said === '' ? {} : { said }),
    ...(refusal.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: refusal.retryAfterSeconds }),
  };
}
