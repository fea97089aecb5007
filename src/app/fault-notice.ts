import { partFault, type PagePart, RELOAD } from '../words/en/part-fault.ts';

/** Says that a part of the page broke off, with a button that loads the page anew. */
export function faultNotice(page: Document, part: PagePart, error: unknown): HTMLElement {
  const sentence = page.createElement('p');
  sentence.textContent = partFault(part, error instanceof Error ? error.message : String(error));
  const reload = page.createElement('button');
  reload.type = 'button';
  reload.className = 'word';
  reload.textContent = RELOAD;
  reload.addEventListener('click', () => page.defaultView?.location.reload());
  const notice = page.createElement('div');
  notice.className = 'part-fault';
  notice.role = 'alert';
  notice.append(sentence, reload);
  return notice;
}

/** Shows what was hidden until the view that the address asks for would be there. */
export function showStanding(page: Document): void {
  page.documentElement.classList.remove('other-view', 'other-range', 'other-reaction');
}
