/** Where a camp needs a passkey of its crew: who turns it on, what it takes away at once, and the ways back. */
import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type CloneInput, cloneCamp, findEarlier, listEarlier } from "#db/clone.ts";
import type { Database } from "#db/connection.ts";
import { removePasskey, resetPasskeys, resetPasskeysOf } from "#db/passkey/removing.ts";
import { readPasskeyRule, setPasskeyRule } from "#db/passkey/rule.ts";
import { listPasskeys } from "#db/passkey.ts";
import { audit } from "#db/schema/audit.ts";
import { device } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { person, role } from "#db/schema/person.ts";
import { findViewer } from "#db/viewer.ts";
import { listen } from "#db/wake.ts";
import type { Role } from "#domain/permission.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import { mayOf, maySee } from "#domain/viewer.ts";
import { makeCamp, makeOrganiser, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { addKey, type Browser, browserOf, granted, signInWith } from "#tests/support/passkeys.ts";

const now = new Date();
let db: Database;
let url: string;

beforeAll(async () => {
  ({ db, url } = await freshDatabase());
});

type Member = { crew: Organiser; at: Browser };

async function member(camp: { id: string }, ...roles: Role[]): Promise<Member> {
  const crew = await makeOrganiser(db, camp, ...roles);
  return { crew, at: await browserOf(db, crew.personId, now) };
}

/** A camp whose first organiser has used a passkey, with a campmaker who has none. */
async function crewed(phase: "draft" | "tickets" = "tickets") {
  const camp = await makeCamp(db, { phase });
  const olu = await member(camp);
  const { key, token } = await addKey(db, olu.at, now);
  const mo = await member(camp, "campmaker");
  return { camp, olu: { ...olu, at: { ...olu.at, token }, key }, mo };
}

/** Turns it on, having been told what that does. */
async function requireOf({ crew, at }: Member, required = true) {
  const asked = granted(await setPasskeyRule(db, crew, at.deviceId, required, now));
  if (!("asks" in asked)) throw new Error("it was not asked about first");
  granted(await setPasskeyRule(db, crew, at.deviceId, required, now, asked.agreement));
  return asked.asks;
}

/** Takes somebody's away, having been told what that does. @returns what it was asked, or why not */
async function resetOf({ crew, at }: Member, whom: string, deviceId = at.deviceId) {
  const asked = await resetPasskeys(db, crew, deviceId, whom, now);
  if (!asked.ok) return asked.refusal;
  if (!("asks" in asked.value)) throw new Error("it was not asked about first");
  const { asks, agreement } = asked.value;
  const agreed = await resetPasskeys(db, crew, deviceId, whom, now, agreement);
  return agreed.ok ? asks : agreed.refusal;
}

const kindsTo = async ({ crew }: Member) => {
  const mine = eq(outbox.recipient, `${crew.personId}@example.org`);
  const rows = await db.select({ kind: outbox.kind }).from(outbox).where(mine);
  return rows.map(({ kind }) => kind).sort();
};

describe("needing a passkey", () => {
  it("is said first, with who has none, and everybody else is told when it is done and undone", async () => {
    const { camp, olu, mo } = await crewed();
    const asks = await requireOf(olu);
    expect(asks).toEqual([
      { kind: "passkeys_required", crew: 2, without: { names: ["Olu Adeyemi"], more: 0 } },
    ]);
    expect(await readPasskeyRule(db, olu.crew)).toMatchObject({ required: true, crew: 2 });
    expect(await kindsTo(mo)).toEqual(["passkeys_required"]);
    expect(await requireOf(olu, false)).toEqual([{ kind: "passkeys_freed", crew: 2 }]);
    expect(await kindsTo(mo)).toEqual(["passkeys_freed", "passkeys_required"]);
    expect(await kindsTo(olu)).toEqual(["passkey_added"]);
    const entries = await db
      .select({ to: audit.to })
      .from(audit)
      .where(and(eq(audit.eventId, camp.id), eq(audit.act, "passkey_rule")));
    expect(entries.map(({ to }) => to).sort()).toEqual(["off", "on"]);
  });

  it("asks again where somebody joined meanwhile, and does nothing twice", async () => {
    const { camp, olu } = await crewed();
    const asked = granted(await setPasskeyRule(db, olu.crew, olu.at.deviceId, true, now));
    await member(camp, "door");
    const { agreement = "" } = "asks" in asked ? asked : {};
    expect(granted(await setPasskeyRule(db, olu.crew, olu.at.deviceId, true, now, agreement))).toHaveProperty(
      "asks",
    );
    await requireOf(olu);
    expect(granted(await setPasskeyRule(db, olu.crew, olu.at.deviceId, true, now))).toEqual({ done: null });
  });

  it("is turned on by whoever used a passkey in this browser alone: nobody shuts themselves out", async () => {
    const { camp, olu } = await crewed();
    const byMail = await browserOf(db, olu.crew.personId, now);
    const other = await member(camp);
    const no = { ok: false, refusal: "passkey_needed" };
    expect(await setPasskeyRule(db, olu.crew, byMail.deviceId, true, now)).toEqual(no);
    expect(await setPasskeyRule(db, other.crew, other.at.deviceId, true, now)).toEqual(no);
    // Nor in the browser of somebody else who did.
    expect(await setPasskeyRule(db, other.crew, olu.at.deviceId, true, now)).toEqual(no);
  });

  it("is of no demo camp, which has everybody on its crew", async () => {
    const { camp, olu } = await crewed();
    await db.update(event).set({ demo: true }).where(eq(event.id, camp.id));
    expect(await setPasskeyRule(db, olu.crew, olu.at.deviceId, true, now)).toEqual({
      ok: false,
      refusal: "passkey_demo",
    });
  });

  it("is decided by whoever manages the crew by then", async () => {
    const { camp, olu } = await crewed();
    await db.delete(role).where(and(eq(role.eventId, camp.id), eq(role.personId, olu.crew.personId)));
    expect(await setPasskeyRule(db, olu.crew, olu.at.deviceId, true, now)).toEqual({
      ok: false,
      refusal: "not_found",
    });
  });

  it("mails a whole crew no more than so often in a day", async () => {
    const { olu } = await crewed();
    for (let n = 0; n < LIMITS.passkey_rule_by_camp.most; n++) await requireOf(olu, n % 2 === 0);
    const asked = granted(await setPasskeyRule(db, olu.crew, olu.at.deviceId, true, now));
    const { agreement = "" } = "asks" in asked ? asked : {};
    expect(await setPasskeyRule(db, olu.crew, olu.at.deviceId, true, now, agreement)).toEqual({
      ok: false,
      refusal: "too_many",
    });
  });

  it("takes every role there from browsers in which none was used, at that camp alone, and gives them back", async () => {
    const { camp, olu, mo } = await crewed("draft");
    const elsewhere = await makeCamp(db);
    await db.insert(role).values({ eventId: elsewhere.id, personId: mo.crew.personId, role: "organiser" });
    await requireOf(olu);
    const shut = await findViewer(db, mo.at.token, camp.id);
    expect(shut).toMatchObject({ crew: null, needsPasskey: true, person: { id: mo.crew.personId } });
    expect([mayOf(shut.crew, "arrange"), maySee({ phase: "draft" }, shut)]).toEqual([null, false]);
    expect((await findViewer(db, mo.at.token, elsewhere.id)).crew?.roles).toEqual(["organiser"]);
    expect(await findViewer(db, olu.at.token, camp.id)).toMatchObject({ needsPasskey: false });
    const { token } = await addKey(db, mo.at, now);
    const open = await findViewer(db, token, camp.id);
    expect([open.crew?.roles, open.needsPasskey]).toEqual([["campmaker"], false]);
    // The same person in another browser, by mail.
    const byMail = await browserOf(db, mo.crew.personId, now);
    expect((await findViewer(db, byMail.token, camp.id)).crew).toBe(null);
  });

  it("says nothing to whoever is not on the crew", async () => {
    const { camp, olu } = await crewed();
    const stranger = await member(await makeCamp(db));
    await requireOf(olu);
    expect(await findViewer(db, stranger.at.token, camp.id)).toMatchObject({
      crew: null,
      needsPasskey: false,
    });
  });

  it("has the open screens of the whole crew ask again", async () => {
    const { olu, mo } = await crewed();
    const heard: string[] = [];
    let listens: () => void = () => undefined;
    const listening = new Promise<void>((resolve) => {
      listens = resolve;
    });
    const ear = listen(db, url, (id, about) => about === "standing" && heard.push(id), listens);
    await listening;
    await requireOf(olu);
    await expect.poll(() => [...heard].sort()).toEqual([olu.crew.personId, mo.crew.personId].sort());
    await ear.end();
  });
});

describe("taking somebody's passkeys away", () => {
  it("signs them out everywhere, lets their mailbox add one again, and is told and logged", async () => {
    const { camp, olu, mo } = await crewed();
    const { key } = await addKey(db, mo.at, now);
    await requireOf(olu);
    const whom = mo.crew.personId;
    expect(granted(await resetPasskeys(db, olu.crew, olu.at.deviceId, whom, now))).toHaveProperty("asks");
    expect((await listPasskeys(db, mo.at)).length).toBe(1);
    expect(await resetOf(olu, whom)).toEqual([{ kind: "passkeys_reset", id: whom, name: "Olu Adeyemi" }]);
    expect(await db.$count(device, eq(device.personId, mo.crew.personId))).toBe(0);
    const { deviceId } = await browserOf(db, mo.crew.personId, now);
    expect(await signInWith(db, deviceId, key, now)).toEqual({ ok: false, refusal: "passkey_unknown" });
    const at = { personId: mo.crew.personId, deviceId };
    const { token } = await addKey(db, at, now);
    expect((await findViewer(db, token, camp.id)).crew?.roles).toEqual(["campmaker"]);
    expect(await kindsTo(mo)).toContain("passkeys_reset");
    const mine = and(eq(audit.act, "reset_passkeys"), eq(audit.subjectId, mo.crew.personId));
    expect(await db.$count(audit, mine)).toBe(1);
  });

  it("takes a passkey oneself, is not of one's own nor of the owner, and not where they help to run another camp", async () => {
    const { camp, olu, mo } = await crewed();
    await addKey(db, mo.at, now);
    await requireOf(olu);
    const byMail = await browserOf(db, olu.crew.personId, now);
    expect(await resetOf(olu, mo.crew.personId, byMail.deviceId)).toBe("passkey_needed");
    expect(await resetOf(olu, olu.crew.personId)).toBe("own_passkeys");
    const stranger = await member(await makeCamp(db));
    expect(await resetOf(olu, stranger.crew.personId)).toBe("not_found");
    const owner = await member(camp);
    await db.update(person).set({ owner: true }).where(eq(person.id, owner.crew.personId));
    expect(await resetOf(olu, owner.crew.personId)).toBe("owner_stays");
    const elsewhere = await makeCamp(db);
    await db.insert(role).values({ eventId: elsewhere.id, personId: mo.crew.personId, role: "door" });
    expect(await resetOf(olu, mo.crew.personId)).toBe("passkey_elsewhere");
    expect((await listPasskeys(db, mo.at)).length).toBe(1);
    // Whoever tries a demo puts whom they like on its crew.
    await db.update(event).set({ demo: true }).where(eq(event.id, elsewhere.id));
    expect(await resetOf(olu, mo.crew.personId)).toHaveLength(1);
    await addKey(db, await browserOf(db, mo.crew.personId, now), now);
    await db.update(event).set({ demo: false }).where(eq(event.id, elsewhere.id));
    await db.insert(role).values({ eventId: elsewhere.id, personId: olu.crew.personId, role: "organiser" });
    expect(await resetOf(olu, mo.crew.personId)).toHaveLength(1);
  });

  it("is of no camp that needs none, whose crew is whoever was put on it, and of no demo", async () => {
    const { camp, olu, mo } = await crewed();
    await addKey(db, mo.at, now);
    expect(await resetOf(olu, mo.crew.personId)).toBe("passkey_not_asked");
    await db.update(event).set({ passkeyRequired: true, demo: true }).where(eq(event.id, camp.id));
    expect(await resetOf(olu, mo.crew.personId)).toBe("passkey_not_asked");
    expect((await listPasskeys(db, mo.at)).length).toBe(1);
  });

  it("is done no more than so often in a day", async () => {
    const { olu, mo } = await crewed();
    await requireOf(olu);
    const again = async () => {
      await addKey(db, await browserOf(db, mo.crew.personId, now), now);
      return resetOf(olu, mo.crew.personId);
    };
    for (let n = 0; n < LIMITS.passkey_reset_by_camp.most; n++) expect(await again()).toHaveLength(1);
    expect(await again()).toBe("too_many");
  });

  it("is done by whoever runs the server for anybody", async () => {
    const { olu } = await crewed();
    await requireOf(olu);
    const email = `${olu.crew.personId}@example.org`;
    expect(await resetPasskeysOf(db, "nobody@example.org", now)).toBe(null);
    expect(await resetPasskeysOf(db, email, now)).toBe(1);
    expect(await resetPasskeysOf(db, email, now)).toBe(0);
    expect(await kindsTo(olu)).toEqual(["passkey_added", "passkeys_reset"]);
    const again = await browserOf(db, olu.crew.personId, now);
    await addKey(db, again, now);
  });
});

it("comes along to a camp that is started from this one, by whoever used a passkey", async () => {
  const { camp, olu } = await crewed();
  await requireOf(olu);
  const { slug } = camp;
  const owner = async (token: string) => {
    await db.update(person).set({ owner: true }).where(eq(person.id, olu.crew.personId));
    return (await findViewer(db, token, null)).owner!;
  };
  const input: CloneInput = {
    ...{ slug: "next-one", name: "Next", strapline: "", place: "Leeds", day: "2027-07-14" },
    ...{ doors: "09:00", zone: "Europe/London", capacity: 100, crew: false },
  };
  const byMail = await owner((await browserOf(db, olu.crew.personId, now)).token);
  expect(await cloneCamp(db, byMail, slug, input, now)).toEqual({ ok: false, refusal: "passkey_needed" });
  expect([await findEarlier(db, byMail, slug), await listEarlier(db, byMail)]).toEqual([null, []]);
  const used = await owner(olu.at.token);
  expect((await findEarlier(db, used, slug))?.slug).toBe(slug);
  granted(await cloneCamp(db, used, slug, input, now));
  const rows = await db
    .select({ required: event.passkeyRequired })
    .from(event)
    .where(inArray(event.slug, ["next-one"]));
  expect(rows).toEqual([{ required: true }]);
});

it("is taken from a browser with the passkey that was used there", async () => {
  const { camp, olu } = await crewed();
  const [first] = await listPasskeys(db, olu.at);
  const { token } = await addKey(db, olu.at, now);
  await requireOf(olu);
  const second = (await listPasskeys(db, olu.at)).find(({ id }) => id !== first!.id);
  granted(await removePasskey(db, olu.at, second!.id, now));
  expect(await findViewer(db, token, camp.id)).toMatchObject({ crew: null, needsPasskey: true });
});
