/** Who leads a session, as one cell says it. */

/** What follows a name or stands before it behind a comma, and is nobody. */
const TITLE =
  /^(?:Ph\.? ?D|D\.?Phil|M\.?D|[MOCDK]\.?B\.?E|B\.?A|B\.?Sc|M\.?A|M\.?Sc|MBA|LLM|MP|MSP|MS|QC|KC|FRS|FRSA|Esq|Jn?r|Sn?r|II|III|IV|Dr|Prof|Mrs?|Ms|Mx|Sir|Dame|Rev)\.?$/;

/**
 * "Ama and Rhys", "Ama, Rhys", "Ama & Rhys" or "Ama w/ Rhys" are two people; "Ama Owusu, PhD" is one.
 *
 * @returns also whether it could as well be one name: "Smith, John" or "Marks & Spencer", but not "Ama Owusu, Rhys Evans"
 */
export function hostsIn(cell: string): { names: string[]; guessed: boolean } {
  const names = cell
    .replace(/(^|\s)w\/\s*/gi, "$1;")
    .split(/\s*[;&/]\s*|\s+and\s+/)
    .flatMap(apart)
    .filter((name) => name !== "");
  const certain = !/[,&/]/.test(cell.replace(/(^|\s)w\//gi, "$1"));
  return { names, guessed: names.length > 1 && !certain && names.some((name) => !/\s/.test(name)) };
}

/** At commas, but for those before a title. */
function apart(part: string): string[] {
  const names: string[] = [];
  for (const name of part.split(/\s*,\s*/)) {
    const before = names.at(-1);
    if (before && TITLE.test(name)) names[names.length - 1] = `${before}, ${name}`;
    else names.push(name);
  }
  return names;
}
