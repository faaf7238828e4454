/** What is looked at before a rehearsal begins: what the installation and the camp need, and have or have not. */
import { type Line, MOST_MS, ROOM_BYTES, unseen } from "#domain/rehearsal.ts";

/** What was found. `free` bytes are null where nobody can tell; `failed` counts mails that the mail server took or gave none. */
export type Seen = {
  /** By how much the clocks of the database and of the worker differ, in milliseconds. */
  clock: number;
  free: number | null;
  mail: { smtp: boolean; held: boolean; sent: number; failed: number };
  push: boolean;
  /** Pages that tickets wait for, which are not complete. */
  lacks: number;
  /** Of its first day: rooms, and slots for sessions. */
  rooms: number;
  slots: number;
  /** Crew who are down for something at the time the doors open. */
  atDoors: number;
};

/** A line for each of what was found. */
export function judgeSeen(seen: Seen): Line[] {
  const { mail } = seen;
  return [
    {
      ...{
        what: "clock",
        passed: seen.clock <= MOST_MS.clock,
        figures: { p95: seen.clock, most: MOST_MS.clock },
      },
      why: seen.clock <= MOST_MS.clock ? null : "slow",
    },
    seen.free === null
      ? unseen("disk", "not_asked")
      : has("disk", seen.free >= ROOM_BYTES, { bytes: seen.free }),
    mail.failed > 0 || mail.held
      ? {
          what: "mail",
          passed: false,
          why: "refused",
          figures: { of: mail.sent + mail.failed, got: mail.sent },
        }
      : has("mail", mail.smtp, { of: mail.sent, got: mail.sent }),
    has("push", seen.push),
    has("pages", seen.lacks === 0),
    has("board", seen.rooms * seen.slots > 0, { of: seen.rooms * seen.slots, got: seen.rooms * seen.slots }),
    has("rota", seen.atDoors > 0, { got: seen.atDoors }),
  ];
}

function has(what: Line["what"], passed: boolean, figures: Line["figures"] = {}): Line {
  return { what, passed, why: passed ? null : "missing", figures };
}
