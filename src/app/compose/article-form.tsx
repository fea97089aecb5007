import { type DragEvent, useId } from 'react';
import { composeWords } from '../../words/en/compose.ts';
import { readIncoming } from '../sources/read-incoming.ts';

/** An article as it was given. */
export interface GivenArticle {
  readonly text: string;
  /** `YYYY-MM-DD`, or nothing. */
  readonly published: string;
  readonly zone: string;
}

/** Where an article is pasted or dropped, with the date on which every other date hangs. */
export function ArticleForm({
  article,
  isDrafting,
  hasDraft,
  onChange,
  onDraft,
}: {
  article: GivenArticle;
  isDrafting: boolean;
  hasDraft: boolean;
  onChange: (article: GivenArticle) => void;
  onDraft: () => void;
}) {
  const ids = { published: useId(), zone: useId() };
  const take = async (file: File): Promise<void> => {
    const { text } = await readIncoming(file);
    onChange({ ...article, text });
  };
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files;
    if (file === undefined || file.name.endsWith('.zip')) return;
    event.preventDefault();
    event.stopPropagation();
    void take(file);
  };
  return (
    <form
      className="article-form"
      aria-label={composeWords.article}
      onSubmit={(event) => {
        event.preventDefault();
        onDraft();
      }}
    >
      <h2>{composeWords.article}</h2>
      <label className="text-field">
        <span>{`${composeWords.articleText}, ${composeWords.drop}`}</span>
        <textarea
          rows={16}
          value={article.text}
          spellCheck={false}
          onDrop={drop}
          onDragOver={(event) => event.preventDefault()}
          onChange={({ target }) => onChange({ ...article, text: target.value })}
        />
      </label>
      <label className="text-field">
        <span>{composeWords.published}</span>
        <input
          type="date"
          value={article.published}
          aria-describedby={ids.published}
          onChange={({ target }) => onChange({ ...article, published: target.value })}
        />
        <span className="quiet" id={ids.published}>
          {composeWords.publishedHint}
        </span>
      </label>
      <label className="text-field">
        <span>{composeWords.zone}</span>
        <input
          type="text"
          value={article.zone}
          aria-describedby={ids.zone}
          onChange={({ target }) => onChange({ ...article, zone: target.value })}
        />
        <span className="quiet" id={ids.zone}>
          {composeWords.zoneHint}
        </span>
      </label>
      <button type="submit" disabled={isDrafting}>
        {isDrafting ? composeWords.drafting : composeWords.draft}
      </button>
      {hasDraft ? <p className="quiet">{composeWords.draftAgain}</p> : null}
    </form>
  );
}
