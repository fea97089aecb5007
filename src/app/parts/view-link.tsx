import type { MouseEvent, ReactNode } from 'react';
import type { View } from '../../chart/view/view.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

/** Whether a click means "go there" and not "open it elsewhere". */
export function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** Closes the list of choices that a link was opened in, and gives the focus to the word that opened it. */
function closePick(link: Element): void {
  const pick = link.closest('.pick');
  pick?.removeAttribute('open');
  pick?.querySelector('summary')?.focus();
}

/** A choice as a link: it works before any script does, can be opened in a new tab, and Back undoes it. */
export function ViewLink({
  state,
  change,
  isCurrent,
  label,
  className = 'choice',
  children,
}: {
  state: DashboardState;
  change: Partial<View>;
  isCurrent: boolean;
  label?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <a
      className={className === '' ? undefined : className}
      href={state.hrefOf(change)}
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={label}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        state.setView(change);
        closePick(event.currentTarget);
      }}
    >
      {children}
    </a>
  );
}
