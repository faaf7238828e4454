/** Every read of the browser, and how it is fetched. */
import type { Better } from "#domain/bettering.ts";
import type { DoorNews, DoorReport } from "#domain/door/news.ts";
import type { Screen } from "#domain/live.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Called } from "#domain/registration/standby.ts";
import type { Review } from "#domain/review.ts";
import type { RunId } from "#domain/run.ts";
import type { RequestAtDesk } from "#domain/session-request.ts";
import type { Me } from "#domain/viewer.ts";
import type { CardWeights, Gains, Torn } from "#domain/weighing.ts";

/** How long to wait for a dead network, in milliseconds. */
const PATIENCE_MS = 8_000;

/** Who holds this phone and what is theirs. @param unwanted aborted once its answer would be out of date */
export function readMe(slug: string, unwanted?: AbortSignal): Promise<Me> {
  return read(`/live/${slug}/me`, unwanted);
}

/**
 * Whether our server answers, and reaches its database: a browser calls itself online on a dead wifi as well, and a hotel's
 * sign-in page answers everything. Asked before a page is drawn anew, because the framework leaves a page whose news
 * does not come.
 */
export async function isServerThere(): Promise<boolean> {
  const asked = { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) } as const;
  return fetch("/readyz", asked).then(
    ({ ok, headers }) => ok && (headers.get("content-type")?.startsWith("text/plain") ?? false),
    () => false,
  );
}

/** Why this screen hears nothing more; null where nobody refuses it. A stream that is refused tells no script why. */
export async function readRefusal(slug: string, screen: Screen): Promise<Refused | null> {
  return read(snapshotAddress(slug, screen)).then(
    () => null,
    (fault) => (fault instanceof Refused ? fault : null),
  );
}

/** @param signal aborted when the card is let go */
export function readWeights(slug: string, run: RunId, signal: AbortSignal): Promise<CardWeights> {
  return read(`/live/${slug}/pitches/${run.pitchId}/weights?copy=${run.copy}`, signal);
}

/** What campers ask of the grid, with who asks it. @param signal aborted when nobody asks any more */
export function readRequests(slug: string, signal: AbortSignal): Promise<RequestAtDesk[]> {
  return read(`/live/${slug}/requests`, signal);
}

/** Who is called to a place now. @param signal aborted when nobody looks any more */
export function readCalled(slug: string, signal: AbortSignal): Promise<Called> {
  return read(`/live/${slug}/called`, signal);
}

/** How many people a publication of the draft as it is would concern. @param signal aborted when nobody asks any more */
export function readReview(slug: string, signal: AbortSignal): Promise<Review> {
  return read(`/live/${slug}/review`, signal);
}

/** The entries of a draw in their order. @param address of the list, as its page links to it */
export async function readDrawList(address: string): Promise<string[]> {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error("no list of entries");
  return (await response.text()).split("\n").filter((line) => line !== "");
}

/** What was tapped at the door, for what this phone does not know. */
export async function sendDoor(slug: string, report: DoorReport): Promise<DoorNews> {
  const answer = await fetch(`/live/${slug}/door`, {
    method: "POST",
    body: JSON.stringify(report),
    headers: { "content-type": "application/json" },
    credentials: "same-origin",
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return answered(`/live/${slug}/door`, answer);
}

/** What would help a draft. @param asked its cells as one text: other cells are another question */
export function helpQuery(slug: string, asked: string) {
  return {
    queryKey: ["camp", slug, "help", asked] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) => readHelp(slug, signal),
    // Without a network it is said at once that there is no answer.
    networkMode: "always" as const,
    retry: false,
  };
}

type Help = { torn: Torn[]; gains: Gains; better: Better | null };

export function readHelp(slug: string, signal: AbortSignal): Promise<Help> {
  return read(`/live/${slug}/help`, signal);
}

const snapshotAddress = (slug: string, screen: Screen) => `/live/${slug}/snapshot?audience=${screen}`;

export function streamAddress(slug: string, screen: Screen): string {
  return `/live/${slug}/stream?audience=${screen}`;
}

/** `PUT` raises it, `DELETE` takes it down. */
export function handAddress(slug: string, pitch: string): string {
  return `/live/${slug}/pitches/${pitch}/hand`;
}

/** `PUT` says that one goes there, `DELETE` that not. @param run its key */
export function starAddress(slug: string, run: string): string {
  return `/live/${slug}/runs/${run}/star`;
}

/** `PUT` says how many are in the room of a run. @param run its key */
export function headsAddress(slug: string, run: string): string {
  return `/live/${slug}/runs/${run}/heads`;
}

const noteAddress = (slug: string, run: string) => `/live/${slug}/runs/${run}/note`;

/** Larger ones a browser refuses to send on once the page is gone. */
const KEPT_ALIVE = 60_000;

/**
 * Adds what was typed to the notes of a session, and asks for what is new. @param owner as whom it is sent
 * @throws Refused where the server says no
 */
export async function sendNote<News>(slug: string, run: string, owner: string, body: string): Promise<News> {
  const answer = await fetch(noteAddress(slug, run), {
    method: "POST",
    body,
    headers: { "content-type": "application/json", "sent-for": owner },
    credentials: "same-origin",
    redirect: "error",
    cache: "no-store",
    keepalive: body.length < KEPT_ALIVE,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return answered(noteAddress(slug, run), answer);
}

/** Says when something was written in the notes of a session. */
export function openNoteStream(slug: string, run: string): EventSource {
  return new EventSource(`${noteAddress(slug, run)}/stream`);
}

/** A no of the server, in its words for whoever asked. */
export class Refused extends Error {
  readonly code: Refusal;
  readonly said: { what: string; next: string };

  constructor({ refusal, ...said }: Refused["said"] & { refusal: Refusal }) {
    super(said.what);
    this.code = refusal;
    this.said = said;
  }
}

async function read<T>(address: string, unwanted?: AbortSignal): Promise<T> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const signal = unwanted ? AbortSignal.any([unwanted, patience]) : patience;
  return answered(address, await fetch(address, { signal }));
}

async function answered<T>(address: string, answer: Response): Promise<T> {
  if (answer.ok) return answer.json();
  const said = await answer.json().catch(() => null);
  throw said?.refusal ? new Refused(said) : new Error(`${address} answered ${answer.status}`);
}
