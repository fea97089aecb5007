import { claimLine, claimName, verdictWords } from '../../words/en/claims.ts';
import { verdictsOf } from '../reaction/study-statistics.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { claimPlace } from './claim-place.ts';

/** Every claim of the article with its verdict in one line, each linked to where it is told in full. */
export function ClaimLine({ state }: { state: DashboardState }) {
  const { study, available } = state;
  if (study.claims.length === 0) return null;
  return (
    <p className="claim-line">
      <span>{`${claimLine(study.article.outlet)} `}</span>
      {verdictsOf(study, available).map((verdict, index) => (
        <span key={verdict.claim.id}>
          {index === 0 ? null : <span> · </span>}
          <a href={`#${claimPlace(verdict.claim.id)}`}>{claimName(verdict.claim)}</a>
          <span>{` ${verdictWords(verdict)}`}</span>
        </span>
      ))}
    </p>
  );
}
