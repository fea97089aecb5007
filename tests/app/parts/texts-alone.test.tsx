import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FrameCaption } from '../../../src/app/embed/frame-caption.tsx';
import { Caption } from '../../../src/app/parts/caption.tsx';
import { ChartTable } from '../../../src/app/parts/chart-table.tsx';
import { Controls } from '../../../src/app/parts/controls.tsx';
import { EventList } from '../../../src/app/parts/event-list.tsx';
import { Footer } from '../../../src/app/parts/footer.tsx';
import { Notices } from '../../../src/app/parts/notices.tsx';
import { CHART_KINDS } from '../../../src/chart/view/view.ts';
import { panelPage } from '../reaction/panel-page.tsx';
import { stateAtHand } from '../state-at-hand.ts';

/** Texts that stand beside something else in their element, where one who translates the page takes them from React. */
function shared(place: Element): string[] {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode() !== null) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement !== null && parentElement.childNodes.length > 1) {
      found.push(`<${parentElement.localName} class="${parentElement.className}">: ${textContent ?? ''}`);
    }
  }
  return found;
}

afterEach(cleanup);

describe('a text of the page stands alone in its element', () => {
  for (const mode of ['baked', 'live'] as const) {
    it.each(CHART_KINDS)(`in the parts around the chart, ${mode}: %s`, (chart) => {
      const { state } = stateAtHand({ chart, source: 'nope' }, mode);
      const { container } = render(
        <main>
          <Controls state={state} />
          <Notices state={state} />
          <Caption state={state} />
          <ChartTable state={state} formats={state.formats} />
          <EventList state={state} />
          <Footer state={state} />
          <FrameCaption state={state} />
        </main>,
      );
      expect(container.textContent).toContain('The article');
      expect(shared(container)).toEqual([]);
    });

    it(`in the headline, the statistics and the claims, ${mode}`, () => {
      expect(shared(panelPage({ model: 'market' }, undefined, undefined, mode).page.container)).toEqual([]);
    });
  }
});
