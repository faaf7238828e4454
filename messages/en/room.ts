/** What a room has. */
import type { Feature } from "#domain/room.ts";

export const room = {
  seats: { one: "# seat", other: "# seats" },
  /** Of a place whose number of seats nobody knows. */
  unofficial: "Unofficial place",
  features: { step_free: "Step-free", screen: "Screen", loop: "Loop", quiet: "Quiet" } satisfies Record<
    Feature,
    string
  >,
};
