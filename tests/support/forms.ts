/** Forms as a browser sends them to an action, and what comes of it. */

export type Fields = Record<string, string | readonly string[]>;

export function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(name, value as string);
  return form;
}

/** The fields of a list, numbered as the settings number them. */
export function rows(noun: string, mark: string, all: readonly Fields[]): Fields {
  const parts = all.flatMap((row, index) =>
    Object.entries(row).map(([part, value]) => [`${noun}.${index}.${part}`, value] as const),
  );
  return { mark, ...Object.fromEntries(parts) };
}

/** What an action came to: its answer, or the digest of Next's own "go there" and "not found". */
export async function outcome(act: () => Promise<unknown>): Promise<unknown> {
  try {
    return await act();
  } catch (thrown) {
    const digest = String((thrown as { digest?: unknown }).digest ?? "");
    if (/^NEXT_(REDIRECT|HTTP_ERROR_FALLBACK;404)/.test(digest)) return digest;
    throw thrown;
  }
}

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** What a browser makes of the text of a page. */
const read = (html: string) =>
  html.replace(/\r\n?/g, "\n").replace(/&(amp|lt|gt|quot|#x27);/g, (_, sign) => SIGNS[sign]!);

/** The attributes of a tag; one without a value is empty. */
function attributes(tag: string): Record<string, string> {
  const found = tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g);
  return Object.fromEntries([...found].map(([, name, value = ""]) => [name, read(value)]));
}

/** What a page's form says without a script, when it is sent as it stands: by the name of its field. */
export function answersIn(html: string): Record<string, string> {
  const sent: Record<string, string> = {};
  // A parser takes the first line break of a text area for layout.
  for (const [, tag = "", text = ""] of html.matchAll(/<textarea(\s[^>]*)>([^<]*)<\/textarea>/g))
    sent[attributes(tag).name!] = read(text).replace(/^\n/, "");
  for (const [, tag = ""] of html.matchAll(/<input(\s[^>]*)>/g)) {
    const { name, value = "", type, checked } = attributes(tag.replace(/\/$/, ""));
    if (name && (!/^(radio|checkbox)$/.test(type ?? "") || checked !== undefined)) sent[name] = value;
  }
  return sent;
}
