import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { viewer } from "#app/viewer.ts";
import { Devices, EndAll } from "#components/sign-in/devices.tsx";
import { Stack } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { listDevices } from "#db/device.ts";
import { fullDay } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { end, endAll } from "./actions.ts";

const common = wordsOf("common");
const signIn = wordsOf("signIn");

const words = signIn.devices;

export const generateMetadata = (): Metadata => ({ title: words.title });

export default async function MyDevices() {
  const { person, deviceId } = await viewer();
  if (!person) redirect("/sign-in");
  const devices = await listDevices(database(), person.id);
  // No camp, so no zone of its own: a day is precise enough to recognise a browser.
  const at = { locale: readerLocale(), zone: "Europe/London" };
  return (
    <Phone camp={common.product}>
      <Heading title={words.title}>{words.lede}</Heading>
      <p>{words.signedInAs(person.email)}</p>
      <Stack>
        <Devices
          action={end}
          devices={devices.map(({ id, label, seenAt }) => ({
            id,
            label,
            since: fullDay(seenAt, at),
            here: id === deviceId,
          }))}
        />
        <EndAll action={endAll} others={devices.length > 1} />
      </Stack>
      <p>
        <Link href="/desk">{words.back}</Link>
      </p>
    </Phone>
  );
}
