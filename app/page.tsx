import { connection } from "next/server";
import eventStyles from "#components/event/event.module.css";
import { CampList } from "#components/event/list.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { listEvents } from "#db/event.ts";
import { event as words } from "#messages/en/event.ts";

/** The front door of the house: its camps. */
export default async function Page() {
  await connection();
  const camps = await listEvents(database());
  return (
    <Phone camp={words.home.title}>
      <Heading title={words.home.lede} />
      {camps.length > 0 ? (
        <CampList camps={camps} />
      ) : (
        <Empty title={words.home.none.title}>{words.home.none.body}</Empty>
      )}
      <p className={eventStyles.links}>
        <a href="/desk">{words.home.start}</a>
        <a href="/now">{words.home.plain}</a>
      </p>
    </Phone>
  );
}
