import { describe, expect, it } from 'vitest';
import { staleness } from '../../src/node/dependencies.mjs';

const locked = {
  packages: {
    '': {},
    'node_modules/react': { version: '19.3.0', integrity: 'sha512-a' },
    'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-b', optional: true },
  },
};
const react = { version: '19.3.0', integrity: 'sha512-a' };

describe('what is installed', () => {
  it('is missing when npm has not finished an installation', () => {
    expect(staleness(locked, null)).toBe('nothing is installed yet');
  });

  it('is current when every locked package is there, optional ones of other systems left out', () => {
    expect(staleness(locked, { packages: { 'node_modules/react': react } })).toBeNull();
  });

  it('is stale when a package is missing', () => {
    expect(staleness(locked, { packages: {} })).toBe('node_modules/react is missing');
  });

  it('is stale when a package has another version', () => {
    const installed = { packages: { 'node_modules/react': { ...react, version: '19.2.0' } } };
    expect(staleness(locked, installed)).toBe('node_modules/react is 19.2.0, not 19.3.0');
  });

  it('is stale when a package of the same version has other content', () => {
    const installed = { packages: { 'node_modules/react': { ...react, integrity: 'sha512-c' } } };
    expect(staleness(locked, installed)).not.toBeNull();
  });

  it('is stale when a package is no longer locked', () => {
    const installed = { packages: { 'node_modules/react': react, 'node_modules/left-pad': { version: '1.3.0' } } };
    expect(staleness(locked, installed)).toBe('node_modules/left-pad is no longer used');
  });
});
