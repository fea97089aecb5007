import type { Seen } from './panel-annotation.ts';

/**
 * What was laid out for each step of width (or height), each thing once: the same thing in several steps is one that
 * shows in all of them. What shows in every step names none.
 */
export function bySteps<Thing extends object>(steps: readonly (readonly Thing[])[], axis: 'w' | 'h'): (Thing & Seen)[] {
  const seen = new Map<string, { thing: Thing; in: number[] }>();
  for (const [step, things] of steps.entries()) {
    for (const thing of things) {
      const key = JSON.stringify(thing);
      const known = seen.get(key);
      if (known === undefined) seen.set(key, { thing, in: [step] });
      else known.in.push(step);
    }
  }
  return [...seen.values()].map(({ thing, in: shown }) =>
    shown.length === steps.length ? thing : { ...thing, [axis]: shown },
  );
}
