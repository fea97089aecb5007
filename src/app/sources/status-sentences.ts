import type { Study } from '../../core/study.ts';
import type { SeriesStatus } from '../state/dashboard-state.ts';

/**
 * What is to be said about the figures that could not be had, each reason once:
 * instruments that failed in the same words and are served by the same stand-in
 * share a sentence. `list` joins names as a reader's language does.
 */
export function statusSentences(
  study: Study,
  statuses: readonly SeriesStatus[],
  list: (names: readonly string[]) => string,
): readonly string[] {
  const nameOf = (id: string): string => study.instruments.find((one) => one.id === id)?.name ?? id;
  const reasons = [...new Set(statuses.map(reasonOf))].filter((reason) => reason !== '');
  return reasons.map((reason) => {
    const members = statuses.filter((status) => reasonOf(status) === reason);
    const isForAll = members.length === statuses.length && statuses.length > 1;
    return isForAll ? reason : `${list(members.map(({ instrument }) => nameOf(instrument)))}: ${reason}`;
  });
}

function reasonOf({ failure, instead }: SeriesStatus): string {
  return [failure, instead].filter((part) => part !== null).join(' ');
}
