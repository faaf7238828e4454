import { escaped } from "#domain/html.ts";
import { ASKED, type Asked, questionOf } from "#domain/registration/answers.ts";
import type { Page } from "#live/page.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("registration");

/** What is wrong, by field name; `""` is about the form as a whole. */
export type Mistakes = Readonly<Record<string, string>>;

type Sector = { id: string; name: string };

/** A box that is ticked or not is never wrong. */
const MENDED = ASKED.filter((name) => questionOf(name).kind !== "tick");

/** Only the wrong fields to mend, the others kept. @param typed as sent, with the id for the next try */
export function mistakePage(
  camp: { name: string; slug: string },
  typed: Readonly<Record<string, string>>,
  mistakes: Mistakes,
  sectors: readonly Sector[],
): Page {
  const wrong = MENDED.filter((name) => mistakes[name]);
  const kept = Object.entries(typed).filter(([name]) => !wrong.some((one) => one === name));
  const body = `<p>${escaped(words.mistake.lede)}</p>
<div class="bad" role="alert"><h2>${escaped(words.problem)}</h2><ul>${Object.entries(mistakes)
    .map(([name, words]) => `<li><a href="#${escaped(name || "send")}">${escaped(words)}</a></li>`)
    .join("")}</ul></div>
<form method="post" action="/live/${camp.slug}/registration">
${kept.map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`).join("\n")}
${wrong.map((name) => field(name, typed[name] ?? "", mistakes[name]!, sectors)).join("\n")}
<button id="send">${escaped(words.mistake.send)}</button>
</form>`;
  return { title: words.mistake.title, camp: camp.name, body };
}

function field(name: Asked, value: string, mistake: string, sectors: readonly Sector[]): string {
  const label = escaped(words.questions[name]);
  const why = `<p class="bad" id="${name}-error">${escaped(mistake)}</p>`;
  const { kind } = questionOf(name);
  if (kind === "sector") {
    const options = sectors.map(
      (sector, index) =>
        `<label><input type="radio" name="sectorId" value="${sector.id}" ${index === 0 ? 'id="sectorId"' : ""} required> ${escaped(sector.name)}</label>`,
    );
    return `<fieldset><legend>${label}</legend>${why}${options.join("")}</fieldset>`;
  }
  const shared = `id="${name}" name="${name}" aria-describedby="${name}-error" aria-invalid="true"`;
  const control =
    kind === "longText"
      ? `<textarea ${shared} rows="6">${escaped(value)}</textarea>`
      : `<input ${shared} type="text" ${name === "email" ? 'inputmode="email" autocapitalize="none" spellcheck="false"' : ""} value="${escaped(value)}">`;
  return `<label for="${name}">${label}</label>${why}${control}`;
}
