import { headers } from "next/headers";
import { cache } from "react";
import { RETURNED, type Returned, unpacked } from "#domain/registration/returned.ts";

/** The form that this page gives back; null where somebody just came to see it. */
export const returnedHere = cache(async (): Promise<Returned | null> => {
  const carried = (await headers()).get(RETURNED);
  return carried === null ? null : unpacked(carried);
});
