/** How it went for whoever entered a batch or a draw. */
import { hasPlace, isHeld, isWaiting } from "#domain/registration/status.ts";
import type { WordFacts, Written } from "#messages/mail-facts.ts";

const bye =
  "This page always knows the truth, even if another email gets lost. Keep its address to yourself: whoever has it can act for you.";

export function drawn({
  camp,
  day,
  place,
  name,
  page,
  code,
  status,
  heldUntil,
}: WordFacts["drawn"]): Written {
  const where = `${day}, ${place}`;
  const open = { link: page, says: "Open your page" };
  const proving =
    "If you have not confirmed this address yet, type this code on the page where you registered, so that offers do not skip past you:";
  if (isHeld(status))
    return {
      subject: `${code} confirms your place at ${camp}`,
      body: [
        `Hello ${name},`,
        `The order has been drawn, and we are holding a place for you at ${camp}: ${where}. It is yours once you confirm this address, by ${heldUntil}.`,
        "Type this code on the page where you registered:",
        { code },
        { link: page, says: "Or open your page and press the button there" },
        bye,
        "If this was not you, do nothing: the place goes to somebody else when its time is up.",
      ],
    };
  if (isWaiting(status))
    return {
      subject: `You are on the waiting list for ${camp}`,
      body: [
        `Hello ${name},`,
        `The order has been drawn, and the places of ${camp} (${where}) went to others this time. You are on the waiting list, in the order of the draw.`,
        "Places do come back. If one comes up for you, we email you.",
        ...(code ? [proving, { code }] : []),
        open,
        bye,
      ],
    };
  const yours = `The order has been drawn, and you have a place at ${camp}: ${where}.`;
  return {
    subject: hasPlace(status) ? `You have a place at ${camp}` : `The order for ${camp} has been drawn`,
    body: [
      `Hello ${name},`,
      hasPlace(status) ? yours : `The order for ${camp} has been drawn. Your page says how it went.`,
      ...(hasPlace(status)
        ? ["If you can’t come after all, give the place back on your page: somebody else can come then."]
        : []),
      open,
      bye,
    ],
  };
}
