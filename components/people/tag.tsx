import { Tag } from "#components/ui/tag.tsx";
import { isHeld, isOffered, isWaiting } from "#domain/registration/status.ts";
import { type PersonInLine, takesPart } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("people");

export type Standing = Pick<
  PersonInLine,
  "status" | "proven" | "bounced" | "offeredUntil" | "pausedUntil"
> & {
  mergedInto?: PersonInLine["mergedInto"];
};

const { tags } = words;

/** @param now milliseconds since 1970, for what is left of an offer */
export function StatusTag({ person, now, next }: { person: Standing; now: number; next?: boolean }) {
  const { status, proven, bounced, offeredUntil, pausedUntil } = person;
  if (person.mergedInto) return <Tag>{tags.mergedInto(person.mergedInto.name)}</Tag>;
  if (isOffered(status)) {
    if (!offeredUntil) return <Tag tone="bad">{tags.offeredBounced}</Tag>;
    return <Tag tone="good">{tags.offered((Date.parse(offeredUntil) - now) / 60_000)}</Tag>;
  }
  if (isWaiting(status)) {
    if (next) return <Tag tone="wait">{tags.next}</Tag>;
    if (bounced) return <Tag tone="bad">{tags.bounced}</Tag>;
    if (pausedUntil) return <Tag>{tags.paused}</Tag>;
    return <Tag tone="wait">{proven ? tags.waiting : tags.unverified}</Tag>;
  }
  if (isHeld(status))
    return bounced ? <Tag tone="bad">{tags.heldBounced}</Tag> : <Tag tone="wait">{tags.held}</Tag>;
  if (takesPart(status)) {
    if (bounced) return <Tag tone="bad">{tags.confirmedBounced}</Tag>;
    return <Tag tone="good">{proven ? tags.confirmed : tags.confirmedUnverified}</Tag>;
  }
  return <Tag>{tags[status]}</Tag>;
}
