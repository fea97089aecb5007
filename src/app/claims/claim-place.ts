/** The name of a claim's place in the list of claims, to link to. */
export function claimPlace(id: string): string {
  return `claim-${id}`;
}
