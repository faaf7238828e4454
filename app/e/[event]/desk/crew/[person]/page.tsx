import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt, viewer } from "#app/viewer.ts";
import { Member } from "#components/desk/crew-member.tsx";
import { ResetPasskeys } from "#components/desk/crew-passkeys.tsx";
import { Link } from "#components/ui/link.tsx";
import { database } from "#db/connection.ts";
import { countOrganisers, findMember, findOwnRegistration } from "#db/crew-list.ts";
import { readPasskeyRule } from "#db/passkey/rule.ts";
import { organises } from "#domain/permission.ts";
import { type May, mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { change, remove } from "../actions.ts";
import { reset } from "../passkeys.ts";

const words = wordsOf("crew");

// The name stays out of the title: titles end up in histories of shared machines.
export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = {
  params: Promise<{ event: string; person: string }>;
  searchParams: Promise<{ already?: string }>;
};

export default async function MemberPage({ params, searchParams }: Props) {
  const { event: slug, person: id } = await params;
  const { already } = await searchParams;
  const { event, crew, may } = await mayAt(slug, "seeCrew", "manageCrew");
  const member = await findMember(database(), may, id);
  if (!member) notFound();
  const you = member.personId === may.personId;
  const fixed = member.owner && !you;
  const last = organises(member.roles) && (await countOrganisers(database(), event.id)) === 1;
  return (
    <DeskFrame
      slug={slug}
      at="crew"
      title={member.name}
      actions={<Link href={`/e/${slug}/desk/crew`}>{words.member.keep}</Link>}
    >
      <Member
        member={{ personId: member.personId, name: member.name, roles: member.roles, you, fixed, last }}
        camp={event.name}
        place={await wayToPlace(slug, mayOf(crew, "seePeople", "movePeople"), member.personId)}
        already={already !== undefined}
        change={change.bind(null, slug)}
        remove={remove.bind(null, slug)}
      />
      {you || fixed ? null : (
        <ResetPasskeys
          member={{ personId: member.personId, name: member.name, passkey: member.passkey }}
          required={(await readPasskeyRule(database(), may)).required}
          used={(await viewer(event.id)).passkey}
          action={reset.bind(null, slug)}
        />
      )}
    </DeskFrame>
  );
}

/** Where somebody of the crew is among the people, or is added to them; null for whoever may do neither. */
async function wayToPlace(slug: string, may: May<"seePeople" | "movePeople"> | null, personId: string) {
  if (!may) return null;
  const id = await findOwnRegistration(database(), may, personId);
  const people = `/e/${slug}/desk/people`;
  return { registered: id !== null, href: id ? `${people}/${id}` : `${people}/add?crew=${personId}` };
}
