/** A room in its pitching hour: ten phones, the compère's, the desk and the wall, and what each of them shows. */
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { listPitches } from "#db/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { badge } from "#messages/en/badge.ts";
import { camp as campWords } from "#messages/en/camp.ts";
import { pitchForm } from "#messages/en/pitch-form.ts";
import { voting } from "#messages/en/voting.ts";
import { ahead } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, organiser, type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";
import { expect, type TestServer, type Visitor } from "./fixtures.ts";
import { handFor } from "./people.ts";
import { be } from "./screens.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Somebody, their phone, and for what a hand of theirs is up, as they meant it. */
export type Somebody = { name: string; registrationId: string; page: Page; up: Set<string> };

/** Whose phones hold a ticket, and whose come in with a badge. */
type Names = { tickets: readonly string[]; badges: readonly string[] };

export type Room = {
  camp: PitchingCamp;
  people: Somebody[];
  called: (name: string) => Somebody;
  desk: Page;
  wall: Page;
  /** Another phone of the crew, at the compère's page. */
  compere: (name: string) => Promise<Page>;
  /** How many pitches stand. */
  standing: () => Promise<number>;
};

export async function openRoom(server: TestServer, visitor: Visitor, names: Names): Promise<Room> {
  const { db, origin } = server;
  const camp = await pitchingCamp(db, "pitching", ahead());
  const at = `/e/${camp.slug}`;
  const crew = async (name: string, path: string, options = {}) => {
    const page = await visitor(options);
    await be(page, origin, await deviceOf(db, await organiser(db, camp, name)));
    await page.goto(at + path);
    return page;
  };
  const people: Somebody[] = [];
  for (const name of [...names.tickets, ...names.badges]) {
    const who = await camper(db, camp, name);
    const page = await visitor(PHONE);
    if (names.tickets.includes(name)) await be(page, origin, await deviceOf(db, who));
    people.push({ name, registrationId: who.registrationId, page, up: new Set() });
  }
  const wall = await visitor({ viewport: { width: 1280, height: 720 } });
  await wall.goto(`${at}/wall`);
  const room = {
    ...{ camp, people, wall },
    standing: async () => (await listPitches(db, camp.eventId)).length,
    called: (name: string) => people.find((one) => one.name === name)!,
    desk: await crew("Siân", "/desk/pitches", { viewport: { width: 1440, height: 900 } }),
    compere: (name: string) => crew(name, "/desk/pitches/compere", PHONE),
  };
  await Promise.all(names.badges.map((name) => comeIn(server, room, room.called(name))));
  return room;
}

async function comeIn({ db }: TestServer, { camp }: Room, { name, registrationId, page }: Somebody) {
  const [row] = await db.select().from(registration).where(eq(registration.id, registrationId));
  await page.goto(`/e/${camp.slug}/badge`);
  await page.getByLabel(badge.code).fill(row!.ticketCode);
  await page.getByLabel(badge.name).fill(name.slice(0, 3));
  await page.getByRole("button", { name: badge.submit }).click();
  await expect(page.getByText(badge.held.title)).toBeVisible();
}

/** Writes a pitch on a phone. */
export async function write({ page }: Somebody, { camp }: Room, title: string): Promise<void> {
  await page.goto(`/e/${camp.slug}/pitch`);
  await page.getByLabel(pitchForm.questions.title).fill(title);
}

/** Sends what was written, and is then at the list of all. */
export async function send({ page }: Somebody, title: string): Promise<void> {
  await page.getByRole("button", { name: pitchForm.send }).click();
  await expect(page.getByText(pitchForm.done.title)).toBeVisible();
  await page.getByRole("link", { name: pitchForm.done.see }).click();
  await expect(handFor(page, title)).toBeVisible();
}

/** The page that everybody gets may be a second old: what came since stands behind a button. */
export async function lookAtPitches({ page }: Somebody, { camp, standing }: Room): Promise<void> {
  await page.goto(`/e/${camp.slug}/pitches`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const fresh = page.getByRole("button", { name: /^\d+ new pitch(es)?$/ });
  const all = await standing();
  await expect
    .poll(async () => {
      if (await fresh.isVisible()) await fresh.click();
      return (await cardsOf(page)).length;
    })
    .toBe(all);
}

/** Asks for what came since the list was opened. */
export async function seeNew({ page }: Somebody, came: number): Promise<void> {
  const fresh = page.getByRole("button", {
    name: `${came} new ${came === 1 ? "pitch" : "pitches"}`,
    exact: true,
  });
  await fresh.waitFor();
  // What somebody is told lies over it until they put that away.
  const told = page.getByRole("button", { name: voting.regrouped.dismiss, exact: true });
  while (await told.isVisible()) await told.click();
  await fresh.click();
}

/** Puts hands up that are down, and down that are up, one after the other; others do so meanwhile. */
export async function tap({ page, up }: Somebody, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await handFor(page, title).click();
    if (!up.delete(title)) up.add(title);
    await expect(handFor(page, title)).toHaveAttribute("aria-pressed", String(up.has(title)));
  }
  await answered(page);
}

/** Every tap of this phone has its answer. */
export const answered = (page: Page) =>
  expect(page.locator('[data-state="sending"], [data-state="queued"]')).toHaveCount(0);

/** How many hands each pitch has that somebody meant to raise. */
export function meant({ people }: Room, titles: readonly string[]): Record<string, number> {
  return Object.fromEntries(titles.map((title) => [title, people.filter(({ up }) => up.has(title)).length]));
}

type Card = { title: string; hands: number | null; up: boolean };

/** What a phone's list says of each pitch that is there. */
function cardsOf(page: Page): Promise<Card[]> {
  return page.locator('li[id^="pitch-"]').evaluateAll((cards) =>
    cards.map((card) => {
      const counted = /(\d+) hands?/.exec(card.textContent ?? "");
      return {
        title: card.querySelector('[id^="title-"]')?.textContent ?? "",
        hands: counted ? Number(counted[1]) : null,
        up: card.querySelector('[aria-pressed="true"]') !== null,
      };
    }),
  );
}

/** A phone shows these counts, or none at all. */
export async function counts(page: Page, expected: Record<string, number> | null): Promise<void> {
  await expect
    .poll(async () => {
      const cards = await cardsOf(page);
      if (cards.every(({ hands }) => hands === null)) return null;
      return Object.fromEntries(cards.map(({ title, hands }) => [title, hands]));
    })
    .toEqual(expected);
}

/** For which pitches a phone says that its hand is up. */
export async function told({ page }: Somebody): Promise<Set<string>> {
  await answered(page);
  return new Set((await cardsOf(page)).filter(({ up }) => up).map(({ title }) => title));
}

/** Who is at the front, on the compère's phone and on the wall; on the wall with its hands, where they are to be seen. */
export async function atTheFront(pages: readonly Page[], title: string): Promise<void> {
  for (const page of pages) await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

export async function step(compere: Page, says: string): Promise<void> {
  const button = compere.getByRole("button", { name: says });
  // Nobody is sent away in the moment in which they come to the front.
  await expect(button).toBeEnabled();
  await button.click();
}

const wallCount = (wall: Page) => wall.locator("p[data-wall]");

/** @param hands null where the wall keeps them to itself */
export async function onTheWall(wall: Page, hands: number | null): Promise<void> {
  if (hands === null) await expect(wallCount(wall)).toHaveCount(0);
  else await expect(wallCount(wall)).toHaveText(`${hands} ${hands === 1 ? "hand" : "hands"} up`);
}

/** Who waits, as the compère's phone has it. */
export const waiting = (compere: Page) => compere.locator('summary[id^="turn-"] strong');

/** Somebody of the crew types a pitch for whoever says it to them. */
export async function type(page: Page, title: string, host: string): Promise<void> {
  await page.getByLabel(pitchForm.questions.title).fill(title);
  await page.getByLabel("Who hosts it?").fill(host);
  await page.getByRole("button", { name: "Add it to the line" }).click();
  await expect(page.getByText(`“${title}” is in the line.`)).toBeVisible();
}

const { settings } = campWords;

/** Changes how hands are counted; what it does to whom is read, and meant. */
export async function setRules(
  desk: Page,
  { camp }: Room,
  { dots = "", tally }: { dots?: string; tally: keyof typeof settings.tallies },
): Promise<void> {
  await desk.goto(`/e/${camp.slug}/desk/settings/hands`);
  const rules = desk.locator("section#hands");
  await rules.getByLabel(settings.dots).fill(dots);
  await rules.getByLabel(settings.tallies[tally], { exact: true }).check();
  await rules.getByRole("button", { name: /^Save / }).click();
  const [saved, sure] = [rules.getByText("Saved."), rules.getByRole("button", { name: "Save anyway" })];
  await expect(saved.or(sure)).toBeVisible();
  if (dots) await sure.click();
  await expect(saved).toBeVisible();
}
