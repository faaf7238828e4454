/** Who is named in a camp's code of conduct, so that somebody can be told what happened. */

/** As everybody may know them: their address is nobody's. */
export type ContactView = { id: string; name: string };

/** As the desk names them: one of the crew, or somebody typed with an address. */
export type ContactInput = { personId: string } | { personId?: undefined; name: string; email: string };

/** What somebody tells one of them. */
export type Concern = {
  /** Minted with the form, so that one that is sent twice is one mail. */
  id: string;
  contactId: string;
  words: string;
  /** Who it is and how they can be reached, as they like to say it; may be empty. */
  reply: string;
};
