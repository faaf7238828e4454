import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { standWith, stepBack } from "#db/pitch/host.ts";
import { bringPitch, listMyPitches, listPitches } from "#db/pitch.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, MORNING, type PitchingCamp, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";

let db: Database;
let camp: PitchingCamp;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const GRANTED = expect.objectContaining({ ok: true });
const refusal = (name: string) => ({ ok: false, refusal: name });

describe("stand with me", () => {
  beforeAll(async () => {
    camp = await pitchingCamp(db);
  });

  test("who stands there is a host and may still bring their own", async () => {
    const [ama, rhys] = [await camper(db, camp, "Ama"), await camper(db, camp, "Rhys")];
    const form = pitchForm("Job swaps", { voice: "with_me" });
    await bringPitch(db, ama, form, MORNING);
    const answers = await Promise.all([1, 2].map(() => standWith(db, rhys, form.id, MORNING)));
    expect(answers).toEqual([GRANTED, GRANTED]);
    expect((await listPitches(db, camp.eventId))[0]?.hosts).toEqual(["Ama", "Rhys"]);
    expect(await listMyPitches(db, rhys)).toMatchObject([{ id: form.id, own: false }]);
    expect(await bringPitch(db, rhys, pitchForm("Weeknotes"), MORNING)).toEqual(GRANTED);

    expect(await stepBack(db, rhys, form.id, MORNING)).toEqual(GRANTED);
    expect(await stepBack(db, rhys, form.id, MORNING)).toEqual(refusal("not_found"));
    expect(await stepBack(db, ama, form.id, MORNING)).toEqual(refusal("not_found"));
    expect((await listPitches(db, camp.eventId))[0]?.hosts).toEqual(["Ama"]);
  });

  test("a pitch that did not ask for company is not found", async () => {
    const [weeknotes] = (await listPitches(db, camp.eventId)).filter(({ voice }) => voice === "me");
    const mei = await camper(db, camp, "Mei");
    expect(await standWith(db, mei, weeknotes!.id, MORNING)).toEqual(refusal("not_found"));
  });

  test("four can stand at the front, however many try at once", async () => {
    const form = pitchForm("Crowded", { voice: "with_me" });
    await bringPitch(db, await camper(db, camp, "One"), form, MORNING);
    const friends = await Promise.all(["a", "b", "c", "d", "e"].map((name) => camper(db, camp, name)));
    const answers = await Promise.all(friends.map((friend) => standWith(db, friend, form.id, MORNING)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers).toContainEqual(refusal("changed_meanwhile"));
  });
});
