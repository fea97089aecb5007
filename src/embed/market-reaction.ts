import type { FrameMessage } from './frame-messages.ts';

/** What `<market-reaction>` tells its page: types of the `detail` of each of its events. */
export interface MarketReactionEvents {
  /** The chart answers to pointer and keyboard. */
  ready: null;
  /** Height in CSS pixels that the chart now has. */
  resize: { readonly height: number };
  /** The event whose card the reader pinned; null when it was closed. */
  'event-selected': { readonly event: string | null };
}

declare global {
  interface HTMLElementTagNameMap {
    'market-reaction': MarketReaction;
  }
}

/** Height until the chart has told its own, in CSS pixels. */
const FIRST_HEIGHT = 520;
const NAME = /^[a-z0-9-]+$/;
const RULES =
  ':host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;border:0;color-scheme:light}';

/**
 * A chart in a frame in a shadow tree: `<market-reaction study="…" chart="…" theme="…">`. What stands inside it, a
 * linked picture, is shown where the script or the frame is blocked. `src` names another deployment than the script's.
 */
export class MarketReaction extends HTMLElement {
  static readonly observedAttributes = ['study', 'chart', 'theme', 'src'];
  #frame: HTMLIFrameElement | null = null;
  #listening: AbortController | null = null;

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
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.#frame || before === after) return;
    if (name !== 'theme') this.#show();
    else this.#frame.contentWindow?.postMessage({ type: 'set-theme', theme: after ?? 'auto' }, '*');
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
    if (!address) {
      tree.replaceChildren(rules, document.createElement('slot'));
      return;
    }
    const frame = document.createElement('iframe');
    frame.title = this.getAttribute('title') ?? this.querySelector('img')?.alt ?? 'Chart of market reactions';
    frame.height = this.getAttribute('height') ?? String(this.#frame?.height ?? FIRST_HEIGHT);
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
    } else if (type === 'market-reaction:ready') this.#tell('ready', null);
    else if (type === 'market-reaction:event-selected') {
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

if (!customElements.get('market-reaction')) customElements.define('market-reaction', MarketReaction);
