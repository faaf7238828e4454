/** The order of the tray: the largest expected audience first, and what says much the same next to each other. */

/** A card in its place; `like` is the id of the one above it that it is like, or null. */
export type Laid<Card> = { card: Card; like: string | null };

/**
 * @param cards of the tray @param pairs of ids that are alike @param audience how many a card is expected to draw, and of two
 *   that draw as many the earlier stays first
 */
export function layTray<Card extends { pitch: { id: string } }>(
  cards: readonly Card[],
  pairs: readonly (readonly [string, string])[],
  audience: (card: Card) => number,
): Laid<Card>[] {
  const root = new Map(cards.map(({ pitch }) => [pitch.id, pitch.id]));
  for (const [one, other] of pairs) {
    const [a, b] = [root.get(one), root.get(other)];
    if (a === undefined || b === undefined) continue;
    for (const [id, of] of root) if (of === b) root.set(id, a);
  }
  const sorted = [...cards].sort((a, b) => audience(b) - audience(a));
  // A group comes where its largest does.
  const groups = new Map<string, Card[]>();
  for (const card of sorted) {
    const of = root.get(card.pitch.id)!;
    groups.set(of, [...(groups.get(of) ?? []), card]);
  }
  return [...groups.values()].flatMap((group) =>
    group.map((card, nth) => ({
      card,
      like: nth === 0 || group[0]!.pitch.id === card.pitch.id ? null : group[0]!.pitch.id,
    })),
  );
}
