/** What is held of whoever reads this page: a copy of it, and its end. Not found before the address is proven. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WhatIsHeld } from "#components/registration/held-data.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readErasure } from "#db/erasure.ts";
import { readStatus } from "#db/registration/status.ts";
import { wordsOf } from "#messages/words.ts";
import { erase } from "../actions.ts";

const words = wordsOf("privacy");

export const generateMetadata = (): Metadata => ({
  title: words.title,
  robots: { index: false, follow: false },
});

type Props = { params: Promise<{ event: string; token: string }> };

export default async function Data({ params }: Props) {
  const { event: slug, token } = await params;
  const now = new Date();
  const page = await readStatus(database(), token, now);
  if (!page || page.event.slug !== slug) notFound();
  const erasure = await readErasure(database(), page, now);
  if (!erasure) notFound();
  return (
    <Phone camp={page.event.name} home={`/e/${page.event.slug}`}>
      <WhatIsHeld
        camp={page.event.name}
        erasure={erasure}
        page={`/e/${slug}/r/${token}`}
        token={token}
        erase={erase}
      />
    </Phone>
  );
}
