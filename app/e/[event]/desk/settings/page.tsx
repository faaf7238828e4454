/** The camp's settings, part by part. */
import type { Metadata } from "next";
import { crewOf, viewer } from "#app/viewer.ts";
import { NO_ROOM } from "#components/camp/rooms.tsx";
import {
  DetailsPart,
  type Outcome,
  RoomsPart,
  RulesPart,
  SectorsPart,
  SlotsPart,
} from "#components/camp/settings.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { factsOf, readRules } from "#db/camp.ts";
import { markOf } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { listRooms, listSlots } from "#db/draft.ts";
import { roomsShown } from "#db/room.ts";
import { listSectors } from "#db/sector.ts";
import { slotsShown } from "#db/slot.ts";
import type { EventView } from "#domain/event.ts";
import { localAt } from "#domain/time/local.ts";
import { type Organiser, organiserOf } from "#domain/viewer.ts";
import { camp } from "#messages/en/camp.ts";
import { refusal } from "#messages/en/refusal.ts";
import { DeskFrame } from "../frame.tsx";
import { saveDetails, saveRooms, saveRules, saveSectors, saveSlots } from "./actions.ts";

const words = camp.settings;

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<{ saved?: string; overtaken?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await crewOf((await params).event);
  return { title: `${words.title} · ${event.name}` };
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event } = await crewOf(slug);
  const organiser = organiserOf(await viewer(event.id));
  const { saved, overtaken } = await searchParams;
  return (
    <DeskFrame slug={slug} at="settings" title={words.title}>
      {organiser ? (
        <Settings
          event={event}
          organiser={organiser}
          saved={String(saved ?? "")}
          overtaken={String(overtaken ?? "")}
        />
      ) : (
        <Empty title={words.readOnly} />
      )}
    </DeskFrame>
  );
}

type SettingsProps = { event: EventView; organiser: Organiser; saved: string; overtaken: string };

async function Settings({ event, organiser, saved, overtaken }: SettingsProps) {
  const db = database();
  const [rules, rooms, slots, sectors] = await Promise.all([
    readRules(db, organiser),
    listRooms(db, event.id),
    listSlots(db, event.id),
    listSectors(db, event.id),
  ]);
  const shownRooms = roomsShown(rooms);
  const shownSlots = slotsShown(slots, event.zone);
  const [part, offered] = saved.split("-");
  const outcomeOf = (id: string): Outcome | null => {
    if (overtaken === id) {
      const { what, next } = refusal.changed_meanwhile;
      return { tone: "bad", title: what, next };
    }
    if (part !== id) return null;
    return { tone: "good", title: offered ? words.offered(Number(offered) || 0) : words.saved };
  };
  const { startsAt, ...facts } = factsOf(event);
  const freshRow = { kind: "session" as const, id: "", title: "", day: event.day, starts: "", ends: "" };
  return (
    <>
      {saved === "started" ? (
        <Banner tone="good" role="status" title={camp.start.started.title}>
          <p>{camp.start.started.body}</p>
        </Banner>
      ) : null}
      <DetailsPart
        begin={{ ...facts, doors: localAt(Date.parse(startsAt), event.zone).time }}
        mark={markOf(factsOf(event))}
        action={saveDetails.bind(null, event.slug)}
        outcome={outcomeOf("details")}
      />
      <RulesPart
        begin={{ ...rules, capacity: String(rules.capacity), lineLimit: String(rules.lineLimit ?? "") }}
        mark={markOf(rules)}
        action={saveRules.bind(null, event.slug)}
        outcome={outcomeOf("rules")}
      />
      <RoomsPart
        begin={[...shownRooms.map((room) => ({ ...room, capacity: String(room.capacity) })), NO_ROOM]}
        mark={markOf(shownRooms)}
        action={saveRooms.bind(null, event.slug)}
        outcome={outcomeOf("rooms")}
      />
      <SlotsPart
        begin={[...shownSlots.map((row) => ({ ...row, id: row.id ?? "" })), freshRow]}
        mark={markOf(shownSlots)}
        action={saveSlots.bind(null, event.slug)}
        outcome={outcomeOf("slots")}
      />
      <SectorsPart
        begin={[...sectors, { id: "", name: "" }]}
        mark={markOf(sectors)}
        action={saveSectors.bind(null, event.slug)}
        outcome={outcomeOf("sectors")}
      />
    </>
  );
}
