import { Trouble } from "#env.ts";

const full = /No space left on device|ENOSPC/;

/** Why the files of a database cannot be used, and what to do; the fault itself where it is about something else. */
export function inWords(error: unknown, folder: string): unknown {
  const { code = "", message = "" } = error as NodeJS.ErrnoException;
  if (full.test(`${code} ${message}`))
    return new Trouble(`There is no room left on the disk that holds ${folder}: free some, 200 MB at least.`);
  if (error instanceof Trouble) return error;
  if (code === "ENOTDIR" || code === "EEXIST")
    return new Trouble(
      `The database needs the folder ${folder}, and a file is in its place: move the file away.`,
    );
  if (["EACCES", "EPERM", "EROFS"].includes(code))
    return new Trouble(
      `The database cannot write in ${folder} (${code}): let the user who starts Wallchart write there, or set DATABASE_URL to a Postgres of yours.`,
    );
  return error;
}
