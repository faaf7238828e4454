/** Mails that ask whether somebody still comes, and about a place that nobody answered for. */
import type { WordFacts, Written } from "#messages/mail-facts.ts";

export function stillComing(facts: WordFacts["still_coming"]): Written {
  const { camp, day, place, name, page, until } = facts;
  return {
    subject: `Are you still coming to ${camp}?`,
    body: [
      `Hello ${name},`,
      `You have a place at ${camp}: ${day}, ${place}. Are you still coming? One tap tells us: yes, not sure, or no.`,
      until
        ? `We need an answer by ${until}. If we have none by then, your place goes to somebody who waits. Not sure is an answer too.`
        : "If you say nothing the place stays yours. An answer helps us: people wait for a place, and we order lunch and rooms by it.",
      { link: page, says: "Say whether you come" },
      "Plans change. A no is a kindness: somebody else can come then.",
    ],
  };
}

export function wentBack({ camp, name, page }: WordFacts["went_back"]): Written {
  return {
    subject: `Your place at ${camp} has gone back`,
    body: [
      `Hello ${name},`,
      `We asked whether you still come to ${camp}, and said that your place goes back if we have no answer. We had none, so it is for somebody else now.`,
      "Still want to come? Open your page: as long as nobody else has been offered the place, one tap takes it back.",
      { link: page, says: "Open your page" },
    ],
  };
}
