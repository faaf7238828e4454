/** A camp that is over, with all that its archive keeps, and marked with SECRET what no stranger may ever read. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { campPage, contact } from "#db/schema/camp-page.ts";
import { event } from "#db/schema/event.ts";
import { feedback, feedbackComment, feedbackCount } from "#db/schema/feedback.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { room } from "#db/schema/room.ts";
import { FEEDBACK_ANSWERS, FEEDBACK_QUESTIONS } from "#domain/feedback.ts";
import type { Placement } from "#domain/grid.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";
import { camper, MORNING, organiser, type PitchingCamp, pitchingCamp } from "./pitching.ts";
import { freeze } from "./published.ts";

type Row = Partial<typeof pitch.$inferInsert> & { hosts?: readonly string[]; wisher?: string };

/** Its pitches by what they are about; each is said with those hosts where it is published. */
type Ids = Record<
  "swaps" | "nameless" | "unlisted" | "tightened" | "closed" | "hidden" | "wifi" | "torn",
  string
>;

export async function keptCamp(db: Database): Promise<PitchingCamp & { ids: Ids }> {
  const camp = await pitchingCamp(db, "archived");
  const { eventId } = camp;
  await db
    .update(event)
    .set({ replyTo: "SECRET@reply.example.org", handsClosed: true })
    .where(eq(event.id, eventId));
  await organiser(db, camp, "SECRET organiser");
  await camper(db, camp, "SECRET camper");
  for (let n = 0; n < 11; n++) {
    const { registrationId } = await camper(db, camp, `SECRET camper ${n}`);
    const rest = { firstTime: n < 6, checkedInAt: n < 7 ? MORNING : null };
    await db.update(registration).set(rest).where(eq(registration.id, registrationId));
  }
  const secret = { access: "SECRET needs", organisation: "SECRET council" };
  await db.update(registration).set(secret).where(eq(registration.eventId, eventId));

  let minute = 0;
  const bring = async (title: string, { hosts = [], wisher, ...rest }: Row = {}): Promise<string> => {
    const id = newId();
    minute += 1;
    const createdAt = new Date(MORNING.getTime() + minute * 60_000);
    await db.insert(pitch).values({ id, eventId, title, line: `About ${title}`, createdAt, ...rest });
    const names = hosts.map((name, position) => ({ pitchId: id, position, name, hosting: true }));
    const wished = wisher ? [{ pitchId: id, position: 9, name: wisher, hosting: false }] : [];
    if (names.length + wished.length > 0) await db.insert(pitchHost).values([...names, ...wished]);
    return id;
  };
  const off = { withdrawnAt: MORNING };
  const swaps = await bring('Job swaps, <both> ways & "fair"', {
    hosts: ["Ama Okafor", "Rhys ap Siôn"],
    needs: ["quiet"],
  });
  const nameless = await bring("What went wrong", {
    kind: "went_wrong",
    noteLevel: "no_names",
    hosts: ["SECRET nameless"],
  });
  const unlisted = await bring("SECRET unlisted", { noteLevel: "unlisted", hosts: ["SECRET host"] });
  const tightened = await bring("Rollouts", { noteLevel: "no_names", hosts: ["SECRET tightened"], ...off });
  const closed = await bring("SECRET closed", { noteLevel: "unlisted", hosts: ["SECRET closer"] });
  const hidden = await bring("SECRET hidden", {
    hosts: ["SECRET hider"],
    ...off,
    hiddenAt: MORNING,
    hiddenReason: "SECRET reason",
  });
  const wifi = await bring("Wifi", { hosts: ["Bo"] });
  const torn = await bring("Tearing down silos", { hosts: ["SECRET of a whole"] });
  const later = await bring("Budgets", { hosts: ["SECRET until later"] });
  const into = (mergedInto: string) => ({ mergedInto, mergedAt: MORNING });
  const cables = await bring("Cables", { hosts: ["Cy"], ...into(wifi) });
  const silo = await bring("Silos", { noteLevel: "no_names", hosts: ["SECRET of a part"], ...into(torn) });
  // Merged once the grid was out.
  await bring("Money", { noteLevel: "no_names", hosts: ["SECRET since"], ...into(later) });
  await bring("=An idea that found no room", { hosts: ["Di"] });
  await bring("Somebody should explain budgets", { voice: "wish", wisher: "SECRET wisher" });
  await bring("SECRET withdrawn", { hosts: ["SECRET gone"], ...off });
  await bring("SECRET unplaced", { noteLevel: "unlisted" });

  const said = (id: string, title: string, rest: Partial<PitchView> = {}): PitchView => {
    return {
      ...BLANK_PITCH,
      id,
      title,
      line: `About ${title}`,
      hosts: [],
      at: MORNING.toISOString(),
      ...rest,
    };
  };
  const partOf = (id: string, title: string, hosts: string[]) => {
    return { id, title, line: `About ${title}`, voice: "me" as const, hosts };
  };
  const sessions = [
    said(swaps, 'Job swaps, <both> ways & "fair"', {
      hosts: ["Ama Okafor", "Rhys ap Siôn"],
      needs: ["quiet"],
    }),
    said(nameless, "What went wrong", {
      kind: "went_wrong",
      noteLevel: "no_names",
      hosts: ["SECRET nameless"],
    }),
    said(unlisted, "SECRET unlisted", { noteLevel: "unlisted", hosts: ["SECRET host"] }),
    said(tightened, "Rollouts", { hosts: ["SECRET tightened"] }),
    said(closed, "SECRET closed", { hosts: ["SECRET closer"] }),
    said(hidden, "SECRET hidden", { hosts: ["SECRET hider"] }),
    said(wifi, "Wifi", { hosts: ["Bo", "Cy"], merged: [partOf(cables, "Cables", ["Cy"])] }),
    said(later, "Budgets", { hosts: ["SECRET until later"] }),
    said(torn, "Tearing down silos", {
      hosts: ["SECRET of a whole", "SECRET of a part"],
      merged: [partOf(silo, "Silos", ["SECRET of a part"])],
    }),
  ];
  const at = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000).toISOString();
  const rooms = ["Hall", "Committee room", "Canal side", "Library"].map((name, n) => ({
    ...{ id: newId(), letter: "ABCD"[n]!, name, capacity: n === 2 ? 5_000 : 30 + n },
    ...{ features: n === 0 ? ["step_free" as const] : [], ...(n === 2 && { unofficial: true as const }) },
    ...(n === 1 && { directions: "Up the stairs" }),
  }));
  const slots = [1, 2, 0, 3].map((number, n) => ({
    ...{ id: newId(), kind: number === 0 ? ("break" as const) : ("session" as const) },
    ...{ title: number === 0 ? "Lunch" : "", startsAt: at(60 * n), endsAt: at(60 * n + 45) },
    ...{ hour: number === 0 ? 0 : number * 2, number },
  }));
  const cell = (pitchId: string, slot: number, inRoom: number, rest: Partial<Placement> = {}): Placement => {
    const [slotId, roomId] = [slots[slot]!.id, rooms[inRoom]!.id];
    return { pitchId, slotId, roomId, copy: 0, length: 1, pinned: true, ...rest };
  };
  const placements = [
    cell(swaps, 0, 0, { length: 2 }),
    cell(swaps, 3, 0, { copy: 1 }),
    cell(nameless, 0, 1),
    cell(unlisted, 0, 2),
    cell(tightened, 1, 1),
    cell(closed, 1, 2),
    cell(hidden, 3, 1),
    cell(wifi, 3, 2),
    cell(torn, 0, 3),
    cell(later, 3, 3),
  ];
  await db
    .insert(room)
    .values(rooms.map((it, position) => ({ ...it, eventId, position, link: "https://SECRET.example.org" })));
  const earlier = said(wifi, "SECRET earlier", { hosts: ["SECRET earlier host"] });
  await freeze(db, eventId, { rooms, slots, sessions: [earlier], placements: [cell(wifi, 0, 0)] });
  const heads = { [swaps]: 98_765 };
  await freeze(db, eventId, { number: 2, rooms, slots, sessions, placements, heads });

  const page = { eventId, page: "travel", madeAt: MORNING } as const;
  await db.insert(campPage).values([
    { ...page, version: 1, body: "SECRET old words" },
    {
      ...page,
      version: 2,
      body: "## Trams\n\nTake the *tram* to {place}.\n\n[//]: # (SECRET remark)\n\n[[SECRET gap]] 1. no list_\n\n- <b>one</b>\n- [two](https://example.org/a_b)",
    },
  ]);
  await db
    .insert(contact)
    .values({ id: newId(), eventId, name: "SECRET contact", email: "SECRET@example.org", position: 0 });
  await writeFeedback(db, eventId);
  return { ...camp, ids: { swaps, nameless, unlisted, tightened, closed, hidden, wifi, torn } };
}

/** Seven people, of whom three or seven gave each answer. */
async function writeFeedback(db: Database, eventId: string): Promise<void> {
  await db.insert(feedback).values({ eventId, people: 7 });
  const counts = FEEDBACK_QUESTIONS.flatMap((question) =>
    FEEDBACK_ANSWERS.map((answer, n) => ({ eventId, question, answer, people: n === 0 ? 7 : 3 })),
  );
  await db.insert(feedbackCount).values(counts);
  await db.insert(feedbackComment).values([
    { id: newId(), eventId, words: "More <time>\nto walk about", open: true },
    { id: newId(), eventId, words: "A bench outside", open: true },
    { id: newId(), eventId, words: "SECRET comment", open: false },
    { id: newId(), eventId, words: "SECRET hurt", open: true, hidden: true },
  ]);
}
