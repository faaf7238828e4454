import fc from "fast-check";
import { expect, it } from "vitest";
import {
  isLost,
  isSent,
  MAIL_KINDS,
  type MailKind,
  mailStateOf,
  NO_ANSWER,
  takenBy,
  urgencyOf,
} from "#domain/mail.ts";

/** Every fourth turn is the oldest's. */
const TURNS = 4;
const KINDS = Object.keys(MAIL_KINDS) as MailKind[];

it("sends codes first, then what runs out, then the rest", () => {
  expect([urgencyOf("sign_in"), urgencyOf("offered"), urgencyOf("registered")]).toEqual([0, 1, 2]);
});

/** One connection at work, in memory: whatever is waiting, one mail a turn, while more comes in. */
type Waiting = { kind: MailKind; due: number; id: number };
function next(queue: readonly Waiting[], turn: number): Waiting {
  const byAge = (a: Waiting, b: Waiting) => a.due - b.due || a.id - b.id;
  const byUrgency = (a: Waiting, b: Waiting) => urgencyOf(a.kind) - urgencyOf(b.kind) || byAge(a, b);
  return [...queue].sort(takenBy(turn) === "age" ? byAge : byUrgency)[0]!;
}

it("lets no kind wait for ever: whoever has so many before them goes within that many rounds, whatever comes after", () => {
  const arrivals = fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(arrivals, fc.constantFrom(...KINDS), fc.nat(TURNS), (before, flood, first) => {
      let queue: Waiting[] = before.map((kind, i) => ({ kind, due: i, id: i }));
      const last = queue.at(-1)!;
      let turns = 0;
      while (queue.includes(last)) {
        const sent = next(queue, first + turns);
        queue = queue.filter((mail) => mail !== sent);
        // As many come in as go out, and all of them more urgent, perhaps.
        queue.push({ kind: flood, due: before.length + turns, id: before.length + turns });
        turns++;
      }
      expect(turns).toBeLessThanOrEqual(before.length * TURNS);
    }),
  );
});

it("sends a code after at most one other mail, however long the queue", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...KINDS), { maxLength: 200 }), fc.nat(TURNS), (before, turn) => {
      const others = before.filter((kind) => kind !== "sign_in");
      const queue: Waiting[] = others.map((kind, i) => ({ kind, due: i, id: i }));
      const code: Waiting = { kind: "sign_in", due: 1_000, id: 1_000 };
      const first = next([...queue, code], turn);
      const second =
        first === code ? null : next([...queue.filter((mail) => mail !== first), code], turn + 1);
      expect([first, second]).toContain(code);
    }),
  );
});

it("says what became of a mail, and since when", () => {
  const at = (n: number) => `2026-06-24T11:00:0${n}.000Z`;
  const made = { createdAt: at(0), sentAt: null, failedAt: null, failure: null };
  expect([
    mailStateOf(made),
    mailStateOf({ ...made, failure: "450" }),
    mailStateOf({ ...made, failure: NO_ANSWER }),
    mailStateOf({ ...made, sentAt: at(1) }),
    mailStateOf({ ...made, failedAt: at(2), failure: "550" }),
    mailStateOf({ ...made, failedAt: at(2), failure: "no_way_through" }),
  ]).toEqual([
    { state: "queued", since: at(0) },
    { state: "queued", since: at(0) },
    { state: "held", since: at(0) },
    { state: "sent", since: at(1) },
    { state: "bounced", since: at(2) },
    { state: "failed", since: at(2) },
  ]);
});

it("takes a mail for lost once it came back or was given up", () => {
  const states = ["queued", "held", "sent", "bounced", "failed"] as const;
  expect([states.filter(isSent), states.filter(isLost)]).toEqual([["sent"], ["bounced", "failed"]]);
});
