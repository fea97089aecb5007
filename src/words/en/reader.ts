import { longDate } from './lists.ts';

/** Says that times "of the reader" are told in another zone. */
export function zoneUnknown(): string {
  return 'This browser does not say in which time zone it is: “your time” is told in UTC.';
}

/** Says that a device's clock is not believed. Both are dates `YYYY-MM-DD`: what it shows, and what is taken for today. */
export function clockBehind({ shown, taken }: { readonly shown: string; readonly taken: string }): string {
  return `This device’s clock shows ${longDate(shown)}, which is before the bundled figures were fetched: today is taken for ${longDate(taken)}.`;
}
