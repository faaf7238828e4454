/** The rooms and slots of a published version, as they are kept: a value, where its sessions are rows. */
import { z } from "zod";
import type { GridView } from "#domain/grid.ts";
import { FEATURES } from "#domain/room.ts";
import { SLOT_KINDS } from "#domain/slot.ts";

/** The format in which versions are written now. A later one reads those before it. */
export const FORMAT = 2;

/** Those that this release reads: in the first, every room had a known number of seats. */
const READ: readonly number[] = [1, FORMAT];

const frame = z.object({
  rooms: z.array(
    z.object({
      id: z.string(),
      letter: z.string(),
      name: z.string(),
      capacity: z.number(),
      // What is no feature any more meets no need.
      unofficial: z.literal(true).exactOptional(),
      features: z.array(z.string()).transform((some) => some.filter((one) => isOneOf(FEATURES, one))),
      // An older release wrote none, and one that reads this leaves it out.
      directions: z.string().optional(),
    }),
  ),
  slots: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(SLOT_KINDS),
      title: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      hour: z.number(),
      number: z.number(),
    }),
  ),
});

function isOneOf<Word extends string>(words: readonly Word[], one: string): one is Word {
  return words.some((word) => word === one);
}

/** Rooms and slots as a version froze them. */
export type PublishedFrame = Pick<GridView, "rooms" | "slots">;

/** @throws Error for a format that this release does not know, or what is none of it */
export function readFrameOf(format: number, stored: unknown): PublishedFrame {
  if (!READ.includes(format))
    throw new Error(`a grid was published in format ${format}, which is of a newer version`);
  return frame.parse(stored);
}
