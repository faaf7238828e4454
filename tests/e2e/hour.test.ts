/** The pitching hour from its first pitch to what is counted, as everybody in the room sees it. */
import { and, eq } from "drizzle-orm";
import { listPitches } from "#db/pitch.ts";
import { hand, tally } from "#db/schema/voting.ts";
import { findMiscounted } from "#db/voting/tally.ts";
import { compere as words } from "#messages/en/compere.ts";
import { myPitches } from "#messages/en/my-pitches.ts";
import { pitchDesk } from "#messages/en/pitch-desk.ts";
import { voting } from "#messages/en/voting.ts";
import { yourTurn } from "#messages/en/your-turn.ts";
import { expect, type TestServer, test } from "./fixtures.ts";
import {
  atTheFront,
  counts,
  lookAtPitches,
  meant,
  onTheWall,
  openRoom,
  type Room,
  type Somebody,
  seeNew,
  send,
  setRules,
  step,
  tap,
  told,
  type,
  waiting,
  write,
} from "./hour.ts";
import { handFor } from "./people.ts";

const { together } = myPitches;

const TICKETS = ["Ama", "Bo", "Cleo", "Dai", "Hana", "Ivo", "Jo"];
const BADGES = ["Esi", "Fay", "Gus"];
const HERS = "Short videos";
const HIS = "Video, short and cheap";
const PHONES: readonly (readonly [name: string, title: string])[] = [
  ["Ama", "Gritting at dawn"],
  ["Bo", "Job swaps"],
  ["Cleo", "Weeknotes that people read"],
  ["Esi", "Forms nobody can fill in"],
  ["Fay", "Bins, and who listens"],
  ["Dai", HERS],
  ["Gus", HIS],
];
const TYPED = [
  "Drones over floods",
  "A council on one page",
  "Letters to the editor",
  "The quiet consultation",
];
const ADDED = "Said at the microphone";
const SECOND = "Gritting, a second helping";
const OF_PHONES = PHONES.map(([, title]) => title);
const FIRST = OF_PHONES[0]!;
const TITLES = [...OF_PHONES, ...TYPED, ADDED];

/** Three each, of what phones brought. */
const wants = (n: number) => OF_PHONES.filter((_, t) => (5 * n + 3 * t) % 7 < 3);
const raise = (one: Somebody, ...titles: string[]) =>
  tap(one, ...titles.filter((title) => !one.up.has(title)));
const forEither = ({ people }: Room) => people.filter(({ up }) => up.has(HERS) || up.has(HIS)).length;
const without = (gone: string, all: Record<string, number>) =>
  Object.fromEntries(Object.entries(all).filter(([title]) => title !== gone));

test("twelve pitches of ten phones and the desk are said, merged and parted, and every hand counts once, though the compère’s phone dies", async ({
  server,
  visitor,
}) => {
  const room = await openRoom(server, visitor, { tickets: TICKETS, badges: BADGES });
  const { people, called, desk, wall } = room;
  const [ama, cleo, dai, gus, hana, ivo, jo] = ["Ama", "Cleo", "Dai", "Gus", "Hana", "Ivo", "Jo"].map(called);
  const dan = await room.compere("Dan");
  await Promise.all(PHONES.map(([name, title]) => write(called(name), room, title)));
  for (const [name, title] of PHONES) await send(called(name), title);
  for (const title of TYPED) await type(desk, title, "Kim");
  await Promise.all([hana, ivo, jo].map((one) => lookAtPitches(one!, room)));
  const came = PHONES.length + TYPED.length;
  for (const [n, [name]] of PHONES.entries()) await seeNew(called(name), came - n - 1);

  // As many as they like, and everybody sees how many are up. Jo has none up so far.
  await Promise.all(people.filter((one) => one !== jo).map((one, n) => tap(one, ...wants(n))));
  await raise(hana!, HERS, HIS);
  await raise(ivo!, HIS);
  // The one with more hands is the one that stays.
  await Promise.all(["Bo", "Esi", "Cleo"].map((name) => raise(called(name), HERS)));
  for (const { page } of [jo!, ama!]) await counts(page, meant(room, [...OF_PHONES, ...TYPED]));

  // Shown to whoever has one up.
  await setRules(desk, room, { tally: "after_first" });
  await counts(jo!.page, null);
  await merge(room, gus!, dai!);
  const asOne = () => ({ ...meant(room, [...OF_PHONES, ...TYPED]), [HERS]: forEither(room) });
  await counts(ama!.page, without(HIS, asOne()));
  await tap(hana!, HERS);
  hana!.up.delete(HIS);
  await tap(jo!, HERS);
  for (const { page } of [hana!, ivo!])
    await expect(handFor(page, HERS)).toHaveAttribute("aria-pressed", String(page === ivo!.page));
  await counts(jo!.page, without(HIS, asOne()));

  // One is held, and one is not there.
  await step(dan, words.start);
  await atTheFront([dan, wall], FIRST);
  await dan.getByText(words.add).click();
  await type(dan, ADDED, "Kim");
  await Promise.all(people.filter((one) => one !== gus && one !== dai).map((one) => seeNew(one, 1)));
  await step(dan, words.next);
  await atTheFront([dan, wall], "Job swaps");
  await step(dan, words.hold);
  await atTheFront([dan, wall], "Weeknotes that people read");
  await step(dan, words.away);
  await atTheFront([dan, wall], "Forms nobody can fill in");
  await expect(waiting(dan)).toHaveText([
    ...["Bins, and who listens", "Job swaps", HERS, ...TYPED, ADDED],
    "Weeknotes that people read",
  ]);
  await cleo!.page.getByRole("button", { name: yourTurn.here }).click();
  await expect(waiting(dan).first()).toHaveText("Weeknotes that people read");

  // The press arrives, and its answer does not: whoever goes on from another phone sees where the line is.
  await dan.route("**/desk/pitches/compere", async (route) => {
    await route.fetch().catch(() => undefined);
  });
  await step(dan, words.next);
  await atTheFront([wall], "Weeknotes that people read");
  await dan.context().close();
  const eve = await room.compere("Eve");
  await expect(eve.getByText(/^Last step: Dan/)).toBeVisible();
  await atTheFront([eve], "Weeknotes that people read");
  await step(eve, words.next);
  await atTheFront([eve, wall], "Bins, and who listens");

  // Apart again, with the turn and the hands that each has.
  await dai!.page.getByRole("button", { name: together.partAbout(HIS) }).click();
  await expect(waiting(eve)).toHaveText(["Job swaps", HERS, HIS, ...TYPED, ADDED]);
  await Promise.all(
    people.map((one) => (one === dai || one === gus ? lookAtPitches(one, room) : readApart(one))),
  );
  await counts(gus!.page, meant(room, TITLES));

  // So many each: who has more up takes some down first.
  await setRules(desk, room, { dots: "2", tally: "shown" });
  await Promise.all(["Ama", "Bo", "Fay"].map((name) => spend(called(name))));
  for (const { page } of people) await counts(page, meant(room, TITLES));

  await step(eve, words.next);
  await atTheFront([eve, wall], "Job swaps");
  await step(eve, words.next);
  await atTheFront([eve, wall], HERS);
  await step(eve, words.hold);
  await atTheFront([eve, wall], HIS);
  await step(eve, words.undo);
  for (const title of [HERS, HIS, ...TYPED, ADDED]) {
    if (title !== HERS) await step(eve, words.next);
    await atTheFront([eve, wall], title);
    await onTheWall(wall, meant(room, [title])[title]!);
  }
  await step(eve, words.last);
  await expect(eve.getByText(words.through)).toBeVisible();

  // Everybody had their go: the second round.
  await write(ama!, room, SECOND);
  await send(ama!, SECOND);
  await step(eve, words.start);
  await atTheFront([eve, wall], SECOND);
  await Promise.all(people.filter((one) => one !== ama).map((one) => seeNew(one, 1)));
  await tap(jo!, SECOND);
  await onTheWall(wall, 1);

  // Kept from everybody until hands are closed.
  await setRules(desk, room, { tally: "after_closed" });
  for (const { page } of people) await counts(page, null);
  await onTheWall(wall, null);
  await expect(eve.getByText(pitchDesk.kept, { exact: true })).toBeVisible();
  await Promise.all(people.map((one, n) => tap(one, n % 3 === 0 ? SECOND : ADDED, TYPED[n % 4]!)));
  for (const one of people) expect(await told(one)).toEqual(one.up);
  await desk.goto(`/e/${room.camp.slug}/desk/pitches`);
  await desk.getByRole("button", { name: pitchDesk.hands.close }).click();
  const all = meant(room, [...TITLES, SECOND]);
  for (const { page } of people) await counts(page, all);
  await onTheWall(wall, all[SECOND]!);
  await kept(server, room, all);
});

/** What the database holds is what phones were told, and it is counted once. */
async function kept({ db }: TestServer, { camp, people }: Room, all: Record<string, number>): Promise<void> {
  const titles = new Map((await listPitches(db, camp.eventId)).map(({ id, title }) => [id, title]));
  for (const { registrationId, up } of people) {
    const mine = and(eq(hand.registrationId, registrationId), eq(hand.up, true));
    const raised = await db.select().from(hand).where(mine);
    expect(raised.map(({ pitchId }) => titles.get(pitchId)).sort()).toEqual([...up].sort());
  }
  const counted = await db.select().from(tally).where(eq(tally.eventId, camp.eventId));
  const hands = Object.fromEntries(counted.map(({ pitchId, hands }) => [titles.get(pitchId), hands]));
  expect({ ...Object.fromEntries(Object.keys(all).map((title) => [title, 0])), ...hands }).toEqual(all);
  expect(await findMiscounted(db, camp.eventId)).toEqual([]);
}

/** One asks on their page, and the other says yes on theirs. */
async function merge({ camp }: Room, asks: Somebody, agrees: Somebody): Promise<void> {
  await asks.page.goto(`/e/${camp.slug}/me`);
  await asks.page.getByRole("button", { name: together.askAbout(HERS) }).click();
  await expect(asks.page.getByText(together.asked(HERS))).toBeVisible();
  await agrees.page.goto(`/e/${camp.slug}/me`);
  await agrees.page.getByRole("button", { name: together.yesAbout(HIS) }).click();
  await expect(agrees.page.getByText(together.holds(HIS, asks.name))).toBeVisible();
}

/** Reads that two are apart, where a hand of theirs is up for either, and sees the one that is back. */
async function readApart(one: Somebody): Promise<void> {
  const { regrouped } = voting;
  if (one.up.has(HERS) || one.up.has(HIS)) {
    await expect(one.page.getByText(regrouped.apart(HIS, HERS))).toBeVisible();
    await one.page.getByRole("button", { name: regrouped.dismiss, exact: true }).click();
  }
  await seeNew(one, 1);
}

/** Tries one more than there are, then takes all but one down and raises another. */
async function spend(one: Somebody): Promise<void> {
  const { page, up } = one;
  const more = OF_PHONES.find((title) => !up.has(title))!;
  await expect(page.getByText(voting.dots.none)).toBeVisible();
  await handFor(page, more).click();
  await expect(page.getByText(voting.dots.spent)).toBeVisible();
  await expect(handFor(page, more)).toHaveAttribute("aria-pressed", "false");
  await tap(one, ...[...up].slice(1), more);
  await expect(page.getByText(voting.dots.none)).toBeVisible();
}
