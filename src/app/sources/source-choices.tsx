import { useSyncExternalStore } from 'react';
import { adapters } from '../../data/port/registry.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { FileImport } from './file-import.tsx';
import type { Incoming } from './incoming.ts';
import { CrossCheckPanel } from './cross-check-panel.tsx';
import type { Desk } from './series-queries.ts';
import { SourceEntry } from './source-entry.tsx';

/** A file of the reader's, every source, and the same closes from two of them compared. */
export function SourceChoices({
  state,
  desk,
  incoming,
  onDone,
}: {
  state: DashboardState;
  desk: Desk;
  incoming: Incoming | null;
  onDone: () => void;
}) {
  const held = useSyncExternalStore(desk.memory.subscribe, desk.memory.current);
  return (
    <>
      <FileImport
        key={incoming?.text ?? ''}
        instruments={state.study.instruments}
        desk={desk}
        incoming={incoming}
        onUsed={() => {
          state.setView({ source: 'file' });
          onDone();
        }}
      />
      <ul className="sources">
        {adapters
          .filter((adapter) => !adapter.needs.file)
          .map((adapter) => (
            <SourceEntry
              key={adapter.id}
              state={state}
              desk={desk}
              adapter={adapter}
              last={held.last.get(adapter.id) ?? null}
              hasKey={held.keys.has(adapter.id)}
              onChosen={onDone}
            />
          ))}
      </ul>
      <CrossCheckPanel state={state} desk={desk} />
    </>
  );
}
