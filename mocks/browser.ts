import { setupWorker } from 'msw/browser';
import { sourceHandlers } from './handlers.ts';
import { isScenario } from './scenarios.ts';

/**
 * Lets a service worker answer for the live sources, so that the whole live path
 * can be walked offline. Development only. A name that is no scenario plays `ok`. `studyUrl` is the address of the
 * study’s folder, whose closes give the figures, ending in a slash.
 */
export async function startMocks(scenario = 'ok', studyUrl = 'studies/nvidia-h20/'): Promise<void> {
  const base = new URL(studyUrl, document.baseURI);
  const closes = async (instrument: string): Promise<string> => {
    const response = await fetch(new URL(`closes/${instrument}.csv`, base));
    return response.text();
  };
  await setupWorker(...sourceHandlers(isScenario(scenario) ? scenario : 'ok', closes)).start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: new URL('mockServiceWorker.js', document.baseURI).pathname },
  });
}
