/** A link as it is typed into a form, by a camper or at the desk. */
import { z } from "zod";
import type { LinkInput } from "#db/round-up.ts";
import { maybeText, text } from "#domain/fields.ts";
import { LONGEST } from "#domain/limits.ts";
import { publicUrl } from "#domain/public-url.ts";
import { LINK_KINDS } from "#domain/round-up.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const { form: words } = wordsOf("roundUp");

export const typedLink = perLanguage(() =>
  z.object({
    id: z.uuid(),
    url: text("linkUrl", words.urlWrong).transform((typed, context) => {
      const url = publicUrl(typed, LONGEST.linkUrl);
      if (url === null) context.addIssue({ code: "custom", message: words.urlWrong });
      return url ?? z.NEVER;
    }),
    title: text("linkTitle", words.nameWrong),
    author: maybeText("linkAuthor", words.authorLong),
    kind: z.enum(LINK_KINDS),
    about: z.union([z.literal(""), z.uuid()]),
  }),
);

type Typed = z.infer<ReturnType<typeof typedLink>>;

export const linkOf = ({ url, title, author, kind, about }: Typed): LinkInput => {
  return { url, title, author, kind, pitchId: about || null };
};
