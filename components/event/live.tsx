"use client";

import type { Snapshot } from "#domain/live.ts";
import { type Ballot, seesTally } from "#domain/voting.ts";
import { CampPhone } from "./phone.tsx";
import type { You } from "./you.ts";

type LiveCampProps = { first: Snapshot; ballot: Ballot; you: You; served: string };

/** The camp on a phone, kept live. */
export function LiveCamp({ first, ballot, you, served }: LiveCampProps) {
  const counts = seesTally(first.event.tally, ballot) ? first.hands : null;
  return (
    <CampPhone
      snapshot={first}
      connection="connecting"
      raising={{
        up: (id) => ballot.includes(id),
        state: () => "saved",
        count: (id) => (counts ? (counts[id] ?? 0) : null),
        raise: null,
      }}
      you={you}
      served={served}
    />
  );
}
