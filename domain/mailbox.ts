/** A sent mail as the mailbox page shows it: its plain text, with the code and the links found again. */

export type MailView = {
  id: string;
  recipient: string;
  subject: string;
  /** Plain text; paragraphs are separated by an empty line. */
  text: string;
  sentAt: string;
};

export type Piece = { words: string } | { code: string } | { says: string; link: string };

/**
 * Takes a mail's text apart. A link is a last line that is a whole web address; a mail's text is somebody else's, so
 * any other scheme stays words.
 */
export function piecesOf(text: string): Piece[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map(pieceOf);
}

function pieceOf(paragraph: string): Piece {
  if (/^\d{6}$/.test(paragraph)) return { code: paragraph };
  const lines = paragraph.split("\n");
  const last = lines.at(-1)!.trim();
  if (!/^https?:\/\/\S+$/.test(last)) return { words: paragraph };
  const says = lines.slice(0, -1).join(" ").trim().replace(/:$/, "");
  return { says: says || last, link: last };
}
