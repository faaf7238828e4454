/** A form of a page, filled in and sent as a browser without scripts does. */

export type Field = readonly [name: string, value: string];

/** The fields of the form that has one of this name, with what is chosen in it already; null where there is none. */
export function fieldsOf(page: string, having: string): Field[] | null {
  const form = [...page.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)]
    .map(([, inside = ""]) => inside)
    .find((inside) => inside.includes(`name="${having}"`));
  if (form === undefined) return null;
  return [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): Field[] => {
    const [name, type] = [attribute(tag, "name"), attribute(tag, "type") ?? "text"];
    const isChoice = type === "radio" || type === "checkbox";
    if (!name || (isChoice && !/\schecked\b/.test(tag))) return [];
    return [[name, attribute(tag, "value") ?? ""]];
  });
}

/** As `multipart/form-data` (RFC 7578). */
export function multipart(fields: readonly Field[]): { body: string; type: string } {
  const boundary = "----rehearsal";
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name.replaceAll('"', "%22")}"\r\n\r\n${value}\r\n`,
  );
  return {
    body: `${parts.join("")}--${boundary}--\r\n`,
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value
    ?.replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
