/** The camps somebody helps to run, those they come to, and the way to start one. */
import type { Metadata } from "next";
import { viewer } from "#app/viewer.ts";
import { Camps } from "#components/camp/camps.tsx";
import { InstallationDesk } from "#components/desk/installation.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { listAttending, listMyCamps } from "#db/camp.ts";
import { database } from "#db/connection.ts";
import { wordsOf } from "#messages/words.ts";

const camp = wordsOf("camp");
const common = wordsOf("common");

const words = camp.mine;

export const generateMetadata = (): Metadata => ({ title: words.title });

export default async function MyCamps() {
  const { person, owner } = await viewer();
  if (!person) return <SignInFirst />;
  const db = database();
  const [running, attending] = await Promise.all([
    listMyCamps(db, person.id),
    listAttending(db, person.email),
  ]);
  const start = owner ? <ButtonLink href="/desk/new">{words.start}</ButtonLink> : null;
  return (
    <InstallationDesk
      email={person.email}
      owner={owner !== null}
      at="camps"
      title={words.title}
      actions={running.length ? start : null}
    >
      {running.length > 0 ? (
        <Camps camps={running} />
      ) : (
        <Empty title={words.none.title} action={start}>
          {owner ? words.none.owner : words.none.other}
        </Empty>
      )}
      {attending.length > 0 ? <Camps title={words.attending} camps={attending} /> : null}
    </InstallationDesk>
  );
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
