/** How a kept camp looks: our colours (tokens.css) and letters that every device has, because none are fetched. */

/** The tints of the hours and of a break, and what is written on each, in the order of `SlotView.hour`; 0 is a break. */
const HOURS = [
  ["#efece3", "#1c1a16", "#2b2924", "#f6f3ea"],
  ["#fff0b3", "#1c1a16", "#463600", "#f6f3ea"],
  ["#ffdcb0", "#1c1a16", "#512c00", "#f6f3ea"],
  ["#ffc9bd", "#1c1a16", "#5e1e12", "#f6f3ea"],
  ["#efc8e6", "#1c1a16", "#521a49", "#f6f3ea"],
  ["#cfd0f7", "#1c1a16", "#2b2c78", "#f6f3ea"],
  ["#bfdcf2", "#1c1a16", "#0b3a5a", "#f6f3ea"],
] as const;

const hours = (paper: 0 | 2, ink: 1 | 3) =>
  HOURS.map((of, hour) => `.hour-${hour} > h3 { background: ${of[paper]}; color: ${of[ink]}; }`).join("\n");

export const ARCHIVE_STYLE = `:root {
  color-scheme: light dark;
  --paper: #fbfaf6; --card: #ffffff; --ink: #1c1a16; --soft: #4f4a42; --line: #ddd8cb; --link: #1f4bb8;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1rem; }
footer { padding: 2rem 1rem; color: var(--soft); }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { font-size: 1.9rem; margin: 0.6em 0 0.3em; }
h2 { font-size: 1.35rem; margin: 1.6em 0 0.5em; }
h3 { font-size: 1.1rem; margin: 0; }
a { color: var(--link); display: inline-block; padding: 0.15em 0; }
p a, blockquote a { display: inline; padding: 0; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.lede, .facts { color: var(--soft); }
.links { list-style: none; margin: 0; padding: 0; }
.links li { padding: 0.3rem 0; border-bottom: 1px solid var(--line); }
.slot { margin: 0 0 1rem; border: 1px solid var(--line); border-bottom-width: 3px; border-radius: 0.5rem; overflow: hidden; background: var(--card); }
.slot h3 { padding: 0.6rem 0.9rem; }
.slot ul { list-style: none; margin: 0; padding: 0 0.9rem; }
.slot li { display: flex; gap: 0.75rem; padding: 0.6rem 0; border-top: 1px solid var(--line); }
.slot li:first-child { border-top: 0; }
.letter { flex: none; align-self: start; min-width: 1.9em; padding: 0.1em 0.35em; border-radius: 0.25rem; background: var(--ink); color: var(--paper); text-align: center; font-weight: 700; }
.soft { color: var(--soft); }
.card { margin: 0 0 1rem; padding: 0.8rem 0.9rem; border: 1px solid var(--line); border-bottom-width: 3px; border-radius: 0.5rem; background: var(--card); }
.card p { margin: 0.3rem 0 0; }
.card:target { outline: 3px solid var(--link); }
blockquote { margin: 0 0 1rem; padding: 0.2rem 0 0.2rem 1rem; border-inline-start: 4px solid var(--line); white-space: pre-line; }
.card ul { margin: 0.3rem 0 0; padding-inline-start: 1.2rem; }
${hours(0, 1)}
@media (prefers-color-scheme: dark) {
  :root { --paper: #141310; --card: #201e1a; --ink: #f6f3ea; --soft: #cdc7ba; --line: #3a3730; --link: #a9c4ff; }
${hours(2, 3)}
}
`;
