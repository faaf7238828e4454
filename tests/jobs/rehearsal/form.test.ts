import { expect, it } from "vitest";
import { fieldsOf, multipart } from "#jobs/rehearsal/form.ts";

const PAGE = `<form action="/other"><input name="q"/></form>
<form method="POST"><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&quot;}"/>
<input name="title" value=""/><textarea name="line"></textarea>
<input type="radio" name="kind" value="discuss" checked=""/><input type="radio" name="kind" value="help"/>
<input type="checkbox" name="needs" value="wall"/><input type="hidden" name="id" value="7"/></form>`;

it("finds the form with a field, and what is filled in and chosen in it", () => {
  expect(fieldsOf(PAGE, "title")).toEqual([
    ["$ACTION_1:0", '{"id":"a"}'],
    ["title", ""],
    ["kind", "discuss"],
    ["id", "7"],
  ]);
  expect(fieldsOf(PAGE, "nothing")).toBeNull();
});

it("sends what a form of the platform reads", async () => {
  const { body, type } = multipart([
    ["title", "Café ☕"],
    ["$ACTION_1:0", '{"id":"a"}'],
  ]);
  const sent = new Request("http://127.0.0.1", { method: "POST", body, headers: { "content-type": type } });
  expect([...(await sent.formData())]).toEqual([
    ["title", "Café ☕"],
    ["$ACTION_1:0", '{"id":"a"}'],
  ]);
});
