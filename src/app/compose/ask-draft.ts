import type { Drafted } from '../../draft/draft.ts';
import type { DraftAnswer, DraftRequest } from './draft-worker.ts';

let worker: Worker | null = null;
let asked = 0;

/** Drafts in a worker, so that the page answers meanwhile. Rejects where no worker can be had. */
export function askDraft(article: Omit<DraftRequest, 'id'>): Promise<Drafted> {
  const at = (worker ??= new Worker(new URL('./draft-worker.ts', import.meta.url), { type: 'module' }));
  const id = ++asked;
  return new Promise((resolve, reject) => {
    const listen = ({ data }: MessageEvent<DraftAnswer>): void => {
      if (data.id !== id) return;
      stop();
      resolve(data.drafted);
    };
    const fail = ({ message }: ErrorEvent): void => {
      stop();
      worker = null;
      reject(new Error(message));
    };
    const stop = (): void => {
      at.removeEventListener('message', listen);
      at.removeEventListener('error', fail);
    };
    at.addEventListener('message', listen);
    at.addEventListener('error', fail);
    at.postMessage({ ...article, id });
  });
}
