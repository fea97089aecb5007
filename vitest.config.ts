import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Tests of what a page shows need a document; everything else runs in plain Node. */
const WITH_DOCUMENT = [
  'tests/**/*.test.tsx',
  'tests/app/**/*.test.ts',
  'tests/embed/**/*.test.ts',
  'tests/chart/controller/**/*.test.ts',
];

export default defineConfig({
  plugins: [react()],
  test: {
    env: { TZ: 'UTC' },
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['tests/**/*.test.ts'], exclude: WITH_DOCUMENT },
      },
      { extends: true, test: { name: 'document', environment: 'jsdom', include: WITH_DOCUMENT } },
    ],
  },
});
