/** Who is named in a camp's code of conduct, so that somebody can be told what happened. */

/** As everybody may know them: their address is nobody's. */
export type ContactView = { id: string; name: string };

/** As the desk names them: one of the crew, or somebody typed with an address. */
export type ContactInput = { personId: string } | { personId?: undefined; name: string; email: string };

type Chosen = { personId: string; name: string };

/**
 * Whom of the crew the desk offers to name: a page of them, and whoever is named already and is on another. Without a box
 * of theirs a save would name them no more.
 */
export function offered(
  crew: readonly Chosen[],
  named: readonly { personId: string | null; name: string }[],
): Chosen[] {
  const others = named.flatMap(({ personId, name }) =>
    personId !== null && !crew.some((it) => it.personId === personId) ? [{ personId, name }] : [],
  );
  return [...crew.map(({ personId, name }) => ({ personId, name })), ...others];
}

/** What somebody tells one of them. */
export type Concern = {
  /** Minted with the form, so that one that is sent twice is one mail. */
  id: string;
  contactId: string;
  words: string;
  /** Who it is and how they can be reached, as they like to say it; may be empty. */
  reply: string;
};
