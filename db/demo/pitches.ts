import type { Camper } from "#db/demo/people.ts";
import { newId } from "#db/id.ts";
import { lineToPitch } from "#db/schema/line.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { hand } from "#db/schema/voting.ts";
import type { Transaction } from "#db/transaction.ts";
import { expectHands } from "#db/uncounted.ts";
import { random, shuffle } from "#domain/agenda/random.ts";
import { makeBallots } from "#domain/demo/ballots.ts";
import type { DemoCamp } from "#domain/demo/camp.ts";
import { layDay } from "#domain/demo/day.ts";
import { type Idea, readIdeas } from "#domain/demo/idea.ts";

const SECOND = 1000;

type Times = { createdAt: Date; saidAt: Date | null };

/** People are indices into those who are at the camp; `into` is the pitch that it is a part of. */
export type DemoPitch = { id: string; idea: Idea; hosts: number[]; fans: number[]; into: string | null };

/**
 * Nobody hosts two, and everybody wants to go to what they host. @param here those at the camp @returns the most wanted
 * first
 */
export async function insertPitches(
  tx: Transaction,
  eventId: string,
  camp: DemoCamp,
  here: readonly Camper[],
  now: Date,
): Promise<DemoPitch[]> {
  const ideas = readIdeas(camp.ideas);
  if (ideas.length === 0) return [];
  const ballots = makeBallots(camp.voters, ideas.length, camp.seed);
  const hosts = castHosts(ideas, ballots);
  const ids = ideas.map(() => newId());
  const pitches = ideas.map((idea, rank) => ({
    id: ids[rank]!,
    idea,
    hosts: hosts[rank]!,
    fans: ballots.flatMap((ballot, voter) => (ballot.includes(rank) ? [voter] : [])),
    into: idea.same ? ids[rank - 1]! : null,
  }));
  const roots = ideas.flatMap(({ same }, rank) => (same ? [] : rank));
  const cameAs = shuffle(roots, random(camp.seed));
  const nthOf = (rank: number) => cameAs.indexOf(ideas[rank]!.same ? rank - 1 : rank);
  const times = pitchingTimes(camp, now);
  await tx.insert(pitch).values(
    pitches.map(({ id, idea, into }, rank) => {
      const { hosts: _, same, ...words } = idea;
      return { ...words, id, eventId, ...(into ? partTimes(times(nthOf(rank)), into) : times(nthOf(rank))) };
    }),
  );
  const front = pitches.find(({ into }, rank) => into === null && nthOf(rank) === camp.said - 1);
  await tx.insert(lineToPitch).values({ eventId, front: front?.id ?? null });
  const wishers = here.filter((_, person) => !hosts.flat().includes(person));
  await tx.insert(pitchHost).values(
    pitches.flatMap(({ id, idea, hosts: people }) => {
      const wisher = isWished(idea) ? wishers.shift() : undefined;
      if (wisher) return [{ ...hostOf(wisher, id, 0), own: true, hosting: false }];
      return people.map((person, position) => ({
        ...hostOf(here[person]!, id, position),
        own: position === 0,
      }));
    }),
  );
  await tx
    .insert(hand)
    .values(
      pitches.flatMap(({ id, fans }) =>
        fans.map((fan) => ({ pitchId: id, registrationId: here[fan]!.id, up: true, castAt: now })),
      ),
    );
  // Whoever loads the camp is to count them, and may be killed before.
  await expectHands(tx, eventId, newId());
  return pitches;
}

const isWished = ({ voice }: Idea) => voice === "wish";

const hostOf = ({ id: registrationId, name }: Camper, pitchId: string, position: number) => {
  return { pitchId, position, registrationId, name };
};

/** It came right after what it became part of, and is said with that. */
function partTimes({ createdAt, saidAt }: Times, mergedInto: string) {
  return {
    createdAt: new Date(createdAt.getTime() + 40 * SECOND),
    saidAt: saidAt && new Date(saidAt.getTime() - 1),
    mergedInto,
    mergedAt: new Date(createdAt.getTime() + 45 * SECOND),
  };
}

/** Hosts come from an idea's own fans, the rarest ideas first, since their fans are few. */
function castHosts(ideas: readonly Idea[], ballots: readonly number[][]): number[][] {
  const busy = new Set<number>();
  const cast = ideas.map((): number[] => []);
  for (let rank = ideas.length - 1; rank >= 0; rank--) {
    const keen = ballots.flatMap((ballot, voter) =>
      ballot.includes(rank) && !busy.has(voter) ? [voter] : [],
    );
    const hosts = keen.slice(0, ideas[rank]!.hosts);
    for (const host of hosts) busy.add(host);
    cast[rank] = hosts;
  }
  return cast;
}

/** When the nth pitch came and was announced: about one a minute came, and two a minute were announced. */
function pitchingTimes(camp: DemoCamp, now: Date): (nth: number) => Times {
  const { slots } = layDay(camp.moment, now.getTime());
  const over = slots[0]!.endsAt;
  const until = Math.min(now.getTime(), over);
  return (nth: number) => ({
    createdAt: new Date(until - (75 - nth) * 50 * SECOND),
    saidAt: nth < camp.said ? new Date(until - ((camp.said - nth) * 32 - 20) * SECOND) : null,
  });
}
