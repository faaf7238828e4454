import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { LetBack } from "#components/door/let-back.tsx";
import { WalkInForm } from "#components/door/walk-in.tsx";
import { database } from "#db/connection.ts";
import { findGuest } from "#db/door/guests.ts";
import { newId } from "#db/id.ts";
import { listSectors } from "#db/sector.ts";
import { isId } from "#domain/id.ts";
import { wordsOf } from "#messages/words.ts";
import { asksCutOff } from "../../cut-off.ts";
import { letBack, letIn } from "./actions.ts";

const words = wordsOf("door");

type Asked = Record<"in" | "back", string | string[] | undefined>;
type Props = { params: Promise<{ event: string }>; searchParams: Promise<Partial<Asked>> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "checkIn");
  return { title: `${words.walkIn.title} · ${event.name}`, robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event } = await mayAt(slug, "checkIn");
  if (await asksCutOff(event.id)) notFound();
  const { in: came, back } = await searchParams;
  const find = async (id: unknown) =>
    typeof id === "string" && isId(id) ? findGuest(database(), event.id, id) : null;
  const late = await find(back);
  if (late) return <LetBack {...{ slug, camp: event.name }} guest={late} action={letBack.bind(null, slug)} />;
  const guest = await find(came);
  const sectors = await listSectors(database(), event.id);
  return (
    <WalkInForm
      {...{ slug, camp: event.name, sectors, id: newId() }}
      done={guest}
      action={letIn.bind(null, slug)}
    />
  );
}
