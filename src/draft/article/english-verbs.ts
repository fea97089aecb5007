/** English verbs as news tells with them, as the inside of a pattern: auxiliaries, past forms, everything in -ed. */
export const PAST_VERBS =
  'said|told|spoke|was|were|had|has|have|did|became|began|bought|broke|brought|built|came|chose|cut|dealt|drew|drove|fell|felt|fought|found|gave|got|grew|held|hit|kept|knew|laid|led|left|lent|lost|made|meant|met|paid|put|quit|ran|rose|sank|saw|sent|set|shook|shut|slid|sold|sought|spent|split|spread|stood|stuck|struck|swore|swept|took|thought|threw|went|withdrew|won|wrote|\\w{2,}ed';

/** Verbs of the present and of what is to come. */
export const OTHER_VERBS = 'is|are|will|would|can|could|may|might|must|should';
