import { confoundersOf } from '../../core/confounders.ts';
import type { Measured } from '../../core/reaction/analysis.ts';
import type { OffsetRange } from '../../core/reaction/parameters.ts';
import type { Reaction } from '../../core/reaction/study-reactions.ts';
import type { WindowFigures } from '../../core/reaction/window-figures.ts';
import { mapAnnouncement } from '../../core/session-mapping.ts';
import type { Study } from '../../core/study.ts';
import {
  defaultStatistics,
  sameStatistics,
  secondOpinionStatistics,
  type StatisticsView,
} from '../reaction/asked-statistics.ts';
import type { Formats } from '../text/formats.ts';
import { offsetWords, pWords, type ReactionSentences } from './reaction.ts';
import { shareInBrackets } from '../../words/en/shares.ts';

/** A named figure of a reaction, in words. */
export interface Figure {
  readonly label: string;
  readonly value: string;
}

/** The sums over one event window: each cell is one or more lines, the figure first; none where there is nothing. */
export interface WindowRow {
  readonly window: readonly string[];
  readonly move: readonly string[];
  readonly abnormal: readonly string[];
  readonly p: readonly string[];
}

const same = (a: OffsetRange, b: OffsetRange): boolean => a[0] === b[0] && a[1] === b[1];

function leading({ analysis, lead }: Reaction): WindowFigures | null {
  if (analysis.kind !== 'measured') return null;
  const window = analysis.windows.find((one) => same(one.window, lead));
  return window?.kind === 'complete' ? window : null;
}

/** Smallest move in the leading window that a test finds four times in five, as a fraction; null without a test. */
export function detectableMove(reaction: Reaction): number | null {
  const { analysis } = reaction;
  if (analysis.kind !== 'measured') return null;
  return leading(reaction)?.detectable ?? analysis.dayZero.detectable;
}

function between(interval: readonly [number, number], formats: Formats): string {
  return `${formats.change(interval[0], 2)} to ${formats.change(interval[1], 2)}`;
}

/** How an ordinary return is told: "Constant mean", "Market model on the S&P 500". */
export function modelName({ model, benchmark }: Reaction): string {
  const name = benchmark?.proseName ?? benchmark?.name ?? 'its benchmark';
  switch (model) {
    case 'mean':
      return 'Constant mean';
    case 'market':
      return `Market model on ${name}`;
    case 'adjusted':
      return `Less the return of ${name}`;
  }
}

function fitWords({ fit }: Measured, formats: Formats): string {
  const drift = `${formats.change(fit.alpha, 3)} a session`;
  if (fit.model === 'mean') return `average ${drift}`;
  if (fit.model === 'adjusted') return 'nothing estimated';
  const explained = fit.r2 === null ? '' : `, R² ${formats.fixed(fit.r2, 2)}`;
  return `average ${drift}, beta ${formats.fixed(fit.beta, 2)}${explained}`;
}

function estimationWords({ analysis }: Reaction, asked: StatisticsView, formats: Formats): string {
  const { rows, panel } = analysis;
  const [first, last] = [panel.sessions[rows[0] ?? -1], panel.sessions[rows.at(-1) ?? -1]];
  const dates =
    first === undefined || last === undefined ? '' : `, ${formats.mediumDate(first)} to ${formats.mediumDate(last)}`;
  return `${formats.number(rows.length)}, of sessions ${offsetWords(asked.estimation)}${dates}`;
}

function intervalWords(interval: readonly [number, number], formats: Formats): string {
  return `95% interval ${between(interval, formats)}`;
}

/** The sum over the reader's own event window, where it is not day 0 alone. */
function chosenWindow({ windows }: Measured, { window: asked }: StatisticsView, formats: Formats): Figure[] {
  if (asked[0] === 0 && asked[1] === 0) return [];
  const found = windows.find(({ window }) => same(window, asked));
  const label = `Sum over ${offsetWords(asked)}`;
  if (found === undefined) return [];
  if (found.kind === 'partial') return [{ label, value: `${found.have} of ${found.L} sessions so far` }];
  const { car, interval, rolling } = found;
  const rank = rolling.two === null ? '' : `; p among overlapping sums ${pWords(rolling.two, formats)}`;
  return [{ label, value: `${formats.change(car, 2)}; ${intervalWords(interval, formats)}${rank}` }];
}

function measuredFigures(reaction: Reaction, analysis: Measured, asked: StatisticsView, formats: Formats): Figure[] {
  const { fit, sorted, dayZero, ewmaSigma, rank } = analysis;
  const window = leading(reaction);
  const { p, holmP, looks, lead } = reaction;
  const abnormal = window ?? { car: dayZero.ar, interval: dayZero.interval, t: dayZero.t, p: dayZero.p };
  const confounders = reaction.confounders.map(({ confounder }) => confounder.title);
  return [
    {
      label: 'Sigma, robust sigma',
      value: `${formats.percent(fit.sigma, 2)}, ${formats.percent(sorted.robustSigma, 2)}`,
    },
    {
      label: 'Days that moved at least as much',
      value: `${formats.number(rank.atLeast)} of ${formats.number(rank.T)}${shareInBrackets(rank.atLeast, rank.T)}`,
    },
    {
      label: 'The same after taking out what was expected',
      value: `${formats.number(dayZero.standing.asLarge)} of ${formats.number(rank.T)}`,
    },
    {
      label: `Move beyond what was expected, ${lead[1] === 0 ? 'day 0' : offsetWords(lead)}`,
      value: `${formats.change(abnormal.car, 2)}${asked.returns === 'log' ? ' (log return)' : ''}; ${intervalWords(abnormal.interval, formats)}`,
    },
    ...chosenWindow(analysis, asked, formats),
    ...(p === null || holmP === null
      ? []
      : [
          {
            label: `p${lead[1] === 0 ? '' : ' of the sum (descriptive)'}, and after Holm`,
            value: `${pWords(p, formats)}, ${pWords(holmP, formats)} for ${formats.number(looks)} comparisons${
              confounders.length === 0 ? '' : `; also in that session: ${confounders.join('; ')}`
            }`,
          },
        ]),
    {
      label: 'Smallest move that can be told from chance',
      value: `${formats.percent(detectableMove(reaction) ?? dayZero.detectable, 1)}, which a test at 5% finds four times in five`,
    },
    {
      label: 'Given the volatility just before',
      value: `sigma ${formats.percent(ewmaSigma, 2)}; what was not expected is ${formats.fixed(Math.abs(dayZero.ewmaZ), 1)} times that`,
    },
  ];
}

/** The figures of one reaction under one choice of statistics, in the order in which they are read. */
export function reactionFigures(reaction: Reaction, asked: StatisticsView, formats: Formats): Figure[] {
  const { analysis } = reaction;
  const { move } = analysis;
  const start: Figure[] = [
    {
      label: 'Move',
      value: `${formats.change(move.move, 2)}, to ${formats.level(move.close)} on ${formats.mediumDate(move.session)}`,
    },
    { label: 'Baseline', value: `${formats.level(move.baselineClose)}, close of ${formats.mediumDate(move.baseline)}` },
    { label: 'Ordinary days', value: estimationWords(reaction, asked, formats) },
  ];
  if (analysis.kind === 'measured') {
    return [
      ...start,
      { label: 'Expected return', value: `${modelName(reaction)}: ${fitWords(analysis, formats)}` },
      ...measuredFigures(reaction, analysis, asked, formats),
    ];
  }
  if (analysis.kind === 'ranked') return [...start, { label: 'Sigma', value: formats.percent(analysis.sigma, 2) }];
  return start;
}

/** The sums over every window that was asked for. Empty without history enough for a test. */
export function windowRows({ analysis }: Reaction, formats: Formats): WindowRow[] {
  if (analysis.kind !== 'measured') return [];
  return analysis.windows.map((window): WindowRow => {
    const name = [offsetWords(window.window)];
    if (window.kind === 'partial') {
      return { window: name, move: [`${window.have} of ${window.L} sessions so far`], abnormal: [], p: [] };
    }
    return {
      window: name,
      move: [formats.change(window.move, 2), ...(window.bhar === null ? [] : [formats.change(window.bhar, 2)])],
      abnormal: [formats.change(window.car, 2), between(window.interval, formats)],
      p: [pWords(window.p, formats), window.rolling.two === null ? 'no stretch' : pWords(window.rolling.two, formats)],
    };
  });
}

/** The columns of the windows' table. */
export const windowColumns: Readonly<Record<keyof WindowRow, string>> = {
  window: 'Sessions',
  move: 'Move, less the benchmark’s',
  abnormal: 'Beyond expected, 95% interval',
  p: 'p of t, p among overlapping sums',
};

/** A distance from day 0: "−5", "0", "+5". */
export function signedOffset(day: number): string {
  return day > 0 ? `+${day}` : String(day).replace('-', '−');
}

/** What a choice of statistics is called above its column. */
export function statisticsName(asked: StatisticsView, study: Study): string {
  if (sameStatistics(asked, defaultStatistics(study))) return 'Default: constant mean';
  if (sameStatistics(asked, secondOpinionStatistics(study))) {
    return 'Second opinion: market model';
  }
  const model = { mean: 'constant mean', market: 'market model', adjusted: 'less the benchmark' }[asked.model];
  const benchmark = study.instruments.find(({ id }) => id === asked.benchmark);
  const on = benchmark === undefined || asked.model === 'mean' ? '' : ` on ${benchmark.proseName ?? benchmark.name}`;
  const window = asked.window[0] === 0 && asked.window[1] === 0 ? '' : `, event window ${offsetWords(asked.window)}`;
  const returns = asked.returns === 'log' ? '' : ', simple returns';
  return `Your choice: ${model}${on}, ${offsetWords(asked.estimation)}${window}${returns}`;
}

/** What else the study has from the first session of the widest window to its last: other events, then confounders. */
function alsoInWindows({ analysis, event, instrument }: Reaction, study: Study): string[] {
  if (analysis.kind !== 'measured') return [];
  const { sessions } = analysis.panel;
  const dayZero = sessions.indexOf(analysis.move.session);
  const at = (offset: number) => sessions[Math.min(sessions.length - 1, Math.max(0, dayZero + offset))];
  const from = at(Math.min(...analysis.windows.map(({ window }) => window[0])));
  const to = at(Math.max(...analysis.windows.map(({ window }) => window[1])));
  if (from === undefined || to === undefined) return [];
  const { exchange } = instrument;
  const others = study.events.filter((other) => {
    if (other.id === event.id) return false;
    const mapping = mapAnnouncement(other.time, other.zone, exchange, sessions);
    return mapping.kind === 'mapped' && mapping.dayZero <= to && from <= mapping.lastDayZero;
  });
  const confounders = confoundersOf(study, exchange, sessions, from, to).map(({ confounder }) => confounder);
  return [...others, ...confounders].map(({ title }) => title);
}

/** What has to stand beside the p-values of the windows: that they are many, and everything else in the widest of them. */
export function windowNote(reaction: Reaction, study: Study): string {
  const also = alsoInWindows(reaction, study);
  const more =
    also.length === 0
      ? `Longer windows can hold more than “${reaction.event.title}”.`
      : `Besides “${reaction.event.title}”, the widest window holds: ${also.join('; ')}.`;
  return `The sums overlap, and none of these p-values is corrected for the number of windows. ${more}`;
}

/** What a model leaves unexplained of the move, and how ordinary that is. Null without a test. */
function unexplained({ analysis, instrument }: Reaction, formats: Formats): string | null {
  if (analysis.kind !== 'measured') return null;
  const { ar, standing } = analysis.dayZero;
  return (
    `Beyond what was expected, ${instrument.proseName ?? instrument.name} moved ${formats.change(ar, 2)}; ` +
    `${formats.number(standing.asLarge)} of ${formats.number(analysis.fit.T)} ordinary days were at least as far off.`
  );
}

/** What the reader's choice says, in the order in which it is read: how it was held, what is left, how unusual that is. */
export function chosenWords(reaction: Reaction, said: ReactionSentences, formats: Formats): string {
  const size = reaction.model === 'mean' ? said.rank : unexplained(reaction, formats);
  return [said.model, size, said.judgement, said.detectable, said.windows, said.history]
    .filter((part) => part !== null)
    .join(' ');
}
