import type { MarketReactionEvents } from './element-types.ts';
import type { FrameMessage } from './frame-messages.ts';

/** Height until the chart has told its own, in CSS pixels. */
const FIRST_HEIGHT = 520;
const NAME = /^[a-z0-9-]+$/;
const RULES =
  ':host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;border:0;color-scheme:light}';

/**
 * A chart in a frame in a shadow tree: `<market-reaction study="…" chart="…" theme="…">`. What stands inside it, a
 * linked picture, is shown where the script or the frame is blocked. `src` names another deployment than the script's;
 * `loading="lazy"` waits until a reader scrolls close to it.
 */
class MarketReactionElement extends HTMLElement {
  static readonly observedAttributes = ['study', 'chart', 'theme', 'src', 'title'];
  #frame: HTMLIFrameElement | null = null;
  #listening: AbortController | null = null;
  #isStale = false;
  #isReady = false;

  get isReady(): boolean {
    return this.#isReady;
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener('message', (message) => this.#hear(message), { signal });
    this.ownerDocument.addEventListener('securitypolicyviolation', (violation) => this.#fallBack(violation), {
      signal,
    });
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#frame?.remove();
    this.#frame = null;
    this.#isReady = false;
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

  #sendTheme(): void {
    this.#frame?.contentWindow?.postMessage({ type: 'set-theme', theme: this.getAttribute('theme') ?? 'auto' }, '*');
  }

  /** Address of the frame; null where study or chart are no names. */
  #address(): string | null {
    const study = this.getAttribute('study') ?? '';
    const chart = this.getAttribute('chart') ?? 'overlay';
    if (!NAME.test(study) || !NAME.test(chart)) return null;
    const address = new URL(`embed/${study}/${chart}/`, new URL(this.getAttribute('src') ?? './', import.meta.url));
    const theme = this.getAttribute('theme');
    if (theme) address.searchParams.set('theme', theme);
    return address.href;
  }

  #show(): void {
    const tree = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const rules = document.createElement('style');
    rules.textContent = RULES;
    const address = this.#address();
    this.#isReady = false;
    if (!address) {
      this.#frame = null;
      tree.replaceChildren(rules, document.createElement('slot'));
      return;
    }
    const frame = document.createElement('iframe');
    frame.title = this.#title();
    frame.height = this.getAttribute('height') ?? String(this.#frame?.height ?? FIRST_HEIGHT);
    if (this.getAttribute('loading') === 'lazy') frame.loading = 'lazy';
    frame.src = address;
    tree.replaceChildren(rules, frame);
    this.#frame = frame;
  }

  #hear({ source, data }: MessageEvent<unknown>): void {
    if (!this.#frame || source !== this.#frame.contentWindow || typeof data !== 'object' || !data) return;
    const { type, height, event } = data as { type?: FrameMessage['type']; height?: unknown; event?: unknown };
    if (type === 'market-reaction:height' && typeof height === 'number' && height > 0) {
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

  /** Shows the picture where the page's policy does not allow the frame. */
  #fallBack({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent): void {
    const isFrames = effectiveDirective === 'frame-src' || effectiveDirective === 'child-src';
    if (!this.#frame || !isFrames || !this.#frame.src.startsWith(blockedURI)) return;
    this.#frame = null;
    this.shadowRoot?.replaceChildren(document.createElement('slot'));
  }

  #tell<Name extends keyof MarketReactionEvents>(type: Name, detail: MarketReactionEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

if (!customElements.get('market-reaction')) customElements.define('market-reaction', MarketReactionElement);
