/** What the door says to a ticket that its list does not have, with and without a network. */
import { generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import { answerScan } from "#components/door/answer-scan.ts";
import { DoorPhone } from "#components/door/phone.ts";
import type { Refusal } from "#components/door/phone-state.ts";
import { inMemory } from "#components/door/store.ts";
import type { DoorAct } from "#domain/door/check-in.ts";
import type { Guest } from "#domain/door/guest.ts";
import type { DoorNews, DoorReport } from "#domain/door/news.ts";
import { signedText, ticketAddress } from "#domain/ticket.ts";

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const { x = "", y = "" } = pair.publicKey.export({ format: "jwk" });
const point = Buffer.concat([Buffer.of(4), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
const tickets = { eventId: "canal-26", publicKey: point.toString("base64url") };

function ticket(code: string, eventId = tickets.eventId): string {
  const key = { key: pair.privateKey, dsaEncoding: "ieee-p1363" } as const;
  const made = sign("sha256", Buffer.from(signedText(eventId, code)), key).toString("base64url");
  return ticketAddress("https://camps.example", "canal", code, made);
}

const guest = (code: string, out: Guest["out"] = null): Guest => ({
  ...{ id: code.toLowerCase(), name: `Owner of ${code}`, code, firstTime: false },
  ...{ photos: true, badge: false, out, here: null },
});

async function door() {
  const known = [guest("KWT4H7"), guest("FFF4H7", "none")];
  const sent: DoorAct[] = [];
  let away = false;
  let room: number | undefined;
  let clock = 1_000;
  const store = inMemory();
  const send = async (report: DoorReport): Promise<DoorNews | Refusal> => {
    if (away) throw new Error("no network");
    sent.push(...report.acts);
    const taken = report.acts.map(({ id }) => id);
    const whole = report.since === null;
    return {
      ...{ taken, refused: [], whole, people: whole ? known : [], places: known.length, here: 0 },
      ...{ day: { id: "friday", date: "2026-06-05" }, until: clock + 60_000, now: clock, since: clock - 1 },
      tickets: whole ? tickets : null,
      ...(room !== undefined && { room }),
    };
  };
  const made = () => new DoorPhone({ store, now: () => clock++, newId: () => `tap ${clock++}`, send });
  const phone = made();
  phone.callIt("Front");
  await phone.open();
  await phone.kick();
  const scan = (text: string) => answerScan(phone, text, "canal");
  const goAway = async (to: boolean) => {
    away = to;
    await phone.kick();
  };
  const allow = async (many: number) => {
    room = many;
    await phone.kick();
  };
  return { known, sent, phone, scan, goAway, allow, again: made };
}

test("a ticket on the list is answered by the list, signed or printed before there were signatures", async () => {
  const { scan } = await door();
  const welcome = { kind: "welcome", guest: { id: "kwt4h7" } };
  expect(await scan(ticket("KWT4H7"))).toMatchObject(welcome);
  expect(await scan(ticketAddress("https://camps.example", "canal", "KWT4H7", ""))).toMatchObject(welcome);
  expect(await scan("kwt 4h7")).toMatchObject(welcome);
  expect(await scan(ticket("FFF4H7"))).toMatchObject({ kind: "not_on_list", why: "none" });
});

test("without a network a real ticket that is not on the list is welcome, and a guess is none of ours", async () => {
  const { scan, goAway } = await door();
  await goAway(true);
  expect(await scan(ticket("RRR4H7"))).toEqual({ kind: "welcome", guest: null, code: "RRR4H7" });
  const guess = ticket("RRR4H7").replace("RRR4H7", "RRR4H9");
  expect(await scan(guess)).toMatchObject({ kind: "not_on_list", why: "no_ticket" });
  expect(await scan(ticket("RRR4H7", "other-camp"))).toMatchObject({ why: "no_ticket" });
  // A typed code carries no signature, and neither does an old ticket.
  expect(await scan("RRR4H7")).toMatchObject({ kind: "not_on_list", why: "unknown" });
});

test("whoever was let in so is in once, over a reload too, and becomes a check-in when the list has them", async () => {
  const { known, sent, phone, scan, goAway, again } = await door();
  await goAway(true);
  phone.letInUnlisted("RRR4H7");
  phone.letInUnlisted("RRR4H7");
  expect(phone.state.here).toBe(1);
  expect(await scan(ticket("RRR4H7"))).toMatchObject({
    kind: "already",
    code: "RRR4H7",
    here: { door: "Front" },
  });
  const later = again();
  await later.open();
  expect([later.state.unlisted.length, later.state.here]).toEqual([1, 1]);
  known.push(guest("RRR4H7"));
  await goAway(false);
  await later.kick();
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(sent[0]).toMatchObject({ registrationId: "rrr4h7", kind: "in", door: "Front" });
  expect([phone, later].map(({ state }) => [state.unlisted, state.unsent, state.nobodys])).toEqual([
    [[], [], []],
    [[], [], []],
  ]);
});

test("taken back before the network comes, nobody was let in", async () => {
  const { known, sent, phone, goAway } = await door();
  await goAway(true);
  phone.letInUnlisted("RRR4H7");
  phone.undoUnlisted("RRR4H7");
  expect(phone.state.here).toBe(0);
  known.push(guest("RRR4H7"));
  await goAway(false);
  expect(sent).toEqual([]);
});

test("a code that turns out to be nobody's is told, and asked for no more", async () => {
  const { sent, phone, goAway } = await door();
  await goAway(true);
  phone.letInUnlisted("RRR4H7");
  await goAway(false);
  expect(phone.state).toMatchObject({ nobodys: ["RRR4H7"], unlisted: [], here: 0 });
  phone.heard();
  expect(phone.state.nobodys).toEqual([]);
  expect(sent).toEqual([]);
});

test("with a network the list is fetched anew before anybody is let in by a signature", async () => {
  const { known, scan } = await door();
  expect(await scan(ticket("RRR4H7"))).toMatchObject({ kind: "not_on_list", why: "gone" });
  known.push(guest("RRR4H7"));
  expect(await scan(ticket("RRR4H7"))).toMatchObject({ kind: "welcome", guest: { id: "rrr4h7" } });
});

test("without a network somebody who waited is welcome by a real ticket, and by no other", async () => {
  const { known, phone, scan, goAway } = await door();
  known.push(guest("HHH4H7", "waiting"));
  await phone.refresh();
  expect(await scan(ticket("HHH4H7"))).toMatchObject({ kind: "not_on_list", why: "waiting" });
  await goAway(true);
  expect(await scan(ticket("HHH4H7"))).toEqual({ kind: "welcome", guest: null, code: "HHH4H7" });
  expect(await scan("HHH4H7")).toMatchObject({ kind: "not_on_list", why: "waiting" });
  const other = ticket("HHH4H7", "other-camp");
  expect(await scan(other)).toMatchObject({ kind: "not_on_list", why: "waiting" });
  // A ticket whose place was given back is real as well.
  expect(await scan(ticket("FFF4H7"))).toMatchObject({ kind: "not_on_list", why: "none" });
  phone.letInUnlisted("HHH4H7");
  expect(await scan(ticket("HHH4H7"))).toMatchObject({ kind: "already", code: "HHH4H7" });
});

test("without a network a real ticket is welcome only while there is room, and who leaves makes some", async () => {
  const { phone, scan, goAway, allow } = await door();
  await allow(1);
  await goAway(true);
  expect(await scan(ticket("RRR4H7"))).toMatchObject({ kind: "welcome" });
  phone.letInUnlisted("RRR4H7");
  expect(await scan(ticket("WWW4H7"))).toEqual({ kind: "not_on_list", guest: null, why: "full" });
  expect(await scan(ticket("KWT4H7"))).toMatchObject({ kind: "not_on_list", why: "full" });
  phone.undoUnlisted("RRR4H7");
  phone.letIn("kwt4h7");
  expect(await scan(ticket("RRR4H7"))).toMatchObject({ why: "full" });
  phone.leaves("kwt4h7");
  expect(await scan(ticket("RRR4H7"))).toMatchObject({ kind: "welcome" });
});
