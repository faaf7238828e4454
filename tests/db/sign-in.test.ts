/** Signing in by mail: nobody learns who is known, nobody is shut out, five tries are five, a token is fresh afterwards. */
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { DEVICES_A_PAGE, endDevice, endDevices, holdTicket, listDevices, startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { spend } from "#db/rate-limit.ts";
import { outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import { limitBucket } from "#db/schema/rate-limit.ts";
import {
  askToSignIn,
  findAsked,
  isLinkGood,
  MINUTES_TO_SIGN_IN,
  mintSignIn,
  signInByCode,
  signInByLink,
  TRIES,
} from "#db/sign-in.ts";
import { findViewer } from "#db/viewer.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import { makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

// A device lives by the clock of the process that reads it.
const now = new Date();
const later = (minutes: number, from = now) => new Date(from.getTime() + minutes * 60_000);
let db: Database;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

async function organiser(email: string) {
  const id = newId();
  await db.insert(person).values({ id, email, name: "Ama Boateng" });
  return id;
}

const browser = async () => (await startDevice(db, {})).id;
const lettersTo = (email: string) => db.$count(outbox, eq(outbox.recipient, email));

/** Asks, and lets the mail go out: its code and its token. */
async function mailed(deviceId: string, email: string, at = now) {
  const asked = await askToSignIn(db, deviceId, email, at);
  if (!asked.ok) throw new Error(asked.refusal);
  return (await mintSignIn(db, asked.value.id, at))!;
}

test("a known address gets one mail whose code signs the asking browser in, under a fresh token", async () => {
  const personId = await organiser("ama@sandwell.example");
  const { id, token } = await startDevice(db, {});
  const asked = await askToSignIn(db, id, " Ama@Sandwell.example ", now);
  expect(asked).toMatchObject({ ok: true, value: { email: "ama@sandwell.example" } });
  expect(await lettersTo("ama@sandwell.example")).toBe(1);
  const mail = (await mintSignIn(db, asked.ok ? asked.value.id : "", now))!;
  expect(mail.code).toMatch(/^\d{6}$/);
  const signedIn = await signInByCode(db, id, mail.code, now);
  if (!signedIn.ok) throw new Error(signedIn.refusal);
  expect((await findViewer(db, token, null)).deviceId).toBeNull();
  expect((await findViewer(db, signedIn.value.token, null)).person?.id).toBe(personId);
  // One mail, one sign-in: neither the code nor the link beside it works again.
  expect(await signInByCode(db, id, mail.code, now)).toEqual({ ok: false, refusal: "code_expired" });
  expect(await signInByLink(db, id, mail.token, now)).toEqual({ ok: false, refusal: "code_expired" });
});

test("a code and a link lead back to the page one came from", async () => {
  await organiser("back@sandwell.example");
  const device = await browser();
  const asked = await askToSignIn(db, device, "back@sandwell.example", now, "/e/canalcamp/me");
  const mail = (await mintSignIn(db, asked.ok ? asked.value.id : "", now))!;
  expect(await signInByLink(db, await browser(), mail.token, now)).toMatchObject({
    value: { next: "/e/canalcamp/me" },
  });
});

test("otherwise the crew go to the desk, and a camper to the page of their newest camp", async () => {
  const [camp, newest] = [
    await makeCamp(db),
    await makeCamp(db, { startsAt: new Date("2026-08-14T08:00:00Z") }),
  ];
  const email = "camper@fife.example";
  for (const at of [newest, camp]) await makePerson(db, at, "waiting", { rank: 1, email });
  const signedIn = async (address: string) => {
    const device = await browser();
    const mail = await mailed(device, address);
    const done = await signInByCode(db, device, mail.code, now);
    return done.ok ? done.value.next : done.refusal;
  };
  expect(await signedIn(email)).toBe(`/e/${newest.slug}/me`);
  await organiser("olu@fife.example");
  expect(await signedIn("olu@fife.example")).toBe("/desk");
  const { personId } = await makeOrganiser(db, camp);
  await makePerson(db, camp, "confirmed", { rank: 2, email: `${personId}@example.org` });
  expect(await signedIn(`${personId}@example.org`)).toBe("/desk");
});

test("an unknown address gets the same answers and no mail, before and after a known one's code ran out", async () => {
  await organiser("known@dvla.example");
  for (const at of [now, later(MINUTES_TO_SIGN_IN + 1)]) {
    const [one, other] = [await browser(), await browser()];
    expect((await askToSignIn(db, one, "nobody@nowhere.example", now)).ok).toBe(true);
    const { code } = await mailed(other, "known@dvla.example");
    const wrong = code === "123456" ? "123457" : "123456";
    expect(await signInByCode(db, one, wrong, at)).toEqual({ ok: false, refusal: "wrong_code" });
    expect(await signInByCode(db, other, wrong, at)).toEqual({ ok: false, refusal: "wrong_code" });
    expect([(await findAsked(db, one, at))?.email, (await findAsked(db, other, at))?.email]).toEqual([
      "nobody@nowhere.example",
      "known@dvla.example",
    ]);
  }
  expect(await lettersTo("nobody@nowhere.example")).toBe(0);
});

test("a code works in no other browser, and a link does", async () => {
  await organiser("mei@dvla.example");
  const [asking, other] = [await browser(), await browser()];
  const { code, token } = await mailed(asking, "mei@dvla.example");
  expect(await signInByCode(db, other, code, now)).toEqual({ ok: false, refusal: "code_expired" });
  expect(await isLinkGood(db, token, now)).toBe(true);
  expect(await isLinkGood(db, token, now)).toBe(true);
  expect((await signInByLink(db, other, token, now)).ok).toBe(true);
});

test("the ten minutes begin when the mail goes out, and after an hour none goes out any more", async () => {
  await organiser("late@dft.example");
  const id = await browser();
  const asked = await askToSignIn(db, id, "late@dft.example", now);
  const signInId = asked.ok ? asked.value.id : "";
  const { code } = (await mintSignIn(db, signInId, later(40)))!;
  expect((await signInByCode(db, id, code, later(49))).ok).toBe(true);
  const again = await askToSignIn(db, id, "late@dft.example", later(60));
  expect(await mintSignIn(db, again.ok ? again.value.id : "", later(121))).toBeNull();
});

describe("guessing", () => {
  test("five tries, however many at once; then even the right code is refused", async () => {
    await organiser("rhys@dft.example");
    const id = await browser();
    const { code } = await mailed(id, "rhys@dft.example");
    const wrong = code === "000000" ? "000001" : "000000";
    const answers = await Promise.all(Array.from({ length: 12 }, () => signInByCode(db, id, wrong, now)));
    const refusals = answers.map((answer) => (answer.ok ? "in" : answer.refusal)).sort();
    expect(refusals.filter((refusal) => refusal === "wrong_code")).toHaveLength(TRIES);
    expect(refusals.filter((refusal) => refusal === "too_many_tries")).toHaveLength(12 - TRIES);
    expect(await signInByCode(db, id, code, now)).toEqual({ ok: false, refusal: "too_many_tries" });
  });

  test("after ten minutes a code and its link are dead", async () => {
    await organiser("jo@shropshire.example");
    const id = await browser();
    const { code, token } = await mailed(id, "jo@shropshire.example");
    const late = later(MINUTES_TO_SIGN_IN);
    expect(await signInByCode(db, id, code, late)).toEqual({ ok: false, refusal: "code_expired" });
    expect(await signInByLink(db, id, token, late)).toEqual({ ok: false, refusal: "code_expired" });
  });
});

describe("a flood", () => {
  const { most } = LIMITS.sign_in_by_address;

  // Without the address's bucket all twenty got their mail.
  test("of strangers to one address sends few mails, however many ask at once, and is not told who is known", async () => {
    await organiser("flooded@leeds.example");
    for (const email of ["flooded@leeds.example", "nobody@leeds.example"]) {
      const devices = await Promise.all(Array.from({ length: 20 }, browser));
      const answers = await Promise.all(devices.map((id) => askToSignIn(db, id, email, now)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(most);
      const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
      expect(new Set(refusals)).toEqual(new Set(["mail_held_back"]));
    }
    expect(await lettersTo("flooded@leeds.example")).toBe(most);
  });

  test("never shuts the owner out: whenever no more is sent, the link in the newest mail still works", async () => {
    await organiser("owner@leeds.example");
    let newest = "";
    for (let minute = 0; minute < 90; minute += 3) {
      const asked = await askToSignIn(db, await browser(), "owner@leeds.example", later(minute));
      if (asked.ok) newest = (await mintSignIn(db, asked.value.id, later(minute)))!.token;
      expect(await isLinkGood(db, newest, later(minute))).toBe(true);
    }
    expect(await lettersTo("owner@leeds.example")).toBeLessThanOrEqual(most + 90 / MINUTES_TO_SIGN_IN);
    expect((await signInByLink(db, await browser(), newest, later(87))).ok).toBe(true);
  });

  test("of strangers leaves the allowance of browsers that act for the address already", async () => {
    const camp = await makeCamp(db);
    const registrationId = await makePerson(db, camp, "confirmed", { rank: 901 });
    const [phone, laptop] = [await browser(), await browser()];
    await holdTicket(db, phone, registrationId);
    const email = "person901@example.org";
    const strangers = await Promise.all(Array.from({ length: most + 1 }, browser));
    for (const id of strangers) await askToSignIn(db, id, email, now);
    expect(await askToSignIn(db, laptop, email, now)).toEqual({ ok: false, refusal: "mail_held_back" });
    expect((await askToSignIn(db, phone, email, now)).ok).toBe(true);
  });

  test("from one browser is refused before anything else is counted", async () => {
    const id = await browser();
    const asks = Array.from({ length: 30 }, (_, i) => askToSignIn(db, id, `invented${i}@x.example`, now));
    const refusals = (await Promise.all(asks)).flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
    expect(refusals).toEqual(Array(30 - LIMITS.sign_in_by_device.most).fill("too_many"));
  });

  test("of invented addresses leaves mail to whoever runs a camp alone, and tells nobody who that is", async () => {
    const camp = await makeCamp(db);
    const { personId } = await makeOrganiser(db, camp);
    const crew = `${personId}@example.org`;
    await organiser("camper@leeds.example");
    await db.delete(limitBucket);
    const all = Array.from({ length: LIMITS.sign_in_everywhere.most }, () =>
      spend(db, [{ limit: "sign_in_everywhere", by: "" }], now),
    );
    await Promise.all(all);
    // Seen to be refused to everybody but the organiser, which told who is one.
    const emails = [crew, "camper@leeds.example", "nobody-at-all@leeds.example"];
    const answers = [];
    for (const email of emails) answers.push(await askToSignIn(db, await browser(), email, now));
    expect(answers).toEqual(emails.map((email) => ({ ok: true, value: { id: expect.any(String), email } })));
    expect(await Promise.all(emails.map(lettersTo))).toEqual([1, 0, 0]);
    await db.delete(limitBucket);
  });
});

test("my devices are listed, and ending one ends its cookie; nobody ends mine", async () => {
  const [mine, theirs] = [await organiser("sian@cardiff.example"), await organiser("colin@leeds.example")];
  const { id, token } = await startDevice(db, { personId: mine, label: "Firefox" });
  expect((await listDevices(db, mine, 1)).items.map((device) => device.id)).toEqual([id]);
  await endDevice(db, theirs, id);
  expect((await findViewer(db, token, null)).person?.id).toBe(mine);
  await endDevice(db, mine, id);
  expect((await findViewer(db, token, null)).person).toBeNull();
});

test("all my devices end at once, but for the one I keep; nobody else's does", async () => {
  const [mine, theirs] = [await organiser("ana@cardiff.example"), await organiser("bob@leeds.example")];
  const own = await Promise.all([1, 2, 3].map(() => startDevice(db, { personId: mine })));
  const other = await startDevice(db, { personId: theirs });
  await endDevices(db, mine, own[1]!.id);
  expect((await listDevices(db, mine, 1)).items.map(({ id }) => id)).toEqual([own[1]!.id]);
  await endDevices(db, mine, null);
  expect((await listDevices(db, mine, 1)).items).toEqual([]);
  expect((await findViewer(db, other.token, null)).person?.id).toBe(theirs);
});

test("many devices are listed a page at a time, last used first, each once", async () => {
  const mine = await organiser("mei@cardiff.example");
  const many = DEVICES_A_PAGE * 2 + 1;
  await db.execute(sql`insert into device (id, token_hash, person_id, created_at, seen_at, expires_at)
    select md5('mei' || n)::uuid, md5('mei' || n), ${mine}, now, now - n / 2 * interval '1 minute', now + interval '1 day'
    from generate_series(1, ${many}::int) n, (select ${new Date().toISOString()}::timestamptz as now) as clock`);
  const pages = await Promise.all([1, 2, 3].map((page) => listDevices(db, mine, page)));
  expect(pages.map(({ items, more }) => [items.length, more])).toEqual([
    [DEVICES_A_PAGE, true],
    [DEVICES_A_PAGE, true],
    [1, false],
  ]);
  expect(await listDevices(db, mine, 99)).toEqual(pages[2]);
  const all = pages.flatMap(({ items }) => items);
  expect(new Set(all.map(({ id }) => id)).size).toBe(many);
  const seen = all.map(({ seenAt }) => seenAt.getTime());
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
});
