import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { markOf } from "#db/change.ts";
import { changeEquality, readAsked } from "#db/equality.ts";
import { audit } from "#db/schema/audit.ts";
import { equality, equalityCount } from "#db/schema/equality.ts";
import type { EqualityQuestion } from "#domain/equality.ts";
import { makeCamp, makeOrganiser, NOON, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

async function save(crew: Organiser, asked: EqualityQuestion[], agreed?: string) {
  const mark = markOf({ asked: await readAsked(db, crew.eventId) });
  return changeEquality(db, crew, mark, asked, NOON, agreed);
}
const organiser = async () => makeOrganiser(db, await makeCamp(db));
const counted = async ({ eventId }: Organiser) =>
  (await db.select().from(equalityCount).where(eq(equalityCount.eventId, eventId))).length;

describe("equality questions", () => {
  it("are asked by no camp that has not chosen any", async () => {
    expect(await readAsked(db, (await organiser()).eventId)).toEqual([]);
  });

  it("are asked in their order, with a count for every answer from the beginning", async () => {
    const crew = await organiser();
    await save(crew, ["disability", "age"]);
    expect(await readAsked(db, crew.eventId)).toEqual(["age", "disability"]);
    expect(await counted(crew)).toBe(7 + 4);
    await save(crew, ["age", "disability", "sex"]);
    expect(await counted(crew)).toBe(7 + 4 + 3);
  });

  it("are saved over nothing that somebody else changed, and the log says what was asked before", async () => {
    const crew = await organiser();
    await save(crew, ["age"]);
    const stale = await changeEquality(db, crew, "stale", [], NOON);
    expect(stale).toEqual({ ok: false, refusal: "changed_meanwhile" });
    const [entry] = await db.select().from(audit).where(eq(audit.eventId, crew.eventId));
    expect(entry).toMatchObject({
      act: "settings",
      detail: { part: "equality", changes: [{ what: "asked", from: [], to: ["age"] }] },
    });
  });

  it("go with their counts once that was agreed to, and nobody is told how many there were", async () => {
    const crew = await organiser();
    await save(crew, ["age", "sex"]);
    const asks = await save(crew, ["age"]);
    expect(asks).toMatchObject({ value: { asks: [{ kind: "equality_goes", question: "sex" }] } });
    expect(await counted(crew)).toBe(7 + 3);
    const { agreement } = (asks as { value: { agreement: string } }).value;
    const other = await save(crew, [], agreement);
    expect(other).toMatchObject({ value: { asks: [{ question: "age" }, { question: "sex" }] } });
    expect(await save(crew, ["age"], agreement)).toEqual({ ok: true, value: { done: null } });
    expect(await counted(crew)).toBe(7);
    const { agreement: all } = ((await save(crew, [])) as { value: { agreement: string } }).value;
    await save(crew, [], all);
    expect(await db.$count(equality, eq(equality.eventId, crew.eventId))).toBe(0);
    expect(await counted(crew)).toBe(0);
  });
});
