/** What a wall shows: where the camp is, the whole day, or one room by its letter. */
export type WallView = { kind: "camp" } | { kind: "day" } | { kind: "room"; letter: string };
