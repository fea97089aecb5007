/** A new element with a class, appended to `parent`. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  parent: Element | null,
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  parent?.append(made);
  return made;
}

/** The same for SVG. */
export function shape<Tag extends keyof SVGElementTagNameMap>(
  parent: Element | null,
  tag: Tag,
  className: string,
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  made.setAttribute('class', className);
  parent?.append(made);
  return made;
}
