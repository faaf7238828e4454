/** Writing to many from the desk: whatever is pressed keeps what is typed, and says what is to be mended. */
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { type FormState, FRESH } from "#app/respond.ts";
import { closeDatabase } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { readMailDraft } from "#db/group-mail/draft.ts";
import { outbox } from "#db/schema/mail.ts";
import { refusal } from "#messages/en/refusal.ts";
import { makeCamp, makeOrganiser, makePerson, type Organiser, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type Fields, formOf, outcome } from "#tests/support/forms.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: asker.token }), set: () => {} }),
  headers: async () => new Headers(),
}));

const { db, url } = await freshDatabase();
process.env.DATABASE_URL = url;
const { retry, send, write } = await import("#app/e/[event]/desk/mail/actions.ts");
afterAll(closeDatabase);

let camp: TestCamp;
let may: Organiser;
beforeEach(async () => {
  camp = await makeCamp(db);
  may = await makeOrganiser(db, camp);
  asker.token = (await startDevice(db, { personId: may.personId })).token;
});

const WORDS = { group: "places", sectorId: "", subject: "The way in", body: "By the canal" };

/** Presses a button of the form as it stands. @returns where it leads, or what the form says */
async function press(step: string, fields: Fields = {}): Promise<FormState | string> {
  const { mark } = await readMailDraft(db, may);
  const form = formOf({ mark, ...WORDS, step, ...fields });
  return (await outcome(() => write(camp.slug, FRESH, form))) as FormState | string;
}
const draft = () => readMailDraft(db, may);
const saidBy = (led: FormState | string) => /said=([\w-]+)/.exec(String(led))?.[1];

it("keeps what is typed, whichever button is pressed, also while something is to be mended", async () => {
  expect(saidBy(await press("keep"))).toBe("kept");
  const said = (await press("send", { subject: "{nmae}", body: "{place}, {give back}" })) as FormState;
  expect(said.errors).toEqual({
    subject:
      "{nmae} is nothing we can fill in. What we know: {name}, {camp}, {day}, {doors}, {place}, {my page}.",
    body: "{give back} is nothing we can fill in. What we know: {name}, {camp}, {day}, {doors}, {place}, {my page}.",
  });
  const { mark, subject, body } = await draft();
  expect({ subject, body }).toEqual({ subject: "{nmae}", body: "{place}, {give back}" });
  // What is sent next is over what was kept just now.
  expect(said.values.mark).toBe(mark);
});

it("says at each field what is missing", async () => {
  const said = (await press("trial", { group: "sector", subject: "", body: " " })) as FormState;
  expect(said.errors).toEqual({
    sectorId: "Choose the sector",
    subject: "Write a subject",
    body: "Write something",
  });
  const crew = (await press("send", { group: "crew", body: "See {my page}" })) as FormState;
  expect(crew.errors.body).toContain("The crew has no page of their own");
});

it("shows beside what is typed what another desk kept, and the next press is over that", async () => {
  const { mark } = await draft();
  await press("keep", { body: "Theirs" });
  const said = (await press("keep", { mark, body: "Mine" })) as FormState;
  expect(said.refusal?.what).toBe(refusal.changed_meanwhile.what);
  // Elsewhere the screen shows theirs instead.
  expect(said.refusal?.next).toContain("What you typed is still here");
  expect(said.values).toMatchObject({ body: "Mine", theirs: "The way in\n\nTheirs" });
  expect((await draft()).body).toBe("Theirs");
  expect(saidBy(await press("keep", { mark: said.values.mark!, body: "Mine" }))).toBe("kept");
  expect((await draft()).body).toBe("Mine");
});

it("begins with words that can be sent as they are, and puts none over what is written", async () => {
  for (const name of ["joining", "venue", "reminder", "thanks"]) {
    expect(saidBy(await press(name, { subject: "", body: "" }))).toBe("begun");
    expect(String(await press("send", await words()))).toMatch(/desk\/mail\/[0-9a-f-]{36}/);
    expect(saidBy(await press("drop"))).toBe("dropped");
  }
  expect(saidBy(await press("joining"))).toBe("begun-not");
  expect((await draft()).body).toBe(WORDS.body);
});

async function words(): Promise<Fields> {
  const { subject, body } = await draft();
  return { subject, body };
}

it("goes to whoever writes it first, then to the group once it was shown to how many", async () => {
  await makePerson(db, camp, "confirmed", { rank: 1 });
  expect(saidBy(await press("trial"))).toBe("trial");
  const page = String(await press("send"));
  const id = /desk\/mail\/([0-9a-f-]{36})/.exec(page)![1]!;
  const sendWith = (agreement: string) =>
    outcome(() => send(camp.slug, FRESH, formOf({ mail: id, agreement })));
  expect(saidBy(String(await sendWith("none")))).toBe("recounted");
  const { askReach } = await import("#db/group-mail/send.ts");
  const { agreement } = await askReach(db, may, await draft());
  expect(String(await sendWith(agreement))).toContain("said=sent.1");
  expect((await db.select().from(outbox)).map(({ kind }) => kind).sort()).toEqual([
    "group_mail",
    "trial_mail",
  ]);
  expect(String(await outcome(() => retry(camp.slug, FRESH, formOf({ mail: "" }))))).toContain(
    "said=retried.0",
  );
});
