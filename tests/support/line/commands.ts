/** What is done to the camp as a whole, by the commands of its organisers' pages; each returns what it is with cards. */
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { changeRules, readRules, rulesOf } from "#db/camp.ts";
import { markOf } from "#db/change.ts";
import { bringPeople } from "#db/people-import.ts";
import { movePhase } from "#db/phase.ts";
import { changePools, readPoolsInput } from "#db/pool/change.ts";
import { letGoUnproven as dropUnproven } from "#db/registration/unproven.ts";
import { makeDraw as drawNow } from "#db/release/draw.ts";
import { event } from "#db/schema/event.ts";
import type { Phase } from "#domain/event.ts";
import type { Pools } from "#domain/pool.ts";
import { localAt } from "#domain/time/local.ts";
import type { Act } from "./acts.ts";
import { bring, letGoUnproven } from "./dealings.ts";
import { makeDraw } from "./draw.ts";
import { gathering, planned, type Table } from "./table.ts";
import { emailOf, factsOf, type World } from "./world.ts";

export type WithCards = (table: Table) => void;
type Of<K extends string> = Extract<Act, Record<K, unknown>>;

export const REASON = "A test of the line";
const NOTHING: WithCards = () => undefined;

/** Does it, also after a question where that is agreed to. @returns whether it was done */
export async function agreeing(
  change: (agreed?: string) => Promise<{ ok: boolean; value?: object }>,
  agrees = true,
): Promise<boolean> {
  const asked = await change();
  const question = asked.value as { agreement?: string } | undefined;
  if (!question?.agreement) return asked.ok;
  return agrees && (await change(question.agreement)).ok;
}

export async function setRules(
  { db, organiser, table }: World,
  rules: Partial<Pick<Table, "capacity" | "lineLimit" | "offersOn">>,
): Promise<WithCards> {
  const before = await readRules(db, organiser);
  const now = new Date(table.now);
  const mark = markOf(rulesOf(before));
  await agreeing((agreed) => changeRules(db, organiser, mark, { ...before, ...rules }, now, agreed));
  return () => Object.assign(table, rules);
}

const STEPS: readonly Phase[] = ["draft", "tickets", "closed", "doors", "pitching"];

/** One step nearer to a phase. */
export async function stepTowards({ db, organiser, table }: World, wanted: Phase): Promise<WithCards> {
  const { phase: from, now } = table;
  const to = STEPS[STEPS.indexOf(from) + Math.sign(STEPS.indexOf(wanted) - STEPS.indexOf(from))]!;
  if (to === from) return NOTHING;
  expect((await movePhase(db, organiser, { from, to }, new Date(now))).ok).toBe(true);
  return () => Object.assign(table, { phase: to });
}

const readCamp = async ({ db, camp: { id } }: World) =>
  (await db.select().from(event).where(eq(event.id, id)))[0]!;

export async function setPools(world: World, said: Of<"pools">): Promise<WithCards> {
  const { db, organiser, sectors, table } = world;
  const [local, central, firstTimers] = said.pools;
  const merges = said.merges === null ? null : localAt(table.now + said.merges, table.zone);
  const wanted = {
    sectors: [
      { id: sectors[0], ...local },
      { id: sectors[1], ...central },
    ],
    ...{ firstTimers, organisationLimit: said.organisationLimit, merges, next: 3 },
  };
  const row = await readCamp(world);
  const mark = markOf(await readPoolsInput(db, row));
  const now = new Date(table.now);
  const saved = await agreeing((agreed) => changePools(db, organiser, mark, wanted, now, agreed));
  const floors = said.pools.reduce((sum, { floor }) => sum + floor, 0);
  const drawing = table.releases.some(
    (it) => it.way === "draw" && gathering(it) && table.now >= it.closesAt!,
  );
  const mergesAt = (await readCamp(world)).poolsMergeAt?.getTime() ?? null;
  const late = merges !== null && table.now + said.merges! >= table.startsAt;
  const kept = floors <= planned(table);
  expect(saved, "what is kept can be, in time, and while no draw waits").toBe(kept && !late && !drawing);
  if (!saved) return NOTHING;
  const pools = new Map([
    [sectors[0], local],
    [sectors[1], central],
  ]);
  const set: Pools = { sectors: pools, firstTimers, organisationLimit: said.organisationLimit, mergesAt };
  return () => Object.assign(table, { pools: set });
}

/** A list as a spreadsheet would have it. */
export async function bringList(world: World, { brings, as, agreed }: Of<"brings">): Promise<WithCards> {
  const { db, organiser, sectors, table } = world;
  const names = new Map([
    [sectors[0], "Local government"],
    [sectors[1], "Central government"],
  ]);
  const lines = brings.map((who) => {
    const { sectorId, organisation, firstTime } = factsOf(who, sectors);
    return [
      `Person ${who}`,
      emailOf(who),
      organisation,
      names.get(sectorId),
      firstTime ? "yes" : "no",
    ].join();
  });
  const text = ["Name,Email,Organisation,Sector,First time", ...lines].join("\n");
  const bringing = { text, columns: {}, as, sectorId: sectors[0], tell: false, reason: REASON };
  const now = new Date(table.now);
  await agreeing((agreement) => bringPeople(db, organiser, bringing, now, agreement), agreed);
  return () =>
    bring(
      table,
      brings.map((who) => table.cards[who]!),
      as,
      agreed,
    );
}

export async function drawFirst({ db, organiser, table }: World, seed: string): Promise<WithCards> {
  const draw = table.releases.find((it) => it.way === "draw" && gathering(it));
  if (!draw) return NOTHING;
  const now = new Date(table.now);
  await agreeing((agreed) => drawNow(db, organiser, draw.id, seed, now, agreed));
  return () => makeDraw(table, draw);
}

export async function dropAllUnproven({ db, organiser, table }: World): Promise<WithCards> {
  const now = new Date(table.now);
  await agreeing((agreed) => dropUnproven(db, organiser, REASON, now, agreed));
  return () => letGoUnproven(table);
}
