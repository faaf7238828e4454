/** Sends one entry, and believes an answer only when it is ours: a hotel's sign-in page answers 200 to everything. */
import type { Entry, Sent } from "./entry.ts";

export async function send(entry: Entry, signal: AbortSignal): Promise<Sent> {
  const answer = await fetch(entry.address, {
    method: entry.method,
    headers: { "cast-at": String(entry.castAt), "sent-for": entry.owner },
    body: entry.body,
    credentials: "same-origin",
    redirect: "error",
    cache: "no-store",
    // The request goes on when the phone is put away.
    keepalive: true,
    signal,
  });
  const said: unknown = await answer.json();
  if (answer.ok && isRecord(said) && isAbout(said, entry)) {
    const now = Object.fromEntries(Object.keys(entry.wants).map((what) => [what, said[what] === true]));
    return { kind: "saved", now, castAt: timeIn(said, "castAt"), at: timeIn(said, "now") };
  }
  const forGood = answer.status >= 400 && answer.status < 500 && answer.status !== 429;
  return forGood && isRecord(said) && "refusal" in said
    ? {
        kind: "refused",
        refusal: String(said.refusal),
        words: [said.what, said.next].filter(Boolean).join(" "),
      }
    : { kind: "again" };
}

const isRecord = (said: unknown): said is Record<string, unknown> =>
  typeof said === "object" && said !== null;

const isAbout = (said: Record<string, unknown>, { about, wants }: Entry): boolean =>
  Object.entries(about).every(([name, value]) => said[name] === value) &&
  Object.keys(wants).every((what) => what in said);

/** Null in the answer of a server older than this page. */
function timeIn(said: Record<string, unknown>, key: string): number | null {
  const time = said[key];
  return typeof time === "number" ? time : null;
}
