/** Somebody who fills in the form of registering and sends it, as their browser does. */
import { newId } from "#db/id.ts";
import type { TestCamp } from "./camp.ts";

export type Form = Record<string, string>;

export const answersFor = (camp: TestCamp, email: string): Form => ({
  id: newId(),
  name: "  Priya\n Nair ",
  email: ` ${email} `,
  sectorId: camp.sectorId,
  organisation: "Sandwell Council",
  firstTime: "yes",
  access: "A seat near the door",
  companions: "1",
  companionsNote: "A guide",
  accessAgreed: "yes",
});

export function sendForm(
  origin: string,
  camp: { slug: string },
  fields: Form,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${origin}/live/${camp.slug}/registration`, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers,
    redirect: "manual",
  });
}

/** The key of the private page that a form was answered with. */
export const tokenOf = (response: Response) => response.headers.get("location")!.split("/").at(-1)!;
