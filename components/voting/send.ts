/** Sends one tap, and believes an answer only when it is ours: a hotel's sign-in page answers 200 to everything. */
import { handAddress } from "#components/queries.ts";
import type { Sent, Tap } from "./outbox.ts";

export async function send(tap: Tap, signal: AbortSignal): Promise<Sent> {
  const answer = await fetch(handAddress(tap.slug, tap.pitch), {
    method: tap.up ? "PUT" : "DELETE",
    headers: { "cast-at": String(tap.castAt) },
    credentials: "same-origin",
    redirect: "error",
    cache: "no-store",
    // A phone that is put away with the tap under way still sends it.
    keepalive: true,
    signal,
  });
  const said: unknown = await answer.json();
  if (answer.ok && has(said, "pitch") && said.pitch === tap.pitch && has(said, "up")) {
    return { kind: "saved", up: said.up === true, castAt: timeIn(said, "castAt"), now: timeIn(said, "now") };
  }
  const forGood = answer.status >= 400 && answer.status < 500 && answer.status !== 429;
  return forGood && has(said, "refusal")
    ? { kind: "refused", refusal: String(said.refusal) }
    : { kind: "again" };
}

function has<Key extends string>(said: unknown, key: Key): said is Record<Key, unknown> {
  return typeof said === "object" && said !== null && key in said;
}

/** A time in an answer; null in one of a server that is older than this page. */
function timeIn(said: unknown, key: string): number | null {
  return has(said, key) && typeof said[key] === "number" ? said[key] : null;
}
