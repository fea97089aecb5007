import type { EmbedSubject } from '../../src/embed/embed-subject.ts';

const FOLDER = 'https://charts.example.org/reaction/embed/nvidia-h20/overlay/';

/** A baked chart on a host of its own, with the signs in its words that wikis trip over. */
export const subject: EmbedSubject = {
  title: 'Closes & “moves”',
  alt: 'Two lines: [Nasdaq] | "Hang Seng".',
  study: 'nvidia-h20',
  chart: 'overlay',
  theme: 'host',
  frame: FOLDER,
  page: 'https://charts.example.org/reaction/?chart=overlay&base=speech',
  script: 'https://charts.example.org/reaction/market-reaction.js',
  pictures: {
    light: { png: `${FOLDER}light.png`, png2x: `${FOLDER}light-2x.png`, svg: `${FOLDER}light.svg` },
    dark: { png: `${FOLDER}dark.png`, png2x: `${FOLDER}dark-2x.png`, svg: `${FOLDER}dark.svg` },
  },
  pictureWidth: 680,
  frameHeight: 550,
  loading: 'eager',
};

/** The same with a view that no picture was made of. */
export const unbaked: EmbedSubject = { ...subject, pictures: null, frame: `${FOLDER}?range=60` };
