import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { camp, leadBack, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { LiveProvider } from "#components/live/provider.tsx";
import { NotCrew } from "#components/rota/not-crew.tsx";
import { RotaPhone } from "#components/rota/phone.tsx";
import styles from "#components/rota/rota.module.css";
import { ButtonLink } from "#components/ui/button.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { listRota } from "#db/rota.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { audienceFor } from "#domain/live/audience.ts";
import { mayOf } from "#domain/viewer.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";
import { call, sayOfCall } from "../calling.ts";
import type { CampProps } from "../title.ts";
import { tapTask } from "./actions.ts";

const pitch = wordsOf("pitch");
const help = wordsOf("help");
const words = wordsOf("rota");

export const generateMetadata = (): Metadata => ({ title: words.title, robots: { index: false } });

/** The rota on a phone. That every camp has one is no secret: whoever is not on its crew is told so. */
export default async function Page({ params }: CampProps) {
  const { event: slug } = await params;
  if (!(await viewer()).person) redirect(env().DEMO ? "/demo" : "/sign-in");
  const event = await camp(slug);
  await leadBack(slug, "rota");
  const who = await viewer(event.id);
  const may = mayOf(who.crew, "takeTasks");
  const phone = { camp: event.name, home: `/e/${slug}`, tabs: <CampTabs slug={slug} current="now" /> };
  if (!may)
    return (
      <Phone {...phone}>
        <NotCrew slug={slug} watches={mayOf(who.crew, "seeCrew") !== null} />
      </Phone>
    );
  const db = database();
  const audience = audienceFor("phone", who) ?? "public";
  const [first, tasks] = await Promise.all([
    readSnapshot(db, event.id, audience, pitch.hidden),
    listRota(db, may),
  ]);
  return (
    <Phone
      {...phone}
      action={
        <ButtonLink wide href="#call">
          {help.ask}
        </ButtonLink>
      }
    >
      <LiveProvider screen="phone" first={first}>
        <RotaPhone
          tasks={tasks}
          me={{ id: may.personId, name: may.name }}
          tap={tapTask.bind(null, slug)}
          calling={{ call: call.bind(null, slug), answer: sayOfCall.bind(null, slug), freshId: newId() }}
          served={new Date().toISOString()}
        />
      </LiveProvider>
      <p className={styles.back}>
        <a href={`/e/${slug}/desk`}>{words.toDesk}</a>
      </p>
    </Phone>
  );
}
