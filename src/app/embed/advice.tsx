import type { EmbedSubject } from '../../embed/embed-subject.ts';
import { type Wiki, wikiAdvice } from '../../embed/snippets.ts';
import { CopyText } from './copy-text.tsx';

/** What to paste into a wiki. Another wiki's texts take the place of the last one's. */
export function Advice({ wiki, subject }: { wiki: Wiki; subject: EmbedSubject }) {
  const { pastes, limit } = wikiAdvice(wiki, subject);
  return (
    <>
      {pastes.map(({ where, text }, place) => (
        <section key={`${wiki} ${place}`}>
          <h3>{where}</h3>
          <CopyText label={where} text={text} />
        </section>
      ))}
      <p className="quiet">{limit}</p>
    </>
  );
}
