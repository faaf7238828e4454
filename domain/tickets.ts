/** What anybody may know of a camp's tickets before they register. */
export type TicketsView = {
  capacity: number;
  /** What somebody who registers now would get. */
  next: "place" | "line" | "closed_line";
  /** Places nobody holds. */
  free: number;
  waiting: number;
  /** Places that have gone to people in the line so far. */
  moved: number;
};
