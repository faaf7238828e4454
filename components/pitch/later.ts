/** What of the pitches comes once it is asked for. A try that failed is forgotten, so that the next one is another. */
import { loadWords } from "#messages/areas.tsx";

export const loadOneAtATime = () =>
  Promise.all([import("./one-at-a-time.tsx"), loadWords("oneAtATime")]).then(([it]) => it.OneAtATime);
