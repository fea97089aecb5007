import { startTransition, useCallback, useEffect, useState } from 'react';
import type { Study } from '../../core/study.ts';
import { isSessionDate } from '../../core/units.ts';
import type { Drafted } from '../../draft/draft.ts';
import { openStudy } from '../../draft/file/study-file.ts';
import { type EditHistory, type HistoryAction, newHistory, withAction } from '../../draft/study/edit-history.ts';
import { editedStudy, type EditedStudy, reopenedStudy } from '../../draft/study/edited-study.ts';
import { openedSentence } from '../../words/en/compose.ts';
import { draftFailureSentence, draftWords } from '../../words/en/drafting.ts';
import { studyFileFailureSentence } from '../../words/en/study-file.ts';
import type { Reader } from '../reader.ts';
import type { GivenArticle } from './article-form.tsx';
import { loadStudy } from '../load-study.ts';
import { askDraft } from './ask-draft.ts';
import { carriedCloses, closesOf } from './carried-studies.ts';
import { keepDraft, keptDraft, type KeptDraft } from './kept-draft.ts';

type Told = Pick<KeptDraft, 'future' | 'named' | 'sentences'>;

/** All that the page holds. */
export interface Composed {
  readonly article: GivenArticle;
  readonly told: Told;
  readonly history: EditHistory | null;
  /** The study as it was opened; null for one that was drafted here. */
  readonly opened: EditedStudy | null;
  readonly message: string | null;
  readonly isDrafting: boolean;
  /** Whether this browser keeps the draft; null until that is known. */
  readonly isKept: boolean | null;
}

const NOTHING: Composed = {
  article: { text: '', published: '', zone: '' },
  told: { future: [], named: [], sentences: [] },
  history: null,
  opened: null,
  message: null,
  isDrafting: false,
  isKept: null,
};

/** A study that comes from elsewhere is one step, so that what was there before can be had back. */
function replaced(history: EditHistory | null, study: EditedStudy): EditHistory {
  return history === null
    ? newHistory(study)
    : { before: [...history.before, history.study], study, after: [], typing: null };
}

/** The state of the page, kept in the browser where that is allowed, and what can be done to it. */
export function useComposed(reader: Reader, studies: readonly string[]) {
  const [composed, setComposed] = useState(NOTHING);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    void keptDraft().then((kept) => {
      if (kept !== null) {
        const { text, published, zone, study, opened, future, named, sentences } = kept;
        setComposed((before) => ({
          ...before,
          article: { text, published, zone },
          told: { future, named, sentences },
          history: study === null ? null : newHistory(study),
          opened,
        }));
      }
      setReady(true);
    });
  }, []);
  const { article, told, history, opened } = composed;
  const study = history?.study ?? null;
  useEffect(() => {
    if (!isReady) return;
    void keepDraft({ version: 2, ...article, study, opened, ...told }).then((isKept) =>
      setComposed((before) => (before.isKept === isKept ? before : { ...before, isKept })),
    );
  }, [isReady, article, told, study, opened]);

  const act = useCallback(
    (action: HistoryAction) =>
      setComposed((before) =>
        before.history === null ? before : { ...before, history: withAction(before.history, action) },
      ),
    [],
  );
  const change = useCallback((next: GivenArticle) => setComposed((before) => ({ ...before, article: next })), []);
  const say = (message: string): void => setComposed((before) => ({ ...before, message, isDrafting: false }));

  const take = async (drafted: Drafted): Promise<void> => {
    if (drafted.kind === 'failed') {
      say(draftFailureSentence(drafted.failure));
      return;
    }
    const { draft } = drafted;
    const named = draft.instruments.map(({ id }) => id);
    const made = editedStudy(draft, await carriedCloses(named, studies, reader), draftWords);
    // A long draft is drawn in slices that let the author's input through.
    startTransition(() =>
      setComposed((before) => ({
        ...before,
        history: replaced(before.history, made),
        opened: null,
        told: { future: draft.future, named, sentences: draft.sentences },
        message: null,
        isDrafting: false,
      })),
    );
  };
  const draft = (): void => {
    setComposed((before) => ({ ...before, isDrafting: true, message: null }));
    const published = isSessionDate(article.published) ? article.published : null;
    const zone = article.zone.trim() === '' ? null : article.zone.trim();
    askDraft({ text: article.text, published, zone }).then(take, (error: unknown) =>
      say(error instanceof Error ? error.message : String(error)),
    );
  };
  const edit = (study: Study, closes: EditedStudy['closes']): void => {
    const reopened = reopenedStudy(study, closes, study.snapshot.retrieved);
    setComposed((before) => ({
      ...before,
      history: replaced(before.history, reopened),
      opened: reopened,
      told: NOTHING.told,
      message: openedSentence(study.title),
    }));
  };
  const open = async (file: File): Promise<void> => {
    const read = openStudy(new Uint8Array(await file.arrayBuffer()));
    if (read.kind === 'failed') say(studyFileFailureSentence(read.failure));
    else edit(read.study, read.folder.closes);
  };
  /** Opens a study of this site. */
  const openCarried = async (id: string): Promise<void> => {
    const loaded = await loadStudy(id, reader);
    if (loaded.kind === 'failed') say(loaded.sentence);
    else edit(loaded.study, await closesOf(loaded.study, reader));
  };
  return { composed, act, change, draft, open, openCarried, say };
}
