/** Whose badges are printed. */

/** A badge as it is to be printed: what stands on it, and how it stands to the one that was. */
export type Badge = {
  id: string;
  name: string;
  organisation: string;
  photos: boolean;
  code: string;
  /** A fingerprint of all that. */
  mark: string;
  /** `changed`: it was printed, and says something else by now. */
  printed: "no" | "yes" | "changed";
};

export const WHO = ["new", "changed", "all", "blank"] as const;
export type Who = (typeof WHO)[number];

/** So many are shown at once: whole sheets of most formats, and a page that a browser still prints. */
export const MOST_BADGES = 210;

/** Those that were asked for; none are blank. */
export function chosenOf(badges: readonly Badge[], who: Who): Badge[] {
  if (who === "blank") return [];
  if (who === "all") return [...badges];
  return badges.filter(({ printed }) => printed === (who === "new" ? "no" : "changed"));
}
