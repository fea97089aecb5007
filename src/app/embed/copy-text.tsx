import { useState } from 'react';

/** A text that is there to be copied, with a button that says when it was. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const [outcome, setOutcome] = useState('');
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('Copied'),
      () => setOutcome('Select the text and copy it by hand: the browser does not let this page'),
    );
  };
  return (
    <div className="copy-text">
      <textarea
        readOnly
        rows={Math.min(6, 1 + Math.ceil(text.length / 76))}
        aria-label={label}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" className="word" onClick={copy}>
        Copy
      </button>
      <span> </span>
      <span role="status">{outcome}</span>
    </div>
  );
}
