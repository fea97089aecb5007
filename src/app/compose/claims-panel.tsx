import { claimSentences } from '../../chart/sentences/claims.ts';
import type { Formats } from '../../chart/text/formats.ts';
import type { EditedClaim } from '../../draft/study/edited-study.ts';
import type { HistoryAction } from '../../draft/study/edit-history.ts';
import { composeWords } from '../../words/en/compose.ts';
import { noCheckSentence } from '../../words/en/drafting.ts';
import { claimPlace } from '../claims/claim-place.ts';
import { FactorForm } from './factor-form.tsx';
import type { StudySoFar } from './study-so-far.ts';

function Verdict({ claim, soFar, formats }: { claim: EditedClaim; soFar: StudySoFar; formats: Formats }) {
  const verdict = soFar.verdicts.get(claim.id);
  if (claim.because !== null) return <p className="quiet">{noCheckSentence(claim.because)}</p>;
  if (verdict === undefined || soFar.study === null) return null;
  const { verdict: word, figures, beyond } = claimSentences(verdict, soFar.study, formats);
  return (
    <p>
      <strong>{`${word}.`}</strong>
      <span>{` ${figures} ${beyond ?? ''}`}</span>
    </p>
  );
}

/** What the article says of the markets, each sentence with its verdict or with the reason why it has none. */
export function ClaimsPanel({
  claims,
  soFar,
  formats,
  act,
}: {
  claims: readonly EditedClaim[];
  soFar: StudySoFar;
  formats: Formats;
  act: (action: HistoryAction) => void;
}) {
  if (claims.length === 0) return null;
  return (
    <section>
      <h2>{composeWords.claims}</h2>
      <ul className="plain">
        {claims.map((claim) => (
          <li key={claim.id} id={claimPlace(claim.id)}>
            <q>{claim.quote}</q>
            <Verdict claim={claim} soFar={soFar} formats={formats} />
            {claim.check?.kind === 'level' ? (
              <FactorForm
                check={claim.check}
                onChange={(check) => act({ kind: 'change-claim', claim: claim.id, change: { check } })}
              />
            ) : null}
            <button type="button" onClick={() => act({ kind: 'remove-claim', claim: claim.id })}>
              {composeWords.remove}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
