/** What is on in one room, for whoever stands before its door. */
export const roomPage = {
  on: (time: string) => `On now, until ${time}`,
  next: (time: string) => `Next · ${time}`,
  nothingNow: "Nothing is on in here just now.",
  nothingMore: "Nothing more in here.",
  later: "All that is in here",
  grid: "See the whole grid",
  noGrid: "The grid isn’t out yet. It appears here once it is.",
};
