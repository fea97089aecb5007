import type { Measured } from '../../core/reaction/analysis.ts';
import type { DayFigures } from '../../core/reaction/day-figures.ts';
import { residualAutocorrelation, standardizedRankP } from '../../core/reaction/diagnostics.ts';
import type { Reaction } from '../../core/reaction/study-reactions.ts';
import { criticalValues } from '../../core/reaction/student-t.ts';
import type { PartialWindow, WindowFigures } from '../../core/reaction/window-figures.ts';

function fitJson({ fit, sorted, ewmaSigma }: Measured) {
  return {
    T: fit.T,
    alpha: fit.alpha,
    beta: fit.beta,
    sigma: fit.sigma,
    df: fit.df,
    r2: fit.r2,
    t_crit: criticalValues(fit.df).t975,
    robust_sigma_mad: sorted.robustSigma,
    ewma_sigma_day0: ewmaSigma,
    resid_acf1: residualAutocorrelation(fit),
  };
}

function dayJson(analysis: Measured, day: DayFigures) {
  return {
    day: day.day,
    session: analysis.panel.sessions[day.row],
    r: day.r,
    m: day.m,
    AR: day.ar,
    c: day.c,
    se: day.se,
    t: day.t,
    p: day.p,
    t_naive: day.ar / analysis.fit.sigma,
    sq_p_upper: day.standing.upper,
    sq_p_lower: day.standing.lower,
    sq_p_two: day.standing.two,
    sq_p_abs: day.standing.absolute,
    sq_std_p_two: standardizedRankP(analysis.panel, analysis.fit, analysis.rows, day),
    percentile: day.standing.percentile,
    robust_z: day.robustZ,
    ewma_z: day.ewmaZ,
    detectable: day.detectable,
  };
}

function windowJson(analysis: Measured, window: WindowFigures | PartialWindow) {
  if (window.kind === 'partial') return { window: window.window, L: window.L, sessions_so_far: window.have };
  const naive = analysis.fit.sigma * Math.sqrt(window.L);
  return {
    window: window.window,
    L: window.L,
    CAR: window.car,
    factor: window.factor,
    se: window.se,
    t: window.t,
    p: window.p,
    ci_lo: window.interval[0],
    ci_hi: window.interval[1],
    se_naive: naive,
    t_naive: window.car / naive,
    roll_n: window.rolling.n,
    roll_p_two: window.rolling.two,
    raw_log: Math.log1p(window.move),
    raw_simple: window.move,
    BHAR_simple: window.bhar,
    detectable: window.detectable,
  };
}

/**
 * A reaction as plain JSON, under the metric names of tests/reference. Returns
 * are fractions. What cannot be told is null; with too little history `fit` is
 * null and `days` and `windows` are empty.
 */
export function reactionJson(reaction: Reaction, sentences: readonly string[], issues: readonly string[]) {
  const { mapping, analysis } = reaction;
  const { phases } = mapping;
  const measured = analysis.kind === 'measured' ? analysis : null;
  return {
    day0: mapping.dayZero,
    phase: phases?.first.kind ?? null,
    share_of_session_elapsed: phases !== null && 'share' in phases.first ? phases.first.share : null,
    phase_last: phases?.last.kind ?? null,
    baseline: mapping.baseline,
    ambiguous: mapping.ambiguous,
    last_day0: mapping.lastDayZero,
    move: analysis.move,
    model: reaction.model,
    estimation_sessions: analysis.rows.length,
    raw_as_large: 'rank' in analysis ? analysis.rank.atLeast : null,
    sigma: analysis.kind === 'ranked' ? analysis.sigma : (measured?.fit.sigma ?? null),
    fit: measured === null ? null : fitJson(measured),
    days: measured === null ? [] : measured.days.map((day) => dayJson(measured, day)),
    windows: measured === null ? [] : measured.windows.map((window) => windowJson(measured, window)),
    shocks: measured === null ? [] : measured.shocks.map((row) => measured.panel.sessions[row]),
    verdict: reaction.verdict,
    sentences,
    issues,
  };
}
