import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { readOwnMore } from "#db/question/answers.ts";
import { countPlaces } from "#db/registration/place.ts";
import { readStatus } from "#db/registration/status.ts";
import { ticket } from "#db/schema/device.ts";
import { outbox } from "#db/schema/mail.ts";
import { question } from "#db/schema/question.ts";
import { registration } from "#db/schema/registration.ts";
import { cookieName } from "#domain/cookie.ts";
import { fieldOf } from "#domain/question.ts";
import { NO_NEEDS } from "#domain/registration/answers.ts";
import { common } from "#messages/en/common.ts";
import { refusal } from "#messages/en/refusal.ts";
import { registration as words } from "#messages/en/registration.ts";
import { ahead, makeCamp, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { answersIn } from "#tests/support/forms.ts";
import { liveServer } from "#tests/support/live.ts";
import { answersFor, type Form, sendForm, tokenOf } from "#tests/support/registering.ts";

const { db, url } = await freshDatabase();
const server = await liveServer(db, url);
afterAll(() => server.close());

const send = (camp: { slug: string }, form: Form, headers = {}) =>
  sendForm(server.origin, camp, form, headers);
const rowOf = async (email: string) =>
  (await db.select().from(registration).where(eq(registration.email, email)))[0];

describe("a form that is in order", () => {
  it("is answered with the way to a private page that knows the place", async () => {
    const camp = await makeCamp(db, { startsAt: ahead(), capacity: 1 });
    const response = await send(camp, answersFor(camp, "Priya@Example.org"));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toMatch(new RegExp(`^/e/${camp.slug}/r/[\\w-]{43}$`));
    expect(response.headers.get("cache-control")).toContain("no-store");
    const page = await readStatus(db, tokenOf(response), new Date());
    expect(page).toMatchObject({
      link: { mailed: false },
      registration: { name: "Priya Nair", email: "priya@example.org", status: "held", photos: false },
    });
    expect(await rowOf("priya@example.org")).toMatchObject({
      firstTime: true,
      access: "A seat near the door",
      companions: 1,
      companionsNote: "A guide",
      accessAgreed: true,
    });
  });

  it("says what somebody needs only with their agreement that it is read, and comes back without it", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const { accessAgreed: _, ...form } = answersFor(camp, "silent@example.org");
    const response = await send(camp, form);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(words.errors.accessAgreed);
    expect(await rowOf("silent@example.org")).toBeUndefined();
    const alone = { companions: "0", companionsNote: "" };
    expect((await send(camp, { ...form, access: "" })).status).toBe(422);
    expect((await send(camp, { ...form, ...alone })).status).toBe(422);
    expect((await send(camp, { ...form, access: "", ...alone })).status).toBe(303);
    expect(await rowOf("silent@example.org")).toMatchObject(NO_NEEDS);
  });

  it("gives the browser no cookie and no ticket before the mailbox is proven", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const response = await send(camp, answersFor(camp, "ama@example.org"));
    expect(response.headers.get("set-cookie")).toBeNull();
    const phone = await startDevice(db, {});
    const cookie = `${cookieName("http:")}=${phone.token}`;
    await send(camp, answersFor(camp, "rhys@example.org"), { cookie });
    expect(await db.$count(ticket, eq(ticket.deviceId, phone.id))).toBe(0);
  });

  it("sent twice registers once, and both answers open the same registration", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const form = answersFor(camp, "twice@example.org");
    const both = await Promise.all([send(camp, form), send(camp, form)]);
    const pages = await Promise.all(both.map((one) => readStatus(db, tokenOf(one), new Date())));
    expect(pages[0]?.registration.id).toBe(pages[1]?.registration.id);
    expect(await db.$count(registration, eq(registration.eventId, camp.id))).toBe(1);
  });
});

describe("a form of a camp that asks questions of its own", () => {
  async function camp(...labels: string[]) {
    const made = await makeCamp(db, { startsAt: ahead() });
    const rows = labels.map((label, position) => ({
      ...{ id: newId(), eventId: made.id, position, kind: "choice" as const, label, choices: ["S", "M"] },
      ...{ purpose: "To order.", keepUntil: "2099-01-01", required: true },
    }));
    await db.insert(question).values(rows);
    return { ...made, fields: rows.map(({ id }) => fieldOf(id)), ids: rows.map(({ id }) => id) };
  }
  const saidBy = async (email: string) => readOwnMore(db, (await rowOf(email))!.id);

  it("is taken with its answers", async () => {
    const asking = await camp("Shirt?");
    const form = { ...answersFor(asking, "shirt@example.org"), [asking.fields[0]!]: "M" };
    expect((await send(asking, form)).status).toBe(303);
    expect(await saidBy("shirt@example.org")).toEqual({ [asking.ids[0]!]: "M" });
  });

  it("open while a question was added comes back with all that was typed, and says what is asked", async () => {
    const asking = await camp("Old?", "New?");
    const [old, added] = asking.fields;
    const form = { ...answersFor(asking, "open@example.org"), [old!]: "S" };
    const answer = await send(asking, form);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(words.more.wrong.missing("New?"));
    expect(answersIn(page)).toMatchObject({ organisation: "Sandwell Council", [old!]: "S" });
    expect(await rowOf("open@example.org")).toBeUndefined();
    expect((await send(asking, { ...answersIn(page), [added!]: "S" })).status).toBe(303);
  });

  it("open while a question was taken away is taken without it", async () => {
    const asking = await camp("Stays?", "Goes?");
    const [stays, goes] = asking.fields;
    await db.delete(question).where(eq(question.id, asking.ids[1]!));
    const form = { ...answersFor(asking, "gone@example.org"), [stays!]: "S", [goes!]: "M" };
    expect((await send(asking, form)).status).toBe(303);
    expect(await saidBy("gone@example.org")).toEqual({ [asking.ids[0]!]: "S" });
  });

  it("that comes back carries on what answers a question that is not shown", async () => {
    const asking = await camp("Goes?");
    await db.delete(question).where(eq(question.id, asking.ids[0]!));
    const form = { ...answersFor(asking, ""), [asking.fields[0]!]: "M" };
    expect(answersIn(await (await send(asking, form)).text())).toMatchObject({ [asking.fields[0]!]: "M" });
  });
});

describe("a form that nobody has named, as a browser without a script sends it", () => {
  const unnamed = (camp: TestCamp, email: string) => ({ ...answersFor(camp, email), id: "" });

  it("is registered, and once however often it is pressed", async () => {
    const camp = await makeCamp(db, { startsAt: ahead(), capacity: 5 });
    const { id: _, ...without } = unnamed(camp, "no-script@example.org");
    const presses = [unnamed(camp, "no-script@example.org"), without, without];
    const answers = await Promise.all(presses.map((form) => send(camp, form)));
    const pages = await Promise.all(answers.map((one) => readStatus(db, tokenOf(one), new Date())));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(pages.map((page) => page!.registration.status))).toEqual(new Set(["held"]));
    expect(await countPlaces(db, camp.id)).toMatchObject({ held: 1, waiting: 0 });
    expect(await db.$count(registration, eq(registration.eventId, camp.id))).toBe(1);
  });
});

describe("a form that is not in order", () => {
  it("takes a NUL for the nothing it is", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const form = { ...answersFor(camp, "nul@example.org"), name: "Mei\0 Tan", access: "quiet\0" };
    expect((await send(camp, form)).status).toBe(303);
    expect(await rowOf("nul@example.org")).toMatchObject({ name: "Mei Tan", access: "quiet" });
  });

  it("is answered with a page to mend, or taken, whatever stands in any of its fields", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const values = [
      "",
      "a\0b",
      "\ud800",
      "\u200b",
      "9".repeat(5_000),
      "0026-07-14",
      "💥\u202e",
      "<script>",
      "a,b",
    ];
    const fields = Object.keys(answersFor(camp, ""));
    for (const [n, field] of fields.entries())
      for (const [m, value] of values.entries()) {
        const form = answersFor(camp, `hostile${n}-${m}@example.org`);
        const { status } = await send(camp, { ...form, [field]: value });
        expect([303, 422], `${field}: ${value.slice(0, 20)}`).toContain(status);
      }
    for (const cast of ["", "\u00a0", "NaN", "1e400", "-1", "9".repeat(400)]) {
      const answer = await fetch(`${server.origin}/live/${camp.slug}/pitches/${newId()}/hand`, {
        method: "PUT",
        headers: { "cast-at": cast },
      });
      expect([401, 422], cast).toContain(answer.status);
    }
  }, 60_000);

  it("takes an address in any script, and signs it in by the same rule", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    expect((await send(camp, answersFor(camp, "max@müller.de"))).status).toBe(303);
    expect((await send(camp, answersFor(camp, "R&D@example.org"))).status).toBe(303);
    expect(await rowOf("max@xn--mller-kva.de")).toBeDefined();
    expect(await rowOf("r&d@example.org")).toBeDefined();
  });

  it("counts a line break once, as a browser does", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const access = `${"x".repeat(990)}${"\r\n".repeat(9)}y`;
    const form = { ...answersFor(camp, "breaks@example.org"), access };
    expect((await send(camp, form)).status).toBe(303);
    expect((await rowOf("breaks@example.org"))?.access).toHaveLength(1000);
  });

  it("is not read when it is something else or too long", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const json = await fetch(`${server.origin}/live/${camp.slug}/registration`, {
      method: "POST",
      body: JSON.stringify(answersFor(camp, "json@example.org")),
      headers: { "content-type": "application/json" },
    });
    const long = await send(camp, { ...answersFor(camp, "long@example.org"), more: "x".repeat(100_000) });
    expect([json.status, long.status]).toEqual([422, 422]);
    expect(await db.$count(registration, eq(registration.eventId, camp.id))).toBe(0);
  });
});

describe("a form that is refused", () => {
  it("answers an address that has registered as it answers any other", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    await send(camp, answersFor(camp, "known@example.org"));
    const [known, unknown] = [
      await send(camp, answersFor(camp, "known@example.org")),
      await send(camp, answersFor(camp, "unknown@example.org")),
    ];
    const shape = ({ status, headers }: Response) => {
      const { location, date: _, ...others } = Object.fromEntries(headers);
      return { status, location: location!.replace(/[\w-]{43}$/, "token"), ...others };
    };
    expect(shape(known)).toEqual(shape(unknown));
    const [one, other] = [
      await readStatus(db, tokenOf(known), new Date()),
      await readStatus(db, tokenOf(unknown), new Date()),
    ];
    const { id: _id, email: _email, ...told } = one!.registration;
    expect(other!.registration).toMatchObject(told);
  });

  it("takes an address that is sent too often, and mails it no more", async () => {
    const camp = await makeCamp(db, { startsAt: ahead() });
    const statuses = [];
    for (let n = 0; n < 8; n += 1)
      statuses.push((await send(camp, answersFor(camp, "flood@example.org"))).status);
    expect(statuses).toEqual(Array(8).fill(303));
    expect(await db.$count(outbox, eq(outbox.recipient, "flood@example.org"))).toBe(6);
  });

  it("lets a venue of five hundred in from one network address, and one browser only so often", async () => {
    const camp = await makeCamp(db, { startsAt: ahead(), capacity: 500 });
    const all = Array.from({ length: 30 }, (_, n) => send(camp, answersFor(camp, `venue${n}@example.org`)));
    expect(new Set((await Promise.all(all)).map(({ status }) => status))).toEqual(new Set([303]));
    const phone = await startDevice(db, {});
    const cookie = `${cookieName("http:")}=${phone.token}`;
    const statuses = [];
    for (let n = 0; n < 22; n += 1)
      statuses.push((await send(camp, answersFor(camp, `one-browser${n}@example.org`), { cookie })).status);
    expect(statuses).toEqual([...Array(20).fill(303), 429, 429]);
    const last = answersFor(camp, "one-browser-more@example.org");
    expect(answersIn(await (await send(camp, last, { cookie })).text())).toEqual(last);
  });

  it("finds no camp where there is none, or only a draft", async () => {
    const draft = await makeCamp(db, { startsAt: ahead(), phase: "draft" });
    const statuses = [
      await send({ slug: "nowhere" }, answersFor(draft, "x@example.org")),
      await send(draft, answersFor(draft, "x@example.org")),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 404]);
  });

  // It was answered with JSON, which a browser shows as it is: nobody sends a form by a script.
  it("says so in a page where the camp was put back to a draft while the form was open, and in words to a program", async () => {
    const camp = await makeCamp(db, { startsAt: ahead(), phase: "draft" });
    const form = answersFor(camp, "x@example.org");
    const page = await send(camp, form, { accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
    expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    expect(page.headers.get("cache-control")).toContain("no-store");
    const text = await page.text();
    for (const said of [common.notFound.title, common.notFound.why, common.notFound.next])
      expect(text).toContain(said);
    const told = await send(camp, form, { accept: "application/json" });
    expect([told.status, await told.json()]).toEqual([404, { refusal: "not_found", ...refusal.not_found }]);
    expect(await rowOf("x@example.org")).toBeUndefined();
  });
});

it("sends whoever asks for its address to the form, and takes nothing else", async () => {
  const camp = await makeCamp(db, { startsAt: ahead() });
  const at = `${server.origin}/live/${camp.slug}/registration`;
  const asked = await fetch(at, { redirect: "manual" });
  expect([asked.status, asked.headers.get("location")]).toEqual([303, `/e/${camp.slug}/register`]);
  const put = await fetch(at, { method: "PUT" });
  expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, POST"]);
});
