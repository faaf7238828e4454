/** What a private page says of a second address: what becomes of it, and what is asked for. */
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Second } from "#components/registration/second-address.tsx";
import type { Reach, SecondAddress } from "#domain/second-address.ts";
import { secondAddress as words } from "#messages/en/second-address.ts";

const HOME = "ama.at.home@example.org";
const act = async () => {
  throw new Error("nobody presses");
};
const at = { zone: "Europe/London", token: "t", first: "ama@work.example.org", remove: act };
const drawn = (second: SecondAddress | null, add: typeof act | null = act) =>
  renderToStaticMarkup(<Second {...at} second={second} add={add} />);
const read = (reach: Reach) =>
  drawn({ email: HOME, reach, lapsesAt: "2026-06-25T11:00:00.000Z" }).replace(/<[^>]*>/g, " ");

describe("a second address on the private page", () => {
  it("is asked for with what it does said first, and where codes go", () => {
    const page = drawn(null);
    expect(page).toContain(words.addWhat("ama@work.example.org"));
    expect(page).toContain('name="secondEmail"');
    expect(page).not.toContain(words.remove);
  });

  it("is nothing where none can be given", () => {
    expect(drawn(null, null)).toBe("");
  });

  it("is said to wait for a yes, and until when", () => {
    expect(read("asked")).toContain(words.asked(HOME));
    expect(read("asked")).toContain("12 noon, Thursday");
  });

  it.each([
    ["works", words.works(HOME)],
    ["bounced", words.bounced(HOME)],
    ["unwanted", words.unwanted(HOME)],
  ] as const)("says that it %s, and is taken away by one press", (reach, said) => {
    expect(read(reach)).toContain(said);
    expect(read(reach)).toContain(words.remove);
    expect(drawn({ email: HOME, reach, lapsesAt: "2026-06-25T11:00:00.000Z" })).not.toContain("secondEmail");
  });
});
