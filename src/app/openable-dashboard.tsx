import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Study } from '../core/study.ts';
import { openedFromFile } from '../words/en/study-file.ts';
import type { Island } from './dashboard.tsx';
import { LiveDashboard } from './live-dashboard.tsx';
import { type Reader, withFetchedDay } from './reader.ts';
import { studyFolderReader } from './study-folder-reader.ts';
import type { TakenPage } from './take-over.ts';

/** The study that is shown, and everything that is of that study alone. */
interface Shown {
  readonly study: Study;
  readonly reader: Reader;
  readonly page: TakenPage;
  readonly client: QueryClient;
  /** Counts the studies that were shown. */
  readonly count: number;
}

/** The study in a file as it is shown; the same study, with a sentence, where the file holds none. */
async function withFile(shown: Shown, file: File, reader: Reader): Promise<Shown> {
  const [{ openStudy }, { studyFileFailureSentence }] = await Promise.all([
    import('../draft/file/study-file.ts'),
    import('../words/en/study-file.ts'),
  ]);
  const opened = openStudy(new Uint8Array(await file.arrayBuffer()));
  const saying = (sentence: string): Reader => ({ ...reader, doubts: [...reader.doubts, sentence] });
  if (opened.kind === 'failed') {
    return { ...shown, reader: { ...shown.reader, doubts: saying(studyFileFailureSentence(opened.failure)).doubts } };
  }
  const { study, folder } = opened;
  // The view in the address is of another study.
  window.history.pushState(null, '', window.location.pathname);
  document.title = `${study.title} · Market Reaction`;
  document.documentElement.lang = study.language;
  return {
    study,
    reader: withFetchedDay(
      { ...studyFolderReader(saying(openedFromFile(file.name)), folder), pageStudy: study.id },
      study.snapshot.retrieved,
    ),
    page: shown.page.forAnotherStudy(),
    client: new QueryClient(),
    count: shown.count + 1,
  };
}

/** The dashboard of a study, and of every other one that the reader drops on the page. */
export function OpenableDashboard({
  study,
  reader,
  islands,
  page,
}: {
  study: Study;
  reader: Reader;
  islands: Readonly<Record<Island, Element>>;
  page: TakenPage;
}) {
  const [shown, setShown] = useState<Shown>(() => ({ study, reader, page, client: new QueryClient(), count: 0 }));
  const openStudyFile = useCallback(
    (file: File): void => void withFile(shown, file, reader).then(setShown),
    [shown, reader],
  );
  return (
    <QueryClientProvider client={shown.client} key={shown.count}>
      <LiveDashboard
        study={shown.study}
        reader={shown.reader}
        islands={islands}
        page={shown.page}
        openStudyFile={openStudyFile}
      />
    </QueryClientProvider>
  );
}
