/** The camp's own pages, listed. The same for everybody (live/shared-page.ts). */
import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { CampPages } from "#components/camp-page/pages.tsx";
import { CampTabs } from "#components/event/tabs.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";
import type { CampProps } from "../title.ts";

const words = wordsOf("campPage");

export async function generateMetadata({ params }: CampProps): Promise<Metadata> {
  return { title: `${words.title} · ${(await camp((await params).event)).name}` };
}

export default async function Page({ params }: CampProps) {
  const { name, slug } = await camp((await params).event);
  return (
    <Phone camp={name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current={null} />}>
      <CampPages slug={slug} name={name} />
    </Phone>
  );
}
