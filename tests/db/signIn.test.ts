/** Signing in by mail: nobody learns who is known, five tries are five, and a token is fresh afterwards. */
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { endDevice, listDevices, startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import {
  askToSignIn,
  isLinkGood,
  MINUTES_TO_SIGN_IN,
  signInByCode,
  signInByLink,
  TRIES,
} from "#db/signIn.ts";
import { findViewer } from "#db/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";

const now = new Date("2026-07-14T08:00:00Z");
const origin = "https://camp.example";
let db: Database;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

async function organiser(email: string) {
  const id = newId();
  await db.insert(person).values({ id, email, name: "Ama Boateng" });
  return id;
}

async function letter(email: string) {
  const letters = await db.select().from(outbox).where(eq(outbox.recipient, email));
  return letters.at(-1) as { facts: { code: string; link: string } } | undefined;
}

const tokenOf = (link: string) => link.slice(`${origin}/sign-in/`.length);

test("a known address gets one letter whose code signs the asking browser in, under a fresh token", async () => {
  const personId = await organiser("ama@sandwell.example");
  const { id, token } = await startDevice(db, {});
  const asked = await askToSignIn(db, id, { email: " Ama@Sandwell.example ", origin }, now);
  expect(asked).toMatchObject({ ok: true, value: { email: "ama@sandwell.example" } });
  const { facts } = (await letter("ama@sandwell.example"))!;
  expect(facts.code).toMatch(/^\d{6}$/);
  const signedIn = await signInByCode(db, id, facts.code, now);
  if (!signedIn.ok) throw new Error(signedIn.refusal);
  expect((await findViewer(db, token, null)).person).toBeNull();
  expect((await findViewer(db, signedIn.value.token, null)).person?.id).toBe(personId);
  // One letter, one sign-in: neither the code nor the link beside it works again.
  expect(await signInByCode(db, id, facts.code, now)).toEqual({ ok: false, refusal: "code_expired" });
  expect(await signInByLink(db, id, tokenOf(facts.link), now)).toEqual({
    ok: false,
    refusal: "code_expired",
  });
});

test("an unknown address gets the same answers and no letter", async () => {
  const { id } = await startDevice(db, {});
  const asked = await askToSignIn(db, id, { email: "nobody@nowhere.example", origin }, now);
  expect(asked.ok).toBe(true);
  expect(await letter("nobody@nowhere.example")).toBeUndefined();
  expect(await signInByCode(db, id, "123456", now)).toEqual({ ok: false, refusal: "wrong_code" });
});

test("a code works in no other browser, and a link does", async () => {
  await organiser("mei@dvla.example");
  const [asking, other] = [await startDevice(db, {}), await startDevice(db, {})];
  await askToSignIn(db, asking.id, { email: "mei@dvla.example", origin }, now);
  const { facts } = (await letter("mei@dvla.example"))!;
  expect(await signInByCode(db, other.id, facts.code, now)).toEqual({ ok: false, refusal: "code_expired" });
  expect(await isLinkGood(db, tokenOf(facts.link), now)).toBe(true);
  expect(await isLinkGood(db, tokenOf(facts.link), now)).toBe(true);
  expect((await signInByLink(db, other.id, tokenOf(facts.link), now)).ok).toBe(true);
});

describe("guessing", () => {
  test("five tries, however many at once; then even the right code is refused", async () => {
    await organiser("rhys@dft.example");
    const { id } = await startDevice(db, {});
    await askToSignIn(db, id, { email: "rhys@dft.example", origin }, now);
    const { facts } = (await letter("rhys@dft.example"))!;
    const wrong = facts.code === "000000" ? "000001" : "000000";
    const answers = await Promise.all(Array.from({ length: 12 }, () => signInByCode(db, id, wrong, now)));
    const refusals = answers.map((answer) => (answer.ok ? "in" : answer.refusal)).sort();
    expect(refusals.filter((refusal) => refusal === "wrong_code")).toHaveLength(TRIES);
    expect(refusals.filter((refusal) => refusal === "too_many_tries")).toHaveLength(12 - TRIES);
    expect(await signInByCode(db, id, facts.code, now)).toEqual({ ok: false, refusal: "too_many_tries" });
  });

  test("after ten minutes a code and its link are dead", async () => {
    await organiser("jo@shropshire.example");
    const { id } = await startDevice(db, {});
    await askToSignIn(db, id, { email: "jo@shropshire.example", origin }, now);
    const { facts } = (await letter("jo@shropshire.example"))!;
    const late = new Date(now.getTime() + MINUTES_TO_SIGN_IN * 60_000);
    expect(await signInByCode(db, id, facts.code, late)).toEqual({ ok: false, refusal: "code_expired" });
    expect(await signInByLink(db, id, tokenOf(facts.link), late)).toEqual({
      ok: false,
      refusal: "code_expired",
    });
  });

  test("an address is written to ten times an hour at most, from whatever browsers, all at once", async () => {
    const devices = await Promise.all(Array.from({ length: 14 }, () => startDevice(db, {})));
    const answers = await Promise.all(
      devices.map(({ id }) => askToSignIn(db, id, { email: "flooded@leeds.example", origin }, now)),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(10);
    const later = new Date(now.getTime() + 3_600_001);
    const again = await askToSignIn(db, devices[0]!.id, { email: "flooded@leeds.example", origin }, later);
    expect(again.ok).toBe(true);
  });
});

test("my devices are listed, and ending one ends its cookie; nobody ends mine", async () => {
  const [mine, theirs] = [await organiser("sian@cardiff.example"), await organiser("colin@leeds.example")];
  const { id, token } = await startDevice(db, { personId: mine, label: "Firefox" });
  expect((await listDevices(db, mine)).map((device) => device.id)).toEqual([id]);
  await endDevice(db, theirs, id);
  expect((await findViewer(db, token, null)).person?.id).toBe(mine);
  await endDevice(db, mine, id);
  expect((await findViewer(db, token, null)).person).toBeNull();
});
