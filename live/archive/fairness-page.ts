/** How fair a kept camp was, in the counts that everybody read. */
import type { FairnessShown } from "#domain/fairness.ts";
import { type Html, html } from "#live/plain/html.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("fairness");

export function fairnessPage({ rows, hosts, worst, turnout }: FairnessShown): Html {
  const { places } = words;
  const shown = (people: number) => (people > 0 ? words.atLeast(people) : words.fewer);
  const cards = rows.map(
    ({ of, name, asked, got }) => html`<section class="card"><h3>${of === "sector" ? name : places[of]}</h3>
<ul><li>${places.asked}: ${shown(asked)}</li><li>${places.got}: ${shown(got)}</li></ul></section>
`,
  );
  const said = (title: string, text: string) => html`<h2>${title}</h2>
<p>${text}</p>
`;
  return html`<p>${words.lede}</p>
<h2>${places.title}</h2>
${cards}
<p>${places.why}</p>
${said(words.hosts.title, hosts ? words.hosts.some(hosts.asked, hosts.got) : words.hosts.few)}
${said(words.wishes.title, worst === null ? words.wishes.few : words.wishes.some(worst))}
${said(words.turnout.title, turnout ? words.turnout.some(turnout.asked, turnout.got) : words.turnout.few)}`;
}
