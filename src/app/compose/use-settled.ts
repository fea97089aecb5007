import { startTransition, useEffect, useState } from 'react';

/** Milliseconds without a change after which somebody has stopped typing. */
const PAUSE = 250;

/** A value once it has stopped changing for a moment; the first one that is there at once. */
export function useSettled<Value>(value: Value | null): Value | null {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSettled(value)), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled ?? value;
}
