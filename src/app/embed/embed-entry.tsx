import { lazy, Suspense, useState } from 'react';
import { PartBoundary } from '../parts/part-boundary.tsx';
import type { DashboardState } from '../state/dashboard-state.ts';

const EmbedDialog = lazy(async () => ({ default: (await import('./embed-dialog.tsx')).EmbedDialog }));

/** The way into the embed dialog, which is loaded when it is first wanted. */
export function EmbedEntry({ state }: { state: DashboardState }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="word" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Embed
      </button>
      {isOpen ? (
        <PartBoundary part="embed">
          <Suspense fallback={<span role="status">Loading …</span>}>
            <EmbedDialog state={state} onClose={() => setOpen(false)} />
          </Suspense>
        </PartBoundary>
      ) : null}
    </>
  );
}
