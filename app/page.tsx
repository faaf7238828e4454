import { connection } from "next/server";
import eventStyles from "#components/event/event.module.css";
import { CampList } from "#components/event/list.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { listEvents } from "#db/event.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";

const demo = wordsOf("demo");
const home = wordsOf("home");

/** The first page: the camps of this installation. */
export default async function Page() {
  await connection();
  const camps = await listEvents(database());
  return (
    <Phone camp={home.title}>
      <Heading title={home.lede} />
      {camps.length > 0 ? (
        <CampList camps={camps} now={Date.now()} />
      ) : (
        <Empty title={home.none.title}>{home.none.body}</Empty>
      )}
      <p className={eventStyles.links}>
        {env().DEMO ? <a href="/demo">{demo.invitation}</a> : null}
        <a href="/desk">{home.start}</a>
        <a href="/now">{home.plain}</a>
      </p>
    </Phone>
  );
}
