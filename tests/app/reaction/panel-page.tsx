import { render } from '@testing-library/react';
import { ClaimList } from '../../../src/app/claims/claim-list.tsx';
import { Lead } from '../../../src/app/parts/lead.tsx';
import { ReactionPanel } from '../../../src/app/reaction/reaction-panel.tsx';
import type { DashboardState } from '../../../src/app/state/dashboard-state.ts';
import type { View } from '../../../src/chart/view/view.ts';
import type { InstrumentId, PriceSeries } from '../../../src/core/series.ts';
import type { Study } from '../../../src/core/study.ts';
import { bundledSeries, firstStudy } from '../../core/study-at-hand.ts';
import { stateAtHand } from '../state-at-hand.ts';

/** The headline, the panel and the claims as they are baked: with all disclosures filled. */
export function panelPage(
  change: Partial<View> = {},
  study: Study = firstStudy(),
  available: ReadonlyMap<InstrumentId, PriceSeries> = bundledSeries(study),
  mode: DashboardState['mode'] = 'baked',
) {
  const { state, changes } = stateAtHand(change, mode, study, available);
  const page = render(
    <main>
      <Lead state={state} />
      <ReactionPanel state={state} />
      <ClaimList state={state} />
    </main>,
  );
  return { page, changes, text: () => (page.container.textContent ?? '').replaceAll('\u00a0', ' ') };
}
