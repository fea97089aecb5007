import { editStudy, type StudyEdit } from './edit-study.ts';
import type { EditedStudy } from './edited-study.ts';

/** A study with what it was before, and what was undone. */
export interface EditHistory {
  /** Oldest first. */
  readonly before: readonly EditedStudy[];
  readonly study: EditedStudy;
  /** Undone last comes first. */
  readonly after: readonly EditedStudy[];
  /** What the last edit changed, so that typing in one field is one step; null after anything else. */
  readonly typing: string | null;
}

export type HistoryAction = StudyEdit | { readonly kind: 'undo' } | { readonly kind: 'redo' };

/** Steps that can be undone; what is older is forgotten. */
const STEPS = 500;

/** The history of a study that nobody has changed yet. */
export function newHistory(study: EditedStudy): EditHistory {
  return { before: [], study, after: [], typing: null };
}

/** The field that an edit types in; null for one that is a step of its own. */
function fieldOf(edit: StudyEdit): string | null {
  switch (edit.kind) {
    case 'describe':
    case 'describe-article':
      return `${edit.kind} ${Object.keys(edit.change).join(' ')}`;
    case 'change-event':
      return `${edit.kind} ${edit.event} ${Object.keys(edit.change).join(' ')}`;
    case 'change-claim':
      return `${edit.kind} ${edit.claim} ${Object.keys(edit.change).join(' ')}`;
    case 'name-source':
      return `${edit.kind} ${edit.instrument}`;
    case 'put-confounder':
      return `${edit.kind} ${edit.confounder.id}`;
    default:
      return null;
  }
}

/** Whether two studies say the same. Closes are compared by what they are, not by what is in them. */
function isSame(one: EditedStudy, other: EditedStudy): boolean {
  const { closes, ...rest } = one;
  const { closes: otherCloses, ...otherRest } = other;
  return one === other || (closes === otherCloses && JSON.stringify(rest) === JSON.stringify(otherRest));
}

/** The history after an edit, an undo or a redo. An edit that changes nothing is no step. */
export function withAction(history: EditHistory, action: HistoryAction): EditHistory {
  const { before, study, after, typing } = history;
  if (action.kind === 'undo') {
    const previous = before.at(-1);
    if (previous === undefined) return history;
    return { before: before.slice(0, -1), study: previous, after: [study, ...after], typing: null };
  }
  if (action.kind === 'redo') {
    const [next, ...rest] = after;
    if (next === undefined) return history;
    return { before: [...before, study], study: next, after: rest, typing: null };
  }
  const edited = editStudy(study, action);
  if (isSame(edited, study)) return history;
  const field = fieldOf(action);
  const goesOn = field !== null && field === typing && after.length === 0;
  return { before: goesOn ? before : [...before, study].slice(-STEPS), study: edited, after: [], typing: field };
}
