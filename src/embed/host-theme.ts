import { FRAME_THEMES, type FrameTheme } from './frame-address.ts';

/**
 * The theme that a host's message asks for: `{type: 'set-theme', theme}` or `{confluenceColorMode}`; null for
 * anything else. A host that is sandboxed has no origin, so that only the values can be checked.
 */
export function themeIn(message: unknown): FrameTheme | null {
  if (typeof message !== 'object' || message === null) return null;
  const asked =
    'type' in message && message.type === 'set-theme' && 'theme' in message
      ? message.theme
      : 'confluenceColorMode' in message
        ? message.confluenceColorMode
        : null;
  return FRAME_THEMES.find((theme) => theme === asked) ?? null;
}
