/** Why a command line does not reach the web, as far as it can be told. */
export type WebAccessFault =
  /** No proxy is set, and nobody was reached. `said` is the system's own word, such as ENOTFOUND. */
  | { readonly kind: 'no-proxy-set'; readonly host: string; readonly said: string }
  /** `HTTPS_PROXY` is no address. Its text is left out: it may hold a password. */
  | { readonly kind: 'no-address' }
  /** `proxy` is its host and port. */
  | { readonly kind: 'proxy-silent'; readonly proxy: string; readonly said: string }
  | { readonly kind: 'proxy-refuses'; readonly proxy: string; readonly host: string; readonly status: number }
  /** Somebody in between shows a certificate that Node does not know. */
  | { readonly kind: 'unknown-certificate'; readonly host: string; readonly said: string };

const FORM = 'HTTPS_PROXY=http://HOST:PORT';
const PASSWORD_WANTED = 407;

/** What happened and what to do, in one sentence of at most 240 characters for names of usual length. */
export function webAccessSentence(fault: WebAccessFault): string {
  switch (fault.kind) {
    case 'no-proxy-set':
      return `${fault.host} is not reached from here (${fault.said}); behind a company’s proxy set ${FORM}, as your browser’s network settings name it`;
    case 'no-address':
      return `HTTPS_PROXY is set, but is no address; expected is ${FORM}`;
    case 'proxy-silent':
      return `the proxy that HTTPS_PROXY names, ${fault.proxy}, does not answer (${fault.said}); correct it, or unset it where there is no proxy`;
    case 'proxy-refuses':
      return fault.status === PASSWORD_WANTED
        ? `the proxy that HTTPS_PROXY names, ${fault.proxy}, wants a password (status 407); set HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT`
        : `the proxy that HTTPS_PROXY names, ${fault.proxy}, does not lead to ${fault.host} (status ${fault.status}); have it allowed, or list it in NO_PROXY where it is reached directly`;
    case 'unknown-certificate':
      return `${fault.host} shows a certificate that is not known here (${fault.said}); a proxy that reads along needs its own in NODE_EXTRA_CA_CERTS=FILE.pem`;
  }
}
