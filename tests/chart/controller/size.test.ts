// @vitest-environment node
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { controllerScript } from '../../e2e/fixtures/controller-page.ts';

const KIB = 1024;

test('the controller is one small script without any library', async () => {
  const script = await controllerScript();
  expect(brotliCompressSync(script).byteLength).toBeLessThanOrEqual(8 * KIB);
  // Nothing that writes markup or evaluates text, and nothing that a frame without an origin may not touch.
  expect(script).not.toMatch(
    /\b(?:eval|Function|insertAdjacentHTML|localStorage|sessionStorage|cookie)\b|innerHTML\s*=[^=]/,
  );
});
