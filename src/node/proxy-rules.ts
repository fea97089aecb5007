import { proxiedAddresses, type ProxiedAddress } from '../data/port/proxied-addresses.ts';

/** Below which path of the site the proxy listens; `/proxy/<host>/<path>` stands for `https://<host>/<path>`. */
export const PROXY_PATH = '/proxy';

/** What the proxy says at its own address, by which a page knows that it is there. */
export const PROXY_GREETING = 'The proxy of this site is here; see docs/proxy.md.';

/** What every answer carries: a page of a source is shown from the site's own address, and must not run as one of its pages. */
export const ANSWER_POLICY = "default-src 'none'; sandbox";

/** What becomes of a request below the proxy's path. */
export type ProxyVerdict =
  | { readonly kind: 'allowed'; readonly host: string; readonly path: string; readonly query: string }
  | { readonly kind: 'refused'; readonly status: 403 | 405; readonly sentence: string };

function refused(sentence: string, status: 403 | 405 = 403): ProxyVerdict {
  return { kind: 'refused', status, sentence };
}

/**
 * Whether a request may be carried on. `target` is the request's own text, such
 * as `/proxy/host/path?query`: it is compared as it stands and never decoded, so
 * that no spelling of another path passes. Only GET; only listed addresses.
 */
export function proxyVerdict(
  method: string,
  target: string,
  addresses: readonly ProxiedAddress[] = proxiedAddresses(),
): ProxyVerdict {
  if (method !== 'GET') return refused(`The proxy answers GET only, not ${method}.`, 405);
  const mark = target.indexOf('?');
  const bare = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? '' : target.slice(mark);
  const address = addresses.find(({ host, path }) => bare === `${PROXY_PATH}/${host}${path}`);
  if (address === undefined) {
    return refused('The proxy fetches nothing but the addresses of the sources that need it; see docs/proxy.md.');
  }
  if (/[\s\p{Cc}#]/u.test(query)) return refused('The query holds characters that no source needs.');
  return { kind: 'allowed', host: address.host, path: address.path, query };
}

const V4_PRIVATE = [
  [0x00_00_00_00, 8],
  [0x0a_00_00_00, 8],
  [0x64_40_00_00, 10],
  [0x7f_00_00_00, 8],
  [0xa9_fe_00_00, 16],
  [0xac_10_00_00, 12],
  [0xc0_00_00_00, 24],
  [0xc0_00_02_00, 24],
  [0xc0_a8_00_00, 16],
  [0xc6_12_00_00, 15],
  [0xc6_33_64_00, 24],
  [0xcb_00_71_00, 24],
  [0xe0_00_00_00, 3],
] as const;

function v4Number(address: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return null;
  return parts.reduce((number, part) => number * 256 + part, 0);
}

/**
 * Whether an address is not one of the public network: private, loopback,
 * link-local, multicast, for documentation or reserved (RFC 6890), IPv4 inside IPv6 included.
 * Anything that cannot be read counts as private.
 */
export function isPrivateAddress(address: string): boolean {
  const v4 = v4Number(/^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address);
  if (v4 !== null) {
    return V4_PRIVATE.some(([base, bits]) => Math.floor(v4 / 2 ** (32 - bits)) === Math.floor(base / 2 ** (32 - bits)));
  }
  // Of IPv6 only 2000::/3 is given out to the public; 2001:db8::/32, 2002::/16 (6to4) and 64:ff9b:: are not followed.
  const first = /^([23][\da-f]{3}):/i.exec(address)?.[1]?.toLowerCase();
  return first === undefined || first === '2002' || /^2001:(?:0?db8|0{0,4}):/i.test(address);
}

/** The rules for nginx, one exact location for each address. */
export function nginxRules(addresses: readonly ProxiedAddress[] = proxiedAddresses()): string {
  const locations = addresses.map(
    ({ host, path }) => `location = "${PROXY_PATH}/${host}${decodeURIComponent(path)}" {
    limit_except GET { deny all; }
    access_log off;
    error_log /dev/null;
    proxy_pass "https://${host}${path}";
    proxy_ssl_server_name on;
    proxy_ssl_verify on;
    proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;
    proxy_set_header Host ${host};
    proxy_set_header Cookie "";
    proxy_set_header Authorization "";
    proxy_set_header Referer "";
    proxy_hide_header Set-Cookie;
    proxy_hide_header Cache-Control;
    proxy_intercept_errors on;
    error_page 301 302 303 307 308 =502 /proxy-refused;
    add_header Cache-Control "no-store" always;
    add_header Content-Security-Policy "${ANSWER_POLICY}" always;
    add_header X-Content-Type-Options "nosniff" always;
}`,
  );
  const rest = `location = ${PROXY_PATH} {
    default_type text/plain;
    return 200 "${PROXY_GREETING}";
}
location ${PROXY_PATH}/ {
    access_log off;
    error_log /dev/null;
    return 403;
}
location = /proxy-refused {
    internal;
    return 502;
}`;
  return `${[...locations, rest].join('\n')}\n`;
}

/** What is not listed, and errors, which Caddy logs with their query unless a route answers them. */
const CADDY_REST = `handle ${PROXY_PATH} {
    header Content-Type text/plain
    respond "${PROXY_GREETING}"
}
handle ${PROXY_PATH}/* {
    respond 403
}
handle_errors {
    @proxied path ${PROXY_PATH}/*
    respond @proxied 502
}
`;

/** The rules for Caddy, one exact path for each address. */
export function caddyRules(addresses: readonly ProxiedAddress[] = proxiedAddresses()): string {
  const handles = addresses.map(
    ({ host, path }, index) => `@source${index} {
    method GET
    path ${PROXY_PATH}/${host}${decodeURIComponent(path)}
}
handle @source${index} {
    rewrite * ${path}
    reverse_proxy https://${host} {
        header_up Host ${host}
        header_up -Cookie
        header_up -Authorization
        header_up -Referer
        header_down -Set-Cookie
        header_down Cache-Control no-store
        header_down Content-Security-Policy "${ANSWER_POLICY}"
        header_down X-Content-Type-Options nosniff
        @redirect status 3xx
        handle_response @redirect {
            respond 502
        }
    }
}`,
  );
  return `log_skip ${PROXY_PATH}/*\n${handles.join('\n')}\n${CADDY_REST}`;
}
