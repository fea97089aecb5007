import { Component, type ReactNode } from 'react';
import type { PagePart } from '../../words/en/part-fault.ts';
import { faultNotice } from '../fault-notice.ts';

interface Guarded {
  readonly part: PagePart;
  /** What stands in the part's place once it has broken off; a notice where nothing is given. */
  readonly instead?: (notice: ReactNode) => ReactNode;
  /** Called once the part has broken off. */
  readonly onFault?: (error: unknown) => void;
  readonly children: ReactNode;
}

interface Broken {
  readonly fault: { readonly error: unknown } | null;
}

/** Keeps an error in one part of the page from taking the others with it. */
export class PartBoundary extends Component<Guarded, Broken> {
  override state: Broken = { fault: null };

  static getDerivedStateFromError(error: unknown): Broken {
    return { fault: { error } };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFault?.(error);
  }

  override render(): ReactNode {
    const { part, instead, children } = this.props;
    const { fault } = this.state;
    if (fault === null) return children;
    const notice = <Notice part={part} error={fault.error} />;
    return instead === undefined ? notice : instead(notice);
  }
}

function Notice({ part, error }: { part: PagePart; error: unknown }) {
  return <div ref={(place) => place?.replaceChildren(faultNotice(document, part, error))} />;
}
