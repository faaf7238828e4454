import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { Contents } from "#components/camp/contents.tsx";
import { EqualityPart } from "#components/camp/equality-part.tsx";
import { ArchiveBanner, Fixed } from "#components/camp/fixed.tsx";
import { Purges } from "#components/camp/privacy.tsx";
import { ReleasesPart } from "#components/camp/releases-part.tsx";
import { NO_ROOM, rowOfRoom } from "#components/camp/rooms.tsx";
import {
  DaysPart,
  DetailsPart,
  MailPart,
  PrivacyPart,
  QuestionsPart,
  RoomsPart,
  RulesPart,
  SectorsPart,
  SlotsPart,
} from "#components/camp/settings.tsx";
import { InsidePart, TermsPart } from "#components/camp/terms-part.tsx";
import { Said } from "#components/desk/said.tsx";
import { factsOf, readRules } from "#db/camp.ts";
import { readReplyTo } from "#db/camp-mail.ts";
import { markOf } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { daysShown } from "#db/day/change.ts";
import { listRooms, listSlots, readGrid } from "#db/draft.ts";
import { readAsked } from "#db/equality.ts";
import { readInside } from "#db/inside.ts";
import { readPeopleCounts } from "#db/people.ts";
import { keepingOf, readKeepDays } from "#db/purge/setting.ts";
import { listPurges } from "#db/purge.ts";
import { listAllQuestions, questionsShown } from "#db/question.ts";
import { releasesShown } from "#db/release/change.ts";
import { listReleaseRows } from "#db/release.ts";
import { roomsShown } from "#db/room.ts";
import { listRoomLinks } from "#db/room-link.ts";
import { listSectors } from "#db/sector.ts";
import { slotsShown } from "#db/slot.ts";
import { readTerms } from "#db/terms.ts";
import { type EventView, permits } from "#domain/event.ts";
import { localAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";
import { LANGUAGES } from "#messages/languages.ts";
import { languages, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../said.ts";
import {
  saveDays,
  saveDetails,
  saveMail,
  savePrivacy,
  saveQuestions,
  saveReleases,
  saveRooms,
  saveRules,
  saveSectors,
  saveSlots,
} from "./actions.ts";
import { answeredOf, begunAs } from "./answered.ts";
import { saveEquality } from "./equality.ts";
import { questionRows } from "./questions.ts";
import { releasesBegin } from "./releases.ts";
import { saveInside, saveTerms } from "./terms.ts";

const camp = wordsOf("camp");
const feeds = wordsOf("feeds").desk;
const halt = wordsOf("haltDesk");

const words = camp.settings;

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${words.title} · ${event.name}` };
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "changeSettings");
  const heard = heardFrom(await searchParams);
  const fixed = !permits(event.phase, "set");
  return (
    <DeskFrame slug={slug} at="settings" title={words.title}>
      <ArchiveBanner fixed={fixed} />
      <Said answered={begunAs(heard)} at={heard?.at ?? ""} />
      <Contents />
      <p>
        <a href={`/e/${slug}/desk/feeds`}>{feeds.link}</a>
      </p>
      <Fixed fixed={fixed}>
        <Settings event={event} may={may} heard={heard} />
      </Fixed>
      <Keeping event={event} may={may} heard={heard} />
      <p>
        <a href={`/e/${slug}/desk/called-off`}>{halt.link}</a>
      </p>
      <p>
        <a href={`/e/${slug}/desk/delete`}>{camp.end.link}</a>
      </p>
    </DeskFrame>
  );
}

type SettingsProps = { event: EventView; may: May<"changeSettings">; heard: Heard | null };

async function Settings({ event, may, heard }: SettingsProps) {
  const db = database();
  const [rules, rooms, slots, sectors, releases, questions] = await Promise.all([
    readRules(db, may),
    listRooms(db, event.id),
    listSlots(db, event.id),
    listSectors(db, event.id),
    listReleaseRows(db, event.id),
    listAllQuestions(db, event.id),
  ]);
  const { keptBack: byHand } = await readPeopleCounts(db, event.id);
  const terms = await readTerms(db, may);
  const inside = await readInside(db, may);
  const asked = await readAsked(db, event.id);
  const replyTo = await readReplyTo(db, event.id);
  const links = await listRoomLinks(db, event.id);
  const linked = rooms.map((room) => ({ ...room, link: links[room.id] ?? "" }));
  const shownRooms = roomsShown(linked);
  const shownSlots = slotsShown(slots, event.zone);
  const shownDays = daysShown(event.days, event.zone);
  const published = (await readGrid(db, event.id)) !== null;
  const at = heard?.at ?? "";
  const outcomeOf = (part: string) => ({ answered: answeredOf(heard, part, published), at });
  const { startsAt, ...facts } = factsOf(event);
  const freshRow = { kind: "session" as const, id: "", title: "", day: event.day, starts: "", ends: "" };
  return (
    <>
      <DetailsPart
        begin={{ ...facts, doors: localAt(Date.parse(startsAt), event.zone).time }}
        mark={markOf(factsOf(event))}
        action={saveDetails.bind(null, event.slug)}
        {...outcomeOf("details")}
      />
      <DaysPart
        begin={[...shownDays.map((row) => ({ ...row, id: row.id ?? "" })), { id: "", date: "", doors: "" }]}
        mark={markOf(shownDays)}
        action={saveDays.bind(null, event.slug)}
        {...outcomeOf("days")}
      />
      <RulesPart
        begin={{
          ...rules,
          capacity: String(rules.capacity),
          lineLimit: String(rules.lineLimit ?? ""),
          holdHours: String(rules.holdHours),
          offerHours: String(rules.offerHours),
          dots: String(rules.dots ?? ""),
          releases: releases.length > 0,
          languages: languages().map((locale) => ({ locale, name: LANGUAGES[locale].name })),
        }}
        mark={markOf(rules)}
        action={saveRules.bind(null, event.slug)}
        {...outcomeOf("rules")}
      />
      <InsidePart
        begin={inside}
        mark={markOf(inside)}
        action={saveInside.bind(null, event.slug)}
        {...outcomeOf("inside")}
      />
      <ReleasesPart
        begin={releasesBegin(releases, event, { capacity: rules.capacity, byHand })}
        mark={markOf(releasesShown(releases, event.zone))}
        action={saveReleases.bind(null, event.slug)}
        {...outcomeOf("releases")}
      />
      <TermsPart
        begin={terms}
        mark={markOf(terms)}
        action={saveTerms.bind(null, event.slug)}
        {...outcomeOf("terms")}
      />
      <MailPart
        begin={{ replyTo: replyTo ?? "" }}
        mark={markOf({ replyTo })}
        action={saveMail.bind(null, event.slug)}
        {...outcomeOf("mail")}
      />
      <RoomsPart
        begin={[...linked.map((room) => ({ ...rowOfRoom(room), link: room.link })), NO_ROOM]}
        mark={markOf(shownRooms)}
        action={saveRooms.bind(null, event.slug)}
        {...outcomeOf("rooms")}
      />
      <SlotsPart
        begin={[...shownSlots.map((row) => ({ ...row, id: row.id ?? "" })), freshRow]}
        mark={markOf(shownSlots)}
        action={saveSlots.bind(null, event.slug)}
        {...outcomeOf("slots")}
      />
      <SectorsPart
        begin={[...sectors, { id: "", name: "" }]}
        mark={markOf(sectors)}
        action={saveSectors.bind(null, event.slug)}
        {...outcomeOf("sectors")}
      />
      <QuestionsPart
        begin={questionRows(questions, event.days.at(-1)?.date ?? event.day)}
        mark={markOf(questionsShown(questions))}
        action={saveQuestions.bind(null, event.slug)}
        {...outcomeOf("questions")}
      />
      <EqualityPart
        begin={asked}
        mark={markOf({ asked })}
        action={saveEquality.bind(null, event.slug)}
        {...outcomeOf("equality")}
      />
    </>
  );
}

/** For how long a camp is kept, which is changed in the archive too. */
async function Keeping({ event, may, heard }: SettingsProps) {
  const keepDays = await readKeepDays(database(), may);
  return (
    <>
      <PrivacyPart
        begin={{ keepDays: String(keepDays) }}
        mark={markOf(keepingOf({ keepDays }))}
        action={savePrivacy.bind(null, event.slug)}
        answered={answeredOf(heard, "privacy", false)}
        at={heard?.at ?? ""}
      />
      <Purges purges={await listPurges(database(), may)} />
    </>
  );
}
