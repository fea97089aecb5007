import '../styles/embed.css';
import { useEffect, useRef, useState } from 'react';
import type { EmbedSubject, FrameLoading } from '../../embed/embed-subject.ts';
import { type Form, FORMS, formText } from '../../embed/forms.ts';
import { FRAME_THEMES, type FrameTheme } from '../../embed/frame-address.ts';
import { type Wiki, wikiAdvice, WIKIS } from '../../embed/snippets.ts';
import { THEME_WORDS } from '../../words/en/embed-dialog.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { Advice } from './advice.tsx';
import { chartSubject } from './chart-subject.ts';
import { CopyText } from './copy-text.tsx';
import { PictureTools } from './picture-tools.tsx';
import { useDeployment } from './use-deployment.ts';

const FORM_NAMES: Readonly<Record<Form, string>> = {
  address: 'Address',
  frame: 'Frame',
  picture: 'Linked picture',
  element: 'Custom element',
  markdown: 'Markdown',
};

const NOT_BAKED = 'Only the opening view of each chart has a finished picture. Save this one and upload it.';

/** Columns of wikis, in CSS pixels. */
const NARROWEST = 320;
const COLUMN = 680;
const WIDEST = 1200;

function columnOf(text: string): number {
  const width = Math.round(Number(text));
  return width > 0 ? Math.min(WIDEST, Math.max(NARROWEST, width)) : COLUMN;
}

function Forms({ subject }: { subject: EmbedSubject }) {
  return (
    <details>
      <summary>All five forms</summary>
      {FORMS.map((form) => {
        const text = formText(form, subject);
        return (
          <section key={form}>
            <h3>{FORM_NAMES[form]}</h3>
            {text === null ? <p className="quiet">{NOT_BAKED}</p> : <CopyText label={FORM_NAMES[form]} text={text} />}
          </section>
        );
      })}
    </details>
  );
}

function Deployment({ frame }: { frame: string }) {
  const findings = useDeployment(frame);
  return (
    <section>
      <h3>This deployment</h3>
      {findings === null ? <p className="quiet">Asking …</p> : null}
      {findings?.length === 0 ? <p>Nothing here keeps the chart from showing.</p> : null}
      <ul>
        {findings?.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </section>
  );
}

/** How to carry the chart as it is now into another page, with what that page will make of it. */
export function EmbedDialog({ state, onClose }: { state: DashboardState; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [wiki, setWiki] = useState<Wiki>('other');
  const [theme, setTheme] = useState<FrameTheme>('host');
  const [loading, setLoading] = useState<FrameLoading>('eager');
  const [column, setColumn] = useState(String(COLUMN));
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const site = new URL(document.documentElement.dataset['root'] ?? './', window.location.href).href;
  const page = new URL(state.hrefOf({}), window.location.href).href;
  const subject = chartSubject(state, site, page, { theme, loading, column: columnOf(column) });
  return (
    <dialog ref={dialog} className="embed-dialog" aria-labelledby="embed-title" onClose={onClose}>
      <header className="dialog-head">
        <h2 id="embed-title">Embed this chart</h2>
        <button type="button" className="word" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      <div className="embed-choices">
        <label>
          <span>{'My wiki is '}</span>
          <select value={wiki} onChange={({ target }) => setWiki(WIKIS.find((id) => id === target.value) ?? 'other')}>
            {WIKIS.map((id) => (
              <option key={id} value={id}>
                {wikiAdvice(id, subject).name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{'Theme '}</span>
          <select
            value={theme}
            aria-describedby="embed-theme"
            onChange={({ target }) => setTheme(FRAME_THEMES.find((name) => name === target.value) ?? 'host')}
          >
            {FRAME_THEMES.map((name) => (
              <option key={name} value={name}>
                {THEME_WORDS[name].name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{'Frame loads '}</span>
          <select
            value={loading}
            aria-describedby={loading === 'lazy' ? 'embed-lazy' : undefined}
            onChange={({ target }) => setLoading(target.value === 'lazy' ? 'lazy' : 'eager')}
          >
            <option value="eager">with the page</option>
            <option value="lazy">when scrolled to</option>
          </select>
        </label>
        <label>
          <span>{'Column is '}</span>
          <input
            type="number"
            value={column}
            min={NARROWEST}
            max={WIDEST}
            step={10}
            onChange={({ target }) => setColumn(target.value)}
          />
          <span> px wide</span>
        </label>
      </div>
      <p id="embed-theme" className="quiet" role="note">
        {THEME_WORDS[theme].what}
      </p>
      {loading === 'lazy' ? (
        <p id="embed-lazy" role="note">
          For pages with many charts. On paper a chart is missing until somebody has scrolled to it.
        </p>
      ) : null}
      {subject.pictures === null ? (
        <p role="note">{`${NOT_BAKED} The frame draws this view with its own scripts.`}</p>
      ) : null}
      {state.view.source === 'snapshot' ? null : (
        <p role="note">Frames show the bundled snapshot, not the source that you chose here.</p>
      )}
      <Advice wiki={wiki} subject={subject} />
      <section>
        <h3>Preview, in a sandbox as strict as a wiki’s</h3>
        <iframe
          className="embed-preview"
          sandbox="allow-scripts"
          src={subject.frame}
          title={subject.title}
          height={subject.frameHeight}
        />
      </section>
      <section>
        <h3>Picture of the chart as it is now</h3>
        <PictureTools state={state} theme={theme === 'dark' ? 'dark' : 'light'} />
        <p className="quiet">{`Alternative text: ${subject.alt}`}</p>
      </section>
      <Forms subject={subject} />
      <Deployment frame={subject.frame} />
    </dialog>
  );
}
