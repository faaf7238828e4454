/**
 * What has come, with every part of it that says the same as before being what it was before: what is drawn from such a
 * part need not be drawn anew. Plain data alone, as JSON has it.
 */
export function shared<News>(before: unknown, news: News): News {
  if (Object.is(before, news) || !isPlain(before) || !isPlain(news)) return news;
  if (Array.isArray(before) !== Array.isArray(news)) return news;
  const known = new Map(Object.entries(before));
  const made = Object.entries(news).map(([key, value]) => [key, shared(known.get(key), value)] as const);
  const same =
    made.length === known.size &&
    made.every(([key, value]) => known.has(key) && Object.is(value, known.get(key)));
  if (same) return before as News;
  return (Array.isArray(news) ? made.map(([, value]) => value) : Object.fromEntries(made)) as News;
}

const isPlain = (it: unknown): it is object => typeof it === "object" && it !== null;
