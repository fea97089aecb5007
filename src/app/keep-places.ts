/** A way from an island to something in it: the place of each element among its parent's children. */
type Path = readonly number[];

function pathTo(element: Element, island: Element): Path | null {
  const path: number[] = [];
  for (let one = element; one !== island;) {
    const parent = one.parentElement;
    if (parent === null) return null;
    path.unshift([...parent.children].indexOf(one));
    one = parent;
  }
  return path;
}

function follow(island: Element, path: Path): Element | null {
  let found: Element | undefined = island;
  for (const place of path) found = found?.children[place];
  return found ?? null;
}

/**
 * Notes what a reader opened, focused and scrolled in islands that are about to
 * be replaced by others of the same content. What it answers is called once the
 * others stand in the page, and gives it back. Markers are left to the controller.
 */
export function keepPlaces<Name extends string>(
  standing: Readonly<Record<Name, Element>>,
  fresh: Readonly<Record<Name, Element>>,
): () => void {
  const names = Object.keys(standing) as Name[];
  const { activeElement } = document;
  const [left, top] = [window.scrollX, window.scrollY];
  const givers: (() => void)[] = [];
  for (const name of names) {
    const island = standing[name];
    for (const [index, details] of [...island.querySelectorAll('details')].entries()) {
      const twin = fresh[name].querySelectorAll('details')[index];
      if (details.open && twin !== undefined) givers.push(() => void (twin.open = true));
    }
    if (activeElement !== null && name !== 'drawing' && island.contains(activeElement)) {
      const path = pathTo(activeElement, island);
      givers.push(() => {
        const twin = path === null ? null : follow(fresh[name], path);
        if (twin instanceof HTMLElement && twin.tagName === activeElement.tagName) twin.focus({ preventScroll: true });
      });
    }
  }
  return () => {
    for (const give of givers) give();
    if (window.scrollX !== left || window.scrollY !== top) window.scrollTo({ left, top, behavior: 'instant' });
  };
}
