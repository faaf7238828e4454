import { expect, test } from "vitest";
import { piecesOf } from "#domain/mailbox.ts";

test("words, a code and a link are told apart", () => {
  const text = "Hello Siân,\n\n123456\n\nOpen your page:\nhttps://camp.example/e/x/r/abc\n\nBye,\nus\n";
  expect(piecesOf(text)).toEqual([
    { words: "Hello Siân," },
    { code: "123456" },
    { says: "Open your page", link: "https://camp.example/e/x/r/abc" },
    { words: "Bye,\nus" },
  ]);
});

test("a link that says nothing says its address", () => {
  expect(piecesOf("http://127.0.0.1:3000/setup/x")).toEqual([
    { says: "http://127.0.0.1:3000/setup/x", link: "http://127.0.0.1:3000/setup/x" },
  ]);
});

test.each(["javascript:alert(1)", "Look:\ndata:text/html,x", "see https://a.example for more", "1234567"])(
  "%s stays words",
  (text) => {
    expect(piecesOf(text)).toEqual([{ words: text }]);
  },
);
