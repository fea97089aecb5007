import type { ReactNode } from 'react';
import type { DashboardState } from '../state/dashboard-state.ts';

/**
 * Form fields, which do nothing before scripts run. They are not in the finished page: a browser that meets a field
 * lays the whole page out before its typefaces are there, to see whether it could fill it in.
 */
export function LiveFields({ state, children }: { state: DashboardState; children: ReactNode }) {
  return state.mode === 'baked' ? <p className="quiet">Choosing here needs scripts.</p> : children;
}
