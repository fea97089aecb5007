import { createRoot } from 'react-dom/client';
import { readerOf } from '../reader.ts';
import { ComposePage } from './compose-page.tsx';

const place = document.querySelector('#compose');
if (place !== null) {
  const studies = (document.documentElement.dataset['studies'] ?? '').split(' ').filter((id) => id !== '');
  createRoot(place).render(<ComposePage reader={readerOf(window)} studies={studies} />);
}
