import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, policyOf, withPolicy } from '../../src/node/content-security.ts';

const page = (body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>A</title></head><body>${body}</body></html>`;
const scripts = (policy: string): string | undefined =>
  policy.split('; ').find((part) => part.startsWith('script-src'));

describe('the policy of a page', () => {
  it('allows scripts of its own host only', () => {
    expect(scripts(contentSecurityPolicy(page('<script type="module" src="./a.js"></script>'), 'dashboard'))).toBe(
      "script-src 'self'",
    );
  });

  it('names an inline script by its SHA-256', () => {
    // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    const policy = contentSecurityPolicy(page('<script>alert(1)</script>'), 'dashboard');
    expect(scripts(policy)).toBe("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
  });

  it('does not name blocks of data, which are not run', () => {
    const data =
      '<script type="application/json" class="mr-data">{"a":1}</script><script type="application/ld+json">{}</script>';
    expect(scripts(contentSecurityPolicy(page(data), 'dashboard'))).toBe("script-src 'self'");
  });

  it.each(['dashboard', 'frame'] as const)('of a %s never allows inline handlers or eval', (kind) => {
    const policy = contentSecurityPolicy(page('<script>alert(1)</script>'), kind);
    expect(scripts(policy)).not.toMatch(/unsafe/);
  });

  it('lets the dashboard ask live sources, and a frame its own deployment only', () => {
    expect(contentSecurityPolicy(page(''), 'dashboard')).toContain("connect-src 'self' https:");
    expect(contentSecurityPolicy(page(''), 'frame')).toMatch(/connect-src 'self'(?:;|$)/);
  });

  it('never says who may frame a page', () => {
    expect(contentSecurityPolicy(page(''), 'frame')).not.toContain('frame-ancestors');
  });

  it('stands in the head behind the character set, once however often it is set', () => {
    const once = withPolicy(page('<script>alert(1)</script>'), 'frame');
    expect(once).toMatch(/<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/);
    expect(withPolicy(once, 'frame')).toBe(once);
    expect(policyOf(once)).toBe(contentSecurityPolicy(page('<script>alert(1)</script>'), 'frame'));
    expect(policyOf(page(''))).toBeNull();
  });
});
