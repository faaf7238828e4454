/** The notes of a session: two phones write at once, one of them without a network for a while, and nobody reads a name. */
import { note as words } from "#messages/en/note.ts";
import { session } from "#messages/en/session.ts";
import { deviceOf } from "#tests/support/live.ts";
import { notedCamp } from "#tests/support/notes.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { be } from "./screens.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const NO_NETWORK = [/Failed to load resource/, /ERR_/, /Failed to fetch/];

test("two phones write one note, one of them without a network, and what nobody is to read is not read", async ({
  server,
  visitor,
}) => {
  const { camp, ada, bo, run } = await notedCamp(server.db, "no_names");
  const page = `/e/${camp.slug}/sessions/${run.pitchId}`;
  const [one, two] = await Promise.all(
    [ada, bo].map(async (who) => {
      const phone = await visitor({ ...PHONE, allow: NO_NETWORK });
      await be(phone, server.origin, await deviceOf(server.db, who));
      await phone.goto(`${page}/notes/write`);
      await expect(phone.getByText(words.saved)).toBeVisible();
      return phone;
    }),
  );
  const text = (phone: typeof one) => phone!.getByLabel(words.parts.text, { exact: true });

  await text(one!).pressSequentially("Maps first");
  await expect(text(two!)).toHaveValue("Maps first");
  await two!.context().setOffline(true);
  await text(two!).press("End");
  await text(two!).pressSequentially(", then Bo Diddley spoke");
  await expect(two!.getByText(words.waiting)).toBeVisible();
  await text(one!).press("Home");
  await text(one!).pressSequentially("We said: ");
  await one!.getByLabel(words.parts.actions).fill("Draw one");
  await expect(one!.getByText(words.saved)).toBeVisible();
  await two!.context().setOffline(false);
  const all = "We said: Maps first, then Bo Diddley spoke";
  await expect(text(one!)).toHaveValue(all);
  await expect(text(two!)).toHaveValue(all);
  await expect(two!.getByLabel(words.parts.actions)).toHaveValue("Draw one");
  await expect(two!.getByText(words.saved)).toBeVisible();
  expect(await axeFaults(two!)).toEqual([]);

  // Whoever is not there reads it without a script, and no name.
  const reader = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await reader.goto(page);
  await reader.getByRole("link", { name: session.notesLink, exact: true }).click();
  await expect(reader.getByRole("heading", { name: words.parts.actions })).toBeVisible();
  await expect(reader.getByText(`then ${words.instead} spoke`)).toBeVisible();
  await expect(reader.getByText(/Diddley|Lovelace/)).toHaveCount(0);
  await reader.getByRole("link", { name: words.line.ask }).click();
  await reader.getByRole("radio", { name: "Draw one" }).check();
  await reader.getByRole("button", { name: words.line.send }).click();
  await expect(reader.getByText(words.line.done.body)).toBeVisible();

  await two!.getByRole("button", { name: words.names.for("Bo Diddley") }).click();
  await expect(text(one!)).toHaveValue(all.replace("Bo Diddley", words.instead));
  await expect(one!.getByText(words.names.title)).toHaveCount(0);

  // Its host takes the line out, and whoever writes goes on without it.
  const host = await one!.context().newPage();
  await host.goto(`${page}/notes/keep`);
  await host.getByRole("button", { name: `${words.keep.out} Draw one` }).click();
  await expect(host.getByText(words.keep.done.out)).toBeVisible();
  await expect(two!.getByLabel(words.parts.actions)).toHaveValue("");
  await text(two!).press("End");
  await text(two!).pressSequentially("!");
  await expect(text(one!)).toHaveValue(`${all.replace("Bo Diddley", words.instead)}!`);
});
