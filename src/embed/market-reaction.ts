import { noChart } from '../words/en/element.ts';
import type { MarketReactionEvents } from './element-types.ts';
import { frameIn } from './element-frame.ts';
import type { FrameMessage, HelloMessage } from './frame-messages.ts';
import { pageTheme, watchPageTheme } from './page-theme.ts';

const NAME = /^[a-z0-9-]+$/;
/** How long after it was loaded a frame may take to answer, in milliseconds. */
const LONGEST_ANSWER = 5000;
const RULES =
  ':host{display:block}:host([hidden]),[hidden]{display:none}iframe{display:block;width:100%;border:0;color-scheme:light}';
/** What a page may set as properties, as it does as attributes. */
const NAMES = ['study', 'chart', 'theme', 'src', 'height', 'loading'] as const;

/**
 * A chart in a frame in a shadow tree: `<market-reaction study="…" chart="…" theme="…">`. What stands inside it, a
 * linked picture, is shown where the script or the frame is blocked, and where no chart answers; without a picture, one
 * sentence. `src` names another deployment than the script's; `loading="lazy"` waits until a reader scrolls close to it.
 * Without a theme it is as light or dark as the page behind it.
 */
class MarketReactionElement extends HTMLElement {
  static readonly observedAttributes = ['study', 'chart', 'theme', 'src', 'title'];
  #frame: HTMLIFrameElement | null = null;
  #height = 0;
  #listening: AbortController | null = null;
  #isStale = false;
  #isReady = false;
  #answer = 0;

  get isReady(): boolean {
    return this.#isReady;
  }

  connectedCallback(): void {
    for (const name of NAMES) {
      // Set before this script was there.
      const early = Object.getOwnPropertyDescriptor(this, name);
      if (!early) continue;
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, early.value);
    }
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener('message', (message) => this.#hear(message), { signal });
    document.addEventListener('securitypolicyviolation', (violation) => this.#refused(violation), { signal });
    watchPageTheme(() => this.hasAttribute('theme') || this.#sendTheme(), signal);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#drop();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.isConnected || before === after) return;
    if (name === 'theme' && this.#frame) this.#sendTheme();
    else if (name === 'title' && this.#frame) this.#frame.title = this.#title();
    else if (!this.#isStale) {
      // Frameworks change one attribute after the other: a chart that nobody asked for is not loaded in between.
      this.#isStale = true;
      queueMicrotask(() => {
        this.#isStale = false;
        if (this.isConnected) this.#show();
      });
    }
  }

  #title(): string {
    return this.getAttribute('title') ?? this.querySelector('img')?.alt ?? 'Chart of market reactions';
  }

  #theme(): string {
    const asked = this.getAttribute('theme') ?? 'host';
    return asked === 'host' ? pageTheme(this) : asked;
  }

  #send(message: HelloMessage | { readonly type: 'set-theme'; readonly theme: string }): void {
    this.#frame?.contentWindow?.postMessage(message, '*');
  }

  #sendTheme(): void {
    this.#send({ type: 'set-theme', theme: this.#theme() });
  }

  #drop(): void {
    clearTimeout(this.#answer);
    this.#frame?.remove();
    this.#frame = null;
    this.#isReady = false;
  }

  #tree(...inside: readonly Node[]): void {
    const tree = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    // Rules that no policy of the page for its styles speaks of.
    const rules = new CSSStyleSheet();
    rules.replaceSync(RULES);
    tree.adoptedStyleSheets = [rules];
    tree.replaceChildren(...inside);
  }

  #show(): void {
    this.#drop();
    const study = this.getAttribute('study') ?? '';
    const chart = this.getAttribute('chart') ?? 'overlay';
    if (!NAME.test(study)) this.#fallBack(noChart.noName('study', study));
    else if (!NAME.test(chart)) this.#fallBack(noChart.noName('chart', chart));
    else {
      const address = new URL(`embed/${study}/${chart}/`, new URL(this.getAttribute('src') ?? './', import.meta.url));
      address.searchParams.set('theme', this.#theme());
      this.#load(address.href, crossOriginIsolated);
    }
  }

  /** @param isBare Without cookies and cache, as pages that are isolated from others demand it. */
  #load(address: string, isBare: boolean): void {
    // Its rules make it as wide as its place.
    this.#tree();
    const frame = frameIn({
      address,
      title: this.#title(),
      height: this.getAttribute('height') ?? this.#height,
      width: this.offsetWidth,
      isLazy: this.getAttribute('loading') === 'lazy',
      isBare,
    });
    frame.addEventListener('load', () => {
      this.#send({ type: 'market-reaction:hello' });
      clearTimeout(this.#answer);
      this.#answer = window.setTimeout(() => {
        if (isBare || !('credentialless' in frame)) this.#fallBack(noChart.silent(address));
        else this.#load(address, true);
      }, LONGEST_ANSWER);
    });
    this.#frame = frame;
    this.#tree(frame);
  }

  #hear({ source, data }: MessageEvent<unknown>): void {
    if (!this.#frame || source !== this.#frame.contentWindow || typeof data !== 'object' || !data) return;
    const { type, height, event } = data as { type?: FrameMessage['type']; height?: unknown; event?: unknown };
    if (!type?.startsWith('market-reaction:')) return;
    clearTimeout(this.#answer);
    if (type === 'market-reaction:height' && typeof height === 'number' && height > 0) {
      this.#height = height;
      this.#frame.height = String(height);
      this.#tell('resize', { height });
    } else if (type === 'market-reaction:ready') {
      // What was sent while the frame was loading has reached nobody.
      this.#sendTheme();
      this.#isReady = true;
      this.#tell('ready', null);
    } else if (type === 'market-reaction:event-selected') {
      this.#tell('event-selected', { event: typeof event === 'string' ? event : null });
    }
  }

  #refused({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent): void {
    const isFrames = effectiveDirective === 'frame-src' || effectiveDirective === 'child-src';
    if (isFrames && this.#frame?.src.startsWith(blockedURI)) this.#fallBack(noChart.kept);
  }

  /** Shows what stands inside, which says why when it is pointed at; the reason where nothing does. */
  #fallBack(reason: string): void {
    this.#drop();
    const place = document.createElement('div');
    if (this.childElementCount > 0 || this.textContent?.trim()) {
      place.title = reason;
      place.append(document.createElement('slot'));
    } else place.textContent = reason;
    this.#tree(place);
  }

  #tell<Name extends keyof MarketReactionEvents>(type: Name, detail: MarketReactionEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

for (const name of NAMES) {
  Object.defineProperty(MarketReactionElement.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: MarketReactionElement) {
      return this.getAttribute(name);
    },
    set(this: MarketReactionElement, value: string | number | null | undefined) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });
}

if (!customElements.get('market-reaction')) customElements.define('market-reaction', MarketReactionElement);
