/** The score of a state, read off what the state keeps: no set is scanned. */
import type { Model } from "#domain/agenda/model.ts";
import type { State } from "#domain/agenda/state.ts";

/** Whether a session that begins in slot a leads straight into one that begins in b, on one day. */
export function follows(model: Model, first: number, a: number, b: number): boolean {
  const { slots } = model.problem;
  return slots[b]?.day === slots[a]?.day && a + model.length[first]! === b && b < model.slots;
}

/** Pairs of a host's sessions that follow one another without a slot between. */
export function backToBacks(model: Model, begin: Int32Array): number {
  let pairs = 0;
  for (let u = 0; u < model.units; u++)
    for (const other of model.hosted[u]!) if (follows(model, u, begin[u]!, begin[other]!)) pairs++;
  return pairs;
}

/** What a long session that begins when it did before loses by being in another room. */
function roomChanged({ model, begin, held }: State, u: number): number {
  const { before, problem, session } = model;
  if (before.slot[u]! < 0 || begin[u] !== before.slot[u] || held[u] === before.room[u]) return 0;
  const { moved, movedStar } = problem.weights;
  return Math.floor((moved + movedStar * problem.sessions[session[u]!]!.stars) / 10);
}

/** Signed points, thousandths of a vote. */
export function total(state: State): number {
  const { model, begin, topics, roomLoss } = state;
  const { weights } = model.problem;
  let points = state.people[0]!;
  if (weights.backToBack > 0) points -= weights.backToBack * backToBacks(model, begin);
  for (let u = 0; u < model.units; u++) {
    points += model.points[u * (model.slots + 1) + begin[u]!]!;
    if (model.length[u] === 2) points -= roomChanged(state, u);
  }
  for (let t = 0; t < model.slots; t++) points -= roomLoss[t]!;
  for (let i = 0; i < model.slots * model.topics; i++)
    points -= (weights.topic * topics[i]! * (topics[i]! - 1)) / 2;
  return points;
}
