import type { AlsoTapped } from "#components/voting/provider.tsx";
import { starWish } from "./stars.ts";

const EARLY = "star ";

/** What a star's taps are about where they are kept until the page is alive. @param run its key */
export const earlyStar = (run: string) => `${EARLY}${run}`;

/** Stars among what is tapped on a phone. */
export const STARS: AlsoTapped = {
  early: (slug, about, pressed) =>
    about.startsWith(EARLY) ? starWish(slug, about.slice(EARLY.length), pressed) : null,
  saved: async (live, { key, about: { run } }, now) => {
    if (run !== undefined && key.startsWith(`${live.slug} `)) await live.learnStar(run, now.starred === true);
  },
};
