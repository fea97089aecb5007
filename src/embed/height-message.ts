/** The type of our own message `{type, height}`: the height in CSS pixels that a frame wants. */
export const HEIGHT_MESSAGE = 'market-reaction:height';
