/** What an organiser did to somebody by hand, or with a list: told with the reason. */
import { hasPlace } from "#domain/registration/status.ts";
import type { WordFacts, Written } from "#messages/mail-facts.ts";

const bye =
  "This page always knows the truth, even if another email gets lost. Keep its address to yourself: whoever has it can act for you.";

export function givenPlace({ camp, day, place, name, page, reason }: WordFacts["given_place"]): Written {
  return {
    subject: `You have a place at ${camp}`,
    body: [
      `Hello ${name},`,
      `An organiser has given you a place at ${camp}: ${day}, ${place}.`,
      `Their reason: ${reason}`,
      "Can’t come? Give it back on your page: somebody else can come then.",
      { link: page, says: "Open your page" },
      bye,
    ],
  };
}

export function brought({ camp, day, place, name, page, status, reason }: WordFacts["brought"]): Written {
  const has = hasPlace(status);
  return {
    subject: has ? `You have a place at ${camp}` : `You are on the waiting list for ${camp}`,
    body: [
      `Hello ${name},`,
      has
        ? `The organisers of ${camp} have put you on their list, and you have a place: ${day}, ${place}.`
        : `The organisers of ${camp} (${day}, ${place}) have put you on their waiting list.`,
      `Their reason: ${reason}`,
      has
        ? "Open your page and press the button there, so that we know we can reach you. Can’t come? Give the place back there: somebody else can come then."
        : "Open your page and press the button there: until then your place in the line is kept, but offers skip past you.",
      { link: page, says: "Open your page" },
      bye,
      "If you want nothing of this, say so on your page, and we write no more about it.",
    ],
  };
}

export function removed({ camp, name, page, reason }: WordFacts["removed"]): Written {
  return {
    subject: `The organisers of ${camp} took your name off`,
    body: [
      `Hello ${name},`,
      `An organiser has taken your name off the list of ${camp}. You no longer hold a place or a turn there.`,
      `Their reason: ${reason}`,
      "If you think this is a mistake, ask them.",
      { link: page, says: "Open your page" },
    ],
  };
}

export function putBack({ camp, name, page, reason }: WordFacts["put_back"]): Written {
  return {
    subject: `You are in the line for ${camp}`,
    body: [
      `Hello ${name},`,
      `An organiser has put you in the line for ${camp}, at the turn you had. You do not hold a place at the moment, and an offer we made you stands no more.`,
      `Their reason: ${reason}`,
      "If a place comes up for you, we email you.",
      { link: page, says: "Open your page" },
    ],
  };
}

/** To the address that was there by mistake: it learns nothing of whose the registration is. */
export function addressChanged({ camp }: WordFacts["address_changed"]): Written {
  return {
    subject: `This address is no longer used for ${camp}`,
    body: [
      "Hello,",
      `A registration for ${camp} was made with this address and now has another one. Links and codes we sent here for it no longer work.`,
      "If it was yours and you did not ask for this, write to the organisers.",
    ],
  };
}
