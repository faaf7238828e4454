/** What a browser loads of the accented language: all of English, and what makes it so. No visitor does. */
import { bring } from "#messages/words.ts";
import { areas as english } from "../en/areas.tsx";

/** The tag it goes by: what `Intl` writes for it is Greek, so that a date in English is seen too. */
const TAG = "el-x-accented";

const all = () =>
  Promise.all([import("../en.ts"), import("./accent.ts")]).then(([{ en }, { accentedWords }]) =>
    bring(TAG, accentedWords(en)),
  );

export const areas = Object.fromEntries(Object.keys(english).map((name) => [name, all])) as Record<
  keyof typeof english,
  typeof all
>;
