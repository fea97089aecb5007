import type { Page } from '@playwright/test';

/** One frame of a screen that draws sixty a second, in milliseconds. */
export const FRAME = 1000 / 60;

/**
 * Changes the statistics of the reaction panel, to the second opinion and back;
 * milliseconds from each choice until it is painted. The page was prepared as
 * for ranges.
 */
export async function statisticsChanges(page: Page, repeats: number): Promise<number[]> {
  const times: number[] = [];
  for (let time = 0; time < 2 * repeats; time += 1) {
    times.push(
      await page.evaluate(() => {
        const link = document.querySelector<HTMLElement>('[aria-label="Statistics"] a:not([aria-current])');
        const opinions = (): number => document.querySelectorAll('.chosen-opinion').length;
        const { timeChange } = window;
        if (link === null || timeChange === undefined) throw new Error('there is no other opinion to choose');
        const before = opinions();
        return timeChange(
          () => link.click(),
          () => opinions() !== before,
        );
      }),
    );
  }
  return times;
}
