/**
 * Runs in a page before its own scripts: does to it what browsers and their extensions do when they translate. Each text
 * (blank ones apart) is taken out and a copy of it put in its place within other elements, at once and whenever a text
 * comes or changes.
 * The copy says the same, so that a page that is translated can be held against one that is not.
 */
export function translate(): void {
  const SKIPPED = 'script, style, noscript, template, textarea, title, font[data-translated]';
  const wrap = (text: Text): void => {
    const { parentElement } = text;
    if (text.data.trim() === '' || parentElement === null || parentElement.closest(SKIPPED) !== null) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.dataset['translated'] = '';
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  };
  const wrapAll = (node: Node): void => {
    if (node instanceof Text) wrap(node);
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
    texts.forEach(wrap);
  };
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') wrapAll(target);
      addedNodes.forEach(wrapAll);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Texts that React made and that stand beside something else in their element: nothing could find them again. */
export function sharedTexts(): string[] {
  const found = new Set<string>();
  for (const island of document.querySelectorAll('[data-island], [data-place], #compose')) {
    const walker = document.createTreeWalker(island, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const { parentElement: parent, textContent } = walker.currentNode;
      if (parent !== null && parent.childNodes.length > 1) {
        found.add(`<${parent.localName} class="${parent.getAttribute('class') ?? ''}">: ${textContent ?? ''}`);
      }
    }
  }
  return [...found];
}
