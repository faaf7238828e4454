/** Contrast of two colours (WCAG 2.2, relative luminance), and how a colour is made to have enough of it. */

/** `#rrggbb` in lower case. */
export type Colour = `#${string}`;

const channels = (colour: Colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour)
    .map((channel) => channel / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, of a colour with itself, to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Of two colours to write in, the one that is read better on a colour. */
export function writingOn(colour: Colour, one: Colour, other: Colour): Colour {
  return contrast(colour, one) >= contrast(colour, other) ? one : other;
}

const STEPS = 20;

/** The colour itself, or as little of `ink` mixed in as it takes to be read on a paper. @param ink that is read on it */
export function readableOn(paper: Colour, colour: Colour, ink: Colour, least: number): Colour {
  for (let step = 0; step < STEPS; step += 1) {
    const mixed = mix(colour, ink, step / STEPS);
    if (contrast(mixed, paper) >= least) return mixed;
  }
  return ink;
}

function mix(one: Colour, other: Colour, share: number): Colour {
  const [from, to] = [channels(one), channels(other)];
  const mixed = from.map((channel, n) => Math.round(channel + (to[n]! - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
