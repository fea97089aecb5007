import { heightMessage } from './dialects.ts';
import { naturalHeight, stageHeightIn } from './natural-height.ts';

/**
 * Tells the host the height that the page wants, whenever it changes and only then. Where the host gives events and
 * table, once they are open, the height that they want, they are put below the chart (`is-grown`, see `frame.css`).
 */
export function reportHeight(): void {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const sender = { address: location.href, id: asked.get('id') ?? root.dataset['study'] ?? '' };
  const more = document.querySelector<HTMLDetailsElement>('.links details');
  let sent = 0;
  /** Height of the frame when they were opened: one that does not change is the host's own. */
  let opened = Number.POSITIVE_INFINITY;
  const report = (): void => {
    const height = naturalHeight(document);
    if (!height || height === sent) return;
    sent = height;
    root.style.setProperty('--stage', `${stageHeightIn(document)}px`);
    window.parent.postMessage(heightMessage(asked.get('dialect'), height, sender), '*');
  };
  const observer = new ResizeObserver(report);
  for (const part of document.querySelectorAll('body,.lead,.mr-strip,.foot,.more-list')) observer.observe(part);
  more?.addEventListener('toggle', () => {
    opened = more.open ? innerHeight : Number.POSITIVE_INFINITY;
    if (!more.open) root.classList.remove('is-grown');
    report();
  });
  addEventListener('resize', () => {
    root.classList.toggle('is-grown', innerHeight > opened && innerHeight >= sent);
  });
}
