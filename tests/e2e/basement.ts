/** Three who tap and one who pitches where the network fails them, and what is counted of it in the end. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import type { Database } from "#db/connection.ts";
import { bringPitchFor, listPitches } from "#db/pitch.ts";
import { pitch } from "#db/schema/pitch.ts";
import { hand, tally } from "#db/schema/voting.ts";
import { ahead } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { expect, type Visitor } from "./fixtures.ts";
import { handFor } from "./people.ts";
import { be } from "./screens.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
/** What a browser says by itself when its network fails it. */
const NO_NETWORK = [/Failed to load resource/, /ERR_/, /Failed to fetch/];
const TITLES = Array.from({ length: 8 }, (_, n) => `What gritter ${"ABCDEFGH"[n]} taught us`);
const HIS = "Salt, and where it goes";

/** Who taps what, and how long they wait before, in milliseconds. */
const taps = (number: number) =>
  fc.sample(
    fc.record({
      phone: fc.nat({ max: 2 }),
      title: fc.nat({ max: TITLES.length - 1 }),
      wait: fc.nat({ max: 900 }),
    }),
    { numRuns: number, seed: 4 },
  );

export type BadNetwork = {
  origin: string;
  /** How it is from the first tap on. */
  worsen(): void;
  die(): void;
  revive(): void;
  /** How long nothing comes through after the last tap without a network. */
  nothingMs: number;
};

/** Taps before, in and after a time of nothing, pitches in it, and holds the database against what was tapped. */
export async function tapThrough(
  db: Database,
  visitor: Visitor,
  { origin, worsen, die, revive, nothingMs }: BadNetwork,
): Promise<void> {
  const camp = await pitchingCamp(db, "pitching", ahead());
  const dan = await organiser(db, camp);
  for (const title of TITLES) await bringPitchFor(db, dan, pitchForm(title), ["Rhys"], MORNING);
  const people = [
    await camper(db, camp, "Ama"),
    await camper(db, camp, "Ben"),
    await camper(db, camp, "Ceri"),
  ];
  const phones = await Promise.all(
    people.map(async (who) => {
      const phone = await visitor({ ...PHONE, allow: NO_NETWORK, baseURL: origin });
      await be(phone, origin, await deviceOf(db, who));
      await phone.goto(`/e/${camp.slug}/pitches`);
      await expect(phone.getByText("Live", { exact: true })).toBeVisible();
      return phone;
    }),
  );
  const pitching = await visitor({ ...PHONE, allow: NO_NETWORK, baseURL: origin });
  await be(pitching, origin, await deviceOf(db, await camper(db, camp, "Dai")));
  await pitching.goto(`/e/${camp.slug}/pitch`, { waitUntil: "networkidle" });
  await pitching.getByLabel("What’s it about?").fill(HIS);
  const up = people.map(() => new Set<string>());
  const tap = async ({ phone, title, wait }: ReturnType<typeof taps>[number]) => {
    const [name, whose] = [TITLES[title]!, up[phone]!];
    await sleep(wait);
    await handFor(phones[phone]!, name).click();
    if (!whose.delete(name)) whose.add(name);
    await expect(handFor(phones[phone]!, name)).toHaveAttribute("aria-pressed", String(whose.has(name)));
  };
  const [before, meanwhile, after] = [taps(20), taps(32).slice(20), taps(44).slice(32)];

  worsen();
  const pitched = pitchAgainAndAgain(pitching);
  for (const one of before) await tap(one);
  die();
  for (const one of meanwhile) await tap(one);
  await sleep(nothingMs);
  revive();
  for (const one of after) await tap(one);
  for (const phone of phones)
    await expect(phone.locator('[data-state="sending"], [data-state="queued"]')).toHaveCount(0, {
      timeout: 60_000,
    });

  await pitched;

  const ids = new Map((await listPitches(db, camp.eventId)).map(({ id, title }) => [id, title]));
  for (const [n, { registrationId }] of people.entries()) {
    const raised = await db
      .select()
      .from(hand)
      .where(and(eq(hand.registrationId, registrationId), eq(hand.up, true)));
    expect(new Set(raised.map(({ pitchId }) => ids.get(pitchId)))).toEqual(up[n]);
  }
  for (const { pitchId, hands } of await db.select().from(tally).where(eq(tally.eventId, camp.eventId)))
    expect(hands).toBe(up.filter((whose) => whose.has(ids.get(pitchId)!)).length);
  expect(await db.$count(pitch, and(eq(pitch.eventId, camp.eventId), eq(pitch.title, HIS)))).toBe(1);
  await Promise.all([...phones, pitching].map((phone) => phone.close()));
}

/** As somebody does who is told each time that it did not get through. */
async function pitchAgainAndAgain(phone: Page): Promise<void> {
  await expect(async () => {
    await phone.getByRole("button", { name: "Join the line to pitch" }).click({ timeout: 1_000 });
    await expect(phone.getByText("You’re in the line")).toBeVisible();
  }).toPass({ timeout: 150_000 });
}
