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
