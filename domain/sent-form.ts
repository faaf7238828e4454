/**
 * What is typed into a registration form is kept by its tab until it is sent (components/registration/draft.ts). The page
 * that answers it forgets it before its scripts have arrived, which on a cheap phone is seconds after it can be read: the
 * next form of that tab would start as somebody else's, and be taken for theirs.
 */

/** What a tab keeps of the form of a camp goes by this name. */
export const formKey = (slug: string) => `wallchart-registration-${slug}`;

/** And by this one, that it waits for registration to open. */
export const waitKey = (slug: string) => `wallchart-registration-waits-${slug}`;

/**
 * In every page; of that of a registration it knows by its address, which begins with its camp's.
 *
 * The policy of a page has this text's hash: see live/policy.ts.
 */
export const FORGET_SENT_FORM = `(() => {
  const [, e, slug, r] = location.pathname.split("/");
  if (e !== "e" || r !== "r") return;
  try {
    sessionStorage.removeItem("${formKey("")}" + slug);
    sessionStorage.removeItem("${waitKey("")}" + slug);
  } catch {
    // It was never kept.
  }
})();`;
