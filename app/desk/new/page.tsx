import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { viewer } from "#app/viewer.ts";
import { StartForm } from "#components/camp/start.tsx";
import { InstallationDesk } from "#components/desk/installation.tsx";
import { wordsOf } from "#messages/words.ts";
import { startCamp } from "./actions.ts";

const camp = wordsOf("camp");

export const generateMetadata = (): Metadata => ({ title: camp.start.title });

const BEGIN = {
  name: "",
  strapline: "",
  place: "",
  day: "",
  doors: "08:30",
  zone: "Europe/London",
  capacity: "130",
};

export default async function NewCamp() {
  const { person, owner } = await viewer();
  if (!person) redirect("/sign-in");
  if (!owner) notFound();
  return (
    <InstallationDesk email={person.email} owner title={camp.start.title} at="new">
      <p>{camp.start.lede}</p>
      <StartForm action={startCamp} begin={BEGIN} />
    </InstallationDesk>
  );
}
