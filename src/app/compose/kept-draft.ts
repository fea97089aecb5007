import { get, set } from 'idb-keyval';
import type { FutureMention } from '../../draft/draft.ts';
import type { EditedStudy } from '../../draft/study/edited-study.ts';

/** What is kept of the page between visits. */
export interface KeptDraft {
  readonly version: 1;
  readonly text: string;
  readonly published: string;
  readonly zone: string;
  readonly study: EditedStudy | null;
  readonly future: readonly FutureMention[];
  /** Ids of the instruments that the text names. */
  readonly named: readonly string[];
  readonly sentences: readonly string[];
}

const KEY = 'market-reaction compose';

function isKept(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null) return false;
  if (!('version' in value) || value.version !== 1) return false;
  return (
    'text' in value &&
    typeof value.text === 'string' &&
    'study' in value &&
    'future' in value &&
    'named' in value &&
    'sentences' in value
  );
}

/** What this browser has kept; null where it has nothing, or keeps nothing. */
export async function keptDraft(): Promise<KeptDraft | null> {
  try {
    const value: unknown = await get(KEY);
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps what is on the page. Whether the browser allows it. */
export async function keepDraft(draft: KeptDraft): Promise<boolean> {
  try {
    await set(KEY, draft);
    return true;
  } catch {
    return false;
  }
}
