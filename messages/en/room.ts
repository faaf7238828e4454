/** What a room has. */
import type { Feature } from "#domain/room.ts";

export const room = {
  features: { step_free: "Step-free", screen: "Screen", loop: "Loop", quiet: "Quiet" } satisfies Record<
    Feature,
    string
  >,
};
