import type { Instant } from '../../core/units.ts';

/**
 * Seconds to wait by a Retry-After header, written as seconds or as an HTTP date
 * (RFC 9110, 10.2.3); 0 for a date that has passed, null where there is no
 * readable one.
 */
export function retryAfterSeconds(header: string | null, now: Instant): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  if (!/^[A-Za-z]{3,9},? /.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : Math.max(0, Math.ceil((time - now) / 1000));
}
