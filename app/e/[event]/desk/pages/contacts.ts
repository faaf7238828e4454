"use server";
/** Who is named in the code of conduct. */
import { z } from "zod";
import { type FormState, formOf, overtaken, refuse, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { changeContacts } from "#db/contact.ts";
import { CREW_A_PAGE } from "#db/crew-list.ts";
import type { ContactInput } from "#domain/contact.ts";
import { address, text } from "#domain/fields.ts";
import { MOST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";

const { contacts: words } = wordsOf("campPage").desk;

const ids = z
  .array(z.uuid())
  .max(CREW_A_PAGE + MOST.contacts)
  .catch([]);
const marked = z.string().max(40).catch("");

export async function nameContacts(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const sent = formOf(form);
  const crew = ids.parse(sent.getAll("crew")).map((personId) => ({ personId }));
  const { rows, errors } = typedIn(sent);
  const named: ContactInput[] = [...crew, ...rows];
  const addresses = rows.map(({ email }) => email);
  if (named.length > MOST.contacts) errors.crew = words.many;
  else if (new Set(addresses).size < addresses.length) errors.crew = words.twice;
  if (Object.keys(errors).length > 0) return { values: typed(form), errors, refusal: null };
  const mark = marked.parse(sent.get("mark"));
  const done = await changeContacts(database(), asker.value.may, mark, named, new Date());
  const at = `/e/${slug}/desk/pages/conduct`;
  if (done.ok) answerAt(at, "named");
  if (done.refusal === "bad_input")
    return { values: typed(form), errors: { crew: words.twice }, refusal: null };
  return done.refusal === "changed_meanwhile"
    ? overtaken(form, `${at}#contacts`)
    : refuse(form, done.refusal);
}

/** The rows that were filled in; one that is empty names nobody. */
function typedIn(form: FormData) {
  const rows: { name: string; email: string }[] = [];
  const errors: Record<string, string> = {};
  for (let index = 0; index < MOST.contacts; index++) {
    const at = (part: string) => `contact.${index}.${part}`;
    const [name, email] = [String(form.get(at("name")) ?? ""), String(form.get(at("email")) ?? "")];
    if (name.trim() === "" && email.trim() === "") continue;
    const named = text("personName", words.nameWrong(index + 1)).safeParse(name);
    const reached = address(words.emailWrong(index + 1)).safeParse(email);
    if (!named.success) errors[at("name")] = named.error.issues[0]!.message;
    if (!reached.success) errors[at("email")] = reached.error.issues[0]!.message;
    if (named.success && reached.success) rows.push({ name: named.data, email: reached.data });
  }
  return { rows, errors };
}
