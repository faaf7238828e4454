import type { Metadata } from "next";
import { z } from "zod";
import { mayAt } from "#app/viewer.ts";
import { type Answered, Said } from "#components/desk/said.tsx";
import { placeOf } from "#components/event/place.ts";
import { LastRepair } from "#components/repair/last.tsx";
import { Options } from "#components/repair/options.tsx";
import { Picks } from "#components/repair/picks.tsx";
import styles from "#components/repair/repair.module.css";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { prepareRepairs } from "#db/repair/asking.ts";
import { readRepairs } from "#db/repair/options.ts";
import { readLastRepair } from "#db/repair.ts";
import type { EventView } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import { troubleAt } from "#domain/repair/where.ts";
import { TROUBLES, type Trouble, type TroubleKind } from "#domain/repair.ts";
import type { May } from "#domain/viewer.ts";
import { time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../said.ts";
import { takeRepair, undoLastRepair } from "./actions.ts";
import { basisOf, optionsOf } from "./options.ts";
import { whatPicks, wherePicks } from "./where.ts";

const words = wordsOf("repair");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "arrange", "publish");
  return { title: `${words.title} · ${event.name}` };
}

/** What no link of ours says is nothing. */
const picked = z.object({
  what: z.enum(TROUBLES).nullable().catch(null).default(null),
  where: z.string().max(60).nullable().catch(null).default(null),
  slot: z.string().max(60).nullable().catch(null).default(null),
});

/** What has happened, where, and what could be done about it: three steps, each a page that works without a script. */
export default async function RepairPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "arrange", "publish");
  const query = await searchParams;
  const heard = heardFrom(query);
  const { what, where, slot } = picked.parse(query);
  // Whoever says what has happened asks next what could be done.
  prepareRepairs();
  const grid = await readGrid(database(), event.id);
  return (
    <DeskFrame slug={slug} at="grid" title={words.title}>
      <Said answered={heard && answeredOf(heard)} at={heard?.at ?? ""} />
      {!grid ? (
        <Empty
          title={words.noGrid.title}
          action={<ButtonLink href={`/e/${slug}/desk/grid`}>{words.noGrid.next}</ButtonLink>}
        >
          {words.noGrid.body}
        </Empty>
      ) : what === null ? (
        <>
          <p>{words.lede}</p>
          <Picks title={words.whatTitle} picks={whatPicks(event)} />
          <Last event={event} may={may} />
        </>
      ) : (
        <Step what={what} where={where} slot={slot} {...{ event, may, grid }} />
      )}
    </DeskFrame>
  );
}

type StepProps = {
  what: TroubleKind;
  where: string | null;
  slot: string | null;
  event: EventView;
  may: May<"arrange" | "publish">;
  grid: GridView;
};

async function Step({ what, where, slot, event, may, grid }: StepProps) {
  const now = new Date();
  const again = <a href={`/e/${event.slug}/desk/repair`}>{words.change}</a>;
  if (where === null) {
    const picks = wherePicks(what, grid, event, now.getTime());
    return (
      <>
        <p>
          {words.what[what]}. {again}
        </p>
        {picks.length > 0 ? <Picks title={words.where[what]} picks={picks} /> : <p>{words.nothing}</p>}
      </>
    );
  }
  const trouble = troubleAt(what, { where, slot }, grid, now.getTime(), event.zone);
  return (
    <>
      <p>
        {words.what[what]}. {again}
      </p>
      {trouble ? <Found {...{ trouble, event, may, now }} /> : <Gone />}
    </>
  );
}

function Gone() {
  return <Empty title={words.gone.title}>{words.gone.body}</Empty>;
}

type FoundProps = { trouble: Trouble; event: EventView; may: May<"arrange" | "publish">; now: Date };

async function Found({ trouble, event, may, now }: FoundProps) {
  const found = await readRepairs(database(), may, trouble, now);
  if (!found || found.repairs.length === 0) return <Gone />;
  const basis = basisOf(found, trouble, event);
  const options = optionsOf(found, trouble, event);
  return (
    <section className={styles.options}>
      <h2 className={styles.question}>{words.options.title}</h2>
      {basis ? <p className={styles.basis}>{basis}</p> : null}
      {found.repairs.every(({ way }) => way === "off") ? (
        <p className={styles.basis}>{words.options.none}</p>
      ) : null}
      <Options
        options={options}
        asksWhy={found.repairs.some(({ closes }) => closes.length > 0)}
        action={takeRepair.bind(null, event.slug)}
      />
    </section>
  );
}

async function Last({ event, may }: { event: EventView; may: May<"arrange" | "publish"> }) {
  const last = await readLastRepair(database(), may, new Date());
  if (!last) return null;
  const said = words.last.said(words.what[last.kind], last.number, time(last.at, placeOf(event)));
  return <LastRepair id={last.id} said={said} action={undoLastRepair.bind(null, event.slug)} />;
}

function answeredOf({ code, numbers: [number = 0, moved = 0, taken = 0] }: Heard): Answered | null {
  if (code === "done") return { title: words.done.title(number), next: words.done.next(moved, taken) };
  if (code === "undone") return { title: words.done.undone(number), next: words.done.undoneNext };
  return code === "late" ? { tone: "bad", ...words.late } : null;
}
