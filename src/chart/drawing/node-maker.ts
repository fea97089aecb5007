const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'g', 'line', 'path', 'circle', 'text', 'rect', 'clipPath']);

export type Attributes = Readonly<Record<string, string | number | false | undefined>>;

/** Makes an element with attributes and children; attributes that are false or undefined are left out. */
export type MakeNode = (tag: string, attributes?: Attributes, ...children: readonly (Node | string)[]) => Element;

/** Texts become text nodes only: what a study or a source says is never markup. */
export function nodeMaker(page: Document): MakeNode {
  return (tag, attributes = {}, ...children) => {
    const made = SVG_TAGS.has(tag) ? page.createElementNS(SVG, tag) : page.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== false && value !== undefined) made.setAttribute(name, String(value));
    }
    made.append(...children);
    return made;
  };
}
