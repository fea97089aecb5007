/** What the element knows of its frame before the chart has told its height. */
interface ElementFrame {
  readonly address: string;
  readonly title: string;
  /** CSS pixels: the page's own, or what the chart told last; 0 where neither is known. */
  readonly height: string | number;
  /** Of the element, in CSS pixels; 0 while it is not displayed. */
  readonly width: number;
  readonly isLazy: boolean;
  /** Whether it is loaded without the reader's cookies and cache. */
  readonly isBare: boolean;
}

/** About what a chart with its words wants at a width, in CSS pixels. */
function firstHeight(width: number): number {
  return Math.round(Math.min(500, Math.max(270, width * 0.42 + 86)) + (width < 520 ? 210 : 170));
}

export function frameIn({ address, title, height, width, isLazy, isBare }: ElementFrame): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.height = String(height || firstHeight(width || 680));
  if (isLazy) frame.loading = 'lazy';
  if (isBare) frame.setAttribute('credentialless', '');
  frame.src = address;
  return frame;
}
