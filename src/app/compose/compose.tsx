import { createRoot } from 'react-dom/client';
import { PartBoundary } from '../parts/part-boundary.tsx';
import { readerOf } from '../reader.ts';
import { ComposePage } from './compose-page.tsx';

const place = document.querySelector('#compose');
if (place !== null) {
  const studies = (document.documentElement.dataset['studies'] ?? '').split(' ').filter((id) => id !== '');
  createRoot(place).render(
    <PartBoundary part="compose">
      <ComposePage reader={readerOf(window)} studies={studies} />
    </PartBoundary>,
  );
}
