/** What an outbox carries. */

/** What somebody wants sent. */
export type Wish = {
  /** What it is about: a later entry with the same key takes its place. */
  key: string;
  method: "PUT" | "DELETE";
  address: string;
  body: string | null;
  /** What an answer repeats when it is ours: a hotel's sign-in page answers 200 to everything. */
  about: Readonly<Record<string, string>>;
  /** What an answer says where the entry stands, and not a later one of another phone. */
  wants: Readonly<Record<string, boolean>>;
};

export type Entry = Wish & {
  /** Whose it is: the registration that this phone held. It is never sent as somebody else. */
  owner: string;
  /** When it was made, in milliseconds since 1970, by the server's clock as far as we know it. */
  castAt: number;
  /** How far this phone's clock was taken to be ahead when `castAt` was given, in milliseconds. Older pages kept none. */
  ahead?: number;
};

/** What became of an entry: `again` means that nobody knows, so it is sent again. */
export type Sent =
  | {
      kind: "saved";
      /** What is so now, of what the entry wanted. */
      now: Readonly<Record<string, boolean>>;
      /** When what stands was made, and the server's clock. */
      castAt: number | null;
      at: number | null;
    }
  | { kind: "refused"; refusal: string /** What happened, why, and what to do next. */; words: string }
  | { kind: "again" };

/** Where entries survive a reload, whosever they are. */
export type EntryStore = {
  all: () => Promise<Entry[]>;
  /** Replaces the entry of the same owner with the same key. */
  put: (entry: Entry) => Promise<void>;
  /** Removes exactly this entry: a newer one with its key stays. */
  remove: (entry: Entry) => Promise<void>;
};

/** Whether what somebody wanted is so. */
export const stands = ({ wants }: Entry, now: Readonly<Record<string, boolean>>): boolean =>
  Object.entries(wants).every(([what, wanted]) => now[what] === wanted);
