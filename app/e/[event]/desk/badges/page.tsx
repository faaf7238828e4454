import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { mayAt } from "#app/viewer.ts";
import { BadgeChoices, ON } from "#components/badge/choices.tsx";
import type { Label } from "#components/badge/label.tsx";
import { Printed } from "#components/badge/printed.tsx";
import { BadgeSheets, SingleBadges } from "#components/badge/sheets.tsx";
import { Preview } from "#components/print/preview.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { squareOf } from "#components/ui/square.ts";
import { listBadges } from "#db/badge.ts";
import { database } from "#db/connection.ts";
import { ticketSigner } from "#db/ticket-key.ts";
import { type Badge, chosenOf, MOST_BADGES, WHO, type Who } from "#domain/badge/choice.ts";
import { FORMAT_NAMES, onSheet } from "#domain/badge/format.ts";
import { isId } from "#domain/id.ts";
import { saidCode, ticketAddress } from "#domain/ticket.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";
import { asksCutOff } from "../../cut-off.ts";
import { DeskFrame } from "../frame.tsx";
import { markPrinted } from "./actions.ts";

const words = wordsOf("badges");

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What no choice of the form says is as if it were not there. `who` may be one person. */
const asked = z.object({
  who: z.union([z.enum(WHO), z.string().refine(isId)]).catch("new"),
  format: z.enum(FORMAT_NAMES).catch("l7160"),
  on: z.enum(ON).catch("sheet"),
  start: z.coerce
    .number()
    .int()
    .min(1)
    .max(Math.max(...FORMAT_NAMES.map(onSheet)))
    .catch(1),
  done: z.coerce.number().int().min(0).nullable().catch(null).default(null),
});

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "checkIn");
  return { title: `${words.title} · ${event.name}` };
}

const isWho = (who: string): who is Who => (WHO as readonly string[]).includes(who);

export default async function Badges({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "checkIn");
  if (await asksCutOff(event.id)) notFound();
  const { who, on, done, ...more } = asked.parse(await searchParams);
  const { format } = more;
  const start = Math.min(more.start, onSheet(format));
  const badges = await listBadges(database(), may);
  const chosen = isWho(who) ? chosenOf(badges, who) : badges.filter(({ id }) => id === who);
  const shown = chosen.slice(0, MOST_BADGES);
  const labels =
    who === "blank"
      ? Array.from({ length: on === "sheet" ? onSheet(format) - start + 1 : 1 }, () => blankOf(event.name))
      : await labelsOf(event, shown);
  const many = (of: Who) => chosenOf(badges, of).length;
  const query = new URLSearchParams({ who, format, on });
  return (
    <DeskFrame
      slug={slug}
      at="door"
      title={words.title}
      actions={
        <ButtonLink kind="quiet" href={`/e/${slug}/door`}>
          {words.back}
        </ButtonLink>
      }
    >
      {done === null ? null : <Banner tone="good" role="status" title={words.printed.done(done)} />}
      <BadgeChoices
        chosen={{ who, format, on, start }}
        many={
          isWho(who) ? { new: many("new"), changed: many("changed"), all: badges.length, blank: 0 } : null
        }
        some={labels.length > 0}
      />
      {shown.length < chosen.length ? <p data-print="no">{words.only(shown.length, chosen.length)}</p> : null}
      {labels.length > 0 ? (
        <Preview>
          {on === "sheet" ? (
            <BadgeSheets {...{ labels, format, start }} />
          ) : (
            <SingleBadges {...{ labels, format }} />
          )}
        </Preview>
      ) : (
        <Empty title={words.none.title}>
          {isWho(who) && who !== "blank" ? words.none[badges.length === 0 ? "all" : who] : words.none.person}
        </Empty>
      )}
      {shown.length > 0 ? (
        <Printed
          action={markPrinted.bind(null, slug, query.toString())}
          marks={shown.map(({ id, mark }) => `${id}:${mark}`).join(" ")}
          words={saidOf(shown.length, isWho(who))}
        />
      ) : null}
    </DeskFrame>
  );
}

function saidOf(many: number, several: boolean) {
  const { title, single, body, button, buttonOne, saving } = words.printed;
  return several
    ? { title: title(many), body, button, saving }
    : { title: single, body, button: buttonOne, saving };
}

const blankOf = (camp: string): Label => {
  return { camp, name: "", organisation: "", photos: null, code: "", qr: null };
};

async function labelsOf(
  camp: { id: string; slug: string; name: string },
  badges: readonly Badge[],
): Promise<Label[]> {
  const signed = await ticketSigner(database());
  return badges.map(({ name, organisation, photos, code }) => ({
    ...{ camp: camp.name, name, organisation, photos, code: saidCode(code) },
    qr: squareOf(ticketAddress(env().ORIGIN, camp.slug, code, signed(camp.id, code))),
  }));
}
