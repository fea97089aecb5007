import { delay, http, HttpResponse, type RequestHandler } from 'msw';
import { rowsAround, type ClosesText, type MockRow } from './mock-rows.ts';
import type { MockAnswer, MockQuestion, MockSource } from './mock-source.ts';
import type { Scenario } from './scenarios.ts';
import { allSources } from './sources/all-sources.ts';

const PAGE =
  '<!DOCTYPE html><html><head><title>Checking your browser</title></head><body>One moment, please.</body></html>';
/** Long enough to see the waiting state, in milliseconds. */
const SLOW = 3000;

function sent({ body, type, status = 200 }: MockAnswer): HttpResponse<string> {
  return new HttpResponse(body, { status, headers: { 'content-type': type, 'access-control-allow-origin': '*' } });
}

/** The rows that a scenario leaves of those asked for. */
function leftBy(scenario: Scenario, rows: readonly MockRow[]): readonly MockRow[] {
  const middle = Math.floor(rows.length / 2);
  switch (scenario) {
    case 'partial':
      return rows
        .filter((_, index) => index !== middle)
        .map((row, index) => (index === middle - 2 ? { ...row, close: null } : row));
    case 'truncated':
      return rows.slice(Math.ceil(rows.length / 3));
    case 'stale':
      return rows.slice(0, Math.ceil(rows.length / 3));
    case 'empty':
      return [];
    default:
      return rows;
  }
}

async function respond(source: MockSource, scenario: Scenario, question: MockQuestion, url: URL, closes: ClosesText) {
  const rows = async () => rowsAround(await closes(question.instrument), question.from, question.to);
  switch (scenario) {
    case 'rate-limited':
      return new HttpResponse('Too Many Requests\r\n', {
        status: 429,
        headers: { 'content-type': 'text/plain', 'retry-after': '60', 'access-control-allow-origin': '*' },
      });
    case 'html':
      return sent({ body: PAGE, type: 'text/html' });
    case 'server-error':
      return sent({ body: '<html><title>Will be right back</title></html>', type: 'text/html', status: 503 });
    case 'dropped':
      return HttpResponse.error();
    case 'refused':
      return sent(source.refused);
    case 'unknown-symbol':
      return sent(source.unknownSymbol);
    case 'wrong-index':
      return sent(source.wrongIndex(await rows(), question, url));
    case 'malformed': {
      const whole = source.answer(await rows(), question, url);
      return sent({ ...whole, body: brokenOff(whole.body) });
    }
    case 'slow':
      await delay(SLOW);
      return sent(source.answer(await rows(), question, url));
    case 'ok':
    case 'partial':
    case 'truncated':
    case 'stale':
    case 'empty':
      return sent(source.answer(leftBy(scenario, await rows()), question, url));
  }
}

/** The first 60 % of a JSON body; of a CSV, whose lines would still be whole, its header alone in pieces. */
function brokenOff(body: string): string {
  return body.startsWith('{') ? body.slice(0, Math.floor(body.length * 0.6)) : body.slice(0, 9);
}

function handlersOf(source: MockSource, scenario: Scenario, closes: ClosesText): RequestHandler[] {
  const resolver = async ({ request }: { readonly request: Request }) => {
    const url = new URL(request.url);
    const question = source.read(url);
    return question === null ? sent(source.unknownSymbol) : respond(source, scenario, question, url, closes);
  };
  // Directly, and below a proxy that stands anywhere.
  return [http.get(`https://${source.address}`, resolver), http.get(`*/proxy/${source.address}`, resolver)];
}

/** Handlers of the given sources, of all unless told. All play the same scenario, with figures of the bundled closes. */
export function sourceHandlers(
  scenario: Scenario,
  closes: ClosesText,
  sources: readonly MockSource[] = allSources,
): RequestHandler[] {
  return sources.flatMap((source) => handlersOf(source, scenario, closes));
}
