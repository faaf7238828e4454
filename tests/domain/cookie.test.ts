import { expect, it } from "vitest";
import { cookieName, cookieOptions, readCookie } from "#domain/cookie.ts";

const [http, https] = ["http://127.0.0.1:3000", "https://camp.example"];

it("carries the __Host- prefix, and what the prefix demands, where the public address is https", () => {
  expect(cookieName(https)).toBe("__Host-wallchart");
  expect(cookieOptions(https)).toEqual({
    path: "/",
    maxAge: 15_552_000,
    httpOnly: true,
    sameSite: "lax",
    secure: true,
  });
});

it("is plain where it is not, because a browser keeps no prefixed cookie from there", () => {
  expect(cookieName(http)).toBe("wallchart");
  expect(cookieOptions(http)).toEqual({ ...cookieOptions(https), secure: false });
});

it("is found among others, and under no other name", () => {
  expect(readCookie(http, "a=1; wallchart=token; b=2")).toBe("token");
  expect(readCookie(https, "wallchart=planted; __Host-wallchart=token")).toBe("token");
  expect(readCookie(https, "wallchart=planted")).toBeNull();
  expect(readCookie(http, "__Host-wallchart=token")).toBeNull();
  expect([readCookie(http, undefined), readCookie(http, ""), readCookie(http, "wallchart=")]).toEqual([
    null,
    null,
    null,
  ]);
  expect([cookieName(http), cookieName(https)]).toEqual(["wallchart", "__Host-wallchart"]);
});
