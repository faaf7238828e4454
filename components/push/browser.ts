/** What a browser lets us do to tell its phone something, and how it is asked. */
import { readyWorker } from "#components/live/worker.ts";
import { type PushAsk, pushEndpoint } from "#domain/push.ts";

/** Why the server did not; in words. */
export type Refused = { what: string; next: string };

/** Whether no other camp tells this phone by the same address. */
export type Ended = { last: boolean };

/**
 * Where this phone stands. `install`: an iPhone or iPad lets only what is on its home screen tell anything. `denied`: it
 * was asked once and somebody said no, and no page can ask again.
 */
export type Standing = "cannot" | "install" | "denied" | "off" | "on";

/** @param told by which address the server tells this phone, as SHA-256 in hex; null where it does not */
export async function standingOf(told: string | null): Promise<Standing> {
  if (!("PushManager" in window && "Notification" in window))
    return "standalone" in navigator && !navigator.standalone ? "install" : "cannot";
  if (Notification.permission === "denied") return "denied";
  const worker = await readyWorker();
  if (!worker) return "cannot";
  if (told === null || Notification.permission !== "granted") return "off";
  const kept = await worker.pushManager.getSubscription();
  return kept && (await hashOf(pushEndpoint(kept.endpoint) ?? "")) === told ? "on" : "off";
}

async function hashOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Asks whoever holds the phone, and then the push service of its browser. Call it in the press itself: a browser asks
 * nobody otherwise.
 * @returns what the server needs; `unanswered` and `denied` where they did not say yes, `noService` where the browser's
 *   push service does not take it, or it has none after all
 * @throws without a network
 */
export async function askBrowser(
  publicKey: string,
): Promise<PushAsk | "unanswered" | "denied" | "noService"> {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") return permission === "denied" ? "denied" : "unanswered";
  const worker = await readyWorker();
  if (!worker) throw new Error("no service worker");
  const { pushManager } = worker;
  const wanted = { userVisibleOnly: true, applicationServerKey: publicKey };
  const made = await pushManager
    .subscribe(wanted)
    // One that was made with the key of another installation at this address.
    .catch(async (fault) => {
      const kept = await pushManager.getSubscription();
      if (!(await kept?.unsubscribe())) throw fault;
      return pushManager.subscribe(wanted);
    })
    .catch((fault) => {
      if (navigator.onLine) return null;
      throw fault;
    });
  if (!made) return "noService";
  const { endpoint, keys } = made.toJSON();
  return { endpoint: endpoint ?? "", p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" };
}

/** Gives the address up. A browser that has none any more is no fault. */
export async function forgetAddress(): Promise<void> {
  const worker = await readyWorker();
  const kept = await worker?.pushManager.getSubscription();
  await kept?.unsubscribe();
}
