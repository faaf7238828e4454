import { camp, viewer } from "#app/viewer.ts";
import { CampFoot } from "#components/camp-page/foot.tsx";
import { Halted } from "#components/event/halted.tsx";
import { CrewAlone, Me, Stranger } from "#components/event/me.tsx";
import { LiveDay } from "#components/event/me-live.tsx";
import { HeldPass, PassElsewhere } from "#components/event/pass.tsx";
import { placeOf } from "#components/event/place.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { TakeDay } from "#components/grid/take-day.tsx";
import { Answers } from "#components/pitch/answers.tsx";
import { HostAsks, Invitations } from "#components/pitch/invitations.tsx";
import { MyPitches } from "#components/pitch/mine.tsx";
import { Together } from "#components/pitch/together.tsx";
import { TellPhone } from "#components/push/tell-phone.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { MyHands } from "#components/voting/mine.tsx";
import { UnsentHands } from "#components/voting/unsent.tsx";
import { database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import { readMe } from "#db/me.ts";
import { hasDayAddress } from "#db/my-day.ts";
import { readPass } from "#db/pass.ts";
import { listAsked, readMergeNews } from "#db/pitch/asked.ts";
import { listHostAsks, listInvitations } from "#db/pitch/host-asks.ts";
import { readLine } from "#db/pitch/line.ts";
import { listMyPitches, listPitches } from "#db/pitch.ts";
import { readPushKey } from "#db/push/key.ts";
import { readTold } from "#db/push.ts";
import { type OwnPage, readRegistration } from "#db/registration/status.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { readBallot } from "#db/voting.ts";
import { type EventView, isHalted, permits, wentBy } from "#domain/event.ts";
import { isCountable } from "#domain/heads.ts";
import { hasBegun, isAtLastDay } from "#domain/life.ts";
import { pairingsOf } from "#domain/pitch/together.ts";
import { isIn } from "#domain/registration/on-the-day.ts";
import { runsOf } from "#domain/run.ts";
import { type Attendee, mayOf, type Viewer } from "#domain/viewer.ts";
import { time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { type CampProps, titleOf } from "../title.ts";
import { actOnPitch, answerAsked, endPass, openOwnPage } from "./actions.ts";
import { endMyDay, followMyDay, sendMyDay } from "./day.ts";
import { askToBeTold, endTelling } from "./told.ts";

const words = wordsOf("me");
const hidden = wordsOf("pitch");
const permission = wordsOf("permission");
const feedback = wordsOf("feedback");
const writeUp = wordsOf("writeUp");
const headsWords = wordsOf("heads");
const swaps = wordsOf("swaps");

export const generateMetadata = (props: CampProps) => titleOf(props, "me");

export default async function Page({ params }: CampProps) {
  const { event: slug } = await params;
  const event = await camp(slug);
  const who = await viewer(event.id);
  const mine = who.registrationId ? await readRegistration(database(), who.registrationId, new Date()) : null;
  // Whoever stands by is called on this phone.
  const told = who.attendee ?? (mine?.onTheDay.standsBy ? holderOf(mine, event) : null);
  const followed = permits(event.phase, "star") || wentBy(event.phase);
  // Then the page is printed as one's own day, and no more.
  const out = followed && who.attendee !== null && (await readGrid(database(), event.id)) !== null;
  const pass = who.attendee && !who.pass ? await readPass(database(), who.attendee.registrationId) : null;
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="me" />}>
      {mine && who.attendee && followed ? (
        <OwnDay event={event} who={who} name={mine.registration.name} />
      ) : (
        <Heading title={mine ? words.hello(mine.registration.name) : words.title} />
      )}
      <div data-print={out ? "no" : undefined}>
        <Halted event={event} />
        {mine ? (
          <Me
            registration={mine.registration}
            event={event}
            place={placeOf(event)}
            passedOn={mine.onTheDay.passedOn}
            isIn={isIn(mine.onTheDay)}
            openPage={who.pass ? null : openOwnPage.bind(null, slug)}
          />
        ) : (
          <NoPlace event={event} who={who} />
        )}
        {permits(event.phase, "giveFeedback") && isAtLastDay(event) ? (
          <p>
            <a href={`/e/${slug}/feedback`}>{feedback.link}</a>
          </p>
        ) : null}
        {who.attendee && !who.pass && !isHalted(event.phase) ? (
          <p>
            <a href={`/e/${slug}/swaps`}>{swaps.link}</a>
          </p>
        ) : null}
        {who.attendee && permits(event.phase, "writeUp") && event.days.some(hasBegun) ? (
          <p>
            <a href={`/e/${slug}/write-up`}>{writeUp.link}</a>
          </p>
        ) : null}
        {who.attendee ? <UnsentHands slug={slug} owner={who.attendee.registrationId} /> : null}
        {who.pass ? <HeldPass end={endPass.bind(null, slug)} /> : null}
        {pass ? (
          <PassElsewhere when={time(pass.since, placeOf(event))} end={endPass.bind(null, slug)} />
        ) : null}
        {who.attendee && !isHalted(event.phase) ? <Mine event={event} attendee={who.attendee} /> : null}
        {told && who.deviceId && permits(event.phase, "announce") ? (
          <OnThisPhone slug={slug} holder={told} deviceId={who.deviceId} />
        ) : null}
        {who.crew ? (
          <p>
            {words.crew(permission.being(who.crew.roles))} <a href={`/e/${slug}/desk`}>{words.desk}</a>
            {mayOf(who.crew, "takeTasks") ? (
              <>
                {" · "}
                <a href={`/e/${slug}/rota`}>{words.rota}</a>
              </>
            ) : null}
          </p>
        ) : null}
        {who.person ? (
          <p>
            <a href="/devices">{words.devices}</a>
          </p>
        ) : null}
        <CampFoot slug={slug} />
      </div>
    </Phone>
  );
}

function NoPlace({ event, who: { crew, person } }: { event: EventView; who: Viewer }) {
  if (!crew) return <Stranger event={event} signedIn={person !== null} />;
  const adds = mayOf(crew, "movePeople", "seeCrew") !== null && permits(event.phase, "moveByHand");
  return (
    <CrewAlone event={event} add={adds ? `/e/${event.slug}/desk/people/add?crew=${crew.personId}` : null} />
  );
}

/** Follows the grid as it changes; without a script it is as it was when the page was asked for. */
async function OwnDay({ event, who, name }: { event: EventView; who: Viewer; name: string }) {
  const { id, slug, phase } = event;
  const db = database();
  const [first, me, followed] = await Promise.all([
    readSnapshot(db, id, "camper", hidden.hidden),
    readMe(db, who),
    who.attendee ? hasDayAddress(db, who.attendee) : false,
  ]);
  return (
    <>
      <LiveDay {...{ first, me, name }} served={new Date().toISOString()} />
      {first.grid && permits(phase, "star") ? (
        <TakeDay
          press={newId()}
          mail={sendMyDay.bind(null, slug)}
          follow={who.pass ? null : followMyDay.bind(null, slug)}
          end={endMyDay.bind(null, slug)}
          followed={followed}
        />
      ) : null}
    </>
  );
}

const holderOf = ({ registration }: OwnPage, { id: eventId }: EventView) => {
  return { registrationId: registration.id, eventId };
};

async function OnThisPhone({
  slug,
  holder,
  deviceId,
}: {
  slug: string;
  holder: { registrationId: string; eventId: string };
  deviceId: string;
}) {
  const [publicKey, told] = await Promise.all([
    readPushKey(database()),
    readTold(database(), holder, deviceId),
  ]);
  if (!publicKey) return null;
  return (
    <TellPhone
      {...{ publicKey, told }}
      ask={askToBeTold.bind(null, slug)}
      end={endTelling.bind(null, slug)}
    />
  );
}

async function Mine({ event, attendee }: { event: EventView; attendee: Attendee }) {
  const { slug, phase } = event;
  const db = database();
  const [mine, ballot, all, grid, line] = await Promise.all([
    listMyPitches(db, attendee),
    readBallot(db, attendee),
    listPitches(db, attendee.eventId),
    readGrid(db, attendee.eventId),
    permits(phase, "call") ? readLine(db, attendee.eventId) : null,
  ]);
  const ids = mine.map(({ id }) => id);
  const [asked, news, hostAsks, invitations] = await Promise.all([
    listAsked(db, ids),
    readMergeNews(db, ids),
    listHostAsks(
      db,
      mine.filter(({ own }) => own).map(({ id }) => id),
    ),
    listInvitations(db, attendee),
  ]);
  const placed = grid && new Set(grid.placements.map(({ pitchId }) => pitchId));
  const hosted = new Set(mine.map(({ id, mergedInto }) => mergedInto?.id ?? id));
  const onNow = grid && runsOf(grid).some((run) => hosted.has(run.pitchId) && isCountable(run, Date.now()));
  const agree = permits(phase, "agree") && grid === null;
  return (
    <Answers>
      <Invitations invitations={invitations} act={answerAsked.bind(null, slug)} />
      <MyPitches
        slug={slug}
        pitches={mine}
        phase={phase}
        placed={placed}
        front={line?.front?.id ?? null}
        act={actOnPitch.bind(null, slug)}
        together={(pitch) => (
          <>
            <HostAsks asks={hostAsks.filter(({ pitchId }) => pitchId === pitch.id)} />
            <Together
              pitch={pitch}
              pairings={agree && pitch.own ? pairingsOf(pitch, all, asked) : []}
              news={news.get(pitch.id) ?? null}
              place={placeOf(event)}
              act={agree ? actOnPitch.bind(null, slug) : null}
            />
          </>
        )}
      />
      {onNow ? (
        <p>
          <a href={`/e/${slug}/heads`}>{headsWords.link}</a>
        </p>
      ) : null}
      {grid ? null : <MyHands pitches={all.filter(({ id }) => ballot.includes(id))} />}
    </Answers>
  );
}
