/** Who holds this browser, for pages that everybody gets. */
import { useEffect, useState } from "react";
import { readMe } from "#components/queries.ts";
import { type Me, STRANGER } from "#domain/viewer.ts";
import { forgetHandedOn } from "./kept-ticket.ts";

const opened = () => performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;

const isNews = (mark: string) => opened()?.serverTiming?.some(({ name }) => name === mark) ?? false;

let told = false;

/**
 * Whether the page has come to a browser without our cookie: the server says so (live/shared-page.ts). It is believed
 * once, of the page that was opened: whoever has gone on from there may have signed in.
 */
export function isNobody(): boolean {
  const first =
    !told && !wasBroughtBack() && new URL(opened()?.name ?? location.href).pathname === location.pathname;
  told = true;
  return first && isNews("nobody");
}

/** Whether this page came from the service worker's cache, and may be hours old (see public/sw.js). */
export function wasKept(): boolean {
  return isNews("kept");
}

/** Going back, a browser shows what it has without asking; what is said of it is as old. */
export function wasBroughtBack(): boolean {
  return opened()?.type === "back_forward";
}

/** Who holds this browser at each camp, as the server last said to this document. */
const holders = new Map<string, string>();

/**
 * Loads the page anew once somebody else holds the browser, or nobody: the framework keeps what was opened in this
 * document, and going back would show pages that were somebody's own.
 */
export function meetHolder(slug: string, { owner }: Me): void {
  const before = holders.get(slug);
  if (before !== undefined && before !== owner) location.reload();
  if (owner !== null) holders.set(slug, owner);
  void forgetHandedOn(slug, owner);
}

let asked: { slug: string; answer: Promise<Me> } | null = null;

/** Several parts of a page ask as one. */
function askOnce(slug: string): Promise<Me> {
  if (asked?.slug !== slug) {
    const asking = { slug, answer: isNobody() ? Promise.resolve(STRANGER) : readMe(slug) };
    asked = asking;
    const settled = () => {
      if (asked === asking) asked = null;
    };
    asking.answer.then(settled, settled);
  }
  return asked!.answer;
}

/**
 * Tells who holds this browser, now and whenever the page is brought back: it may be somebody else's then.
 *
 * @param tell told nothing where the server says nothing
 * @returns how to stop
 */
export function followMyself(slug: string, tell: (me: Me) => void): () => void {
  const shown = new AbortController();
  const ask = () =>
    askOnce(slug).then(
      (found) => {
        meetHolder(slug, found);
        if (!shown.signal.aborted) tell(found);
      },
      () => undefined,
    );
  void ask();
  const back = (event: Event) => "persisted" in event && event.persisted && void ask();
  window.addEventListener("pageshow", back, { signal: shown.signal });
  return () => shown.abort();
}

/** For pages that are not live. Undefined until it is known. */
export function useMyself(slug: string): Me | undefined {
  const [me, setMe] = useState<Me>();
  useEffect(() => followMyself(slug, setMe), [slug]);
  return me;
}
