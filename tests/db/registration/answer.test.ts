import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { acceptOffer, declineOffer, giveBack, leaveLine, rejoinLine } from "#db/registration/answer.ts";
import { answerClaim } from "#db/registration/claim.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByLink, mintMailed } from "#db/registration/verification.ts";
import { register } from "#db/registration.ts";
import { event } from "#db/schema/event.ts";
import { PHASES } from "#domain/event.ts";
import { formFor, makeCamp, makePerson, NOON, standsAt } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const BUTTONS = {
  ...{ accept: acceptOffer, decline: declineOffer, give_back: giveBack },
  ...{ leave: leaveLine, register: rejoinLine },
} as const;
type Button = keyof typeof BUTTONS;
const ALL = Object.keys(BUTTONS) as Button[];

// Before, an unknown address could join again and was asked for the phase, and a known one let go of what it had not.
it("answers every button of an unproven page alike, whether or not its address is somebody's", async () => {
  const differing: string[] = [];
  for (const phase of PHASES)
    for (const capacity of [3, 1])
      for (const before of [[], ["give_back"], ["leave"]] as Button[][]) {
        const camp = await makeCamp(db, { capacity });
        await makePerson(db, camp, "confirmed", { rank: 90 });
        const sent = await Promise.all(
          ["person90@example.org", "nobody@example.org"].map((email) =>
            register(db, camp.id, formFor(camp, email), NOON),
          ),
        );
        const [known, unknown] = sent.map((result) => (result.ok ? result.value : null));
        const press = async (button: Button) => {
          const page = (await readStatus(db, known!.token, NOON))!;
          const claimed = await answerClaim(db, page, button, NOON);
          const real = await BUTTONS[button](db, unknown!.registrationId, NOON);
          return [claimed, real].map((result) => (result.ok ? "done" : result.refusal));
        };
        for (const button of before) await press(button);
        await db.update(event).set(standsAt(phase)).where(eq(event.id, camp.id));
        for (const button of ALL) {
          const [claimed, real] = await press(button);
          if (claimed !== real)
            differing.push(`${phase} ${capacity} ${before} ${button}: ${claimed} ${real}`);
        }
      }
  expect(differing).toEqual([]);
}, 120_000);

// Before, whoever had typed an address and left could put it back in the line without its reader.
it("lets nobody unproven join again by a button: they fill the form again, as anybody does", async () => {
  const camp = await makeCamp(db);
  const left = await makePerson(db, camp, "left", { rank: 41, verified: false });
  expect(await rejoinLine(db, left, NOON)).toEqual({ ok: false, refusal: "not_possible_now" });
  const proven = await makePerson(db, camp, "left", { rank: 42 });
  expect(await rejoinLine(db, proven, NOON)).toEqual({ ok: true, value: "waiting" });
});

// Before, the page was read first: pressed in the moment of the proof, it gave back what was the reader's by then.
it("does nothing for a page that became a claim after it was read", async () => {
  const camp = await makeCamp(db);
  const typed = await register(db, camp.id, formFor(camp, "reader@example.org"), NOON);
  if (!typed.ok) throw new Error(typed.refusal);
  const { registrationId, token } = typed.value;
  const { token: mailed } = await mintMailed(db, registrationId, NOON);
  expect((await confirmByLink(db, mailed, NOON)).ok).toBe(true);
  expect(await giveBack(db, registrationId, NOON, token)).toEqual({ ok: false, refusal: "not_possible_now" });
  expect(await giveBack(db, registrationId, NOON, mailed)).toEqual({ ok: true, value: "released" });
});
