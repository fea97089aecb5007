/** Facts of an announcement that came, or may have come, while a closing price was formed. */
interface ClosingAuction {
  /** The place of the exchange: "Hong Kong". */
  readonly place: string;
  /** The session's date, as written: "15 July". */
  readonly session: string;
  /** Whether it surely came in the auction; a span may only touch it. */
  readonly certain: boolean;
}

/** Says that a closing price was still being formed when the news came. */
export function closingAuction({ place, session, certain }: ClosingAuction): string {
  const came = certain ? 'came' : 'may have come';
  return `The news ${came} in ${place}’s closing auction of ${session}, while the closing price was still being formed: that close may hold a part of it.`;
}
