/** The second step of offering places by hand: what it would come to. The first is on the list, the third is its button. */
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { mayAt } from "#app/viewer.ts";
import { FollowPeople } from "#components/desk/follow-people.tsx";
import { HandOffer } from "#components/people/hand-offer.tsx";
import { HandOfferPlan } from "#components/people/hand-offer-plan.tsx";
import styles from "#components/people/people.module.css";
import { Banner } from "#components/ui/banner.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Link } from "#components/ui/link.tsx";
import { asking, NOTHING_AGREED } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { listThese } from "#db/people-list.ts";
import { type OfferPreview, previewOffers } from "#db/registration/hand-offer.ts";
import { isId } from "#domain/id.ts";
import { MOST } from "#domain/limits.ts";
import { keptView, viewAt, viewText } from "#domain/people-view.ts";
import type { May } from "#domain/viewer.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import type { SearchParams } from "../../said.ts";
import { offerTo } from "../actions.ts";

const consequence = wordsOf("consequence");
const refusals = wordsOf("refusal");
const words = wordsOf("handOffer");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export default async function OfferPlaces({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "seePeople", "movePeople");
  const asked = await searchParams;
  const view = keptView(asked.list);
  const ids = [...new Set([asked.to ?? []].flat().filter(isId))];
  const preview =
    ids.length > 0 && ids.length <= MOST.handOffers
      ? await previewOffers(database(), may, ids, new Date())
      : null;
  const framed = (children: ReactNode) => (
    <DeskFrame
      slug={slug}
      at="people"
      title={words.title}
      actions={<Link href={viewAt(`/e/${slug}/desk/people`, view)}>{words.back}</Link>}
    >
      {children}
    </DeskFrame>
  );
  if (ids.length === 0) return framed(<Empty title={words.nobody}>{words.nobodyNext}</Empty>);
  if (!preview) return framed(<Empty title={words.tooMany}>{words.tooManyNext}</Empty>);
  if (!preview.ok) {
    const { what, next } = refusals[preview.refusal];
    return framed(<Empty title={what}>{next}</Empty>);
  }
  const plan = preview.value;
  const here = { locale: readerLocale(), zone: event.zone };
  return framed(
    <>
      <FollowPeople />
      {plan.offered.length === 0 ? <Banner tone="wait" title={words.noneOfThem} /> : null}
      <HandOfferPlan plan={await shown(may, plan)} here={here} />
      {plan.offered.length > 0 ? (
        <div className={styles.narrow}>
          <HandOffer
            ids={plan.offered.map(({ id }) => id)}
            mark={plan.mark}
            over={warningOf(plan)}
            kept={viewText(view)}
            action={offerTo.bind(null, slug)}
          />
        </div>
      ) : null}
    </>,
  );
}

function warningOf({ over }: OfferPreview) {
  const question = asking(over, NOTHING_AGREED);
  return question && { says: over.map((it) => consequence.say(it)).join(" "), agreement: question.agreement };
}

async function shown(may: May<"seePeople" | "movePeople">, plan: OfferPreview) {
  const ids = plan.offered.map(({ id }) => id);
  return {
    ...plan,
    offered: ids.length > 0 ? await listThese(database(), may, ids) : [],
    unable: plan.unable.map(({ person: { id, name, organisation }, why }) => ({
      id,
      name,
      organisation,
      why,
    })),
    passedOver: plan.passedOver.length,
    until: plan.until.toISOString(),
  };
}
