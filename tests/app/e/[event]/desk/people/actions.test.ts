/** What the people's part of the desk says and does when its forms are sent, and what its second steps draw. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { dropNote, findOther, saveNote } from "#app/e/[event]/desk/people/[person]/actions.ts";
import { dropUnproven, move, offer, offerTo } from "#app/e/[event]/desk/people/actions.ts";
import { mergeThem } from "#app/e/[event]/desk/people/merge/actions.ts";
import { type FormState, FRESH } from "#app/respond.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { previewOffers } from "#db/registration/hand-offer.ts";
import { crewNote } from "#db/schema/crew-note.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { MOST } from "#domain/limits.ts";
import { crewNote as noteWords } from "#messages/en/crew-note.ts";
import { handOffer } from "#messages/en/hand-offer.ts";
import { merging } from "#messages/en/merging.ts";
import { people as words } from "#messages/en/people.ts";
import { refusal } from "#messages/en/refusal.ts";
import {
  ahead,
  makeCamp,
  makeOrganiser,
  makePerson,
  type Organiser,
  type TestCamp,
} from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { drawnBy, load } from "#tests/support/desk.ts";
import { type Fields, formOf, outcome } from "#tests/support/forms.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
let camp: TestCamp;
let olu: Organiser;
let line: string[];

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);
beforeEach(async () => {
  camp = await makeCamp(db, { capacity: 1, startsAt: ahead(), offersOn: false });
  olu = await makeOrganiser(db, camp);
  asker.token = (await startDevice(db, { personId: olu.personId })).token;
  line = [];
  await db.update(event).set({ nextRank: 100 }).where(eq(event.id, camp.id));
  for (const rank of [1, 2, 3]) line.push(await makePerson(db, camp, "waiting", { rank }));
});

type Action = (slug: string, before: FormState, form: FormData) => Promise<FormState>;
const send = (action: Action, fields: Fields) => outcome(() => action(camp.slug, FRESH, formOf(fields)));
const errorsOf = async (action: Action, fields: Fields) => ((await send(action, fields)) as FormState).errors;
const statusOf = async (id: string) =>
  (await db.select().from(registration).where(eq(registration.id, id)))[0]!.status;

const drawn = async (path: string, asked: Record<string, unknown>) => {
  const { default: page } = await load(path);
  const props = { params: Promise.resolve({ event: camp.slug }), searchParams: Promise.resolve(asked) };
  return (await drawnBy(await page!(props))).texts;
};

test("what is free is offered from wherever one is, and answered there", async () => {
  await db.update(event).set({ capacity: 2 }).where(eq(event.id, camp.id));
  expect(await send(offer, { from: "today" })).toMatch(/\/desk\?said=places-offered\.2\./);
  expect(await send(offer, { list: "sort=name" })).toMatch(
    /\/desk\/people\?sort=name&said=places-offered\.0\./,
  );
  expect(await drawn("page.tsx", { said: "places-offered.2.0.1.1.1", at: "x" })).toContain(words.offered(2));
});

test("at a camp that is over nobody is added: neither the list nor a form offers it", async () => {
  const adding = `/e/${camp.slug}/desk/people/add`;
  const pages = async () => {
    const { default: list } = await load("people/page.tsx");
    const props = { params: Promise.resolve({ event: camp.slug }), searchParams: Promise.resolve({}) };
    const forms = [await drawn("people/add/page.tsx", {}), await drawn("people/import/page.tsx", {})];
    const { links } = await drawnBy(await list!(props));
    return [links.includes(adding), ...forms.map((texts) => texts.includes(refusal.camp_over.what))];
  };
  expect(await pages()).toEqual([true, false, false]);
  await db.update(event).set({ phase: "archived" }).where(eq(event.id, camp.id));
  expect(await pages()).toEqual([false, true, true]);
});

describe("offering by hand", () => {
  test("shows who is chosen, and says what is in the way of a choice that cannot be", async () => {
    const path = "people/offer/page.tsx";
    expect(await drawn(path, {})).toContain(handOffer.nobody);
    expect(await drawn(path, { to: "no id" })).toContain(handOffer.nobody);
    const crowd = Array.from({ length: MOST.handOffers + 1 }, newId);
    expect(await drawn(path, { to: crowd })).toContain(handOffer.tooMany);
    expect(await drawn(path, { to: newId() })).toContain(handOffer.noneOfThem);
    const texts = await drawn(path, { to: [line[2]!, line[2]!], list: "sort=name&page=2" });
    expect(texts).toEqual(expect.arrayContaining(["person3", "sort=name&page=2"]));
    expect(texts).not.toContain(handOffer.noneOfThem);
  });

  test("takes a reason, goes back to the list as it was seen, and offers nothing to nobody", async () => {
    const seen = await previewOffers(db, olu, [line[2]!], new Date());
    if (!seen.ok) throw new Error(seen.refusal);
    const fields = {
      to: [line[2]!],
      mark: seen.value.mark,
      list: "sort=name",
      reason: "They bring the projector",
    };
    expect(await errorsOf(offerTo, { ...fields, reason: " " })).toEqual({ reason: handOffer.reasonMissing });
    expect(await send(offerTo, { ...fields, to: [] })).toMatchObject({ refusal: { code: "bad_input" } });
    expect(await statusOf(line[2]!)).toBe("waiting");
    expect(await send(offerTo, fields)).toMatch(/desk\/people\?sort=name&said=offered-by-hand\.1/);
    expect(await statusOf(line[2]!)).toBe("offered");
  });

  test("withdrawn, a place goes to whoever is named, and the page answers in words of its own", async () => {
    const offeredUntil = new Date(Date.now() + 3_600_000);
    const holder = await makePerson(db, camp, "offered", { rank: 9, offeredUntil });
    const fields = { registration: holder, move: "put_back_in_line", reason: "Twice", heir: line[2]! };
    expect(await send(move as Action, { ...fields, list: "page=2" })).toMatch(/list=page%3D2&said=withdraw&/);
    expect([await statusOf(holder), await statusOf(line[2]!)]).toEqual(["waiting", "offered"]);
  });
});

test("letting go of all unproven asks for a reason, then says how many, then does it", async () => {
  const unproven = await makePerson(db, camp, "waiting", { rank: 8, verified: false });
  expect(await errorsOf(dropUnproven, {})).toEqual({ reason: words.person.reasonMissing });
  const asked = (await send(dropUnproven, { reason: "A flood" })) as FormState;
  expect([asked.asks?.points.length, await statusOf(unproven)]).toEqual([1, "waiting"]);
  const agreed = { reason: "A flood", agreed: asked.asks!.agreement };
  expect(await send(dropUnproven, agreed)).toMatch(/said=let-go\.1/);
  expect(await statusOf(unproven)).toBe("left");
});

test("notes are written, changed and deleted, and an empty one is told what it lacks", async () => {
  const note = newId();
  const fields = { registration: line[0]!, note, words: "Rang\r\nabout the ramp", fresh: "yes", list: "" };
  expect(await errorsOf(saveNote, { ...fields, words: " \n " })).toEqual({ words: noteWords.missing });
  expect(await send(saveNote, fields)).toMatch(/said=noted/);
  const { fresh, ...own } = fields;
  expect(await send(saveNote, { ...own, words: "Needs the ramp" })).toMatch(/said=noted/);
  const [row] = await db.select().from(crewNote).where(eq(crewNote.id, note));
  expect(row!.words).toBe("Needs the ramp");
  expect(await send(dropNote, own)).toMatch(/said=unnoted/);
  expect(await db.$count(crewNote, eq(crewNote.id, note))).toBe(0);
});

test("two registrations are found by the other address, which stays out of every address of a page, and merged", async () => {
  const [stays, goes] = [line[1]!, line[0]!];
  const twin = (email: string) => ({ registration: stays, email });
  expect(await errorsOf(findOther, twin("person"))).toEqual({ email: merging.emailWrong });
  expect(await errorsOf(findOther, twin("nobody@example.org"))).toEqual({ email: merging.nobody });
  expect(await errorsOf(findOther, twin("person2@example.org"))).toEqual({ email: merging.nobody });
  const led = await send(findOther, twin("person1@example.org"));
  expect(led).toContain(`/merge?stays=${stays}&goes=${goes}`);
  expect(led).not.toContain("example");
  const texts = await drawn("people/merge/page.tsx", { stays, goes });
  expect(texts).toContain(merging.becomes);
  // The page hands the mark to its form among other texts.
  const marks = texts.filter((text) => /^[\w-]{16}$/.test(text));
  expect(await errorsOf(mergeThem, { stays, goes, mark: marks[0]! })).toEqual({
    reason: merging.reasonMissing,
  });
  const done = await send(mergeThem, { stays, goes, mark: marks[0]!, reason: "One person" });
  expect(done).toMatch(new RegExp(`people/${stays}\\?said=merged`));
  expect([await statusOf(stays), await statusOf(goes)]).toEqual(["waiting", "removed"]);
  expect(await drawn("people/merge/page.tsx", { stays, goes })).toContain(merging.nothing);
});
