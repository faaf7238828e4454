import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { changeAnswers, markOfAnswers } from "#db/registration/answers.ts";
import { mintLink } from "#db/registration/link.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { register } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { registration } from "#db/schema/registration.ts";
import { answersOf } from "#domain/registration/answers.ts";
import { formFor, makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

it("changes every answer but the address, and says so in the audit log", async () => {
  const camp = await makeCamp(db);
  const id = await makePerson(db, camp, "confirmed", { rank: 1 });
  const page = await mintLink(db, id, { mailed: false, now: NOON });
  const wanted = {
    ...{ name: "Siân", sectorId: camp.sectorId, organisation: "Cardiff" },
    ...{
      firstTime: false,
      access: "A loop",
      companions: 1,
      companionsNote: "BSL",
      accessAgreed: true,
      photos: false,
    },
  };
  expect(await changeAnswers(db, page, wanted, NOON)).toEqual({ ok: true, value: null });
  const [row] = await db.select().from(registration).where(eq(registration.id, id));
  expect(row).toMatchObject({ ...wanted, email: "person1@example.org", status: "confirmed" });
  expect(await db.$count(audit, eq(audit.act, "change_answers"))).toBe(1);
  const elsewhere = { ...wanted, sectorId: (await makeCamp(db)).sectorId };
  expect(await changeAnswers(db, page, elsewhere, NOON)).toEqual({ ok: false, refusal: "bad_input" });
});

it("changes nothing of somebody whose address was only typed", async () => {
  const camp = await makeCamp(db);
  const id = await makePerson(db, camp, "confirmed", { rank: 2 });
  const typed = await register(db, camp.id, formFor(camp, "person2@example.org"), NOON);
  const token = typed.ok ? typed.value.token : "";
  const { id: _, email: __, ...answers } = formFor(camp, "x@example.org");
  await changeAnswers(db, token, { ...answers, name: "Mallory" }, NOON);
  const [row] = await db.select().from(registration).where(eq(registration.id, id));
  expect(row?.name).toBe("person2");
  expect((await readStatus(db, token, NOON))?.registration.name).toBe("Mallory");
});

// Before, the page of whoever had typed the address said what its reader had corrected, and copied it at the proof.
it("shows nobody but the mailbox's reader what they correct before they confirm", async () => {
  const camp = await makeCamp(db);
  const form = { ...formFor(camp, "victim@example.org"), name: "Mallory" };
  const typed = await register(db, camp.id, form, NOON);
  if (!typed.ok) throw new Error(typed.refusal);
  const mailed = await mintLink(db, typed.value.registrationId, { mailed: true, now: NOON });
  const { id: _, email: __, ...answers } = form;
  await changeAnswers(db, mailed, { ...answers, name: "Vic", access: "Uses a wheelchair" }, NOON);
  const again = await register(db, camp.id, form, NOON);
  const shown = async () => {
    const tokens = [typed.value.token, again.ok ? again.value.token : ""];
    const pages = await Promise.all(tokens.map((token) => readStatus(db, token, NOON)));
    return pages.map((page) => [page?.registration.name, page?.registration.access]);
  };
  expect(await shown()).toEqual([
    ["Mallory", ""],
    ["Mallory", ""],
  ]);
  await confirmByLink(db, mailed, NOON);
  expect(await shown()).toEqual([
    ["Mallory", ""],
    ["Mallory", ""],
  ]);
  expect((await readStatus(db, mailed, NOON))?.registration).toMatchObject({
    name: "Vic",
    status: "confirmed",
  });
});

it("overwrites nothing that the form had not shown, and takes the same again", async () => {
  const camp = await makeCamp(db);
  const id = await makePerson(db, camp, "confirmed", { rank: 4 });
  const token = await mintLink(db, id, { mailed: false, now: NOON });
  const read = async () => (await db.select().from(registration).where(eq(registration.id, id)))[0]!;
  const before = answersOf(await read());
  const shown = markOfAnswers(before, {});
  const save = (name: string, seen: string) => changeAnswers(db, token, { ...before, name }, NOON, {}, seen);
  expect((await save("Amy", shown)).ok).toBe(true);
  expect((await save("Amy", shown)).ok).toBe(true);
  expect(await save("Anna", shown)).toEqual({ ok: false, refusal: "changed_meanwhile" });
  expect((await read()).name).toBe("Amy");
  expect((await save("Anna", markOfAnswers({ ...before, name: "Amy" }, {}))).ok).toBe(true);
  // A page from before this was asked says nothing of what it showed.
  expect((await save("Ann", "")).ok).toBe(true);
});

it("knows a claim by what was typed into it", async () => {
  const camp = await makeCamp(db);
  await makePerson(db, camp, "confirmed", { rank: 5 });
  const typed = await register(db, camp.id, formFor(camp, "person5@example.org"), NOON);
  const token = typed.ok ? typed.value.token : "";
  const { id: _, email: __, ...before } = formFor(camp, "person5@example.org");
  const save = (name: string, seen: string) => changeAnswers(db, token, { ...before, name }, NOON, {}, seen);
  expect((await save("Mallory", markOfAnswers(before, {}))).ok).toBe(true);
  expect(await save("Mal", markOfAnswers(before, {}))).toMatchObject({ refusal: "changed_meanwhile" });
});
