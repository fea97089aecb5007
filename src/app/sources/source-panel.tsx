import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { DashboardState } from '../state/dashboard-state.ts';
import { PartBoundary } from '../parts/part-boundary.tsx';
import type { Incoming } from './incoming.ts';
import { readIncoming } from './read-incoming.ts';

/** What the dialog holds is loaded when it is first opened. */
const SourceChoices = lazy(() =>
  import('./source-choices.tsx').then(({ SourceChoices: loaded }) => ({ default: loaded })),
);

/**
 * Where the figures come from, and how to have them from elsewhere: a word that
 * opens the sources, a file that may be dropped anywhere on the page, and the
 * same closes from two sources compared.
 */
export function SourcePanel({ state }: { state: DashboardState }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [incoming, setIncoming] = useState<Incoming | null>(null);
  const [isDropping, setDropping] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const { desk, openStudyFile } = state;

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setDropping(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDropping(false);
    };
    const drop = (event: DragEvent): void => {
      setDropping(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      if (openStudyFile !== undefined && /\.zip$/i.test(file.name)) {
        openStudyFile(file);
        return;
      }
      void readIncoming(file).then((given) => {
        setIncoming(given);
        setOpened(true);
        if (dialog.current?.open === false) dialog.current.showModal();
      });
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [openStudyFile]);

  const close = (): void => dialog.current?.close();
  const open = (): void => {
    setOpened(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className="word" disabled={desk === null} onClick={open}>
        Sources and files
      </button>
      {isDropping ? (
        <p className="drop-here">Drop a CSV file of daily closes, or a study, anywhere on this page.</p>
      ) : null}
      <dialog ref={dialog} className="source-dialog" aria-labelledby="sources-title">
        <div className="dialog-head">
          <h2 id="sources-title">Where the closes come from</h2>
          <button type="button" className="word" onClick={close}>
            Close
          </button>
        </div>
        {desk === null || !wasOpened ? null : (
          <PartBoundary part="sources">
            <Suspense fallback={<p>Loading …</p>}>
              <SourceChoices state={state} desk={desk} incoming={incoming} onDone={close} />
            </Suspense>
          </PartBoundary>
        )}
      </dialog>
    </>
  );
}
