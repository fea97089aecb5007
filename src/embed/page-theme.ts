/**
 * Whether the page around an element is dark: the first ground that is painted behind it, else the scheme that the page
 * asks the browser for.
 */
export function pageTheme(element: Element): 'light' | 'dark' {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (!(at instanceof Element)) continue;
    const light = lightness(getComputedStyle(at).backgroundColor);
    if (light !== null) return light < 0.5 ? 'dark' : 'light';
  }
  const { colorScheme } = getComputedStyle(element);
  const isDark = colorScheme.includes('dark');
  const isLight = colorScheme.includes('light');
  return isDark && (!isLight || matchMedia('(prefers-color-scheme: dark)').matches) ? 'dark' : 'light';
}

/** Between 0 for black and 1 for white; null for a ground that is not painted. */
function lightness(color: string): number | null {
  const painted = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!painted) return null;
  painted.fillStyle = color;
  painted.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = painted.getImageData(0, 0, 1, 1).data;
  return alpha < 128 ? null : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** Calls `changed` when the look of the page around may be another: by an attribute, at the end of a fade, by the system. */
export function watchPageTheme(changed: () => void, signal: AbortSignal): void {
  const { documentElement, body } = document;
  const observer = new MutationObserver(changed);
  for (const root of [documentElement, body]) observer.observe(root, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
  document.addEventListener('transitionend', ({ propertyName }) => propertyName.startsWith('background') && changed(), {
    signal,
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
}
