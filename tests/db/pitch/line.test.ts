/** The places of those who wait, whoever goes into another, leaves the line or comes back to it. */
import { expect, test } from "vitest";
import { callNext, holdPitch, movePitch } from "#db/pitch/front.ts";
import { hidePitch, showPitch } from "#db/pitch/hiding.ts";
import { partPitches } from "#db/pitch/merging.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { fivePitches } from "#tests/support/five-pitches.ts";
import { camper, MORNING } from "#tests/support/pitching.ts";

const { db } = await freshDatabase();
const later = (seconds: number) => new Date(MORNING.getTime() + seconds * 1000);

test("what is merged has the earlier turn, and whoever is apart again or comes back their own", async () => {
  const { camp, dan, idOf, bring, line, merge } = await fivePitches(db);
  await callNext(db, dan, null, later(10));
  await holdPitch(db, dan, idOf("Ama"), later(20));
  expect(await line()).toBe("Bo: Cleo Dev Ama Eli");
  await merge("Dev", "Eli");
  expect(await line()).toBe("Bo: Cleo Eli Ama");
  await partPitches(db, dan, { goes: idOf("Dev"), reason: "" }, later(22));
  expect(await line()).toBe("Bo: Cleo Dev Ama Eli");
  await merge("Dev", "Eli");
  await bring("Fay", await camper(db, camp, "Fay"));
  await holdPitch(db, dan, idOf("Bo"), later(30));
  expect(await line()).toBe("Cleo: Eli Ama Bo Fay");
  await partPitches(db, dan, { goes: idOf("Dev"), reason: "" }, later(31));
  expect(await line()).toBe("Cleo: Eli Ama Bo Dev Fay");
  await withdrawPitch(db, dan, idOf("Bo"), later(32));
  await restorePitch(db, dan, idOf("Bo"), later(33));
  await hidePitch(db, dan, { pitchId: idOf("Eli"), reason: "An advert" }, later(34));
  await showPitch(db, dan, idOf("Eli"), later(35));
  expect(await line()).toBe("Cleo: Ama Bo Dev Eli Fay");
});

test("whoever goes into another or leaves takes nobody else from their place", async () => {
  const { camp, dan, people, idOf, bring, line, merge } = await fivePitches(db);
  for (let seen: string | null = null; ; ) {
    const said = await callNext(db, dan, seen, later(20));
    if (!said.ok || !said.value.called) break;
    seen = said.value.called;
  }
  await bring("Ama 2", people[0]!);
  for (const name of ["Fay", "Gil"]) await bring(name, await camper(db, camp, name));
  expect(await line()).toBe("–: Fay Gil Ama 2");
  await movePitch(db, dan, { pitchId: idOf("Ama 2"), before: idOf("Gil") }, later(30));
  await bring("Hal", await camper(db, camp, "Hal"));
  expect(await line()).toBe("–: Fay Ama 2 Gil Hal");
  await merge("Gil", "Fay");
  expect(await line()).toBe("–: Fay Ama 2 Hal");
  await partPitches(db, dan, { goes: idOf("Gil"), reason: "" }, later(40));
  await bring("Ida", await camper(db, camp, "Ida"));
  await withdrawPitch(db, dan, idOf("Hal"), later(41));
  await withdrawPitch(db, dan, idOf("Gil"), later(42));
  expect(await line()).toBe("–: Fay Ama 2 Ida");
});
