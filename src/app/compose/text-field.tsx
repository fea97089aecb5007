/** A field for words, of one line or several. */
export function TextField({
  label,
  value,
  isLong = false,
  onChange,
}: {
  label: string;
  value: string;
  isLong?: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <label className="text-field">
      <span>{label}</span>
      {isLong ? (
        <textarea rows={2} value={value} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input type="text" value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </label>
  );
}
