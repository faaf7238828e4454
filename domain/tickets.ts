/** What anybody may know of a camp's tickets before they register. */
export type TicketsView = {
  capacity: number;
  over: boolean;
  /** What somebody who registers now would get: a place, one as soon as they prove their address, or a turn. */
  next: "place" | "proof" | "line" | "closed_line";
  free: number;
  waiting: number;
  /** Places that have gone to people in the line so far. */
  moved: number;
};
