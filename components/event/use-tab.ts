import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { hasPlace, leavePlace, returnToPlace, showAddress } from "#components/ui/address.ts";
import { useAlive } from "#components/ui/alive.ts";
import type { Snapshot } from "#domain/live.ts";
import { wordsOf } from "#messages/words.ts";
import { loadTab, tabOf } from "./later.ts";
import { type Here, type Opened, type Tab, type View, viewAt } from "./tab.ts";

const common = wordsOf("common");

const here = () => location.pathname + location.hash;

/** The service worker has the page of a tab, with what that is made of, where this page lacks it. A browser may say that it is online and be wrong. */
const isKeptElsewhere = async (href: string) =>
  Boolean(navigator.serviceWorker?.controller) && (await caches.match(href)) !== undefined;

type ShownTab = View & {
  /** Null until its script has come. */
  Tab: Tab | null;
  /** Another was asked for, and did not come. */
  failed: boolean;
  /** Opens what a link leads to. @returns whether that is here */
  open: (href: string) => boolean;
};

/** The tab under which a view is. */
export const tabFor = ({ name }: Pick<View, "name">) =>
  name === "sessions" || name === "rooms" ? "grid" : name;

/** Which view is shown. A change of it is announced as a new page is: by its title and where the focus is. */
export function useTab(snapshot: Snapshot, opened: Opened): ShownTab {
  const path = usePathname();
  // Without a network the page of the grid is drawn at the address of a session (public/sw.js).
  const { name, of } = (useAlive() ? viewAt(path) : opened) ?? { name: "now", of: "" };
  const Tab = (name === opened.name ? opened.Tab : tabOf(name)) ?? null;
  const [failed, setFailed] = useState(false);
  const [, draw] = useState(0);
  /** The last that was tapped: one that comes late opens nothing over it. */
  const wanted = useRef("");
  const load = (tab: Here, href: string) => {
    wanted.current = href;
    void loadTab(tab).then(
      () => {
        setFailed(false);
        draw((times) => times + 1);
        if (wanted.current === href && href !== here()) showAddress(href);
      },
      () => {
        setFailed(true);
        if (href === here()) return;
        void isKeptElsewhere(href).then(
          (isKept) => isKept && location.assign(href),
          () => undefined,
        );
      },
    );
  };
  const view = `${name} ${of}`;
  const before = useRef(view);
  // Back from a page that is another document to the framework.
  useEffect(() => {
    if (hasPlace()) returnToPlace();
  }, []);
  // Gone back to one that has not come to this document.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it loads once for each
  useEffect(() => {
    if (!Tab) load(name, here());
  }, [name]);
  useEffect(() => {
    if (before.current === view || !Tab) return;
    before.current = view;
    returnToPlace();
    const title = Tab.titleOf?.(snapshot, of) ?? common.tabs[tabFor({ name })];
    document.title = `${title} · ${snapshot.event.name}`;
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [view, Tab, snapshot, name, of]);
  const open = (href: string) => {
    const tab = viewAt(href)?.name;
    if (tab && tab !== opened.name && !tabOf(tab)) {
      load(tab, href);
      return true;
    }
    wanted.current = href;
    // Tapped once more, a tab is shown from its beginning.
    if (href === here()) window.scrollTo(0, 0);
    else if (tab) showAddress(href);
    else leavePlace();
    return tab !== undefined;
  };
  return { name, of, Tab, failed, open };
}
