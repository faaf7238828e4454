import { expect, test } from "vitest";
import {
  hasPlace,
  hopesForPlace,
  isHeld,
  isOffered,
  isWaiting,
  letGo,
  missedOffer,
} from "#domain/registration/status.ts";
import { holdsPlace, isLive, STATUSES, takesPart } from "#domain/registration.ts";

test("a status is one thing: in the line or draw, offered, with a place, or over", () => {
  for (const status of STATUSES) {
    const is = [hopesForPlace(status), isOffered(status), hasPlace(status), !isLive(status)];
    expect(is.filter(Boolean)).toEqual([true]);
    expect(holdsPlace(status)).toBe(isOffered(status) || hasPlace(status));
    expect(hasPlace(status)).toBe(isHeld(status) || takesPart(status));
  }
  expect(STATUSES.filter(isWaiting)).toEqual(["waiting"]);
  expect(STATUSES.filter(missedOffer)).toEqual(["expired"]);
  expect(STATUSES.filter(letGo)).toEqual(["released", "left"]);
});
