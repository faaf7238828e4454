/** The legal number of a camp, and how many places may be given out against it. */
import { eq } from "drizzle-orm";
import { asking, changeCamp, NOTHING_AGREED, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { readDayUnderWay } from "#db/day/under-way.ts";
import { readForecast } from "#db/forecast.ts";
import { countInside } from "#db/registration/most-held.ts";
import { event } from "#db/schema/event.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Consequence } from "#domain/consequence.ts";
import { forecast } from "#domain/forecast.ts";
import { type Inside, mayGiveOut, roomInside } from "#domain/registration/inside.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** Null where a camp has no such number, or is gone. */
export async function readInsideLimit(store: Store, eventId: string): Promise<number | null> {
  return (await readNumbers(store, eventId))?.insideLimit ?? null;
}

/** Null where the camp is gone. */
export async function readNumbers(store: Store, eventId: string): Promise<Inside | null> {
  const { insideLimit, overbookTo } = event;
  const [row] = await store.select({ insideLimit, overbookTo }).from(event).where(eq(event.id, eventId));
  return row ?? null;
}

/** @throws when the camp is gone */
export async function readInside(store: Store, crew: May<"changeSettings">): Promise<Inside> {
  const numbers = await readNumbers(store, crew.eventId);
  if (!numbers) throw new Error("an organiser without a camp");
  return numbers;
}

const INSIDE: SettingsPart<Inside> = {
  name: "inside",
  act: "settings",
  screens: ["people"],
  read: async (_, { insideLimit, overbookTo }) => ({ insideLimit, overbookTo }),
};

type InsideRefusal = "not_found" | "archived" | "changed_meanwhile" | "bad_input" | "over_inside";

/**
 * Corrects the legal number, and says how many places may be given out against it. Giving out more than may be inside is
 * asked about first, beside how many are expected.
 * @param reason in the organiser's words; refused `bad_input` without one
 * @param mark of what the organiser saw; refused `changed_meanwhile` when it is no longer so, `over_inside` where the camp
 *   gives out more places already
 */
export async function changeInside(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  { reason, ...inside }: Inside & { reason: string },
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<null>, InsideRefusal>> {
  if (reason.trim() === "") return refused("bad_input");
  return changeCamp<Inside, null, InsideRefusal>(
    db,
    crew,
    INSIDE,
    mark,
    now,
    async (tx, camp) => {
      if (!mayGiveOut(camp.capacity, inside)) return refused("over_inside");
      const question = asking(
        [...(await overbooked(tx, camp, inside)), ...(await tooMany(tx, camp.id, inside))],
        agreed,
      );
      if (question) return granted(question);
      await tx.update(event).set(inside).where(eq(event.id, camp.id));
      return granted({ done: null });
    },
    reason.trim(),
  );
}

async function overbooked(
  tx: Transaction,
  camp: { id: string; day: string },
  { insideLimit, overbookTo }: Inside,
): Promise<Consequence[]> {
  if (insideLimit === null || overbookTo === null || overbookTo <= insideLimit) return [];
  const { people, companions, past } = await readForecast(tx, camp);
  // As if all of them were given out.
  const given = people.yes + people.unsure + people.silent + people.unasked;
  const all = { ...people, unasked: people.unasked + Math.max(0, overbookTo - given) };
  const expected = forecast(all, past);
  return [{ kind: "overbooks", places: overbookTo, inside: insideLimit, forecast: expected, companions }];
}

/** Whoever is inside stays, and who came along with them: then nobody else may come in. */
async function tooMany(tx: Transaction, eventId: string, inside: Inside): Promise<Consequence[]> {
  const day = await readDayUnderWay(tx, eventId);
  const here = day ? await countInside(tx, day.id) : 0;
  if (inside.insideLimit === null || here === 0 || roomInside(here, inside) > 0) return [];
  return [{ kind: "full_inside", here, inside: inside.insideLimit }];
}
