import type { AnnouncementTime, ClaimCheck, Study } from '../../core/study.ts';

/** Something in a study file that is not as it should be. */
export interface StudyProblem {
  /** Where it stands, such as `events[1].time.from`; empty for the file as a whole. */
  readonly path: string;
  /** One or two sentences: the field, its value, what was expected, what to do. */
  readonly message: string;
}

const LONGEST_QUOTE = 300;

// A word of two letters or more, or a closing digit, that ends a sentence before a capital: "U.S. Congress" is none.
const SENTENCE_BREAK = /(?:\p{Ll}{2}|\d|[)\]%])[.!?…]["”’)]*\s+["“‘(]?\p{Lu}|[。！？]["”」』]?(?=.)/u;
const ABBREVIATION =
  /\b(?:Mr|Mrs|Ms|Dr|Prof|Inc|Corp|Co|Ltd|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|approx)\./gu;

/** Whether a quote is a single sentence. */
export function isOneSentence(quote: string): boolean {
  return !SENTENCE_BREAK.test(quote.replace(ABBREVIATION, '').trim());
}

function list(names: Iterable<string>): string {
  return [...names].join(', ');
}

function* repeated(path: string, ids: readonly string[]): Generator<StudyProblem> {
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) {
      yield {
        path: `${path}[${index}].id`,
        message: `${path}[${index}].id is "${id}", which an earlier entry has already; every id must be given once. Rename one of them.`,
      };
    }
    seen.add(id);
  }
}

function* unknown(path: string, value: string, known: ReadonlySet<string>, what: string): Generator<StudyProblem> {
  if (known.has(value)) return;
  yield {
    path,
    message: `${path} is "${value}"; expected ${what} of this study: ${list(known)}. Correct the name, or add it.`,
  };
}

function* timeProblems(path: string, time: AnnouncementTime): Generator<StudyProblem> {
  if (time.kind !== 'span' || time.from < time.to) return;
  yield {
    path: `${path}.time`,
    message: `${path}.time ends at ${new Date(time.to).toISOString()}, which is not after its start ${new Date(time.from).toISOString()}; expected "from" before "to". Exchange them, or give { "at": … }.`,
  };
}

/** A day on either side, because a date in one zone may be the next in another. */
const DAY = 86_400_000;

function* outsideData(path: string, time: AnnouncementTime, { from, to }: Study['snapshot']): Generator<StudyProblem> {
  const first = time.kind === 'date' ? Date.parse(time.date) : time.kind === 'span' ? time.from : time.at;
  if (first >= Date.parse(from) - DAY && first <= Date.parse(to) + 2 * DAY) return;
  yield {
    path: `${path}.time`,
    message: `${path}.time begins on ${new Date(first).toISOString().slice(0, 10)}, outside of the data, which reach from ${from} to ${to}. Correct the time, or widen snapshot.from and snapshot.to and fetch the closes anew.`,
  };
}

function* quoteProblems(path: string, quote: string): Generator<StudyProblem> {
  if (quote.length > LONGEST_QUOTE) {
    yield {
      path,
      message: `${path} has ${quote.length} characters; expected a sentence of at most ${LONGEST_QUOTE}. Quote a shorter part.`,
    };
  } else if (!isOneSentence(quote)) {
    yield { path, message: `${path} is more than one sentence: "${quote.slice(0, 60)}…". Quote one sentence at most.` };
  }
}

function instrumentsOf(check: ClaimCheck): readonly string[] {
  return 'instruments' in check ? check.instruments : [check.instrument];
}

function* sessionProblems(path: string, check: ClaimCheck, { from, to }: Study['snapshot']): Generator<StudyProblem> {
  const session = 'session' in check ? check.session : undefined;
  if (session !== undefined && (session < from || session > to)) {
    yield {
      path: `${path}.session`,
      message: `${path}.session is ${session}, outside of the data, which reach from ${from} to ${to}. Correct the date, or leave it out for the event’s own session.`,
    };
  }
  if (check.kind === 'extreme-since' && session !== undefined && check.since >= session) {
    yield {
      path: `${path}.since`,
      message: `${path}.since is ${check.since}; expected a date before the session, ${session}. Give the last date that the comparison leaves out.`,
    };
  }
}

function* claimProblems(path: string, check: ClaimCheck, events: Set<string>, instruments: Set<string>) {
  yield* unknown(`${path}.event`, check.event, events, 'the id of an event');
  for (const id of instrumentsOf(check)) {
    const field = 'instruments' in check ? 'instruments' : 'instrument';
    yield* unknown(`${path}.${field}`, id, instruments, 'an instrument');
  }
  const twice = instrumentsOf(check).find((id, index, ids) => ids.indexOf(id) < index);
  if (twice !== undefined) {
    yield {
      path: `${path}.instruments`,
      message: `${path}.instruments holds "${twice}" twice; expected each instrument once. Name another one, or leave it out.`,
    };
  }
  if ('window' in check && check.window[0] > check.window[1]) {
    yield {
      path: `${path}.window`,
      message: `${path}.window is [${check.window.join(', ')}]; expected the first session before the last. Exchange the two.`,
    };
  }
}

function* all(study: Study): Generator<StudyProblem> {
  const instruments = new Set(study.instruments.map(({ id }) => id));
  const events = new Set(study.events.map(({ id }) => id));
  const anInstrument = 'an instrument';

  yield* repeated(
    'instruments',
    study.instruments.map(({ id }) => id),
  );
  yield* repeated(
    'claims',
    study.claims.map(({ id }) => id),
  );
  yield* repeated(
    'events',
    study.events.map(({ id }) => id),
  );
  yield* repeated(
    'confounders',
    study.confounders.map(({ id }) => id),
  );
  yield* unknown('centre', study.centre, events, 'the id of an event');

  for (const [index, id] of study.defaultInstruments.entries()) {
    yield* unknown(`defaultInstruments[${index}]`, id, instruments, anInstrument);
    if (study.defaultInstruments.indexOf(id) < index) {
      const path = `defaultInstruments[${index}]`;
      yield { path, message: `${path} is "${id}", which is in the list already. Leave it out.` };
    }
  }
  for (const [index, { id, benchmark, highestCloseBefore }] of study.instruments.entries()) {
    const path = `instruments[${index}].benchmark`;
    if (benchmark !== undefined) yield* unknown(path, benchmark, instruments, anInstrument);
    if (benchmark === id) {
      yield { path, message: `${path} is "${id}", the instrument itself; expected another instrument. Leave it out.` };
    }
    const { from } = study.snapshot;
    if (highestCloseBefore !== undefined && highestCloseBefore.session >= from) {
      const field = `instruments[${index}].highestCloseBefore.session`;
      yield {
        path: field,
        message: `${field} is ${highestCloseBefore.session}; expected a date before snapshot.from, ${from}. Give the highest close before the data, or leave the field out.`,
      };
    }
    if (!(id in study.snapshot.series)) {
      const entry = `snapshot.series.${id}`;
      yield {
        path: entry,
        message: `${entry} is missing; every instrument needs the source and symbol of its bundled closes. Add it.`,
      };
    }
  }
  if (study.snapshot.from > study.snapshot.to) {
    const { from, to } = study.snapshot;
    yield { path: 'snapshot.from', message: `snapshot.from is ${from}, after snapshot.to, ${to}. Exchange the two.` };
  }
  for (const id of Object.keys(study.snapshot.series)) {
    yield* unknown(`snapshot.series.${id}`, id, instruments, anInstrument);
  }
  for (const [index, entry] of study.events.entries()) {
    yield* timeProblems(`events[${index}]`, entry.time);
    yield* outsideData(`events[${index}]`, entry.time, study.snapshot);
    yield* quoteProblems(`events[${index}].quote`, entry.quote);
  }
  for (const [index, entry] of study.confounders.entries()) {
    yield* timeProblems(`confounders[${index}]`, entry.time);
    yield* outsideData(`confounders[${index}]`, entry.time, study.snapshot);
    if (events.has(entry.id)) {
      const path = `confounders[${index}].id`;
      yield {
        path,
        message: `${path} is "${entry.id}", which is an event's id already; the two share one list of marks. Rename it.`,
      };
    }
  }
  for (const [index, { quote }] of study.context.entries()) yield* quoteProblems(`context[${index}].quote`, quote);
  for (const [index, { quote, check }] of study.claims.entries()) {
    yield* quoteProblems(`claims[${index}].quote`, quote);
    yield* claimProblems(`claims[${index}].check`, check, events, instruments);
    yield* sessionProblems(`claims[${index}].check`, check, study.snapshot);
  }
  for (const [index, { from, to }] of study.shocks.entries()) {
    if (from <= to) continue;
    const path = `shocks[${index}]`;
    yield {
      path,
      message: `${path} runs from ${from} to ${to}; expected the first session before the last. Exchange the two.`,
    };
  }
}

/** What a well-formed study says that its other fields contradict; empty when nothing does. */
export function studyContradictions(study: Study): readonly StudyProblem[] {
  return [...all(study)];
}
