"use client";

import { useEffect, useState } from "react";
import { useAwake } from "#components/compere/awake.ts";
import { useNow } from "#components/event/clock.ts";
import { LateHelp } from "#components/help/later.tsx";
import { useAlive } from "#components/ui/alive.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Bar } from "#components/ui/bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { BigNumber } from "#components/ui/figures.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { ConnectionState, Status } from "#components/ui/status.tsx";
import type { DoorAnswer, Guest } from "#domain/door/guest.ts";
import { insideOf, type PhoneList } from "#domain/door/phone-list.ts";
import { readScan } from "#domain/door/scan.ts";
import { saidCode } from "#domain/ticket.ts";
import { count, number } from "#messages/counts.ts";
import { time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Answer } from "./answer.tsx";
import { answerScan } from "./answer-scan.ts";
import { beep } from "./beep.ts";
import styles from "./door.module.css";
import { Find } from "./find.tsx";
import { DoorFoot } from "./foot.tsx";
import { InsideList } from "./inside.tsx";
import { keepDoor } from "./keep.ts";
import { useHasNetwork } from "./online.ts";
import { type DoorState, NO_CALLS } from "./phone-state.ts";
import { keepPreferences, readPreferences, USUAL } from "./preferences.ts";
import { PrintButton } from "./print-button.tsx";
import { Scanner } from "./scanner.tsx";
import { DoorSettings } from "./settings.tsx";
import { NoList, ShutOut } from "./shut-out.tsx";
import { useDoor } from "./use-door.ts";
import { useWedge } from "./wedge.ts";

const common = wordsOf("common");
const words = wordsOf("door");

type DoorProps = {
  slug: string;
  camp: string;
  zone: string;
  /** When the server rendered the page, ISO 8601. */
  served: string;
  /** Whether this reader has a page of each person at the desk. */
  seesPeople: boolean;
};

/** How public/door-sw.js leads here from a page that needs the network. */
const NO_NETWORK = "#no-network";

/** The nth answer on the screen; `asks` where nothing is done before it is tapped. */
type Shown = { answer: DoorAnswer; asks: boolean; n: number };

/** The door: how many are in, a camera, a search, and what became of the last tap. */
export function Door({ slug, camp, zone, served, seesPeople }: DoorProps) {
  const [preferences, setPreferences] = useState(USUAL);
  useEffect(() => setPreferences(readPreferences()), []);
  const { phone, state } = useDoor(slug, preferences.door);
  const [shown, setShown] = useState<Shown | null>(null);
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const [clearing, setClearing] = useState(false);
  const here = { locale: readerLocale(), zone };
  const alive = useAlive();
  useAwake();
  useEffect(() => {
    if (location.hash !== NO_NETWORK) return;
    setSaid(words.offline.back);
    history.replaceState(history.state, "", location.pathname);
  }, []);
  useEffect(() => void keepDoor().catch(() => undefined), []);
  const answer = (answer: DoorAnswer, asks = false) => {
    // Another one is said anew, also while one is on the screen.
    setShown((before) => ({ answer, asks, n: (before?.n ?? 0) + 1 }));
    if (preferences.sound) beep(answer.kind);
  };
  const letIn = (found: DoorAnswer) => {
    if (found.guest) phone.letIn(found.guest.id);
    else if ("code" in found) phone.letInUnlisted(found.code);
  };
  const tapIn = (found: DoorAnswer) => {
    letIn(found);
    setSaid(saidOf(found, words.isIn, words.unlisted.isIn));
    setTyped("");
    setShown(null);
  };
  const scan = async (text: string) => {
    const found = await answerScan(phone, text, slug);
    const asks = preferences.mode === "confirm" || phone.shut;
    if (found.kind === "welcome" && !asks) letIn(found);
    setTyped("");
    answer(found, asks);
  };
  const undo = (found: DoorAnswer) => {
    if (found.guest) phone.undo(found.guest.id);
    else if ("code" in found) phone.undoUnlisted(found.code);
    setShown(null);
    setSaid(saidOf(found, words.undone, words.unlisted.undone));
  };
  const leaves = (guest: Guest) => {
    phone.leaves(guest.id);
    setShown(null);
    setSaid(words.hasLeft(guest.name));
  };
  const look = (guest: Guest) => answer(phone.answer(guest), true);
  const enter = (text: string, only: Guest | null) => {
    const read = readScan(text, slug);
    const isCode = typeof read !== "string";
    // What is a name as well as a code may be nobody's code.
    if (only && !(isCode && phone.byCode(read.code))) look(only);
    else if (isCode) void scan(text);
  };
  const now = useNow(served, 10_000);
  const hasNetwork = useHasNetwork();
  // Nobody sees an answer under the list of who is inside.
  useWedge((text) => void scan(text), state.list !== null && !clearing);
  const { list } = state;
  if (list && clearing)
    return <Clearing {...{ camp, list, here, served, state }} close={() => setClearing(false)} />;
  const { stuck, refusal } = state;
  const offline = stuck || !hasNetwork;
  const unsent = state.unsent.length + state.unlisted.length;
  const connection = refusal ? null : offline ? "offline" : list || state.over ? "live" : "connecting";
  return (
    <Phone
      layout="check-in"
      camp={camp}
      {...(!offline && { home: `/e/${slug}` })}
      connection={
        <ConnectionState state={alive ? connection : null}>
          {alive && connection ? common.connection[connection] : null}
        </ConnectionState>
      }
      told={<LateHelp slug={slug} calls={offline ? NO_CALLS : state.calls} now={now} />}
    >
      <h1 className="visually-hidden">{words.title}</h1>
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
      {refusal ? <ShutOut {...{ slug, refusal, unsent }} again={() => void phone.kick()} /> : null}
      {list?.shut ? (
        <Banner tone="wait" title={words.shut.title}>
          <p>{words.shut.body}</p>
        </Banner>
      ) : null}
      <Told {...{ phone, state, here }} />
      {list ? (
        <>
          <BigNumber value={number(state.here, here.locale)}>{words.inOf(list.places)}</BigNumber>
          <Bar
            value={state.here}
            max={Math.max(1, list.places)}
            label={words.inOf(list.places)}
            tone="good"
          />
          <Freshness told={list.told} unsent={unsent} served={served} />
          <Status>{said}</Status>
          <div className={styles.acts}>
            <Scanner onRead={(text) => void scan(text)} paused={shown !== null} />
            <Find
              guests={list.guests}
              guestNow={(id) => phone.guest(id)}
              {...{ typed, here, enter }}
              type={setTyped}
              choose={look}
              walkIn={offline || list.shut ? null : `/e/${slug}/door/walk-in`}
            />
          </div>
        </>
      ) : refusal ? null : (
        <NoList state={state} stuck={stuck} again={() => void phone.kick()} />
      )}
      <DoorSettings
        preferences={preferences}
        change={(to) => {
          setPreferences(to);
          keepPreferences(to);
        }}
      />
      {state.refusal ? null : (
        <DoorFoot {...{ slug, offline }} clear={list ? () => setClearing(true) : null} />
      )}
      {shown ? (
        <Answer
          key={shown.n}
          answer={shown.answer}
          asks={shown.asks}
          shut={phone.shut}
          {...{ offline, here }}
          people={seesPeople ? `/e/${slug}/desk/people` : null}
          badges={`/e/${slug}/desk/badges`}
          letIn={() => tapIn(shown.answer)}
          undo={() => undo(shown.answer)}
          leaves={leaves}
          back={(guest) => `/e/${slug}/door/walk-in?back=${guest.id}`}
          close={() => setShown(null)}
        />
      ) : null}
    </Phone>
  );
}

/** What is said of somebody by their name, or of a ticket by its code. */
function saidOf(answer: DoorAnswer, ofName: (name: string) => string, ofCode: (code: string) => string) {
  if (answer.guest) return ofName(answer.guest.name);
  return "code" in answer ? ofCode(saidCode(answer.code)) : "";
}

type ClearingProps = {
  camp: string;
  list: PhoneList;
  state: Pick<DoorState, "unsent" | "unlisted">;
  here: { locale: string; zone: string };
  served: string;
  close: () => void;
};

/** Who is inside as this phone knows it, also without a network. */
function Clearing({ camp, list, state, here, served, close }: ClearingProps) {
  const { inside, left } = insideOf(list, state.unsent);
  const nameless = state.unlisted.filter(({ dayId }) => dayId === list.day.id);
  const age = Math.max(0, useNow(served, 10_000) - list.told);
  return (
    <InsideList
      {...{ camp, inside, left, here }}
      asOf={words.asOf(ageOf(age))}
      missing={[
        ...(nameless.length > 0 ? [words.inside.nameless(nameless.map(({ code }) => saidCode(code)))] : []),
        ...(age > 60_000 ? [words.inside.unsent] : []),
      ]}
      acts={
        <>
          <PrintButton>{words.inside.print}</PrintButton>
          <Button kind="quiet" onClick={close}>
            {words.inside.back}
          </Button>
        </>
      }
    />
  );
}

type Asked = ReturnType<typeof useDoor>;

/** What became of taps that two phones did not know of. */
function Told({ phone, state, here }: Asked & { here: { locale: string; zone: string } }) {
  const { twice, turnedDown, tooMany, nobodys } = state;
  if (twice.length + turnedDown.length + tooMany.length + nobodys.length === 0) return null;
  return (
    <Banner
      tone="wait"
      role="alert"
      title={[
        ...state.twice.map(({ name, here: first }) =>
          words.twice(name, time(new Date(first!.at).toISOString(), here), first!.door),
        ),
        ...state.turnedDown.map(words.turnedDown),
        ...state.nobodys.map((code) => words.unlisted.nobodys(saidCode(code))),
        ...state.tooMany.map(words.tooMany),
      ].join(" ")}
      action={
        <Button kind="quiet" onClick={() => phone.heard()}>
          {words.understood}
        </Button>
      }
    />
  );
}

/** How old what is counted is, and what is still to be sent. */
function Freshness({ told, unsent, served }: { told: number; unsent: number; served: string }) {
  const age = Math.max(0, useNow(served, 10_000) - told);
  return (
    <p className={styles.quiet}>
      {words.asOf(ageOf(age))} {unsent > 0 ? `${count(unsent, words.unsent, readerLocale())}.` : null}
    </p>
  );
}

function ageOf(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (ms < 15_000) return words.now;
  if (minutes < 1) return words.secondsAgo;
  if (minutes < 60) return count(minutes, words.minutesAgo, readerLocale());
  return count(Math.floor(minutes / 60), words.hoursAgo, readerLocale());
}
