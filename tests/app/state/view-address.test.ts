import { describe, expect, it } from 'vitest';
import { queryOf } from '../../../src/app/state/view-address.ts';
import { defaultView } from '../../../src/chart/view/view.ts';
import { nvidia } from '../../chart/study-of.ts';

const { study } = nvidia;
const view = defaultView(study);

describe('the query of a view', () => {
  it('is empty for what the page opens with', () => {
    expect(queryOf(view, study, 'nvidia-h20')).toBe('');
  });

  it('names the study on a page that is made for another one', () => {
    expect(queryOf(view, study, 'zinsentscheid')).toBe('study=nvidia-h20');
    expect(queryOf({ ...view, range: { kind: 'all' } }, study, 'zinsentscheid')).toBe('study=nvidia-h20&range=all');
  });
});
