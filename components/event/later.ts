/** What a camp's page may show besides the tab it opens, each with its words. */
import { loadOneAtATime } from "#components/pitch/later.ts";
import { loadWords } from "#messages/areas.tsx";
import { type Here, type Tab, VIEWS } from "./tab.ts";

const loadSessionTab = () =>
  Promise.all([import("./session-tab.tsx"), loadWords("sessionTab")]).then(([it]) => it);

const LOADS: Record<Here, () => Promise<Tab>> = {
  now: () => Promise.all([import("./now-tab.tsx"), loadWords("nowTab")]).then(([it]) => it.ShownNow),
  pitches: () => import("./pitches-tab.tsx").then((it) => it.ShownPitches),
  grid: () => Promise.all([import("./grid-tab.tsx"), loadWords("gridTab")]).then(([it]) => it.ShownGrid),
  sessions: () => loadSessionTab().then((it) => it.ShownSession),
  rooms: () => loadSessionTab().then((it) => it.ShownRoom),
};

const loaded = new Map<Here, Tab>();

/** A tab that has come; undefined while it has not. */
export const tabOf = (name: Here): Tab | undefined => loaded.get(name);

/** Brings a tab. A try that failed is forgotten, so that the next one is another. */
export async function loadTab(name: Here): Promise<void> {
  loaded.set(name, loaded.get(name) ?? (await LOADS[name]()));
}

export const loadNotices = () => import("./notices.tsx").then((it) => it.Notices);

/** Brings all that a camp's page may show, for a phone to keep before its network is gone. */
export const loadAll = () =>
  Promise.all([
    ...VIEWS.map(loadTab),
    import("./halted.tsx"),
    loadNotices(),
    loadOneAtATime(),
    loadWords("day"),
  ]);
