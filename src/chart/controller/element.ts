/** A new element with these properties, appended to `parent`. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  parent: Element | null,
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  parent?.append(made);
  return made;
}

/** A new SVG element with a class, appended to `parent`. */
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
