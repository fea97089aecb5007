import type { ClaimVerdict } from '../../core/claims/claim-verdict.ts';
import { claimPlaceWords, claimSentences } from '../../chart/sentences/claims.ts';
import { OPENING_RANGE, type View } from '../../chart/view/view.ts';
import { isPlain } from '../parts/view-link.tsx';
import { verdictsOf } from '../reaction/study-statistics.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { claimPlace } from './claim-place.ts';

/** The view in which a claim's session can be seen: its event in the opening range, with its instrument among the lines. */
function placeView(place: NonNullable<ClaimVerdict['place']>, view: View): Partial<View> {
  return {
    event: place.event,
    base: { kind: 'event', event: place.event },
    range: OPENING_RANGE,
    instruments: view.instruments.includes(place.instrument)
      ? view.instruments
      : [...view.instruments, place.instrument],
  };
}

function PlaceLink({ state, place }: { state: DashboardState; place: NonNullable<ClaimVerdict['place']> }) {
  const change = placeView(place, state.view);
  return (
    <a
      href={`${state.hrefOf(change)}#chart`}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        state.setView(change);
        document.querySelector('#chart')?.scrollIntoView({ block: 'nearest' });
      }}
    >
      {claimPlaceWords(place.session, state.formats)}
    </a>
  );
}

/** What the article says about the markets, each sentence with what the closes say of it. */
export function ClaimList({ state }: { state: DashboardState }) {
  const { study, available, formats } = state;
  if (study.claims.length === 0) return null;
  return (
    <>
      <h2>What the article says about the markets, checked</h2>
      <ol className="claims">
        {verdictsOf(study, available).map((verdict) => {
          const said = claimSentences(verdict, study, formats);
          return (
            <li
              key={verdict.claim.id}
              id={claimPlace(verdict.claim.id)}
              data-claim={verdict.claim.id}
              data-status={verdict.status}
            >
              <blockquote>{`“${verdict.claim.quote}”`}</blockquote>
              <div>
                <p className="verdict">{said.verdict}</p>
                <p>{said.figures}</p>
                <p className="quiet">{said.beyond === null ? said.rule : `${said.rule} ${said.beyond}`}</p>
                {verdict.place === null ? null : (
                  <p>
                    <PlaceLink state={state} place={verdict.place} />
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
