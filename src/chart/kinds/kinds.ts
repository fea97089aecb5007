import type { ChartKind } from '../view/view.ts';
import { daily } from './daily.ts';
import { eventTime } from './event-time.ts';
import type { Kind } from './kind.ts';
import { multiples } from './multiples.ts';
import { overlay } from './overlay.ts';

/** Every kind of chart: a name of the view without its file does not compile. */
export const kinds: Readonly<Record<ChartKind, Kind>> = {
  overlay,
  'event-time': eventTime,
  daily,
  multiples,
};
