/** What is done by or to people, one or several, by the commands of their pages; each returns what it is with cards. */
import { and, eq, isNull } from "drizzle-orm";
import { expect } from "vitest";
import { markBounced } from "#db/mail-bounce.ts";
import { moveByHand } from "#db/people.ts";
import { sayComing as answerRound } from "#db/reconfirmation/answer.ts";
import { acceptOffer, declineOffer, giveBack, leaveLine, rejoinLine } from "#db/registration/answer.ts";
import { offerByHand as offerToChosen, previewOffers } from "#db/registration/hand-offer.ts";
import { mintLink } from "#db/registration/link.ts";
import { mergePeople, previewMerge } from "#db/registration/merging.ts";
import { endPause, pauseTurn } from "#db/registration/pause.ts";
import { rejoinPaused } from "#db/registration/rejoining.ts";
import { standBy } from "#db/registration/standby.ts";
import { takeBack } from "#db/registration/taking-back.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { register } from "#db/registration.ts";
import {
  beginTogether,
  divideTogether,
  joinTogether as joinGroup,
  leaveTogether,
  readTogether,
} from "#db/release/together.ts";
import { readEntry } from "#db/release.ts";
import { audit } from "#db/schema/audit.ts";
import { transfer } from "#db/schema/transfer.ts";
import { beginTransfer, callBack } from "#db/transfer/giving.ts";
import { acceptTransfer, declineTransfer, mintTransfer } from "#db/transfer/receiving.ts";
import { formFor } from "../camp.ts";
import { beat, DEEDS, pauseDay } from "../line-model.ts";
import { told } from "../transfer.ts";
import type { Act } from "./acts.ts";
import { byTurn, is, ready } from "./card.ts";
import { agreeing, REASON, type WithCards } from "./commands.ts";
import { handOn, merge, offerByHand, putBackFor, takeOver } from "./dealings.ts";
import { joinTogether } from "./draw.ts";
import { fits, free } from "./table.ts";
import { emailOf, factsOf, type World } from "./world.ts";

type Of<K extends string> = Extract<Act, Record<K, unknown>>;
const NOTHING: WithCards = () => undefined;

export async function doDeed(world: World, { deed, who }: Of<"deed">): Promise<WithCards> {
  const { db, camp, sectors, organiser, table } = world;
  const card = table.cards[who]!;
  const { id } = card;
  const now = new Date(table.now);
  const email = emailOf(who);
  const withCard: WithCards = () => DEEDS[deed](table, card);
  if (deed === "register") {
    await register(db, camp.id, { ...formFor(camp, email), ...factsOf(who, sectors) }, now);
    return withCard;
  }
  if (id === "") return NOTHING;
  const byHand = (move: "remove" | "put_back_in_line" | "confirm", agrees = false) =>
    agreeing((agreed) => moveByHand(db, organiser, id, move, REASON, now, agreed), agrees);
  const mail = { eventId: camp.id, recipient: email, facts: { registrationId: id } };
  const commands: Record<Exclude<typeof deed, "register">, () => Promise<unknown>> = {
    verify: async () => confirmByLink(db, await mintLink(db, id, { mailed: true, now }), now),
    bounce: () => db.transaction((tx) => markBounced(tx, mail as Parameters<typeof markBounced>[1], now)),
    accept: () => acceptOffer(db, id, now),
    decline: () => declineOffer(db, id, now),
    give_back: () => giveBack(db, id, now),
    take_back: () => takeBack(db, id, now),
    leave: () => leaveLine(db, id, now),
    rejoin: () => rejoinLine(db, id, now),
    rejoin_paused: () => rejoinPaused(db, id, pauseDay(table), now),
    pause: () => pauseTurn(db, id, pauseDay(table), now),
    end_pause: () => endPause(db, id, now),
    stand_by: () => standBy(db, id, { named: false }, now),
    stand_down: () => standBy(db, id, null, now),
    say_yes: () => answerRound(db, id, "yes", now),
    say_unsure: () => answerRound(db, id, "unsure", now),
    call_back: () => callBack(db, id, now),
    enter_alone: () => leaveTogether(db, id, now),
    may_be_divided: () => divideTogether(db, id, true, now),
    may_not_be_divided: () => divideTogether(db, id, false, now),
    remove: () => byHand("remove"),
    put_back_in_line: () => byHand("put_back_in_line", true),
    confirm: () => byHand("confirm"),
    confirm_over: () => byHand("confirm", true),
  };
  await commands[deed]();
  return withCard;
}

export async function doBetween(world: World, { between, who, other }: Of<"between">): Promise<WithCards> {
  const { db, organiser, table } = world;
  const [card, theirs] = [table.cards[who]!, table.cards[other]!];
  const now = new Date(table.now);
  if (card.id === "") return NOTHING;
  if (between === "hand_on") {
    const to = { name: "Ama", email: emailOf(other) };
    if ((await beginTransfer(db, card.id, to, now)).ok) await keepToken(world, who, other);
    return () => handOn(table, card, theirs);
  }
  if (theirs.id === "") return NOTHING;
  if (between === "merge") {
    const seen = await previewMerge(db, organiser, card.id, theirs.id);
    const pair = { stays: card.id, goes: theirs.id, mark: seen?.mark ?? "", reason: REASON };
    await mergePeople(db, organiser, pair, now);
    return () => merge(table, card, theirs);
  }
  if (between === "put_back_for") {
    const back = (agreed?: string) =>
      moveByHand(db, organiser, card.id, "put_back_in_line", REASON, now, agreed, theirs.id);
    await agreeing(back);
    return () => putBackFor(table, card, theirs);
  }
  // Whoever left the draw has no code to tell, though their group may have.
  const begun = await beginTogether(db, theirs.id, now);
  const entry = await readEntry(db, theirs.id);
  const group = entry && (await readTogether(db, entry.id));
  if (begun.ok && group && who !== other) await joinGroup(db, card.id, group.code, now);
  return () => joinTogether(table, card, theirs);
}

/** As the mail that goes out about it would say it. */
async function keepToken({ db, table, transfers }: World, who: number, to: number): Promise<void> {
  const giver = table.cards[who]!;
  const mine = and(eq(transfer.giverId, giver.id), isNull(transfer.endedAt));
  const [open] = await db.select().from(transfer).where(mine);
  const token = await db.transaction((tx) => mintTransfer(tx, open!.id));
  transfers.set(giver, { id: open!.id, token: token!, to });
}

/** Of the places that were ever on their way, the newest of each giver. */
export async function doTransfer(world: World, { transfer: what, nth }: Of<"transfer">): Promise<WithCards> {
  const { db, camp, sectors, table, transfers } = world;
  const [giver, mailed] = [...transfers][nth % Math.max(1, transfers.size)] ?? [];
  if (!giver || !mailed) return NOTHING;
  const now = new Date(table.now);
  if (what === "take_over") {
    await acceptTransfer(db, mailed.token, { ...told(camp), ...factsOf(mailed.to, sectors) }, now);
    return () => takeOver(table, giver);
  }
  if (what === "turn_down") await declineTransfer(db, mailed.token, now);
  else {
    const mail = { eventId: camp.id, recipient: emailOf(mailed.to), facts: { transferId: mailed.id } };
    await db.transaction((tx) => markBounced(tx, mail as Parameters<typeof markBounced>[1], now));
  }
  return () => {
    giver.handsTo = null;
  };
}

/** Whoever waited before them, could have had a place and has none afterwards was passed over, which is in the log. */
export async function offerSome(world: World, { offers, agreed }: Of<"offers">): Promise<WithCards> {
  const { db, organiser, table } = world;
  const chosen = offers.map((who) => table.cards[who]!).filter(({ id }) => id !== "");
  const ids = chosen.map(({ id }) => id);
  const now = new Date(table.now);
  const seen = await previewOffers(db, organiser, ids, now);
  const mark = seen.ok ? seen.value.mark : "";
  await agreeing(
    (agreement) => offerToChosen(db, organiser, { ids, reason: REASON, mark }, now, agreement),
    agreed,
  );
  const at = and(eq(audit.eventId, world.camp.id), eq(audit.act, "pass_over"), eq(audit.at, now));
  const log = await db.select().from(audit).where(at);
  return () => {
    // Where more are offered than are free, the limits alone keep somebody out.
    const more = chosen.filter(ready).length > free(table) ? Number.POSITIVE_INFINITY : 0;
    const before = table.cards.filter((card) => ready(card) && fits(table, card, [], more)).sort(byTurn);
    const offered = offerByHand(table, chosen, agreed);
    const last = Math.max(...offered.map(({ turn }) => turn));
    beat(table);
    const passed = before.filter((card) => card.turn < last && is(card, "waiting"));
    expect(log.map(({ subjectId }) => subjectId).sort()).toEqual(passed.map(({ id }) => id).sort());
  };
}
