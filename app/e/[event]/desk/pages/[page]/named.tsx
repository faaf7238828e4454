/** Who is named in the code of conduct: of the crew, or typed. */
import { ContactsForm } from "#components/camp-page/contacts.tsx";
import { database } from "#db/connection.ts";
import { listContacts, markOfContacts } from "#db/contact.ts";
import { listCrew } from "#db/crew-list.ts";
import { offered } from "#domain/contact.ts";
import type { EventView } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import type { May } from "#domain/viewer.ts";
import { nameContacts } from "../contacts.ts";

type NamedProps = { event: EventView; may: May<"changeSettings" | "seeCrew">; at: string };

export async function Named({ event, may, at }: NamedProps) {
  const contacts = await listContacts(database(), event.id);
  const crew = await listCrew(database(), may, 1);
  const typed = contacts.filter(({ personId }) => personId === null);
  const empty = { name: "", email: "" };
  return (
    <ContactsForm
      action={nameContacts.bind(null, event.slug)}
      mark={markOfContacts(contacts)}
      at={at}
      crew={offered(crew.items, contacts)}
      chosen={contacts.flatMap(({ personId }) => personId ?? [])}
      typed={[...typed, empty, empty].slice(0, MOST.contacts)}
    />
  );
}
