import type { SentencePart } from '../../chart/sentences/headline.ts';

/** A sentence in which the names of markets have their colours. */
export function Sentence({ parts }: { parts: readonly SentencePart[] }) {
  return (
    <>
      {parts.map(({ text, slot }, index) => (
        <span key={index} style={slot === null ? undefined : { color: `var(--series-${slot})` }}>
          {text}
        </span>
      ))}
    </>
  );
}
