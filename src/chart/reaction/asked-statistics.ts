import {
  defaultParameters,
  type OffsetRange,
  parameterProblem,
  type ReactionParameters,
  secondOpinion,
} from '../../core/reaction/parameters.ts';
import type { ReactionRequest } from '../../core/reaction/study-reactions.ts';
import type { Study } from '../../core/study.ts';
import { defaultView, type View } from '../view/view.ts';

/** The part of a view that the statistics follow. */
export type StatisticsView = Pick<View, 'model' | 'benchmark' | 'estimation' | 'window' | 'returns'>;

/** What a reader asks of the statistics: a request, or the sentence that says why it cannot be met. */
export type Asked =
  | { readonly kind: 'request'; readonly request: ReactionRequest }
  | { readonly kind: 'problem'; readonly sentence: string };

const same = (a: OffsetRange, b: OffsetRange): boolean => a[0] === b[0] && a[1] === b[1];

/** What is shown whatever a reader chooses, so that a choice always stands beside it. */
export const defaultRequest: ReactionRequest = { parameters: defaultParameters };

/** The statistics of a reader who chose nothing. */
export function defaultStatistics(study: Study): StatisticsView {
  const { model, benchmark, estimation, window, returns } = defaultView(study);
  return { model, benchmark, estimation, window, returns };
}

/** The second opinion as a choice: the market model on the last half year. */
export function secondOpinionStatistics(study: Study): StatisticsView {
  return { ...defaultStatistics(study), model: secondOpinion.model, estimation: secondOpinion.estimation };
}

/** Whether two choices ask for the same statistics. */
export function sameStatistics(a: StatisticsView, b: StatisticsView): boolean {
  return (
    a.model === b.model &&
    a.benchmark === b.benchmark &&
    a.returns === b.returns &&
    same(a.estimation, b.estimation) &&
    same(a.window, b.window)
  );
}

/** The request that a view makes. Windows that overlap the estimation are a problem, told in one sentence. */
export function askedStatistics({ model, benchmark, estimation, window, returns }: StatisticsView): Asked {
  const windows = defaultParameters.windows.some((known) => same(known, window))
    ? defaultParameters.windows
    : [...defaultParameters.windows, window];
  const parameters: ReactionParameters = { ...defaultParameters, model, estimation, windows, returns };
  const sentence = parameterProblem(parameters);
  if (sentence !== null) return { kind: 'problem', sentence };
  return { kind: 'request', request: { parameters, ...(benchmark === null ? {} : { benchmark }) } };
}
