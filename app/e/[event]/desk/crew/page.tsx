import type { Metadata } from "next";
import { mayAt, viewer } from "#app/viewer.ts";
import { Crew } from "#components/desk/crew.tsx";
import { PasskeyRuleCard } from "#components/desk/crew-passkeys.tsx";
import { pagerFor } from "#components/event/pages.ts";
import { WhereLive } from "#components/rota/where-live.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { database } from "#db/connection.ts";
import { findMember, listCrew, listTakenOff } from "#db/crew-list.ts";
import { readPasskeyRule } from "#db/passkey/rule.ts";
import { listRota } from "#db/rota.ts";
import { pageNumber } from "#domain/paging.ts";
import { type May, mayOf } from "#domain/viewer.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { invite, restore } from "./actions.ts";
import { changeRule } from "./passkeys.ts";

const words = wordsOf("crew");
const passkey = wordsOf("passkey");
const permission = wordsOf("permission");

type Done = Partial<Record<"invited" | "same" | "changed" | "reset" | "passkeys" | "page", string>>;
type Props = { params: Promise<{ event: string }>; searchParams: Promise<Done> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "seeCrew");
  return { title: `${words.title} · ${event.name}` };
}

export default async function CrewPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew, may } = await mayAt(slug, "seeCrew");
  const manages = mayOf(crew, "manageCrew");
  const asked = await searchParams;
  const list = await listCrew(database(), may, pageNumber(asked.page));
  const former = manages ? await listTakenOff(database(), manages, new Date()) : [];
  return (
    <DeskFrame slug={slug} at="crew" title={words.title}>
      <Crew
        crew={list.items.map((row) => ({ ...row, you: row.personId === crew.personId }))}
        former={former}
        pages={<Pager {...pagerFor(list, (page) => `/e/${slug}/desk/crew?page=${page}`)} />}
        done={await doneTo(may, asked)}
        here={{ locale: readerLocale(), zone: event.zone }}
        actions={
          manages && {
            invite: invite.bind(null, slug),
            restore: restore.bind(null, slug),
            changePage: `/e/${slug}/desk/crew`,
          }
        }
      />
      {manages ? (
        <PasskeyRuleCard
          rule={{ ...(await readPasskeyRule(database(), manages)), used: (await viewer(event.id)).passkey }}
          action={changeRule.bind(null, slug)}
        />
      ) : null}
      <WhereLive tasks={await listRota(database(), may)} served={new Date().toISOString()} />
    </DeskFrame>
  );
}

/** What the action that led here did, in the member's present roles. */
async function doneTo(may: May<"seeCrew">, done: Done): Promise<string | null> {
  if (done.passkeys) return done.passkeys === "on" ? passkey.rule.turnedOn : passkey.rule.turnedOff;
  const reset = done.reset && (await findMember(database(), may, done.reset));
  if (reset) return reset.passkey ? null : passkey.reset.done(reset.name);
  for (const what of ["invited", "same", "changed"] as const) {
    const id = done[what];
    const member = id ? await findMember(database(), may, id) : null;
    if (what === "changed" && member?.personId === may.personId)
      return words.changedYou(permission.being(member.roles));
    if (member) return words[what](member.name, permission.being(member.roles));
  }
  return null;
}
