/** A new element with a class, appended to `parent`. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  parent: Element,
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = parent.ownerDocument.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  parent.append(made);
  return made;
}

/** The same for SVG. */
export function shape<Tag extends keyof SVGElementTagNameMap>(
  parent: Element,
  tag: Tag,
  className: string,
): SVGElementTagNameMap[Tag] {
  const made = parent.ownerDocument.createElementNS('http://www.w3.org/2000/svg', tag);
  made.setAttribute('class', className);
  parent.append(made);
  return made;
}

/** Moves without a layout. In CSS pixels from where the element stands by itself. */
export function moveTo(moved: HTMLElement | SVGElement, x: number, y: number): void {
  moved.style.transform = `translate(${x}px,${y}px)`;
}
