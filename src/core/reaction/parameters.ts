/** How the return that an ordinary day would have had is told: its mean, a line on the benchmark, or the benchmark. */
export type Model = 'mean' | 'market' | 'adjusted';

/** Sessions counted from day 0, both ends included: [-250, -11]. */
export type OffsetRange = readonly [number, number];

/** What a reader may choose about the statistics. */
export interface ReactionParameters {
  readonly model: Model;
  /** The sessions that say what an ordinary day looks like. */
  readonly estimation: OffsetRange;
  /** The event windows of which the abnormal returns are summed. */
  readonly windows: readonly OffsetRange[];
  /** The single sessions that are reported. */
  readonly days: OffsetRange;
  /** Whether models work on ln(Pₜ/Pₜ₋₁) or on Pₜ/Pₜ₋₁ − 1. Raw moves are simple in both. */
  readonly returns: 'log' | 'simple';
}

export const defaultParameters: ReactionParameters = {
  model: 'mean',
  estimation: [-250, -11],
  windows: [
    [0, 0],
    [0, 1],
    [-1, 1],
    [0, 4],
    [-5, 5],
  ],
  days: [-5, 5],
  returns: 'log',
};

/** The shorter window and the market model, one click away from the headline. */
export const secondOpinion: ReactionParameters = { ...defaultParameters, model: 'market', estimation: [-120, -11] };

/** Fewest ordinary days for a model without and with p-values, and without a warning (Market Reaction's method, §5). */
export const historyNeeded = { rank: 30, tests: 60, comfortable: 200 } as const;

/**
 * What is wrong with parameters, as one sentence, or null. Windows are whole
 * offsets in order, and the estimation window ends before every event window
 * and every reported day.
 */
export function parameterProblem(parameters: ReactionParameters): string | null {
  const { estimation, windows, days } = parameters;
  for (const [name, range] of [
    ['estimation window', estimation],
    ['range of days', days],
    ...windows.map((window) => ['event window', window] as const),
  ] as const) {
    if (!Number.isInteger(range[0]) || !Number.isInteger(range[1]) || range[0] > range[1]) {
      return `The ${name} ${range[0]}..${range[1]} is not a range; expected two whole numbers in order, such as -250..-11.`;
    }
  }
  for (const [from, to] of [...windows, days, [0, 0] as const]) {
    if (estimation[1] >= from) {
      return (
        `The estimation window ${estimation[0]}..${estimation[1]} overlaps the event window ${from}..${to}; ` +
        `end it before session ${from}.`
      );
    }
  }
  return null;
}
