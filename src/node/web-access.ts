import { type WebAccessFault, webAccessSentence } from '../words/en/web-access.ts';

type Env = Readonly<Record<string, string | undefined>>;

const UNKNOWN_CERTIFICATE = /CERT|ISSUER|UNABLE_TO_VERIFY/;
const REFUSED_BY_PROXY = /Proxy response \((\d{3})\)/;

/**
 * The command line's way to the web: through the proxy that `HTTPS_PROXY` names, `NO_PROXY` observed, and straight
 * where none is set. A request that reaches nobody fails with a cause that says what to do; user and password of the
 * proxy are in no message.
 */
export async function webFetch(env: Env): Promise<typeof globalThis.fetch> {
  const proxy = proxyOf(env);
  if (proxy.kind === 'set') {
    const { EnvHttpProxyAgent, setGlobalDispatcher } = await import('undici');
    setGlobalDispatcher(new EnvHttpProxyAgent({ httpsProxy: proxy.address }));
  }
  return async (input, init) => {
    if (proxy.kind === 'no-address') throw unreached({ kind: 'no-address' });
    try {
      return await globalThis.fetch(input, init);
    } catch (error) {
      const { host } = new URL(input instanceof Request ? input.url : input);
      const fault = webAccessFault(error, host, proxy);
      throw fault === null ? error : unreached(fault);
    }
  };
}

type Proxy =
  | { readonly kind: 'none' }
  | { readonly kind: 'no-address' }
  /** `address` may hold a user and a password; `at` is host and port alone. */
  | { readonly kind: 'set'; readonly address: string; readonly at: string };

function proxyOf(env: Env): Proxy {
  const address = [env['https_proxy'], env['HTTPS_PROXY']].find((text) => text !== undefined && text !== '');
  if (address === undefined) return { kind: 'none' };
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && /^https?:$/.test(url.protocol)
    ? { kind: 'set', address, at: url.host }
    : { kind: 'no-address' };
}

/** What a failed request to `host` comes from; null where that cannot be told, as of one that was called off. */
export function webAccessFault(error: unknown, host: string, proxy: Proxy): WebAccessFault | null {
  const [code, text] = [errorCode(error), messages(error)];
  if (code !== null && UNKNOWN_CERTIFICATE.test(code)) return { kind: 'unknown-certificate', host, said: code };
  if (proxy.kind === 'set') {
    const status = REFUSED_BY_PROXY.exec(text)?.[1];
    if (status !== undefined) return { kind: 'proxy-refuses', proxy: proxy.at, host, status: Number(status) };
    return code === null ? null : { kind: 'proxy-silent', proxy: proxy.at, said: code };
  }
  return code === null ? null : { kind: 'no-proxy-set', host, said: code };
}

function unreached(fault: WebAccessFault): TypeError {
  return new TypeError('fetch failed', { cause: new Error(webAccessSentence(fault)) });
}

/** The system's or the library's code of the innermost error that has one. */
function errorCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const within = errorCode(error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined));
  return within ?? ('code' in error && typeof error.code === 'string' ? error.code : null);
}

function messages(error: unknown): string {
  return error instanceof Error ? `${error.message} ${messages(error.cause)}` : '';
}
