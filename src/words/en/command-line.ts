/** What the command line says besides its usages. */

/** What a network behind a company's proxy needs; `env` is the environment of the process. */
export function proxySentence(env: Readonly<Record<string, string | undefined>>): string {
  const named = ['HTTPS_PROXY', 'https_proxy'].find((name) => (env[name] ?? '') !== '');
  const isUsed = env['NODE_USE_ENV_PROXY'] === '1';
  if (named === undefined) {
    return 'Where the network is behind a proxy, set HTTPS_PROXY to its address and NODE_USE_ENV_PROXY to 1 (Node 22.21 or newer), or name an internal mirror with --base-url.';
  }
  return isUsed
    ? `The proxy of ${named} was to be used: check its address, and that it lets this host through.`
    : `${named} is set, but Node goes through it only where NODE_USE_ENV_PROXY is 1 (Node 22.21 or newer); set it, or name an internal mirror with --base-url.`;
}
