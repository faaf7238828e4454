import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { leadBack, mayAt, viewer } from "#app/viewer.ts";
import { Door } from "#components/door/door.tsx";
import { mayOf } from "#domain/viewer.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("door");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event: slug } = await params;
  await leadBack(slug, "door");
  const { event } = await mayAt(slug, "checkIn");
  const title = `${words.title} · ${event.name}`;
  return { title, robots: { index: false }, manifest: `/e/${slug}/door/manifest.webmanifest` };
}

/** It names nobody: a phone keeps it for when it has no network, and gets the names by themselves. */
export default async function Page({ params }: Props) {
  const { event: slug } = await params;
  if (!(await viewer()).person) redirect(env().DEMO ? "/demo" : "/sign-in");
  await leadBack(slug, "door");
  const { event, crew } = await mayAt(slug, "checkIn");
  return (
    <Door
      slug={slug}
      camp={event.name}
      zone={event.zone}
      served={new Date().toISOString()}
      seesPeople={mayOf(crew, "seePeople") !== null}
    />
  );
}
