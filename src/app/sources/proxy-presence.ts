/** Where the proxy of a deployment listens, by the rules of `docs/proxy.md`. */
const PROXY_PATH = '/proxy';

/** How the proxy introduces itself at its own address. */
const GREETING = 'The proxy';

/**
 * Asks once whether this deployment has the proxy that some sources need.
 * Answers its address, or null where there is none. Where nothing answers at
 * all, the next question asks again.
 */
export function proxyPresence(fetch: typeof globalThis.fetch, origin: string): () => Promise<string | null> {
  let asked: Promise<string | null> | null = null;
  const ask = async (): Promise<string | null> => {
    try {
      const response = await fetch(`${origin}${PROXY_PATH}`);
      const isText = response.headers.get('content-type')?.startsWith('text/plain') ?? false;
      return isText && (await response.text()).startsWith(GREETING) ? `${origin}${PROXY_PATH}` : null;
    } catch {
      asked = null;
      return null;
    }
  };
  return () => {
    asked ??= ask();
    return asked;
  };
}
