import type { ClaimCheck } from '../../core/study.ts';
import { composeWords } from '../../words/en/compose.ts';

/** What a close is multiplied with before it is held against a level: a number, what it is, and where it is from. */
export function FactorForm({
  check,
  onChange,
}: {
  check: Extract<ClaimCheck, { kind: 'level' }>;
  onChange: (check: ClaimCheck) => void;
}) {
  return (
    <form
      className="fields"
      aria-label={composeWords.factor}
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        const text = (name: string): string => {
          const entry = given.get(name);
          return typeof entry === 'string' ? entry.trim() : '';
        };
        onChange({ ...check, times: { value: Number(text('value')), what: text('what'), source: text('source') } });
      }}
    >
      <label>
        <span>{`${composeWords.factor} `}</span>
        <input name="value" type="number" min="0" step="any" required defaultValue={check.times?.value} />
      </label>
      <label>
        <span>{`${composeWords.factorWhat} `}</span>
        <input name="what" type="text" required defaultValue={check.times?.what} />
      </label>
      <label>
        <span>{`${composeWords.factorSource} `}</span>
        <input name="source" type="text" required defaultValue={check.times?.source} />
      </label>
      <button type="submit">{composeWords.useFactor}</button>
    </form>
  );
}
