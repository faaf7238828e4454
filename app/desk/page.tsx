/** The camps somebody helps to run and those they come to, a page at a time, and the way to start one. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { viewer } from "#app/viewer.ts";
import { MyCamps } from "#components/camp/mine.tsx";
import { InstallationDesk } from "#components/desk/installation.tsx";
import { type Answered, Said } from "#components/desk/said.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readLeftCamp } from "#db/crew-list.ts";
import { findEvent } from "#db/event.ts";
import { findMyCamps, listMyComing, listMyPast, listMyYears, type Me } from "#db/my-camps.ts";
import { FIRST_PAGE, pageNumber, turnOf, yearNumber } from "#domain/paging.ts";
import { oneLine } from "#domain/text.ts";
import { wordsOf } from "#messages/words.ts";

const camp = wordsOf("camp");
const common = wordsOf("common");

const words = camp.mine;

export const generateMetadata = (): Metadata => ({ title: words.title });

type Asked = Record<
  "find" | "year" | "page" | "after" | "before" | "left" | "deleted",
  string | string[] | undefined
>;

export default async function Desk({ searchParams }: { searchParams: Promise<Asked> }) {
  const { person, owner } = await viewer();
  if (!person) return <SignInFirst />;
  const asked = await searchParams;
  await leadToPasskey(asked.left);
  const found = await readCamps(person, asked);
  const none = found.list.items.length === 0 && found.years.length === 0 && found.find === "";
  const start = owner ? <ButtonLink href="/desk/new">{words.start}</ButtonLink> : null;
  return (
    <InstallationDesk
      email={person.email}
      owner={owner !== null}
      at="camps"
      title={words.title}
      actions={none ? null : start}
    >
      <Said answered={await leftOf(person.id, asked.left)} at="left" />
      <Said answered={asked.deleted === undefined ? null : words.deleted} at="deleted" />
      {none ? (
        <Empty title={words.none.title} action={start}>
          {owner ? words.none.owner : words.none.other}
        </Empty>
      ) : (
        <MyCamps {...found} />
      )}
    </InstallationDesk>
  );
}

/** A desk that closed because its camp needs a passkey now. */
async function leadToPasskey(slug: Asked["left"]): Promise<void> {
  const event = typeof slug === "string" ? await findEvent(database(), slug) : null;
  if (event && (await viewer(event.id)).needsPasskey)
    redirect(`/sign-in/passkeys/needed?next=/e/${event.slug}/desk`);
}

/** What is said to whoever was led here from a desk that is theirs no more. */
async function leftOf(personId: string, slug: Asked["left"]): Promise<Answered | null> {
  if (typeof slug !== "string") return null;
  const camp = await readLeftCamp(database(), personId, slug);
  return { tone: "wait", title: camp ? words.left.crew(camp) : words.left.desk, next: words.left.next };
}

async function readCamps(me: Me, asked: Asked) {
  const find = oneLine(typeof asked.find === "string" ? asked.find : "");
  const year = find ? null : yearNumber(asked.year);
  // A page that says not where it begins is the first: here nobody is sent away.
  const turn = turnOf(asked) ?? FIRST_PAGE;
  const [db, now] = [database(), new Date()];
  const list = find
    ? findMyCamps(db, me, find, pageNumber(asked.page))
    : year === null
      ? listMyComing(db, me, now, turn)
      : listMyPast(db, me, now, year, turn);
  return { find, year, list: await list, years: await listMyYears(db, me, now) };
}

function SignInFirst() {
  return (
    <Phone camp={common.product}>
      <Heading title={words.signIn.title}>{words.signIn.body}</Heading>
      <ButtonLink href="/sign-in" wide>
        {words.signIn.next}
      </ButtonLink>
    </Phone>
  );
}
