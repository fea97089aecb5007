import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { webAccessFault } from '../../src/node/web-access.ts';
import { webAccessSentence } from '../../src/words/en/web-access.ts';

const SERIES = [
  'series',
  '--source',
  'eastmoney',
  '--instrument',
  'HSTECH',
  '--from',
  '2025-07-01',
  '--to',
  '2025-07-31',
];

/** What the command line says and gives when it is run with these settings and no other proxy. */
async function commandLine(env: Record<string, string>): Promise<{ code: number | null; err: string }> {
  const none = { HTTPS_PROXY: '', https_proxy: '', HTTP_PROXY: '', http_proxy: '', NO_PROXY: '', no_proxy: '' };
  const cli = join(import.meta.dirname, '../../src/node/cli.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', cli, ...SERIES], {
    env: { ...process.env, ...none, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  await once(child, 'close');
  return { code: child.exitCode, err };
}

/** A company's proxy that answers each wish for a tunnel with `status`; `asked` are the hosts. */
async function companyProxy(status: number): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', ({ url }, socket) => {
    asked.push(url ?? '');
    socket.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\n\r\n`);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, asked };
}

describe('a command line behind a company’s proxy', () => {
  it('asks the proxy that HTTPS_PROXY names, and says that it wants a password, without the one that was given', async () => {
    const { port, asked } = await companyProxy(407);
    const { code, err } = await commandLine({ HTTPS_PROXY: `http://jo:secret@127.0.0.1:${port}` });
    expect(code).toBe(3);
    expect(new Set(asked)).toEqual(new Set(['push2his.eastmoney.com:443']));
    expect(err).toContain(`the proxy that HTTPS_PROXY names, 127.0.0.1:${port}, wants a password (status 407)`);
    expect(err).not.toContain('secret');
  });

  it('says which host the proxy does not lead to', async () => {
    const { port } = await companyProxy(403);
    const { err } = await commandLine({ HTTPS_PROXY: `http://127.0.0.1:${port}` });
    expect(err).toContain('does not lead to push2his.eastmoney.com (status 403); have it allowed');
  });

  it('says that the proxy does not answer', async () => {
    const { err } = await commandLine({ HTTPS_PROXY: 'http://127.0.0.1:1' });
    expect(err).toContain('the proxy that HTTPS_PROXY names, 127.0.0.1:1, does not answer (ECONNREFUSED)');
  });

  it('says that HTTPS_PROXY is no address, without its text', async () => {
    const { code, err } = await commandLine({ HTTPS_PROXY: 'jo:secret' });
    expect(code).toBe(3);
    expect(err).toContain('HTTPS_PROXY is set, but is no address; expected is HTTPS_PROXY=http://HOST:PORT');
    expect(err).not.toContain('secret');
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT'])(
    'is told to set HTTPS_PROXY where none is set and the way is barred with %s',
    (code) => {
      const error = new TypeError('fetch failed', { cause: Object.assign(new Error('no way'), { code }) });
      const fault = webAccessFault(error, 'fred.stlouisfed.org', { kind: 'none' });
      expect(fault).toEqual({ kind: 'no-proxy-set', host: 'fred.stlouisfed.org', said: code });
    },
  );

  it('is told where to name the certificate of a proxy that reads along', () => {
    const cause = Object.assign(new Error('self-signed certificate'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    const fault = webAccessFault(new TypeError('fetch failed', { cause }), 'www.hsi.com.hk', { kind: 'none' });
    expect(fault === null ? '' : webAccessSentence(fault)).toContain('NODE_EXTRA_CA_CERTS');
  });

  it('is told nothing about proxies when a request is called off', () => {
    const aborted = new DOMException('called off', 'AbortError');
    expect(webAccessFault(aborted, 'www.hsi.com.hk', { kind: 'none' })).toBeNull();
  });

  it('is told in words that no quotation cuts short', () => {
    const host = 'query1.finance.yahoo.com';
    const proxy = 'proxy.of-a-company.example:3128';
    for (const sentence of [
      webAccessSentence({ kind: 'no-proxy-set', host, said: 'UND_ERR_CONNECT_TIMEOUT' }),
      webAccessSentence({ kind: 'proxy-silent', proxy, said: 'UND_ERR_CONNECT_TIMEOUT' }),
      webAccessSentence({ kind: 'proxy-refuses', proxy, host, status: 407 }),
      webAccessSentence({ kind: 'proxy-refuses', proxy, host, status: 403 }),
      webAccessSentence({ kind: 'unknown-certificate', host, said: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }),
    ]) {
      expect(sentence.length).toBeLessThanOrEqual(240);
    }
  });
});
