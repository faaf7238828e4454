/** What each page of the settings offers: its forms, with what they begin with. */
import type { ReactNode } from "react";
import type { PageId, PartId } from "#components/camp/contents.tsx";
import { EqualityPart } from "#components/camp/equality-part.tsx";
import { Purges } from "#components/camp/privacy.tsx";
import { ReleasesPart } from "#components/camp/releases-part.tsx";
import { NO_ROOM, rowOfRoom } from "#components/camp/rooms.tsx";
import {
  DaysPart,
  DetailsPart,
  HandsPart,
  LanguagePart,
  MailPart,
  PlacesPart,
  PrivacyPart,
  QuestionsPart,
  RoomsPart,
  SectorsPart,
  SlotsPart,
} from "#components/camp/settings.tsx";
import { InsidePart, TermsPart } from "#components/camp/terms-part.tsx";
import type { Answered } from "#components/desk/said.tsx";
import { factsOf, readRules, someRules } from "#db/camp.ts";
import { readReplyTo } from "#db/camp-mail.ts";
import { markOf } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { daysShown } from "#db/day/change.ts";
import { listRooms, listSlots } from "#db/draft.ts";
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
import type { EventView } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { localAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";
import { weekday } from "#messages/format.ts";
import { LANGUAGES } from "#messages/languages.ts";
import { languages, readerLocale } from "#messages/words.ts";
import {
  saveDays,
  saveDetails,
  saveHands,
  saveLanguage,
  saveMail,
  savePlaces,
  savePrivacy,
  saveQuestions,
  saveReleases,
  saveRooms,
  saveSectors,
  saveSlots,
} from "./actions.ts";
import { saveEquality } from "./equality.ts";
import { questionRows } from "./questions.ts";
import { releasesBegin } from "./releases.ts";
import { textOfRooms } from "./room-table.ts";
import { textOfSlots } from "./slot-table.ts";
import { saveInside, saveTerms } from "./terms.ts";

type Props = {
  event: EventView;
  may: May<"changeSettings">;
  /** What became of the last save of a part. */
  outcomeOf: (part: PartId) => { answered: Answered | null; at: string };
};

export const OFFERED: Readonly<Record<PageId, (props: Props) => Promise<ReactNode>>> = {
  details: Details,
  days: Days,
  mail: Mail,
  rooms: Rooms,
  slots: Slots,
  hands: Hands,
  places: Places,
  releases: Releases,
  terms: Terms,
  sectors: Sectors,
  questions: Questions,
  equality: Equality,
  privacy: Privacy,
};

const blank = <Row,>(row: Row): Row[] => Array.from({ length: MOST.blankRows }, () => row);

async function Details({ event, outcomeOf }: Props) {
  const { startsAt, ...facts } = factsOf(event);
  return (
    <DetailsPart
      begin={{ ...facts, doors: localAt(Date.parse(startsAt), event.zone).time }}
      mark={markOf(factsOf(event))}
      action={saveDetails.bind(null, event.slug)}
      {...outcomeOf("details")}
    />
  );
}

async function Days({ event, outcomeOf }: Props) {
  const shown = daysShown(event.days, event.zone);
  return (
    <DaysPart
      begin={[...shown.map((row) => ({ ...row, id: row.id ?? "" })), { id: "", date: "", doors: "" }]}
      mark={markOf(shown)}
      action={saveDays.bind(null, event.slug)}
      {...outcomeOf("days")}
    />
  );
}

async function Mail({ event, may, outcomeOf }: Props) {
  const replyTo = await readReplyTo(database(), event.id);
  const { locale } = await readRules(database(), may);
  return (
    <>
      <MailPart
        begin={{ replyTo: replyTo ?? "" }}
        mark={markOf({ replyTo })}
        action={saveMail.bind(null, event.slug)}
        {...outcomeOf("mail")}
      />
      {languages().length > 1 ? (
        <LanguagePart
          begin={{ locale, languages: languages().map((it) => ({ locale: it, name: LANGUAGES[it].name })) }}
          mark={markOf({ locale })}
          action={saveLanguage.bind(null, event.slug)}
          {...outcomeOf("language")}
        />
      ) : null}
    </>
  );
}

async function Rooms({ event, outcomeOf }: Props) {
  const links = await listRoomLinks(database(), event.id);
  const rooms = (await listRooms(database(), event.id)).map((room) => ({
    ...room,
    link: links[room.id] ?? "",
  }));
  return (
    <RoomsPart
      begin={{ rows: [...rooms.map(rowOfRoom), ...blank(NO_ROOM)], text: textOfRooms(rooms) }}
      mark={markOf(roomsShown(rooms))}
      action={saveRooms.bind(null, event.slug)}
      {...outcomeOf("rooms")}
    />
  );
}

async function Slots({ event, outcomeOf }: Props) {
  const shown = slotsShown(await listSlots(database(), event.id), event.zone);
  const day = shown.at(-1)?.day ?? event.day;
  const fresh = { kind: "session" as const, id: "", title: "", day, starts: "", ends: "" };
  const rows = [...shown.map((row) => ({ ...row, id: row.id ?? "" })), ...blank(fresh)];
  const here = { locale: readerLocale(), zone: event.zone };
  const days = event.days.map(({ date, startsAt }) => ({ date, label: weekday(startsAt, here) }));
  return (
    <SlotsPart
      begin={{ rows, days, text: textOfSlots(shown) }}
      mark={markOf(shown)}
      action={saveSlots.bind(null, event.slug)}
      {...outcomeOf("slots")}
    />
  );
}

async function Hands({ event, may, outcomeOf }: Props) {
  const { dots, tally } = await readRules(database(), may);
  return (
    <HandsPart
      begin={{ dots: String(dots ?? ""), tally }}
      mark={markOf({ tally, dots })}
      action={saveHands.bind(null, event.slug)}
      {...outcomeOf("hands")}
    />
  );
}

async function Places({ event, may, outcomeOf }: Props) {
  const [rules, inside, releases] = await Promise.all([
    readRules(database(), may),
    readInside(database(), may),
    listReleaseRows(database(), event.id),
  ]);
  const { capacity, lineLimit, holdHours, offerHours, offersOn } = rules;
  return (
    <>
      <PlacesPart
        begin={{
          capacity: String(capacity),
          lineLimit: String(lineLimit ?? ""),
          holdHours: String(holdHours),
          offerHours: String(offerHours),
          offersOn,
          releases: releases.length > 0,
        }}
        mark={markOf(someRules(rules, { capacity, lineLimit, holdHours, offerHours, offersOn }))}
        action={savePlaces.bind(null, event.slug)}
        {...outcomeOf("places")}
      />
      <InsidePart
        begin={inside}
        mark={markOf(inside)}
        action={saveInside.bind(null, event.slug)}
        {...outcomeOf("inside")}
      />
    </>
  );
}

async function Releases({ event, may, outcomeOf }: Props) {
  const [{ capacity }, releases, { keptBack: byHand }] = await Promise.all([
    readRules(database(), may),
    listReleaseRows(database(), event.id),
    readPeopleCounts(database(), event.id),
  ]);
  return (
    <ReleasesPart
      begin={releasesBegin(releases, event, { capacity, byHand })}
      mark={markOf(releasesShown(releases, event.zone))}
      action={saveReleases.bind(null, event.slug)}
      {...outcomeOf("releases")}
    />
  );
}

async function Terms({ event, may, outcomeOf }: Props) {
  const terms = await readTerms(database(), may);
  return (
    <TermsPart
      begin={terms}
      mark={markOf(terms)}
      action={saveTerms.bind(null, event.slug)}
      {...outcomeOf("terms")}
    />
  );
}

async function Sectors({ event, outcomeOf }: Props) {
  const sectors = await listSectors(database(), event.id);
  return (
    <SectorsPart
      begin={[...sectors, { id: "", name: "" }]}
      mark={markOf(sectors)}
      action={saveSectors.bind(null, event.slug)}
      {...outcomeOf("sectors")}
    />
  );
}

async function Questions({ event, outcomeOf }: Props) {
  const questions = await listAllQuestions(database(), event.id);
  return (
    <QuestionsPart
      begin={questionRows(questions, event.days.at(-1)?.date ?? event.day)}
      mark={markOf(questionsShown(questions))}
      action={saveQuestions.bind(null, event.slug)}
      {...outcomeOf("questions")}
    />
  );
}

async function Equality({ event, outcomeOf }: Props) {
  const asked = await readAsked(database(), event.id);
  return (
    <EqualityPart
      begin={asked}
      mark={markOf({ asked })}
      action={saveEquality.bind(null, event.slug)}
      {...outcomeOf("equality")}
    />
  );
}

async function Privacy({ event, may, outcomeOf }: Props) {
  const keepDays = await readKeepDays(database(), may);
  return (
    <>
      <PrivacyPart
        begin={{ keepDays: String(keepDays) }}
        mark={markOf(keepingOf({ keepDays }))}
        action={savePrivacy.bind(null, event.slug)}
        {...outcomeOf("privacy")}
      />
      <Purges purges={await listPurges(database(), may)} />
    </>
  );
}
