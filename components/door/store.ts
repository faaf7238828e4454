/** What a phone at the door keeps for when it has no network: its list, and what was tapped. */
import { createStore, del, get, set } from "idb-keyval";
import type { DoorAct } from "#domain/door/check-in.ts";
import type { Guest } from "#domain/door/guest.ts";
import type { PhoneList } from "#domain/door/phone-list.ts";
import type { Unlisted } from "#domain/door/unlisted.ts";

export type DoorStore = {
  list: () => Promise<PhoneList | null>;
  keepList: (list: PhoneList) => Promise<void>;
  forgetList: () => Promise<void>;
  /** In the order they were tapped. They hold no name, and stay until the server has them. */
  acts: () => Promise<DoorAct[]>;
  keepActs: (acts: readonly DoorAct[]) => Promise<void>;
  /** Let in by a code alone, which stays as long. */
  unlisted: () => Promise<Unlisted[]>;
  keepUnlisted: (unlisted: readonly Unlisted[]) => Promise<void>;
};

type Stored = Omit<PhoneList, "guests"> & { guests: Guest[] };

/** Of one camp. Where a browser keeps nothing, it lasts as long as the page. */
export function doorStore(slug: string): DoorStore {
  if (!("indexedDB" in globalThis)) return inMemory();
  const store = createStore("wallchart-door", "kept");
  const [list, acts, unlisted] = [`${slug} list`, `${slug} acts`, `${slug} unlisted`];
  return {
    list: async () => {
      const kept = await get<Stored>(list, store);
      return kept ? { ...kept, guests: new Map(kept.guests.map((guest) => [guest.id, guest])) } : null;
    },
    keepList: (now) => set(list, { ...now, guests: [...now.guests.values()] }, store),
    forgetList: () => del(list, store),
    acts: async () => (await get<DoorAct[]>(acts, store)) ?? [],
    keepActs: (now) => set(acts, [...now], store),
    unlisted: async () => (await get<Unlisted[]>(unlisted, store)) ?? [],
    keepUnlisted: (now) => set(unlisted, [...now], store),
  };
}

/** A store that lasts as long as the page; the tests use it too. */
export function inMemory(): DoorStore {
  let kept: PhoneList | null = null;
  let tapped: readonly DoorAct[] = [];
  let unlisted: readonly Unlisted[] = [];
  return {
    list: async () => kept,
    keepList: async (now) => {
      kept = now;
    },
    forgetList: async () => {
      kept = null;
    },
    acts: async () => [...tapped],
    keepActs: async (now) => {
      tapped = now;
    },
    unlisted: async () => [...unlisted],
    keepUnlisted: async (now) => {
      unlisted = now;
    },
  };
}
