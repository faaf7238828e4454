/** The links of a camp: who may bring one, of what, how many, and what becomes of it. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { bringPitch } from "#db/pitch.ts";
import {
  addLink,
  decideLink,
  type LinkInput,
  listDeskLinks,
  listLinks,
  listOwnLinks,
  removeLink,
  reportLink,
} from "#db/round-up.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { roundUpLink } from "#db/schema/round-up.ts";
import { PHASES, permits } from "#domain/event.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import { NOTE_LEVELS, type NoteLevel } from "#domain/pitch.ts";
import { granted, refused } from "#domain/result.ts";
import { standsAt } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";

const { db } = await freshDatabase();
const NOW = new Date(MORNING.getTime() + 6 * 3_600_000);

/** A camp after its sessions, with somebody who was there and an organiser. */
async function gathering() {
  const camp = await pitchingCamp(db, "after");
  return { camp, ama: await camper(db, camp, "Ama"), crew: await organiser(db, camp) };
}

let n = 0;
const link = (rest: Partial<LinkInput> = {}): LinkInput => {
  n += 1;
  return {
    url: `https://example.org/${n}`,
    kind: "post",
    title: `No ${n}`,
    author: "Ama",
    pitchId: null,
    ...rest,
  };
};

const actsOn = async (id: string) => {
  const rows = await db.select().from(audit).where(eq(audit.subjectId, id)).orderBy(audit.id);
  return rows.map(({ act, actorId }) => [act, actorId]);
};

describe("bringing a link", () => {
  it("brings one, however often its form is sent and by how many tabs at once", async () => {
    const { camp, ama } = await gathering();
    const [id, one] = [newId(), link()];
    const sent = await Promise.all([1, 2, 3].map(() => addLink(db, ama, id, one, NOW)));
    expect(sent).toEqual([granted(null), granted(null), granted(null)]);
    expect(await listLinks(db, camp.eventId)).toEqual([{ ...one, id, addedAt: NOW.toISOString() }]);
    // The log says that a camper did, and not who.
    expect(await actsOn(id)).toEqual([["add_link", null]]);
  });

  it("takes an address once of a camp, of two who bring it at once, and again elsewhere", async () => {
    const { camp, ama, crew } = await gathering();
    const one = link();
    const both = await Promise.all([ama, crew].map((by) => addLink(db, by, newId(), one, NOW)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toEqual(refused("link_there"));
    expect(await listLinks(db, camp.eventId)).toHaveLength(1);
    const other = await gathering();
    expect(await addLink(db, other.ama, newId(), one, NOW)).toEqual(granted(null));
  });

  it("is done while sessions are on and after, and in no other phase", async () => {
    const { camp, ama } = await gathering();
    for (const phase of PHASES) {
      await db.update(event).set(standsAt(phase)).where(eq(event.id, camp.eventId));
      const done = await addLink(db, ama, newId(), link(), NOW);
      expect([phase, done]).toEqual([phase, permits(phase, "addLink") ? granted(null) : refused("not_open")]);
    }
  });

  it("is about sessions that may be written of, and names nobody beside one without names", async () => {
    const { camp, ama } = await gathering();
    for (const noteLevel of NOTE_LEVELS) {
      await db.update(event).set({ phase: "pitching" }).where(eq(event.id, camp.eventId));
      const form = pitchForm(`Of ${noteLevel}`, { noteLevel });
      await bringPitch(db, await camper(db, camp, "Mei"), form, NOW);
      await db.update(event).set({ phase: "after" }).where(eq(event.id, camp.eventId));
      const id = newId();
      const may = noteLevel === "open" || noteLevel === "no_names";
      expect(await addLink(db, ama, id, link({ pitchId: form.id }), NOW)).toEqual(
        may ? granted(null) : refused("bad_input"),
      );
      const [row] = await db.select().from(roundUpLink).where(eq(roundUpLink.id, id));
      expect([noteLevel, row?.author]).toEqual([
        noteLevel,
        may ? (noteLevel === "open" ? "Ama" : "") : undefined,
      ]);
    }
  });

  it("is shown as what was agreed says now, also for what became one with its session", async () => {
    const { camp, ama } = await gathering();
    await db.update(event).set({ phase: "pitching" }).where(eq(event.id, camp.eventId));
    const [whole, part] = [pitchForm("Whole"), pitchForm("Part")];
    await bringPitch(db, await camper(db, camp, "Mei"), whole, NOW);
    await bringPitch(db, await camper(db, camp, "Rhys"), part, NOW);
    await db.update(pitch).set({ mergedInto: whole.id, mergedAt: NOW }).where(eq(pitch.id, part.id));
    await db.update(event).set({ phase: "after" }).where(eq(event.id, camp.eventId));
    await addLink(db, ama, newId(), link({ pitchId: whole.id }), NOW);
    const shown = async (noteLevel: NoteLevel) => {
      await db.update(pitch).set({ noteLevel }).where(eq(pitch.id, part.id));
      return (await listLinks(db, camp.eventId)).map(({ author }) => author);
    };
    expect(await shown("open")).toEqual(["Ama"]);
    expect(await shown("no_names")).toEqual([""]);
    expect(await shown("no_notes")).toEqual([]);
    expect(await shown("unlisted")).toEqual([]);
  });

  it("is not about a pitch of another camp, nor one that is withdrawn or hidden", async () => {
    const { camp, ama } = await gathering();
    const elsewhere = await pitchingCamp(db, "pitching");
    const [there, gone] = [pitchForm("There"), pitchForm("Gone")];
    await bringPitch(db, await camper(db, elsewhere, "Mei"), there, NOW);
    await db.update(event).set({ phase: "pitching" }).where(eq(event.id, camp.eventId));
    await bringPitch(db, ama, gone, NOW);
    await db.update(pitch).set({ withdrawnAt: NOW }).where(eq(pitch.id, gone.id));
    await db.update(event).set({ phase: "after" }).where(eq(event.id, camp.eventId));
    for (const pitchId of [there.id, gone.id, newId()])
      expect(await addLink(db, ama, newId(), link({ pitchId }), NOW)).toEqual(refused("bad_input"));
  });

  it("ends at so many of one person, and never passes it with many at once", async () => {
    const { ama, camp } = await gathering();
    const tries = Array.from({ length: MOST.linksOfOne + 4 }, () => addLink(db, ama, newId(), link(), NOW));
    const done = await Promise.all(tries);
    expect(done.filter(({ ok }) => ok)).toHaveLength(MOST.linksOfOne);
    expect(done.filter(({ ok }) => !ok)).toEqual(Array(4).fill(refused("links_full")));
    expect(await listOwnLinks(db, ama)).toHaveLength(MOST.linksOfOne);
    // Somebody else has as many.
    expect((await addLink(db, await camper(db, camp, "Mei"), newId(), link(), NOW)).ok).toBe(true);
  });

  it("ends at so many of a camp, whoever brings them", async () => {
    const { camp, crew } = await gathering();
    const rows = Array.from({ length: MOST.links }, () => ({
      ...link(),
      id: newId(),
      eventId: camp.eventId,
    }));
    await db.insert(roundUpLink).values(rows);
    expect(await addLink(db, crew, newId(), link(), NOW)).toEqual(refused("links_full"));
    expect(await listLinks(db, camp.eventId)).toHaveLength(MOST.links);
    expect(await listDeskLinks(db, crew as never)).toHaveLength(MOST.links);
  });

  it("takes the longest there may be", async () => {
    const { ama } = await gathering();
    const most = {
      url: `https://example.org/${"x".repeat(LONGEST.linkUrl - 20)}`,
      title: "W".repeat(LONGEST.linkTitle),
      author: "W".repeat(LONGEST.linkAuthor),
    };
    expect(await addLink(db, ama, newId(), link(most), NOW)).toEqual(granted(null));
  });
});

describe("a link that is there", () => {
  it("is taken out by whoever brought it, and by nobody else", async () => {
    const { camp, ama } = await gathering();
    const mei = await camper(db, camp, "Mei");
    const id = newId();
    await addLink(db, ama, id, link(), NOW);
    await removeLink(db, mei, id, NOW);
    expect(await listLinks(db, camp.eventId)).toHaveLength(1);
    await removeLink(db, ama, id, NOW);
    await removeLink(db, ama, id, NOW);
    expect(await listLinks(db, camp.eventId)).toEqual([]);
    expect(await actsOn(id)).toEqual([
      ["add_link", null],
      ["remove_link", null],
    ]);
  });

  it("is reported with a reason for the crew, who hide it, show it and let it stay", async () => {
    const { camp, ama, crew } = await gathering();
    const mei = await camper(db, camp, "Mei");
    const [id, other] = [newId(), newId()];
    await addLink(db, ama, other, link(), NOW);
    await addLink(db, ama, id, link(), new Date(NOW.getTime() + 1));
    expect(await reportLink(db, mei, { linkId: id, reason: "It sells" }, NOW)).toEqual(granted(null));
    // The first reason stays until somebody has decided.
    await reportLink(db, ama, { linkId: id, reason: "Other" }, NOW);
    const desk = async () => (await listDeskLinks(db, crew)).map((it) => [it.id, it.reported, it.hidden]);
    expect(await desk()).toEqual([
      [id, "It sells", false],
      [other, "", false],
    ]);
    for (const _ of [1, 2]) expect(await decideLink(db, crew, id, "hide", NOW)).toEqual(granted(null));
    expect((await listLinks(db, camp.eventId)).map((it) => it.id)).toEqual([other]);
    expect((await listOwnLinks(db, ama)).find((it) => it.id === id)?.hidden).toBe(true);
    expect(await reportLink(db, mei, { linkId: id, reason: "Still" }, NOW)).toEqual(refused("not_found"));
    await decideLink(db, crew, id, "show", NOW);
    await reportLink(db, mei, { linkId: id, reason: "Again" }, NOW);
    await decideLink(db, crew, id, "keep", NOW);
    expect(await desk()).toEqual([
      [other, "", false],
      [id, "", false],
    ]);
    expect((await actsOn(id)).map(([act]) => act)).toEqual(
      ["add", "report", "hide", "show", "report", "keep"].map((act) => `${act}_link`),
    );
  });

  it("is nothing to anybody of another camp", async () => {
    const [here, there] = [await gathering(), await gathering()];
    const id = newId();
    await addLink(db, here.ama, id, link(), NOW);
    expect(await decideLink(db, there.crew, id, "hide", NOW)).toEqual(refused("not_found"));
    expect(await reportLink(db, there.ama, { linkId: id, reason: "No" }, NOW)).toEqual(refused("not_found"));
    expect(await listDeskLinks(db, there.crew)).toEqual([]);
    expect(await listLinks(db, here.camp.eventId)).toHaveLength(1);
  });

  it("stays as nobody’s once whoever brought it is forgotten by time", async () => {
    const { camp, ama } = await gathering();
    await addLink(db, ama, newId(), link(), NOW);
    await db.delete(registration).where(eq(registration.id, ama.registrationId));
    expect(await listLinks(db, camp.eventId)).toHaveLength(1);
  });
});
