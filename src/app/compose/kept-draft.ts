import type { FutureMention } from '../../draft/draft.ts';
import type { EditedStudy } from '../../draft/study/edited-study.ts';

/** What is kept of the page between visits. */
export interface KeptDraft {
  readonly version: 2;
  readonly text: string;
  readonly published: string;
  readonly zone: string;
  readonly study: EditedStudy | null;
  /** The study as it was opened; null for one that was drafted here. */
  readonly opened: EditedStudy | null;
  readonly future: readonly FutureMention[];
  /** Ids of the instruments that the text names. */
  readonly named: readonly string[];
  readonly sentences: readonly string[];
}

const [DATABASE, STORE, KEY] = ['market-reaction', 'compose', 'draft'];

/** The answer of a request to the browser's store. */
function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser refused')));
  });
}

/** The store of this page. Rejects where the browser has none, or allows none. */
async function storeFor(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  try {
    const opening = indexedDB.open(DATABASE, 1);
    opening.addEventListener('upgradeneeded', () => void opening.result.createObjectStore(STORE));
    const database = await answered(opening);
    return database.transaction(STORE, mode).objectStore(STORE);
  } catch (error) {
    throw new Error('the browser keeps nothing here', { cause: error });
  }
}

function isKept(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null) return false;
  if (!('version' in value) || value.version !== 2) return false;
  return (
    'text' in value &&
    typeof value.text === 'string' &&
    'study' in value &&
    'opened' in value &&
    'future' in value &&
    'named' in value &&
    'sentences' in value
  );
}

/** What this browser has kept; null where it has nothing, or keeps nothing. */
export async function keptDraft(): Promise<KeptDraft | null> {
  try {
    const value: unknown = await answered((await storeFor('readonly')).get(KEY));
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps what is on the page. Whether the browser allows it. */
export async function keepDraft(draft: KeptDraft): Promise<boolean> {
  try {
    await answered((await storeFor('readwrite')).put(draft, KEY));
    return true;
  } catch {
    return false;
  }
}
