/**
 * What the command line asks for. npm keeps options that are not behind `--` for itself: it hands on their values as
 * plain words and says in the environment which were there. Both ways of asking are understood.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { ModelName } from "#bench/grid/instance.ts";

export type Wish = {
  readonly files: readonly string[];
  readonly model: ModelName | null;
  /** CPU milliseconds a grid may take. */
  readonly ms: number | null;
  readonly prove: boolean;
  /** CPU seconds a proof may take. */
  readonly proofSeconds: number;
  readonly json: boolean;
};

/** @throws Error when the model is neither votes nor full */
export function asked(args: string[], environment: Readonly<Record<string, string | undefined>>): Wish {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      instance: { type: "string", multiple: true, default: [] },
      model: { type: "string" },
      ms: { type: "string" },
      prove: { type: "boolean", default: false },
      "proof-s": { type: "string", default: "60" },
      json: { type: "boolean", default: false },
    },
  });
  const kept = (name: string) => environment[`npm_config_${name}`] === "true";
  const model = values.model ?? positionals.find((word) => word === "votes" || word === "full");
  if (model !== undefined && model !== "votes" && model !== "full")
    throw new Error(`--model is votes or full, not ${model}`);
  const ms = values.ms ?? positionals.find((word) => /^\d+$/.test(word));
  return {
    // npm runs in the project's folder and says in the environment where it was called.
    files: [...values.instance, ...positionals.filter((word) => !/^(votes|full|\d+)$/.test(word))].map(
      (file) => resolve(environment.INIT_CWD ?? ".", file),
    ),
    model: model ?? null,
    ms: ms === undefined ? null : Number(ms),
    prove: values.prove || kept("prove"),
    proofSeconds: Number(values["proof-s"]),
    json: values.json || kept("json"),
  };
}
