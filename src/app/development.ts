/** Starts the recorded sources that stand in for live ones in development; the built site never holds them. */
export async function startDevelopment(scenario: string | null): Promise<void> {
  const { startMocks } = await import('../../mocks/browser.ts');
  await startMocks(scenario ?? 'ok');
}
