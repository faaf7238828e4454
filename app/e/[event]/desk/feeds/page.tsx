/** What other sites and programs get of a camp, as its organisers set it. */
import type { Metadata } from "next";
import { z } from "zod";
import { mayAt } from "#app/viewer.ts";
import { ArchiveBanner, Fixed } from "#components/camp/fixed.tsx";
import { type Answered, Said } from "#components/desk/said.tsx";
import { Snippet } from "#components/feeds/snippet.tsx";
import { embedLook } from "#domain/embed.ts";
import { permits } from "#domain/event.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../said.ts";
import { Told } from "./told.tsx";

const words = wordsOf("feeds").desk;
const { said } = wordsOf("webhooks");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

/** What the form of the snippet asks for; an accent also as it is written in a stylesheet. */
const asked = z.object({
  theme: z.string().nullable().catch(null).default(null),
  accent: z
    .string()
    .transform((typed) => typed.trim().replace(/^#/, "").slice(0, 20))
    .catch("")
    .default(""),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${words.title} · ${event.name}` };
}

export default async function FeedsPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "changeSettings");
  const parameters = await searchParams;
  const { theme, accent } = asked.parse(parameters);
  const heard = heardFrom(parameters);
  const fixed = !permits(event.phase, "set");
  const look = embedLook({ theme, accent });
  return (
    <DeskFrame slug={slug} at="settings" title={words.title}>
      <Said answered={answeredOf(heard)} at={heard?.at ?? ""} />
      <ArchiveBanner fixed={fixed} />
      <p>
        {words.publicBody} <a href={`/e/${slug}/feeds`}>{words.publicLink}</a>
      </p>
      <Snippet
        camp={event}
        origin={env().ORIGIN}
        look={look}
        wrong={accent !== "" && look.accent === null ? accent : null}
      />
      <Fixed fixed={fixed}>
        <Told event={event} may={may} now={Date.now()} />
      </Fixed>
    </DeskFrame>
  );
}

function answeredOf(heard: Heard | null): Answered | null {
  switch (heard?.code) {
    case "test":
    case "on":
    case "gone":
    case "again":
      return said[heard.code];
    default:
      return null;
  }
}
