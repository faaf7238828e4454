import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { ArchiveBanner } from "#components/camp/fixed.tsx";
import { PageForm } from "#components/camp-page/form.tsx";
import { Versions } from "#components/camp-page/versions.tsx";
import { type Answered, Said } from "#components/desk/said.tsx";
import { Link } from "#components/ui/link.tsx";
import { listVersions, markOfPage, readPageNow } from "#db/camp-page.ts";
import { database } from "#db/connection.ts";
import { type CampPage, isCampPage, isReviewed } from "#domain/camp-page.ts";
import { type EventView, permits } from "#domain/event.ts";
import { type May, mayOf } from "#domain/viewer.ts";
import { ourPage } from "#messages/camp-page.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { heardFrom, type SearchParams } from "../../said.ts";
import { changeThisPage } from "../actions.ts";
import { allBraced, previewOf } from "../preview.ts";
import { asked } from "./asked.ts";
import { Named } from "./named.tsx";

const { titles, desk: words } = wordsOf("campPage");

type Props = { params: Promise<{ event: string; page: string }>; searchParams: Promise<SearchParams> };

const pageIn = (name: string): CampPage => (isCampPage(name) ? name : notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event: slug, page } = await params;
  const { event } = await mayAt(slug, "changeSettings");
  return { title: `${titles[pageIn(page)]} · ${event.name}` };
}

export default async function EditPage({ params, searchParams }: Props) {
  const { event: slug, page: name } = await params;
  const { event, crew, may } = await mayAt(slug, "changeSettings");
  const page = pageIn(name);
  const naming = page === "conduct" ? mayOf(crew, "changeSettings", "seeCrew") : null;
  const parameters = await searchParams;
  const heard = heardFrom(parameters);
  const fixed = !permits(event.phase, "set");
  const base = `/e/${slug}/desk/pages`;
  return (
    <DeskFrame slug={slug} at="pages" title={titles[page]}>
      <Said answered={answeredOf(heard?.code)} at={heard?.at ?? ""} />
      <ArchiveBanner fixed={fixed} />
      <p>
        <Link href={base}>{words.back}</Link>
      </p>
      {fixed ? null : <Editing event={event} may={may} page={page} {...asked.parse(parameters)} />}
      {fixed || !naming ? null : <Named event={event} may={naming} at={heard?.at ?? ""} />}
    </DeskFrame>
  );
}

type EditingProps = {
  event: EventView;
  may: May<"changeSettings">;
  page: CampPage;
  from?: number | undefined;
  before?: number | undefined;
};

async function Editing({ event, may, page, from, before }: EditingProps) {
  const db = database();
  const now = await readPageNow(db, event.id, page);
  const [older] = from ? await listVersions(db, may, page, from + 1) : [];
  const begun = older?.version === from ? (older?.body ?? null) : null;
  const body = begun ?? now.body ?? ourPage(page);
  const versions = await listVersions(db, may, page, before ?? null);
  return (
    <>
      {begun !== null && from ? <p role="status">{words.versions.begun(from)}</p> : null}
      <PageForm
        begun={`${now.version} ${from}`}
        action={changeThisPage.bind(null, event.slug)}
        page={page}
        body={body}
        seen={await previewOf(event, page, body)}
        mark={markOfPage(now)}
        own={now.body !== null}
        known={allBraced()}
        reviewed={isReviewed(page) ? now.reviewed : null}
      />
      <Versions
        page={`/e/${event.slug}/desk/pages/${page}`}
        versions={versions}
        place={{ locale: readerLocale(), zone: event.zone }}
      />
    </>
  );
}

function answeredOf(code: string | undefined): Answered | null {
  if (code === "kept") return { title: words.kept };
  if (code === "reset") return { title: words.reset.done };
  return code === "named" ? { title: words.contacts.saved } : null;
}
