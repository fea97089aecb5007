/** Why `<market-reaction>` shows no chart, as its page's readers are told. */
export const noChart = {
  /** What stands where a name should. */
  noName: (attribute: 'study' | 'chart', value: string): string =>
    `There is no chart here: “${value}” is no name of a ${attribute}, which has the letters a to z, digits and hyphens only.`,
  kept: 'The rules of this page keep the chart’s frame out.',
  silent: (address: string): string =>
    `The chart does not answer at ${address}: there may be none of this name, or the rules of this page keep its frame out.`,
} as const;
