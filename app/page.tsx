import { connection } from "next/server";
import eventStyles from "#components/event/event.module.css";
import { CampList } from "#components/event/list.tsx";
import { Years, yearPage } from "#components/event/years.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Link } from "#components/ui/link.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { listComing, listYears } from "#db/camp-list.ts";
import { database } from "#db/connection.ts";
import { FIRST_PAGE, leadTo } from "#domain/paging.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";

const demo = wordsOf("demo");
const home = wordsOf("home");

/** The first page: the camps that are on and those that come next, and the years of those that were. */
export default async function Page() {
  await connection();
  const now = new Date();
  const [list, years] = await Promise.all([
    listComing(database(), now, FIRST_PAGE),
    listYears(database(), now),
  ]);
  const { items: camps, more } = list;
  const none = years.length > 0 ? home.noneComing : home.none;
  return (
    <Phone camp={home.title}>
      <Heading title={home.lede} />
      {camps.length > 0 ? (
        <CampList camps={camps} now={now.getTime()} />
      ) : (
        <Empty title={none.title}>{none.body}</Empty>
      )}
      {more ? (
        <p className={eventStyles.group}>
          <Link href={`/coming?${leadTo(list, 2)}`}>{home.more}</Link>
        </p>
      ) : null}
      <Years years={years} at={yearPage} />
      <p className={eventStyles.links}>
        {env().DEMO ? <a href="/demo">{demo.invitation}</a> : null}
        <a href="/desk">{home.start}</a>
        <a href="/now">{home.plain}</a>
        <a href="/went-wrong">{home.mistakes}</a>
      </p>
    </Phone>
  );
}
