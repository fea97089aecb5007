import { offsetWords } from '../../chart/sentences/reaction.ts';
import { phaseWords } from '../../chart/sentences/event-words.ts';
import { formatsFor } from '../../chart/text/formats.ts';
import type { Measured } from '../../core/reaction/analysis.ts';
import type { Reaction } from '../../core/reaction/study-reactions.ts';

const formats = formatsFor('en');

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ')).join('\n');
}

const ratio = (value: number): string => formats.change(value, 2);
/** A p-value with three decimals; a small one is never written as none. */
const p = (value: number | null): string => {
  if (value === null) return '';
  return value < 0.001 ? 'below 0.001' : value.toFixed(3);
};

function figures(analysis: Measured): string {
  const { fit, sorted, ewmaSigma } = analysis;
  const spread = [
    `T ${fit.T}`,
    `sigma ${formats.percent(fit.sigma, 2)}`,
    `robust sigma ${formats.percent(sorted.robustSigma, 2)}`,
    `volatility at the time ${formats.percent(ewmaSigma, 2)}`,
    ...(fit.model === 'market' ? [`beta ${fit.beta.toFixed(2)}`, `R² ${(fit.r2 ?? 0).toFixed(2)}`] : []),
  ].join(', ');
  const days = analysis.days.map((day) => [
    offsetWords([day.day, day.day]).slice(1).split(',')[0] ?? '',
    analysis.panel.sessions[day.row] ?? '',
    ratio(analysis.panel.simple[day.row] ?? Number.NaN),
    ratio(day.ar),
    formats.percent(day.se, 2),
    p(day.p),
    p(day.standing.absolute),
  ]);
  const windows = analysis.windows.map((window) =>
    window.kind === 'partial'
      ? [offsetWords(window.window), `${window.have} of ${window.L} sessions so far`]
      : [
          offsetWords(window.window),
          ratio(window.move),
          ratio(window.car),
          `${ratio(window.interval[0])} to ${ratio(window.interval[1])}`,
          p(window.p),
          p(window.rolling.two),
        ],
  );
  return [
    spread,
    table([['day', 'session', 'move', 'AR', 'se', 'p (t)', 'p (rank)'], ...days]),
    table([['window', 'move', 'CAR', '95% interval', 'p (t)', 'p (rank)'], ...windows]),
  ].join('\n\n');
}

/** A reaction for a terminal: what has to be said about the rows, the sentences, and the figures under them. */
export function reactionTable(reaction: Reaction, sentences: readonly string[], issues: readonly string[]): string {
  const { mapping, analysis } = reaction;
  const parts = [
    `Day 0: ${mapping.dayZero} (${phaseWords(mapping, formats)}); baseline: the close of ${mapping.baseline ?? ''}.`,
    // What is wrong with the rows is said before anything that is computed of them.
    ...(issues.length === 0 ? [] : [issues.map((issue) => `Note: ${issue}`).join('\n')]),
    sentences.join('\n'),
    ...(analysis.kind === 'measured' ? [figures(analysis)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
