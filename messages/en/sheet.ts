/** The grid as a spreadsheet. What an import reads again is called as it knows it. */
export const sheet = {
  columns: {
    start: "Start",
    end: "End",
    room: "Room",
    kind: "Kind",
    title: "Title",
    host: "Host",
    break: "Break",
  },
  page: "Grid",
  file: (slug: string, what: string, type: string) => `${slug}-grid-${what}.${type}`,
  shapes: { table: "slots down, rooms across", list: "as a list" },
  title: "As a spreadsheet",
  lede: "For a copy of your own, or to import next year. What is not listed has no title in it.",
  published: "As everybody sees it",
  draft: "As the desk has it now",
  link: (shape: string, type: string) => `${type}, ${shape}`,
  types: { xlsx: "Excel", csv: "CSV" },
};
