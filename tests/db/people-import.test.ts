import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { type Bringing, bringPeople, previewPeople } from "#db/people-import.ts";
import { countPlaces } from "#db/registration/place.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByLink, mintMailed } from "#db/registration/verification.ts";
import { register } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import type { Phase } from "#domain/event.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeRelease } from "#tests/support/releases.ts";

const { db } = await freshDatabase();

const THREE = "Name,Email,Organisation\nAma,ama@x.org,Council\nBen,ben@x.org,\nCy,cy@x.org,Fire\n";

const bringing = (camp: TestCamp, change: Partial<Bringing> = {}): Bringing => ({
  ...{ text: THREE, columns: {}, as: "places", sectorId: camp.sectorId, tell: true },
  reason: "From our Eventbrite",
  ...change,
});

async function campWith(options: Parameters<typeof makeCamp>[1] = {}) {
  const camp = await makeCamp(db, options);
  return { camp, olu: await makeOrganiser(db, camp) };
}

const peopleOf = (camp: TestCamp) =>
  db.select().from(registration).where(eq(registration.eventId, camp.id)).orderBy(asc(registration.rank));
const mailsOf = (camp: TestCamp) =>
  db.select().from(outbox).where(eq(outbox.eventId, camp.id)).orderBy(asc(outbox.recipient));

it("gives a place to each in the order of the list, logged with the reason, and tells them", async () => {
  const { camp, olu } = await campWith();
  const result = await bringPeople(db, olu, bringing(camp), NOON);
  expect(result).toEqual({ ok: true, value: { done: { brought: 3, leaves: 0 } } });
  const people = await peopleOf(camp);
  expect(
    people.map(({ name, email, status, organisation, photos }) => [
      name,
      email,
      status,
      organisation,
      photos,
    ]),
  ).toEqual([
    ["Ama", "ama@x.org", "confirmed", "Council", false],
    ["Ben", "ben@x.org", "confirmed", "", false],
    ["Cy", "cy@x.org", "confirmed", "Fire", false],
  ]);
  const log = await db.select().from(audit).where(eq(audit.eventId, camp.id));
  const noted = log.filter(({ act }) => act === "import");
  expect(noted.map(({ subjectId }) => subjectId).sort()).toEqual(people.map(({ id }) => id).sort());
  for (const { actor, actorId, to, reason } of noted)
    expect([actor, actorId, to, reason]).toEqual(["crew", olu.personId, "confirmed", "From our Eventbrite"]);
  const mails = await mailsOf(camp);
  expect(mails.map(({ kind, recipient, facts }) => [kind, recipient, facts.reason])).toEqual(
    ["ama@x.org", "ben@x.org", "cy@x.org"].map((email) => ["brought", email, "From our Eventbrite"]),
  );
});

it("brings nobody twice, and changes nobody who is there", async () => {
  const { camp, olu } = await campWith();
  await makePerson(db, camp, "confirmed", { rank: 50 });
  const known = `${THREE}Other,person50@example.org,Elsewhere\n`;
  await bringPeople(db, olu, bringing(camp, { text: known }), NOON);
  const before = await peopleOf(camp);
  const again = await bringPeople(db, olu, bringing(camp, { text: known }), NOON);
  expect(again).toEqual({ ok: true, value: { done: { brought: 0, leaves: 4 } } });
  expect(await peopleOf(camp)).toEqual(before);
  expect(before.length).toBe(4);
  expect(before.find(({ email }) => email === "person50@example.org")?.organisation).not.toBe("Elsewhere");
  expect((await mailsOf(camp)).length).toBe(3);
});

it("puts people at the back of the line, where they are passed over until they prove their address", async () => {
  const { camp, olu } = await campWith({ capacity: 1 });
  await makePerson(db, camp, "confirmed", { rank: 0 });
  await bringPeople(db, olu, bringing(camp, { as: "line" }), NOON);
  const { waiting, ready } = await countPlaces(db, camp.id);
  expect([waiting, ready]).toEqual([3, 0]);
  const [, ama] = await peopleOf(camp);
  expect([ama!.name, ama!.status, ama!.verifiedAt]).toEqual(["Ama", "waiting", null]);
  // The link of their mail opens their page, and its button proves the address.
  const { token } = await mintMailed(db, ama!.id, NOON);
  expect((await readStatus(db, token, NOON))?.registration.position).toBe(1);
  expect((await confirmByLink(db, token, NOON)).ok).toBe(true);
  expect((await countPlaces(db, camp.id)).ready).toBe(1);
  // Whoever registers afterwards waits behind them.
  const later = await register(db, camp.id, formFor(camp, "late@x.org"), NOON);
  expect(later.ok).toBe(true);
  expect((await peopleOf(camp)).map(({ email }) => email).at(-1)).toBe("late@x.org");
});

it("asks before it goes over the places, and goes over them once exactly that was agreed to", async () => {
  const { camp, olu } = await campWith({ capacity: 2 });
  const asked = await bringPeople(db, olu, bringing(camp), NOON);
  expect(asked).toMatchObject({
    value: { asks: [{ kind: "over_by_list", people: 3, holding: 3, capacity: 2 }] },
  });
  expect(await peopleOf(camp)).toEqual([]);
  const { agreement } = (asked as { value: { agreement: string } }).value;
  // Somebody got a place meanwhile: it is another question now.
  await makePerson(db, camp, "confirmed", { rank: 0 });
  const other = await bringPeople(db, olu, bringing(camp), NOON, agreement);
  expect(other).toMatchObject({ value: { asks: [{ kind: "over_by_list", holding: 4 }] } });
  const { agreement: now } = (other as { value: { agreement: string } }).value;
  expect(await bringPeople(db, olu, bringing(camp), NOON, now)).toMatchObject({
    value: { done: { brought: 3 } },
  });
  expect((await countPlaces(db, camp.id)).confirmed).toBe(4);
});

it("asks before it passes the most that may be given out against the legal number, and logs it with everybody", async () => {
  const { camp, olu } = await campWith({ capacity: 9 });
  await db.update(event).set({ insideLimit: 1, overbookTo: 2 }).where(eq(event.id, camp.id));
  const asked = await bringPeople(db, olu, bringing(camp), NOON);
  const over = { kind: "over_most", holding: 3, most: 2, inside: 1 };
  expect(asked).toMatchObject({ value: { asks: [over] } });
  expect(await peopleOf(camp)).toEqual([]);
  const { agreement } = (asked as { value: { agreement: string } }).value;
  await bringPeople(db, olu, bringing(camp), NOON, agreement);
  const log = await db.select().from(audit).where(eq(audit.eventId, camp.id));
  expect(log.map(({ act, detail }) => [act, detail])).toEqual(Array(3).fill(["import", [over]]));
});

it("tells nobody where the organiser says not to", async () => {
  const { camp, olu } = await campWith();
  await bringPeople(db, olu, bringing(camp, { tell: false }), NOON);
  expect([(await peopleOf(camp)).length, (await mailsOf(camp)).length]).toEqual([3, 0]);
});

it("asks for no sector where the list says everybody’s", async () => {
  const { camp, olu } = await campWith();
  const list = "Name,Email,Sector\nAma,ama@example.org,Local government";
  const named = bringing(camp, { text: list, sectorId: "" });
  expect((await bringPeople(db, olu, named, NOON)).ok).toBe(true);
  const none = bringing(camp, { text: "Name,Email\nBea,bea@example.org", sectorId: "" });
  expect(await bringPeople(db, olu, none, NOON)).toMatchObject({ refusal: "bad_input" });
});

it("refuses without a reason, with another camp's sector, a list that cannot be read, and once the camp is over", async () => {
  const { camp, olu } = await campWith();
  const other = await makeCamp(db);
  const refusal = async (change: Partial<Bringing>, now = NOON) => {
    const result = await bringPeople(db, olu, bringing(camp, change), now);
    return result.ok ? "done" : result.refusal;
  };
  expect(await refusal({ reason: "  " })).toBe("bad_input");
  expect(await refusal({ sectorId: other.sectorId })).toBe("bad_input");
  expect(await refusal({ text: "Name\nAma" })).toBe("not_possible_now");
  expect(await refusal({}, new Date(NOON.getTime() + 60 * 86_400_000))).toBe("camp_over");
  expect(await peopleOf(camp)).toEqual([]);
  const phases: Phase[] = ["after", "archived"];
  for (const phase of phases) {
    const past = await campWith({ phase });
    expect(await bringPeople(db, past.olu, bringing(past.camp), NOON)).toEqual({
      ok: false,
      refusal: "camp_over",
    });
  }
});

it("shows before what it would do, and writes nothing", async () => {
  const { camp, olu } = await campWith({ capacity: 2 });
  await makePerson(db, camp, "left", { rank: 7 });
  const text = `${THREE}Old,person7@example.org,\n`;
  const report = await previewPeople(db, olu, { text, columns: {} });
  expect([report.brings, report.leaves, report.over]).toEqual([3, 1, { free: 2, from: 4 }]);
  expect(report.left).toEqual([{ row: 5, why: "was_there", value: "person7@example.org" }]);
  expect((await peopleOf(camp)).length).toBe(1);
});

it("sent by two at once, brings each person once, and never more than there are places without a question", async () => {
  const { camp, olu } = await campWith({ capacity: 4 });
  const another = THREE.replaceAll("@x.org", "@y.org");
  const results = await Promise.all([
    bringPeople(db, olu, bringing(camp), NOON),
    bringPeople(db, olu, bringing(camp), NOON),
    bringPeople(db, olu, bringing(camp, { text: another }), NOON),
  ]);
  expect(results.every(({ ok }) => ok)).toBe(true);
  const people = await peopleOf(camp);
  expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
  expect(people.length).toBe(3);
  expect(new Set(people.map(({ ticketCode }) => ticketCode)).size).toBe(3);
});

it("gives out what was kept back from the releases first, and takes none of the places that are open for it", async () => {
  const { camp, olu } = await campWith({ capacity: 5 });
  // Two of five places are in no release.
  await makeRelease(db, camp, { places: 3, opensAt: new Date(NOON.getTime() - 3_600_000) });
  await bringPeople(db, olu, bringing(camp), NOON);
  expect((await peopleOf(camp)).map(({ keptBack }) => keptBack)).toEqual([true, true, false]);
  await bringPeople(
    db,
    olu,
    bringing(camp, { text: THREE.replaceAll("@x.org", "@y.org"), as: "line" }),
    NOON,
  );
  expect((await countPlaces(db, camp.id)).keptBack).toBe(2);
});

it("ends what could be taken back once somebody of a list has the place", async () => {
  const { camp, olu } = await campWith({ capacity: 3 });
  const giver = await makePerson(db, camp, "released", { rank: 0 });
  const kept = () => db.select().from(registration).where(eq(registration.id, giver));
  await db.update(registration).set({ gaveBackAt: NOON }).where(eq(registration.id, giver));
  await bringPeople(db, olu, bringing(camp, { text: "Name,Email\nAma,ama@x.org" }), NOON);
  expect((await kept())[0]?.gaveBackAt).toEqual(NOON);
  await bringPeople(db, olu, bringing(camp), NOON);
  expect((await kept())[0]?.gaveBackAt).toBeNull();
});
