/** Words of asking somebody by name to host a pitch, or to take it over. */
import type { HostAskKind } from "#domain/pitch/host-ask.ts";

export const pitchHosts = {
  title: "Who hosts it?",
  now: (hosts: string) => `${hosts} host it.`,
  alone: (host: string) => `${host} hosts it.`,
  nobody: "Nobody hosts it yet. Anybody at the camp can say that they will.",
  /** Once somebody was asked. Nothing tells whether anybody goes by that name. */
  asked: {
    title: "Asked",
    body: "Whoever goes by that name reads it on their phone. Ask them too, to be sure.",
  },
  questions: "Whom you asked",
  takeBack: "Take it back",
  takeBackAbout: (whom: string) => `Take back what you asked ${whom}`,
  takingBack: "Taking it back",
  putAway: "OK",
  putAwayAbout: (whom: string) => `Put away the answer of ${whom}`,
  /** Once it was done: the question is gone from the list. */
  takenBack: (whom: string) => `You take back what you asked ${whom}.`,
  awayPut: "Put away.",
  who: "Their name, or the code on their badge",
  whoHint:
    "The whole name, as it is on their badge. They read it on their phone. We never say who is registered, so ask them too.",
  whoMissing: "Say whom you would like to ask",
  long: (most: number) => `Make it shorter: there is room for ${most} characters`,
  asking: "Asking",
  asks: {
    beside: {
      title: "Host it with somebody",
      body: "Until they say yes on their phone, they are named to nobody but you.",
      send: "Ask them",
    },
    instead: {
      title: "Hand it to somebody",
      body: "Once they say yes it is their one pitch and no more yours, with its place in the line and the hands that are up. Until then nothing changes, and you can take the question back.",
      send: "Ask them to take it",
    },
  } satisfies Record<HostAskKind, object>,
  back: "Back to your pitches",
  settled: {
    title: "The grid is out",
    body: "Who hosts what is changed by campmakers now: ask at the desk.",
  },
  closed: {
    title: "Who hosts it can’t be changed now",
    body: "It could while people pitched. Ask a campmaker: they can do it at the desk.",
  },
  noPlace: {
    title: "This is for whoever pitched it",
    body: "If you have a place, open the page we mailed you on this phone.",
  },
};
