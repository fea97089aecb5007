import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proxiedAddresses } from '../../src/data/port/proxied-addresses.ts';
import { caddyRules, isPrivateAddress, nginxRules, proxyVerdict } from '../../src/node/proxy-rules.ts';

const FRED = '/proxy/fred.stlouisfed.org/graph/fredgraph.csv';

describe('the list of proxied addresses', () => {
  it('holds the hosts and paths of FRED, Hang Seng Indexes, Nasdaq.com and Yahoo, and no others', () => {
    expect(proxiedAddresses().map(({ host, path }) => host + path)).toEqual([
      'api.nasdaq.com/api/quote/COMP/historical',
      'api.stlouisfed.org/fred/series/observations',
      'fred.stlouisfed.org/graph/fredgraph.csv',
      'query1.finance.yahoo.com/v8/finance/chart/%5EGSPC',
      'query1.finance.yahoo.com/v8/finance/chart/%5EIXIC',
      'query1.finance.yahoo.com/v8/finance/chart/NVDA',
      'www.hsi.com.hk/api/wsit-hsi-ddoc-ea-public-website-proxy/v1/product-data/pub/indexes/metadata/v2',
    ]);
  });
});

describe('the proxy', () => {
  it('carries a listed address on, with any query', () => {
    expect(proxyVerdict('GET', `${FRED}?id=NASDAQCOM&cosd=2025-07-01`)).toEqual({
      kind: 'allowed',
      host: 'fred.stlouisfed.org',
      path: '/graph/fredgraph.csv',
      query: '?id=NASDAQCOM&cosd=2025-07-01',
    });
    expect(proxyVerdict('GET', '/proxy/query1.finance.yahoo.com/v8/finance/chart/%5EIXIC?interval=1d').kind).toBe(
      'allowed',
    );
  });

  it.each([
    ['another host', '/proxy/example.org/graph/fredgraph.csv'],
    ['a host that begins like a listed one', '/proxy/fred.stlouisfed.org.example.org/graph/fredgraph.csv'],
    ['a listed host as a user name', '/proxy/fred.stlouisfed.org@example.org/graph/fredgraph.csv'],
    ['a listed host with a port', '/proxy/fred.stlouisfed.org:8080/graph/fredgraph.csv'],
    ['another path', '/proxy/fred.stlouisfed.org/graph/'],
    ['a path below a listed one', `${FRED}/more`],
    ['a path that climbs', '/proxy/fred.stlouisfed.org/graph/../fred/release'],
    ['a path that climbs in disguise', '/proxy/fred.stlouisfed.org/graph/%2e%2e/fredgraph.csv'],
    ['a path with an encoded slash', '/proxy/fred.stlouisfed.org/graph%2Ffredgraph.csv'],
    ['a doubled slash', '/proxy//fred.stlouisfed.org/graph/fredgraph.csv'],
    ['a whole address', '/proxy/https://fred.stlouisfed.org/graph/fredgraph.csv'],
    ['a loopback address', '/proxy/127.0.0.1/graph/fredgraph.csv'],
    ['the address of a cloud’s metadata', '/proxy/169.254.169.254/latest/meta-data/'],
    ['nothing', '/proxy/'],
    ['capital letters', '/proxy/FRED.stlouisfed.org/graph/fredgraph.csv'],
    ['another symbol of a listed source', '/proxy/query1.finance.yahoo.com/v8/finance/chart/AAPL'],
    ['a line break in the query', `${FRED}?id=1\r\nHost: example.org`],
  ])('refuses %s', (_, target) => {
    expect(proxyVerdict('GET', target)).toMatchObject({ kind: 'refused', status: 403 });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'CONNECT', 'HEAD'])('refuses %s', (method) => {
    expect(proxyVerdict(method, FRED)).toMatchObject({ kind: 'refused', status: 405 });
  });
});

describe('private addresses', () => {
  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    '::ffff:10.0.0.1',
    '2001:db8::1',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
    'not an address',
    '300.1.1.1',
    '192.0.2.7',
    '198.51.100.7',
    '203.0.113.7',
  ])('include %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '192.169.0.1',
    '223.255.255.1',
    '2606:4700::6810:85e5',
    '::ffff:8.8.8.8',
  ])('do not include %s', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

describe('the rules for other servers', () => {
  const page = readFileSync(new URL('../../docs/proxy.md', import.meta.url), 'utf8');

  it('stand in the documentation as they are generated', () => {
    expect(page).toContain(nginxRules().trim());
    expect(page).toContain(caddyRules().trim());
  });

  it('name every listed address, log nothing, and refuse the rest', () => {
    for (const { host, path } of proxiedAddresses()) {
      expect(nginxRules()).toContain(`proxy_pass "https://${host}${path}";`);
      // Caddy compares paths decoded.
      expect(caddyRules()).toContain(`path /proxy/${host}${decodeURIComponent(path)}\n`);
    }
    expect(nginxRules().match(/access_log off;/g)).toHaveLength(proxiedAddresses().length + 1);
    expect(nginxRules().match(/error_log \/dev\/null;/g)).toHaveLength(proxiedAddresses().length + 1);
    expect(caddyRules()).toContain('respond @proxied 502');
    expect(nginxRules()).toContain('return 403;');
    expect(caddyRules()).toContain('log_skip /proxy/*');
    expect(caddyRules()).toContain('respond 403');
  });
});
