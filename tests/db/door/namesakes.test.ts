/** A walk-in who goes by the name of somebody the camp knows. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listNamesakes } from "#db/door/namesakes.ts";
import { newId } from "#db/id.ts";
import { registration } from "#db/schema/registration.ts";
import type { Status } from "#domain/registration.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const camp = await makeCamp(db, { phase: "doors" });
const crew = await makeOrganiser(db, camp, "door");
let rank = 0;

async function known(
  name: string,
  status: Status,
  more: Partial<typeof registration.$inferInsert> = {},
  of = camp,
) {
  const id = await makePerson(db, of, status, { rank: ++rank });
  await db
    .update(registration)
    .set({ name, ...more })
    .where(eq(registration.id, id));
  return id;
}

const asked = (name: string, id = newId()) => listNamesakes(db, crew, { id, name });

test("is asked about with what is known of the other, however the name is spelt", async () => {
  await known("Hana Night", "waiting", { standsBySince: NOON });
  await known("Zoë Day", "confirmed");
  await known("Bo", "waiting");
  await known("Cy", "confirmed", { checkedInAt: NOON });
  await known("Di", "released", { passedOnAt: NOON });
  expect(await asked("hana night")).toEqual([{ name: "Hana Night", is: "standsBy" }]);
  expect(await asked("Zoe Day")).toEqual([{ name: "Zoë Day", is: "place" }]);
  expect((await Promise.all(["Bo", "Cy", "Di"].map((name) => asked(name)))).flat()).toEqual([
    { name: "Bo", is: "waiting" },
    { name: "Cy", is: "in" },
    { name: "Di", is: "passed_on" },
  ]);
});

test("is not their own namesake, nor that of whoever gave a place back or is of another camp", async () => {
  const own = await known("Elin", "confirmed");
  await known("Finn", "released");
  await known("Gwen", "confirmed", {}, await makeCamp(db, { phase: "doors" }));
  expect(await asked("Elin", own)).toEqual([]);
  expect(await asked("Finn")).toEqual([]);
  expect(await asked("Gwen")).toEqual([]);
});
