/** What a mocked source does, by name: chosen in development with `?scenario=`, by tests when they start a server. */
export const scenarios = {
  ok: 'answers with the bundled closes',
  slow: 'answers with the bundled closes after some seconds',
  'rate-limited': 'asks for fewer requests',
  malformed: 'breaks off in the middle of its answer',
  partial: 'leaves out one session in the middle and the value of another',
  truncated: 'begins later than asked',
  stale: 'ends earlier than asked',
  empty: 'answers without rows',
  html: 'answers with a web page and status 200',
  refused: 'refuses in its own words',
  'unknown-symbol': 'does not know the symbol',
  'wrong-index': 'answers with another index',
  'server-error': 'has a fault of its own',
  dropped: 'drops the connection',
} as const;

export type Scenario = keyof typeof scenarios;

/** Whether a text names a scenario. */
export function isScenario(text: string): text is Scenario {
  return Object.hasOwn(scenarios, text);
}
