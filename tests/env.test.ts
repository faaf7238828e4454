/** The configuration is checked once, in words. */
import { describe, expect, test } from "vitest";
import { readEnv, Trouble } from "#env.ts";

test("a machine told nothing gets a demo on its own address", () => {
  expect(readEnv({})).toMatchObject({
    PORT: 3000,
    HOST: "127.0.0.1",
    ORIGIN: "http://127.0.0.1:3000",
    DEMO: true,
  });
});

test("an empty variable is a variable not set", () => {
  expect(readEnv({ PORT: "", ORIGIN: "", DATABASE_URL: "" })).toMatchObject({ PORT: 3000, DEMO: true });
});

describe("a demo is off as soon as somebody means it", () => {
  test.each([
    [{ DATABASE_URL: "postgres://camp@db.example/camp" }, false],
    [{ ORIGIN: "https://camp.example" }, false],
    [{ DEMO: "off" }, false],
    [{ DATABASE_URL: "postgres://camp@db.example/camp", DEMO: "on" }, true],
  ])("%j", (variables, demo) => {
    expect(readEnv(variables).DEMO).toBe(demo);
  });
});

test("the public address follows from the port, and loses its slash", () => {
  expect(readEnv({ PORT: "8080" }).ORIGIN).toBe("http://127.0.0.1:8080");
  expect(readEnv({ HOST: "::1" }).ORIGIN).toBe("http://[::1]:3000");
  expect(readEnv({ ORIGIN: "https://camp.example/" }).ORIGIN).toBe("https://camp.example");
});

describe("what is wrong is named", () => {
  test.each([
    [{ PORT: "abc" }, "PORT must be a number"],
    [{ PORT: "70000" }, "PORT must be at most 65535"],
    [{ ORIGIN: "camp.example" }, "ORIGIN must be an address that starts with"],
    [{ ORIGIN: "https://camp.example/path" }, "ORIGIN must be a bare origin"],
    [{ DATABASE_URL: "mysql://db" }, "DATABASE_URL must be an address that starts with postgres://"],
    [{ SMTP_URL: "mail.example" }, "SMTP_URL must be an address"],
    [{ DEMO: "yes" }, "DEMO must be on or off"],
    [{ WALLCHART_DIST: "../elsewhere" }, "WALLCHART_DIST must be a folder name"],
  ])("%j", (variables, sentence) => {
    expect(() => readEnv(variables)).toThrow(Trouble);
    expect(() => readEnv(variables)).toThrow(sentence);
  });

  test("all of it at once", () => {
    expect(() => readEnv({ PORT: "abc", DEMO: "yes" })).toThrow(/PORT .*DEMO /);
  });

  test("and no password is repeated", () => {
    const wrong = () => readEnv({ DATABASE_URL: "mysql://camp:secret@db.example/camp" });
    expect(wrong).toThrow(Trouble);
    expect(wrong).not.toThrow(/secret/);
  });
});
