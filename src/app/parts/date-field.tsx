import { useState } from 'react';
import { isSessionDate, type SessionDate } from '../../core/units.ts';

/**
 * A day to choose, from `min` to `max`. A day outside of them stands as it was typed until the field is left, with a
 * sentence beside it, and is not told: while a year is typed its first digits are a year too.
 */
export function DateField({
  label,
  value,
  min,
  max,
  write,
  onChoose,
}: {
  label: string;
  /** `YYYY-MM-DD`, or nothing. */
  value: string;
  min: SessionDate | undefined;
  max: SessionDate | undefined;
  /** A date as the reader is told it. */
  write: (date: SessionDate) => string;
  onChoose: (date: SessionDate) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label>
      <span>{`${label} `}</span>
      <input
        type="date"
        value={typed ?? value}
        min={min}
        max={max}
        aria-invalid={typed !== null}
        onBlur={() => setTyped(null)}
        onChange={({ target }) => {
          const date = target.value;
          const isWithin = isSessionDate(date) && (min ?? date) <= date && date <= (max ?? date);
          setTyped(isWithin ? null : date);
          if (isWithin) onChoose(date);
        }}
      />
      {typed !== null && min !== undefined && max !== undefined ? (
        <span className="quiet">{` a day from ${write(min)} to ${write(max)}`}</span>
      ) : null}
    </label>
  );
}
