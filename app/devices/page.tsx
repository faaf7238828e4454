import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { viewer } from "#app/viewer.ts";
import { pagerFor } from "#components/event/pages.ts";
import { Devices, EndAll } from "#components/sign-in/devices.tsx";
import { Stack } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { listDevices } from "#db/device.ts";
import { pageNumber } from "#domain/paging.ts";
import { fullDay } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { end, endAll } from "./actions.ts";

const common = wordsOf("common");
const signIn = wordsOf("signIn");

const words = signIn.devices;

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export default async function MyDevices({ searchParams }: Props) {
  const { person, deviceId } = await viewer();
  if (!person) redirect("/sign-in");
  const list = await listDevices(database(), person.id, pageNumber((await searchParams).page));
  // No camp, so no zone of its own: a day is precise enough to recognise a browser.
  const at = { locale: readerLocale(), zone: "Europe/London" };
  return (
    <Phone camp={common.product}>
      <Heading title={words.title}>{words.lede}</Heading>
      <p>{words.signedInAs(person.email)}</p>
      <Stack>
        <Devices
          action={end}
          devices={list.items.map(({ id, label, seenAt }) => ({
            id,
            label,
            since: fullDay(seenAt, at),
            here: id === deviceId,
          }))}
        />
        <Pager {...pagerFor(list, (page) => `/devices?page=${page}`)} />
        <EndAll action={endAll} others={list.page > 1 || list.items.length > 1} />
      </Stack>
      <p>
        <Link href="/desk">{words.back}</Link>
      </p>
    </Phone>
  );
}
