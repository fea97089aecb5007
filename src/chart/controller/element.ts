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
