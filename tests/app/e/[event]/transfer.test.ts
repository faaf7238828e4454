/** Taking a place that somebody hands on, as its form sends it. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { saveInside, saveTerms } from "#app/e/[event]/desk/settings/terms.ts";
import { handOn as handOnFromPage } from "#app/e/[event]/r/[token]/handing.ts";
import { accept, decline } from "#app/e/[event]/transfer/[token]/actions.ts";
import { type FormState, FRESH } from "#app/respond.ts";
import { markOf } from "#db/change.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { readInside } from "#db/inside.ts";
import { mintLink } from "#db/registration/link.ts";
import { question } from "#db/schema/question.ts";
import { readTerms } from "#db/terms.ts";
import { fieldOf } from "#domain/question.ts";
import { registration } from "#messages/en/registration.ts";
import { terms } from "#messages/en/terms.ts";
import { transfer } from "#messages/en/transfer.ts";
import { ahead, makeOrganiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { formOf, outcome } from "#tests/support/forms.ts";
import { campOfGivers, findBy, handOn, told } from "#tests/support/transfer.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);

const to = (email: string) => ({ name: "Ama Boateng", email });
const givers = () => campOfGivers(db, 1, 0, { startsAt: ahead() });

test("what is missing is said at its field, the camp's own questions among it; then it leads to their own page", async () => {
  const { camp, giver } = await givers();
  const id = newId();
  await db.insert(question).values({
    ...{ id, eventId: camp.id, kind: "text", label: "T-shirt", choices: [], purpose: "To order them" },
    ...{ seenBy: "crew", required: true, keepUntil: "2099-01-01", position: 0 },
  });
  const token = await handOn(db, giver, to("ama@example.org"), new Date());
  const { sectorId } = told(camp);
  const press = (more: Record<string, string>) =>
    outcome(async () => accept(FRESH, formOf({ token, ...more })));
  expect(((await press({})) as FormState).errors).toMatchObject({ name: registration.errors.name });
  const half = (await press({ name: "Ama", sectorId })) as FormState;
  expect(half.errors).toEqual({ [fieldOf(id)]: registration.more.wrong.missing("T-shirt") });
  expect(half.values).toMatchObject({ name: "Ama" });
  expect(String(await press({ name: "Ama", sectorId, [fieldOf(id)]: "M" }))).toContain(`/e/${camp.slug}/r/`);
  expect((await findBy(db, camp, "ama@example.org"))?.name).toBe("Ama");
  // Again it leads to the page that says so.
  const again = await press({ name: "Ama", sectorId, [fieldOf(id)]: "M" });
  expect(String(again)).toContain(`/e/${camp.slug}/transfer/${token}`);
});

test("no thanks leads back to the same page, and whom a place goes to is asked for", async () => {
  const { camp, giver } = await givers();
  const page = await mintLink(db, giver, { mailed: true, now: new Date() });
  const typed = formOf({ token: page, toName: " ", toEmail: "ama" });
  const wrong = (await handOnFromPage(FRESH, typed)) as FormState;
  const { name, email } = transfer.give.errors;
  expect(wrong.errors).toEqual({ toName: name, toEmail: email });
  const token = await handOn(db, giver, to("ama@example.org"), new Date());
  const said = await outcome(async () => decline(FRESH, formOf({ token })));
  expect(String(said)).toContain(`/e/${camp.slug}/transfer/${token}`);
});

test("an organiser sets what becomes of places, and is told at the field what is wrong", async () => {
  const { camp } = await givers();
  const crew = await makeOrganiser(db, camp);
  asker.token = (await startDevice(db, { personId: crew.personId })).token;
  const save = async (action: typeof saveTerms, mark: string, form: Record<string, string>) =>
    outcome(async () => action(camp.slug, FRESH, formOf({ mark, ...form })));
  const mark = markOf(await readTerms(db, crew));
  const bad = (await save(saveTerms, mark, {
    transferHours: "soon",
    backDays: "99",
    passOnMinutes: "5",
  })) as FormState;
  expect(bad.errors).toEqual({
    transferHours: terms.transferHoursWrong,
    backDays: terms.backDaysWrong,
    passOnMinutes: terms.passOnWrong,
  });
  await save(saveTerms, mark, { transferHours: "", backDays: "3", passOnMinutes: "90", rounds: "5" });
  expect(await readTerms(db, crew)).toEqual({
    transferHours: null,
    backDays: 3,
    passOnMinutes: 90,
    rounds: [5],
  });
  const before = markOf(await readInside(db, crew));
  const none = (await save(saveInside, before, { insideLimit: "0", overbookTo: "" })) as FormState;
  expect(none.errors).toEqual({ insideLimit: terms.inside.wrong, reason: terms.inside.reasonWrong });
  await save(saveInside, before, { insideLimit: "130", overbookTo: "", reason: "The venue" });
  expect(await readInside(db, crew)).toEqual({ insideLimit: 130, overbookTo: null });
});
