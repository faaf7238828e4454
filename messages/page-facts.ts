/** What our words of a camp's own page are told, in every language; `keep` is a number of days. */
export type PageFacts = { camp: string; day: string; doors: string; place: string; keep: string };
