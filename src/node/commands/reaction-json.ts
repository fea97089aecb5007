import type { Analysis } from '../../core/reaction/analysis.ts';
import { residualAutocorrelation, standardizedRankP } from '../../core/reaction/diagnostics.ts';
import type { OffsetRange, ReactionParameters } from '../../core/reaction/parameters.ts';
import type { Reaction } from '../../core/reaction/study-reactions.ts';
import type { PriceSeries } from '../../core/series.ts';
import { criticalValues } from '../../core/reaction/student-t.ts';
import { gapJson } from './gap-json.ts';

function fitJson(analysis: Analysis) {
  const measured = analysis.kind === 'measured' ? analysis : null;
  const fit = measured?.fit;
  return {
    T: analysis.rows.length,
    alpha: fit?.alpha ?? null,
    beta: fit?.beta ?? null,
    sigma: analysis.kind === 'ranked' ? analysis.sigma : (fit?.sigma ?? null),
    df: fit?.df ?? null,
    r2: fit?.r2 ?? null,
    t_crit: fit === undefined ? null : criticalValues(fit.df).t975,
    robust_sigma_mad: measured?.sorted.robustSigma ?? null,
    ewma_sigma_day0: measured?.ewmaSigma ?? null,
    resid_acf1: fit === undefined ? null : residualAutocorrelation(fit),
  };
}

/** One session; all but its return is null where there is no test. */
function dayJson(analysis: Analysis, row: number, dayZero: number) {
  const measured = analysis.kind === 'measured' ? analysis : null;
  const day = measured?.days.find((one) => one.row === row);
  return {
    day: row - dayZero,
    session: analysis.panel.sessions[row],
    r: analysis.panel.r[row] ?? null,
    m: analysis.panel.benchmark?.m[row] ?? null,
    AR: day?.ar ?? null,
    c: day?.c ?? null,
    se: day?.se ?? null,
    t: day?.t ?? null,
    p: day?.p ?? null,
    t_naive: measured === null || day === undefined ? null : day.ar / measured.fit.sigma,
    sq_p_upper: day?.standing.upper ?? null,
    sq_p_lower: day?.standing.lower ?? null,
    sq_p_two: day?.standing.two ?? null,
    sq_p_abs: day?.standing.absolute ?? null,
    sq_std_p_two:
      measured === null || day === undefined
        ? null
        : standardizedRankP(analysis.panel, measured.fit, analysis.rows, day),
    percentile: day?.standing.percentile ?? null,
    robust_z: day?.robustZ ?? null,
    ewma_z: day?.ewmaZ ?? null,
    detectable: day?.detectable ?? null,
  };
}

/** The sessions that were asked for, as far as they have a return. */
function daysJson(analysis: Analysis, dayZero: number, [from, to]: OffsetRange) {
  const { sessions } = analysis.panel;
  const days: ReturnType<typeof dayJson>[] = [];
  for (let row = Math.max(1, dayZero + from); row <= Math.min(sessions.length - 1, dayZero + to); row++) {
    days.push(dayJson(analysis, row, dayZero));
  }
  return days;
}

/** One window: the raw move where its closes are there, the rest where there is a test besides. */
function windowJson(analysis: Analysis, dayZero: number, window: OffsetRange) {
  const { sessions, closes } = analysis.panel;
  const [from, to] = [dayZero + window[0], dayZero + window[1]];
  const L = window[1] - window[0] + 1;
  const [start, end] = [closes[from - 1], closes[to]];
  const raw = start === undefined || end === undefined ? null : end / start - 1;
  const measured = analysis.kind === 'measured' ? analysis : null;
  const found = measured?.windows.find((one) => one.window[0] === window[0] && one.window[1] === window[1]);
  const sums = found?.kind === 'complete' ? found : undefined;
  const naive = measured === null || sums === undefined ? null : measured.fit.sigma * Math.sqrt(L);
  return {
    window,
    L,
    sessions_so_far: Math.max(0, Math.min(to, sessions.length - 1) - Math.max(1, from) + 1),
    CAR: sums?.car ?? null,
    factor: sums?.factor ?? null,
    se: sums?.se ?? null,
    t: sums?.t ?? null,
    p: sums?.p ?? null,
    ci_lo: sums?.interval[0] ?? null,
    ci_hi: sums?.interval[1] ?? null,
    se_naive: naive,
    t_naive: naive === null || sums === undefined ? null : sums.car / naive,
    roll_n: sums?.rolling.n ?? null,
    roll_p_two: sums?.rolling.two ?? null,
    raw_log: raw === null ? null : Math.log1p(raw),
    raw_simple: raw,
    BHAR_simple: sums?.bhar ?? null,
    detectable: sums?.detectable ?? null,
  };
}

/**
 * A reaction as plain JSON, under the metric names of tests/reference. Returns
 * are fractions. The shape is always the same: what cannot be told, with too
 * little history or too few sessions, is null.
 */
export function reactionJson(
  reaction: Reaction,
  series: PriceSeries,
  parameters: ReactionParameters,
  sentences: readonly string[],
  issues: readonly string[],
) {
  const { mapping, analysis } = reaction;
  const { phases } = mapping;
  const { panel } = analysis;
  const measured = analysis.kind === 'measured' ? analysis : null;
  const dayZero = panel.sessions.indexOf(mapping.dayZero);
  const fit = fitJson(analysis);
  const windows = measured === null ? parameters.windows : measured.windows.map(({ window }) => window);
  return {
    day0: mapping.dayZero,
    phase: phases?.first.kind ?? null,
    share_of_session_elapsed: phases !== null && 'share' in phases.first ? phases.first.share : null,
    phase_last: phases?.last.kind ?? null,
    baseline: mapping.baseline,
    ambiguous: mapping.ambiguous,
    auction: mapping.auction,
    last_day0: mapping.lastDayZero,
    move: analysis.move,
    model: measured?.fit.model ?? null,
    estimation_sessions: analysis.rows.length,
    raw_as_large: 'rank' in analysis ? analysis.rank.atLeast : null,
    sigma: fit.sigma,
    fit,
    days: daysJson(analysis, dayZero, parameters.days),
    windows: windows.map((window) => windowJson(analysis, dayZero, window)),
    shocks: measured === null ? [] : measured.shocks.map((row) => panel.sessions[row]),
    ...gapJson(reaction, series),
    verdict: reaction.verdict,
    sentences,
    issues,
  };
}
