/** Mails about the swaps: what fits, what was asked and agreed, and what became of it. */
import { ANSWER_DAYS, CARD_DAYS, REMINDED_DAYS } from "#domain/swap.ts";
import type { WordFacts, Written } from "#messages/mail-facts.ts";

const open = (link: string) => ({ link, says: "Open the swaps" });

function found({ camp, name, link }: WordFacts["swap_found"]): Written {
  return {
    subject: `Swaps of ${camp}: something fits your cards`,
    body: [
      `Hello ${name},`,
      `What you can show and what you want to see fit what others put up, so that everybody who goes to see something is replaced. Have a look, and say yes or no within ${ANSWER_DAYS} days.`,
      open(link),
      "Nobody learns who you are before all of you have said yes.",
    ],
  };
}

function asked({ camp, name, link }: WordFacts["swap_asked"]): Written {
  return {
    subject: `Swaps of ${camp}: somebody asks about your card`,
    body: [
      `Hello ${name},`,
      `Somebody at ${camp} said yes to a card that you put up. Would you like that too? Say yes or no within ${ANSWER_DAYS} days.`,
      open(link),
      "They do not know who you are, and you learn who they are once you say yes.",
    ],
  };
}

function agreed({ camp, name, contacts, link }: WordFacts["swap_agreed"]): Written {
  return {
    subject: `Swaps of ${camp}: all of you said yes`,
    body: [
      `Hello ${name},`,
      "Here is whom you swap with. Each of you has this email, so do not wait for the others to write first:",
      ...contacts,
      open(link),
      "What you arrange is between you, and those you work for. We ask you once, in two months, whether it took place.",
    ],
  };
}

function hidden({ camp, name, reason, link }: WordFacts["swap_hidden"]): Written {
  return {
    subject: `Swaps of ${camp}: a card of yours was hidden`,
    body: [
      `Hello ${name},`,
      "The organisers have taken a card of yours off the board. They say why:",
      reason,
      "You can put up another that is without it. Answer this email if you see it another way.",
      open(link),
    ],
  };
}

function expires({ camp, name, link }: WordFacts["swap_expires"]): Written {
  return {
    subject: `Swaps of ${camp}: a card of yours runs out`,
    body: [
      `Hello ${name},`,
      `A card stands for ${CARD_DAYS} days, and one of yours has at most ${REMINDED_DAYS} left. Does it still hold? Then do nothing yet: once it has run out one tap puts it up again.`,
      open(link),
      "This is the only reminder.",
    ],
  };
}

function done({ camp, name, link }: WordFacts["swap_done"]): Written {
  return {
    subject: `Did your swap from ${camp} take place?`,
    body: [
      `Hello ${name},`,
      "Two months ago you agreed on a swap. Did it take place? One button tells us, and we keep it as a number, of nobody.",
      { link, says: "Say that it took place" },
      "If it did not, or not yet, do nothing. We do not ask again.",
    ],
  };
}

export const ofSwaps = {
  swap_found: found,
  swap_asked: asked,
  swap_agreed: agreed,
  swap_hidden: hidden,
  swap_expires: expires,
  swap_done: done,
};
