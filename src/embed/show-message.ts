/**
 * Event of a frame page's window: the address asks for another view. Its `detail` is the controller of the figure;
 * whoever can draw the view listens once it is loaded.
 */
export const SHOW_MESSAGE = 'market-reaction:show';
