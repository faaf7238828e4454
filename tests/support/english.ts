/** English that was left in a text of the accented language: runs of plain letters that are nobody's own words. */

/** Addresses, and what is written the same in every language. */
const NO_WORDS = /\S*(?:@|:\/\/)\S*|&[a-z#\d]+;|\b(?:Europe|UTC)\S*/g;

/** @param own the words of the camp itself, which stay as somebody wrote them */
export function englishIn(text: string, own: RegExp = /(?!)/g): string[] {
  return (
    text
      .replace(NO_WORDS, " ")
      .replace(own, " ")
      .match(/[A-Za-z]{2,}/g) ?? []
  );
}

/** What a reader of HTML sees or hears: its text, and the attributes that are read out. */
export function readable(html: string): string {
  const said = [...html.matchAll(/\s(?:aria-label|title|alt|placeholder|aria-description)="([^"]*)"/g)];
  const text = html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ");
  return [text, ...said.map(([, words]) => words)].join(" ");
}
