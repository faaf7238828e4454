/** What a program of the archive says in a terminal when something went wrong. */
import { faultCode } from "#db/violation.ts";
import { Trouble } from "#env.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("archive");

/**
 * A fault of the database quotes the statement and what was in it, which is nobody's to read in a terminal.
 * @param usage how the program is asked, for arguments it does not know
 */
export function sentenceFor(error: unknown, usage: string): unknown {
  if (error instanceof Trouble) return error.message;
  if ((error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")) return usage;
  const code = faultCode(error);
  return code ? words.shell.broken(code) : error;
}
