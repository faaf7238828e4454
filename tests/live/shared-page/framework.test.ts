import { expect, test } from "vitest";
import { framework } from "#live/shared-page/framework.ts";
import { haveLanguages, readerLocale } from "#messages/words.ts";

test("a page is asked for as nobody, with only what chooses how it is rendered", async () => {
  const render = framework((request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(JSON.stringify([request.method, request.url, request.headers]));
  }, "camp.example");
  const { status, headers, body } = await render({
    url: "/e/x?_rsc=a",
    locale: "en-GB",
    headers: { rsc: "1" },
  });
  expect([status, headers["content-type"]]).toEqual([200, "text/html"]);
  const [method, url, asked] = JSON.parse(String(body));
  expect([method, url]).toEqual(["GET", "/e/x?_rsc=a"]);
  expect(asked).toEqual({ rsc: "1", host: "camp.example", "user-agent": "wallchart", connection: "close" });
});

test("it is rendered in the language that was asked for", async () => {
  haveLanguages(["en-GB", "el-x-accented"]);
  const render = framework((_, response) => void response.end(readerLocale()), "camp.example");
  const said = async (locale: string) => String((await render({ url: "/", locale, headers: {} })).body);
  expect(await said("el-x-accented")).toBe("el-x-accented");
  expect(await said("en-GB")).toBe("en-GB");
  haveLanguages([]);
});

test("a page of several megabytes arrives whole, in as many pieces as it is written", async () => {
  const piece = "x".repeat(300_000);
  const render = framework(async (_, response) => {
    for (let n = 0; n < 10; n++)
      if (!response.write(piece)) await new Promise((resolve) => response.once("drain", resolve));
    response.end();
  }, "camp.example");
  expect((await render({ url: "/", locale: "en-GB", headers: {} })).body.length).toBe(3_000_000);
});

test("an answer that breaks off is a fault", async () => {
  const render = framework((_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("half");
    setImmediate(() => response.destroy());
  }, "camp.example");
  await expect(render({ url: "/", locale: "en-GB", headers: {} })).rejects.toThrow();
});
