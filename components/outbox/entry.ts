export type Wish = {
  /** A later entry with the same key replaces it. */
  key: string;
  method: "PUT" | "DELETE";
  address: string;
  body: string | null;
  /** What an answer must repeat to be ours: a hotel's sign-in page answers 200 to everything. */
  about: Readonly<Record<string, string>>;
  /** What an answer says if the entry stands, and not a later one of another phone. */
  wants: Readonly<Record<string, boolean>>;
};

export type Entry = Wish & {
  /** The registration that this phone held. The entry is never sent as anybody else. */
  owner: string;
  /** When it was made, in milliseconds since 1970, by the server's clock as far as we know it. */
  castAt: number;
  /**
   * How far this phone's clock was taken to be ahead when `castAt` was set, in milliseconds. Older pages stored none.
   */
  ahead?: number;
};

/** `again`: nobody knows whether it arrived, so it is sent again. */
export type Sent =
  | {
      kind: "saved";
      /** The present state of what the entry wanted. */
      now: Readonly<Record<string, boolean>>;
      /** When what stands was made, and the server's clock. */
      castAt: number | null;
      at: number | null;
    }
  | { kind: "refused"; refusal: string /** What happened, why, and what to do next. */; words: string }
  | { kind: "again" };

/** Where entries survive a reload, whoever their owner. */
export type EntryStore = {
  all: () => Promise<Entry[]>;
  /** Replaces the entry of the same owner with the same key. */
  put: (entry: Entry) => Promise<void>;
  /** Removes exactly this entry: a newer one with its key stays. */
  remove: (entry: Entry) => Promise<void>;
};

export const stands = ({ wants }: Entry, now: Readonly<Record<string, boolean>>): boolean =>
  Object.entries(wants).every(([what, wanted]) => now[what] === wanted);
