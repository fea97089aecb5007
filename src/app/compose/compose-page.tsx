import { type DragEvent, lazy, Suspense, useEffect, useMemo } from 'react';
import { packStudy, studyFileName } from '../../draft/file/study-file.ts';
import type { EditedStudy } from '../../draft/study/edited-study.ts';
import { parseStudy } from '../../data/study/study-schema.ts';
import { studyJson } from '../../draft/study/write-study.ts';
import { composeWords, notSavedSentence } from '../../words/en/compose.ts';
import { saveFile } from '../save-file.ts';
import type { Reader } from '../reader.ts';
import { ArticleForm } from './article-form.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { DraftPanel } from './draft-panel.tsx';
import { studySoFar } from './study-so-far.ts';
import { useComposed } from './use-composed.ts';
import { useSettled } from './use-settled.ts';

/** The dashboard's parts, and what draws a chart: nobody without a draft waits for them. */
const LivePreview = lazy(() => import('./live-preview.tsx').then((module) => ({ default: module.LivePreview })));

/** Saves a study as one file; the sentences say what keeps it from being complete. */
function save(study: EditedStudy): string | null {
  const json = studyJson(study);
  const { id, closes } = study;
  const bytes = packStudy({ id, json: `${JSON.stringify(json, null, 2)}\n`, closes });
  saveFile(document, new Blob([bytes], { type: 'application/zip' }), studyFileName(id));
  const parsed = parseStudy(json);
  return parsed.kind === 'study' ? null : notSavedSentence(parsed.problems.map(({ message }) => message));
}

/** The page on which a study is written: the article, and its draft. */
export function ComposePage({ reader, studies }: { reader: Reader; studies: readonly string[] }) {
  const { composed, act, change, draft, open, openCarried, say } = useComposed(reader, studies);
  const { article, told, history, opened, message, isDrafting, isKept } = composed;
  const study = history?.study ?? null;
  const soFar = useMemo(() => (study === null ? null : studySoFar(study)), [study]);
  const settled = useSettled(soFar);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || history === null) return;
      // In the article's own field the browser undoes what is typed there.
      if (event.target instanceof Element && event.target.closest('.article-form') !== null) return;
      event.preventDefault();
      act({ kind: event.shiftKey ? 'redo' : 'undo' });
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, [act, history]);
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    void open(file);
  };
  return (
    <div onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <header>
        <p className="quiet">
          <a href="../">{composeWords.dashboard}</a>
        </p>
        {study === null ? (
          <>
            <h1>{composeWords.title}</h1>
            <p>{composeWords.lead}</p>
          </>
        ) : null}
        <p className="tools">
          <button type="button" disabled={(history?.before.length ?? 0) === 0} onClick={() => act({ kind: 'undo' })}>
            {composeWords.undo}
          </button>
          <button type="button" disabled={(history?.after.length ?? 0) === 0} onClick={() => act({ kind: 'redo' })}>
            {composeWords.redo}
          </button>
          <button
            type="button"
            disabled={history === null}
            onClick={() => {
              const lacking = history === null ? null : save(history.study);
              if (lacking !== null) say(lacking);
            }}
          >
            {composeWords.save}
          </button>
          <label className="button">
            <span>{`${composeWords.open} `}</span>
            <input
              type="file"
              accept=".zip"
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file !== undefined) void open(file);
                target.value = '';
              }}
            />
          </label>
          {studies.map((id) => (
            <button key={id} type="button" onClick={() => void openCarried(id)}>
              {`${composeWords.openCarried}: ${id}`}
            </button>
          ))}
          {isKept === null ? null : (
            <span className="quiet">{isKept ? composeWords.keeping.kept : composeWords.keeping.not}</span>
          )}
        </p>
        {message === null ? null : <p role="alert">{message}</p>}
        {opened === null || soFar === null ? null : <ChangesPanel opened={opened} soFar={soFar} />}
      </header>
      {settled === null || settled.study === null || soFar?.study === null ? null : (
        <Suspense fallback={<p className="quiet">{composeWords.drawing}</p>}>
          <LivePreview study={settled.study} available={settled.available} closes={settled.closes} reader={reader} />
        </Suspense>
      )}
      <div className="desk">
        <ArticleForm
          article={article}
          isDrafting={isDrafting}
          hasDraft={history !== null}
          onChange={change}
          onDraft={draft}
        />
        {study === null || soFar === null ? (
          <p className="quiet">{composeWords.noDraft}</p>
        ) : (
          <DraftPanel study={study} soFar={soFar} told={told} reader={reader} act={act} />
        )}
      </div>
    </div>
  );
}
