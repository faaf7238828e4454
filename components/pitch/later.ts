/** What of the pitches comes once it is asked for. A try that failed is forgotten, so that the next one is another. */
export const loadOneAtATime = () => import("./one-at-a-time.tsx").then((it) => it.OneAtATime);
