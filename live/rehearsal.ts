/**
 * The one gate in front of a copy for a rehearsal. Behind it the copy is a camp like any other, so that what is measured
 * is what campers will get, pages from memory included.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { slugIn } from "#domain/slug.ts";
import type { Viewer } from "#domain/viewer.ts";
import { complain } from "#live/complain.ts";
import type { Live } from "#live/instance.ts";
import { type Known, whenKnown } from "#live/known.ts";
import { answerMissing } from "#live/missing.ts";

/** Goes on with a request unless it is about a copy and from nobody who is at it. */
export function keepRehearsalsApart(
  live: () => Live,
  request: IncomingMessage,
  response: ServerResponse,
  goOn: () => void,
): void {
  const slug = slugIn(plain(request.url ?? ""));
  const shown = slug === null ? true : isShown(live(), request, slug);
  if (shown === true) {
    goOn();
    return;
  }
  void Promise.resolve(shown)
    // Whoever reads the camp next says that the database is away.
    .catch(() => true)
    .then((may) => (may ? goOn() : answerMissing(request, response)))
    .catch((fault) => {
      complain("a request failed", fault);
      response.destroy();
    });
}

function isShown(live: Live, request: IncomingMessage, slug: string): Known<boolean> {
  return whenKnown(live.camps(slug), (camp) =>
    camp?.rehearsal ? whenKnown(live.viewers.find(request, camp.id), isAt) : true,
  );
}

const isAt = ({ crew, attendee }: Viewer): boolean => crew !== null || attendee !== null;

/** As the framework reads an address: with its escapes resolved. */
function plain(url: string): string {
  const path = url.split(/[?#]/, 1)[0]!;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
