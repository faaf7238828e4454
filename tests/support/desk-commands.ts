/** Everything that changes what a desk shows, as commands on a camp of its own. */
import { eq } from "drizzle-orm";
import { changeDetails, changeRules, factsOf, rulesOf } from "#db/camp.ts";
import { expectPeople } from "#db/card.ts";
import { markOf, NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { moveDay } from "#db/demo/move.ts";
import { readDraft } from "#db/draft.ts";
import { pin, place, reshape, takeOff } from "#db/edit.ts";
import { eraseMe } from "#db/erasure.ts";
import { importFiles, previewImport } from "#db/import.ts";
import { movePhase } from "#db/phase.ts";
import { typeCount } from "#db/pitch/count.ts";
import {
  callBack,
  callNext,
  callPitch,
  comeBack,
  holdPitch,
  missPitch,
  movePitch,
  sendBack,
} from "#db/pitch/front.ts";
import { standWith, stepBack } from "#db/pitch/host.ts";
import { previewMerge as previewPitches } from "#db/pitch/mergeable.ts";
import { mergePitches, partPitches } from "#db/pitch/merging.ts";
import { answerTogether, askTogether, takeBackTogether } from "#db/pitch/together.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitch, bringPitchFor, changePitch } from "#db/pitch.ts";
import { takeVersionBack } from "#db/publication/taking-back.ts";
import { redo } from "#db/redo.ts";
import { mintLink } from "#db/registration/link.ts";
import { mergePeople, previewMerge } from "#db/registration/merging.ts";
import { changeRooms, roomsShown } from "#db/room.ts";
import { registration } from "#db/schema/registration.ts";
import { changeSlots, slotsShown } from "#db/slot.ts";
import { readWhole } from "#db/snapshot.ts";
import { askForSuggestion, dropSuggestion } from "#db/suggestion.ts";
import { undo } from "#db/undo.ts";
import { NO_CHOICES } from "#domain/import/choices.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";
import type { Attendee } from "#domain/viewer.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { dayCommands } from "#tests/support/day-commands.ts";
import { hostingCommands } from "#tests/support/hosting.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";
import { publishDraft } from "#tests/support/published.ts";

type Command = () => Promise<Result<unknown, never> | { ok: boolean }>;

/** Each command, after what must have happened before it. */
export type DeskCommands = Record<string, { before?: Command[]; command: Command }>;

/** A camp in the middle of pitching with two rooms, one slot and one pitch, its organiser, and what may be done there. */
export async function deskCamp(db: Database) {
  const camp = await pitchingCamp(db);
  const dan = await organiser(db, camp);
  const [ama, ben] = [await camper(db, camp, "Ama"), await camper(db, camp, "Ben")];
  const [form, maps] = [pitchForm("Job swaps", { voice: "with_me" }), pitchForm("Maps")];
  await bringPitch(db, ama, form, MORNING);
  const room = (name: string) => ({ id: null, name, capacity: 20, features: [] });
  await changeRooms(db, dan, markOf([]), [room("Hall"), room("Den")], MORNING);
  const slot = {
    id: null,
    kind: "session" as const,
    title: "",
    day: "2026-07-14",
    starts: "13:00",
    ends: "13:45",
  };
  await changeSlots(db, dan, markOf([]), [slot], MORNING);
  return { camp, dan, commands: commandsAt({ db, camp, dan, ama, ben, form, maps }) };
}

type At = {
  db: Database;
  camp: PitchingCamp;
  dan: Organiser;
  ama: Attendee;
  ben: Attendee;
  form: ReturnType<typeof pitchForm>;
  maps: ReturnType<typeof pitchForm>;
};

function commandsAt({ db, camp, dan, ama, ben, form, maps }: At): DeskCommands {
  const draft = () => readDraft(db, camp.eventId);
  async function cellOf(room = 0) {
    const { slots, rooms } = await draft();
    return { slotId: slots[0]!.id, roomId: rooms[room]!.id };
  }
  const free = { from: null, there: [] };
  const first = { pitchId: form?.id, copy: 0 };
  const placed = async () => place(db, dan, { ...first, cell: await cellOf(), seen: free }, MORNING);
  const again = () => reshape(db, dan, { ...first, act: "run_again" }, MORNING);
  const details = async () => {
    const { event } = await readWhole(db, camp.eventId);
    const { name, strapline, place: at, day, zone } = event;
    return {
      mark: markOf(factsOf(event)),
      to: { name: `${name}!`, strapline, place: at, day, doors: "08:30", zone },
    };
  };
  const rooms = async () => roomsShown((await draft()).rooms);
  const slots = async () => slotsShown((await draft()).slots, "Europe/London");

  async function forgotten() {
    const mine = eq(registration.id, ama.registrationId);
    await db.update(registration).set({ verifiedAt: MORNING }).where(mine);
    return eraseMe(db, await mintLink(db, ama.registrationId, { mailed: true, now: MORNING }), MORNING);
  }

  const bringMaps = () => bringPitch(db, ben, maps, MORNING);
  const both = () => ({ mine: form.id, other: maps.id });
  const asked = () => askTogether(db, ama, both(), MORNING);
  async function merged() {
    const pair = { stays: form.id, goes: maps.id };
    const { mark } = (await previewPitches(db, dan, pair))!;
    return mergePitches(db, dan, { ...pair, mark, reason: "The same" }, MORNING);
  }
  const answered = (yes: boolean) => answerTogether(db, ben, { mine: maps.id, other: form.id }, yes, MORNING);

  const hosting = hostingCommands(() => ({ db, ama, ben, dan, form, maps, placed }));
  return {
    ...hosting,
    ...dayCommands(() => ({ db, dan, form, placed })),
    bring: { command: () => bringPitch(db, ben, pitchForm("Maps"), MORNING) },
    "bring for somebody": { command: () => bringPitchFor(db, dan, pitchForm("Maps"), ["Cy"], MORNING) },
    change: { command: () => changePitch(db, ama, { ...form, title: "Swaps", needs: ["quiet"] }, MORNING) },
    amend: { command: () => changePitch(db, dan, { ...form, noteLevel: "unlisted" }, MORNING) },
    call: { command: () => callPitch(db, dan, form.id, MORNING) },
    "send back": {
      before: [() => callPitch(db, dan, form.id, MORNING)],
      command: () => sendBack(db, dan, form.id, MORNING),
    },
    "call next": { command: () => callNext(db, dan, null, MORNING) },
    hold: {
      before: [() => callPitch(db, dan, form.id, MORNING)],
      command: () => holdPitch(db, dan, form.id, MORNING),
    },
    "not here": {
      before: [() => callPitch(db, dan, form.id, MORNING)],
      command: () => missPitch(db, dan, form.id, MORNING),
    },
    "call back": {
      before: [() => callPitch(db, dan, form.id, MORNING), () => callNext(db, dan, form.id, MORNING)],
      command: () => callBack(db, dan, form.id, null, MORNING),
    },
    "come back": {
      before: [() => callPitch(db, dan, form.id, MORNING), () => missPitch(db, dan, form.id, MORNING)],
      command: () => comeBack(db, ama, form.id, MORNING),
    },
    "move in the line": {
      before: [() => bringPitchFor(db, dan, maps, [], MORNING)],
      command: () => movePitch(db, dan, { pitchId: maps.id, before: form.id }, MORNING),
    },
    "stand with": { command: () => standWith(db, ben, form.id, MORNING) },
    "step back": {
      before: [() => standWith(db, ben, form.id, MORNING)],
      command: () => stepBack(db, ben, form.id, MORNING),
    },
    withdraw: { before: [placed], command: () => withdrawPitch(db, ama, form.id, MORNING) },
    "be forgotten": { before: [placed], command: forgotten },
    "merge people": {
      command: async () => {
        const [stays, goes] = [ben.registrationId, ama.registrationId];
        const { mark } = (await previewMerge(db, dan, stays, goes))!;
        return mergePeople(db, dan, { stays, goes, mark, reason: "One person" }, MORNING);
      },
    },
    restore: {
      before: [() => withdrawPitch(db, ama, form.id, MORNING)],
      command: () => restorePitch(db, dan, form.id, MORNING),
    },
    expect: { command: () => expectPeople(db, dan, { pitchId: form.id, expected: 70 }, MORNING) },
    "count hands": {
      command: () => typeCount(db, dan, { pitchId: form.id, what: "room", hands: 23 }, MORNING),
    },
    "merge pitches": { before: [bringMaps, placed], command: merged },
    "take pitches apart": {
      before: [bringMaps, placed, merged],
      command: () => partPitches(db, dan, { goes: maps.id, reason: "Two after all" }, MORNING),
    },
    "ask to pitch together": { before: [bringMaps], command: asked },
    "agree to pitch together": { before: [bringMaps, asked], command: () => answered(true) },
    "decline to pitch together": { before: [bringMaps, asked], command: () => answered(false) },
    "ask no more to pitch together": {
      before: [bringMaps, asked],
      command: () => takeBackTogether(db, ama, both(), MORNING),
    },
    place: { command: placed },
    pin: { before: [placed], command: () => pin(db, dan, { ...first, pinned: true }, MORNING) },
    "take off": {
      before: [placed],
      command: async () => takeOff(db, dan, { ...first, from: await cellOf() }, MORNING),
    },
    "run again": { before: [placed], command: again },
    "place another run": {
      before: [placed, again],
      command: async () => {
        const second = { ...first, copy: 1, cell: await cellOf(1), seen: free };
        return place(db, dan, second, MORNING);
      },
    },
    "run less": {
      before: [placed, again],
      command: () => reshape(db, dan, { ...first, act: "run_less" }, MORNING),
    },
    lengthen: { command: () => reshape(db, dan, { ...first, act: "lengthen" }, MORNING) },
    undo: { before: [placed], command: () => undo(db, dan, MORNING) },
    redo: { before: [placed, () => undo(db, dan, MORNING)], command: () => redo(db, dan, MORNING) },
    publish: { before: [placed], command: () => publishDraft(db, dan, MORNING) },
    "take a version back": {
      before: [placed, () => publishDraft(db, dan, MORNING)],
      command: () => agreeing((agreed) => takeVersionBack(db, dan, 1, MORNING, agreed)),
    },
    "change after publishing": {
      before: [placed, () => publishDraft(db, dan, MORNING)],
      command: () => changePitch(db, ama, { ...form, title: "Swaps", noteLevel: "unlisted" }, MORNING),
    },
    "ask for a suggestion": { command: () => askForSuggestion(db, dan, MORNING) },
    "drop a suggestion": {
      before: [() => askForSuggestion(db, dan, MORNING)],
      command: () => dropSuggestion(db, dan, MORNING),
    },
    "change rooms": {
      before: [placed],
      command: async () => {
        const known = await rooms();
        const wanted = [{ ...known[1]!, name: "Attic", capacity: 3 }];
        return agreeing((agreed) => changeRooms(db, dan, markOf(known), wanted, MORNING, agreed));
      },
    },
    "change slots": {
      before: [placed, () => publishDraft(db, dan, MORNING)],
      command: async () => {
        const known = await slots();
        const wanted = [{ ...known[0]!, starts: "12:30" }];
        return agreeing((agreed) => changeSlots(db, dan, markOf(known), wanted, MORNING, agreed));
      },
    },
    "change details": {
      command: async () => {
        const { mark, to } = await details();
        return agreeing((agreed) => changeDetails(db, dan, mark, to, MORNING, { agreed }));
      },
    },
    "change rules": {
      command: () => {
        const rules = {
          capacity: 130,
          lineLimit: null,
          holdHours: 24,
          offerHours: 48,
          offersOn: true,
          tally: "shown" as const,
          dots: null,
          locale: "en-GB",
        };
        return changeRules(db, dan, markOf(rulesOf(rules)), { ...rules, tally: "hidden" }, MORNING);
      },
    },
    import: {
      command: async () => {
        const input = { files: ["start,end,room,title\n15:00,15:45,Loft,Bins\n"], choices: NO_CHOICES };
        const called = { person: "#", session: "#" };
        const { mark } = await previewImport(db, dan, input, called);
        return importFiles(db, dan, { ...input, mark }, called, MORNING);
      },
    },
    "move a demo camp's day": {
      command: async () => {
        await moveDay(db, camp.eventId, "third_slot", MORNING);
        return { ok: true };
      },
    },
    "move the phase": { command: () => movePhase(db, dan, { from: "pitching", to: "grid" }, MORNING) },
  };
}

/** Nothing is done by asking for the names. */
export const COMMAND_NAMES = Object.keys(commandsAt({} as At));

/** Says yes to whatever is asked first. */
async function agreeing<T, R extends Refusal>(change: (agreed: string) => Promise<Result<Outcome<T>, R>>) {
  const first = await change(NOTHING_AGREED);
  return first.ok && "asks" in first.value ? change(first.value.agreement) : first;
}
