/** Elements and attributes that a picture may hold: shapes and text, nothing that acts or loads. */
const ELEMENTS = new Set(['g', 'path', 'line', 'rect', 'circle', 'text', 'tspan']);
const ATTRIBUTES = [
  'd',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'width',
  'height',
  'points',
  'transform',
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-linejoin',
  'stroke-linecap',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

const VARIABLE = /var\(--([a-z0-9-]+)\)/g;

/** A text as it may stand in an element or an attribute of XML. */
export function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * The markup of what an element holds, reduced to shapes and text, its colours written out. Areas that only catch a
 * pointer are left out. Throws a RangeError for a colour that the theme does not have.
 */
export function plainMarks(parent: Element, colours: Readonly<Record<string, string>>): string {
  return [...parent.children]
    .map((child) => {
      const name = child.localName;
      if (!ELEMENTS.has(name) || child.getAttribute('fill') === 'transparent') return '';
      const attributes = ATTRIBUTES.flatMap((attribute) => {
        const value = child.getAttribute(attribute);
        return value === null ? [] : [` ${attribute}="${xml(resolved(value, colours))}"`];
      }).join('');
      const inner = name === 'text' || name === 'tspan' ? xml(child.textContent ?? '') : plainMarks(child, colours);
      if (inner === '' && (name === 'g' || name === 'text')) return '';
      return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;
    })
    .join('');
}

function resolved(value: string, colours: Readonly<Record<string, string>>): string {
  return value.replaceAll(VARIABLE, (_, name: string) => {
    const colour = colours[name];
    if (colour === undefined) throw new RangeError(`a picture has no colour "${name}"`);
    return colour;
  });
}
