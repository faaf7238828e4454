/** What becomes of a form that is not taken. tests/e2e/returned.test.ts sees its page in a browser. */
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it, vi } from "vitest";
import { newId } from "#db/id.ts";
import { Away } from "#db/loss.ts";
import { readStatus } from "#db/registration/status.ts";
import { registration } from "#db/schema/registration.ts";
import { isId } from "#domain/id.ts";
import { registration as words } from "#messages/en/registration.ts";
import { ahead, makeCamp, makePerson, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { answersIn } from "#tests/support/forms.ts";
import { liveServer } from "#tests/support/live.ts";
import { answersFor, type Form, sendForm, tokenOf } from "#tests/support/registering.ts";

const { db, url } = await freshDatabase();
const server = await liveServer(db, url);
afterAll(() => server.close());

const send = (camp: { slug: string }, form: Form) => sendForm(server.origin, camp, form);

describe("a form with mistakes", () => {
  it("comes back with what to mend at its question and everything as it was typed", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const form = {
      ...answersFor(camp, "not an address"),
      ...{ name: " ", photos: "yes", organisation: '"><script>alert(1)</script>' },
      access: "\n</textarea>\n\n  A seat near the door \n",
    };
    const response = await send(camp, form);
    const html = await response.text();
    expect(response.status).toBe(422);
    for (const name of ["name", "email"] as const)
      expect(html).toMatch(new RegExp(`id="${name}-error">.*?${words.errors[name]}`));
    expect(answersIn(html)).toEqual(form);
    expect(html).not.toContain("<script");
    expect(await db.$count(registration, eq(registration.eventId, camp.id))).toBe(0);
  });

  it("is told nothing but what is wrong: no address, no cookie and no log has what was typed", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const camp = await makeCamp(db, { startsAt: ahead() });
    const response = await send(camp, { ...answersFor(camp, "secret-address"), name: "" });
    const { register } = server.live;
    server.live.register = () => Promise.reject(new Error("Failed query: secret-address"));
    const failed = await send(camp, answersFor(camp, "secret-address@example.org"));
    server.live.register = register;
    expect([response.status, failed.status]).toEqual([422, 503]);
    for (const { headers } of [response, failed])
      expect(JSON.stringify([...headers])).not.toMatch(/secret|cookie|location/);
    expect(JSON.stringify(said.mock.calls)).not.toContain("secret");
    said.mockRestore();
  });

  it.each([
    ["name", { name: " \n " }, words.errors.name],
    ["name", { name: "x".repeat(81) }, words.errors.nameLong],
    ["sector", { sectorId: "" }, words.errors.sectorId],
    ["another camp's sector", { sectorId: newId() }, words.errors.sectorId],
    ["access", { access: "x".repeat(1001) }, words.errors.access],
    ["organisation", { organisation: "x".repeat(1001) }, words.errors.organisation],
    ["companions", { companions: "0" }, words.errors.companions],
    ["companionsNote", { companionsNote: "x".repeat(201) }, words.errors.companionsNote],
    ["id", { id: "1" }, words.errors.form],
  ])("names the mistake and keeps it: %s", async (_, change: Record<string, string>, mistake) => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const form = { ...answersFor(camp, "ok@example.org"), ...change };
    const response = await send(camp, form);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain(mistake);
    // A sector that is none of this camp's has no box to be ticked, and a form's wrong name is of no use.
    const { id, sectorId, ...kept } = form;
    expect(answersIn(html)).toMatchObject(kept);
    const again = answersIn(html);
    if (change.id) expect(again.id).not.toBe(id);
    else expect(again.id).toBe(id);
    expect(again.sectorId).toBe("sectorId" in change ? undefined : sectorId);
  });

  it("says all that is wrong at once", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const wrong = { id: newId(), name: "", email: "x", sectorId: "" };
    const long = {
      ...{ organisation: "o".repeat(500), access: "a\n".repeat(2_000), companionsNote: "c".repeat(500) },
      companions: "1",
    };
    const html = await (await send(camp, { ...wrong, ...long })).text();
    const { name, email, sectorId, organisation, access, companionsNote } = words.errors;
    for (const said of [name, email, sectorId, organisation, access, companionsNote])
      expect(html.split(`>${said}<`), said).toHaveLength(3);
    expect(answersIn(html)).toEqual({ id: wrong.id, name: "", email: "x", ...long });
  });

  it("was sent before with another address: it comes back as another form, which is taken", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const form = answersFor(camp, "first@example.org");
    await send(camp, form);
    const response = await send(camp, { ...form, email: "second@example.org" });
    const html = await response.text();
    expect([response.status, html.includes(words.errors.sentBefore)]).toEqual([422, true]);
    expect((await send(camp, answersIn(html))).status).toBe(303);
    expect(await db.$count(registration, eq(registration.eventId, camp.id))).toBe(2);
  });

  it("has an id when it comes back, also where it came without one, so that sending it again and again is one form", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const first = answersIn(await (await send(camp, { ...answersFor(camp, "nobody"), id: "" })).text());
    expect(isId(first.id!)).toBe(true);
    const mended = { ...first, email: "named@example.org" };
    const both = await Promise.all([send(camp, mended), send(camp, mended)]);
    const pages = await Promise.all(both.map((one) => readStatus(db, tokenOf(one), new Date())));
    expect(pages[0]?.registration.id).toBe(pages[1]?.registration.id);
    const rows = await db.select().from(registration).where(eq(registration.email, "named@example.org"));
    expect(rows.map(({ formId }) => formId)).toEqual([first.id]);
  });
});

describe("a form that is refused", () => {
  it("comes back with why, and with all of it, when tickets are not open, the camp is over or the line is full", async () => {
    const { over, past, full } = words.phase;
    const line = await makeCamp(db, { startsAt: ahead(), capacity: 1, lineLimit: 1 });
    await makePerson(db, line, "confirmed", { rank: 101 });
    await makePerson(db, line, "waiting", { rank: 102 });
    for (const [camp, status, said] of [
      [
        await makeCamp(db, { startsAt: ahead(), phase: "closed" }),
        409,
        [over.title, over.why("Testcamp"), over.next],
      ],
      [await makeCamp(db, { startsAt: new Date("2025-07-14T08:00:00Z") }), 410, [past.title, past.next]],
      [line, 409, [full.title, full.why(1), full.next]],
    ] as const) {
      const form = answersFor(camp, "late@example.org");
      const response = await send(camp, form);
      const html = await response.text();
      expect(response.status).toBe(status);
      for (const words of said) expect(html).toContain(words);
      expect(answersIn(html)).toEqual(form);
    }
  });
});

describe("a form that cannot be taken for now", () => {
  const { register } = server.live;
  const failing = async (fault: Error, camp: TestCamp, form: Record<string, string>) => {
    const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
    server.live.register = () => Promise.reject(fault);
    const response = await send(camp, form);
    server.live.register = register;
    quiet.mockRestore();
    return response;
  };

  it.each([
    ["the database is away", new Away("away"), words.again.chosen],
    ["one statement failed", new Error("lock timeout"), "Local government"],
  ])("comes back whole, ready to be sent again, when %s", async (_, fault, sector) => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const form = { ...answersFor(camp, "again@example.org"), id: "", access: "one\ntwo" };
    const response = await failing(fault, camp, form);
    const html = await response.text();
    expect([response.status, html.includes(words.errors.notNow)]).toEqual([503, true]);
    expect(html).toContain(sector);
    const again = answersIn(html);
    expect({ ...again, id: "" }).toEqual(form);
    const both = await Promise.all([send(camp, again), send(camp, again)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await db.$count(registration, eq(registration.eventId, camp.id))).toBe(1);
  });
});
