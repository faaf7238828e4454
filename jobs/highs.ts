import loadHighs from "highs";
import type { LinearProgram, Solver, Variable } from "#domain/agenda/master.ts";

/** HiGHS compiled to WebAssembly, which solves a certificate. Loads in about 50 ms, once per thread. */
export async function highs(): Promise<Solver> {
  const library = await loadHighs();
  const { constants } = library;

  function build(rows: readonly { lower: number; upper: number }[]) {
    const model = library.createModel();
    model.options.set({ output_flag: false });
    model.changeObjectiveSense(constants.objectiveSense.maximize);
    for (const { lower, upper } of rows) model.addRow(lower, upper, { indices: [], values: [] });
    return model;
  }

  function add(model: ReturnType<typeof build>, variables: readonly Variable[]) {
    for (const { cost, upper, rows, values } of variables)
      model.addCol(cost, 0, upper, { indices: rows as number[], values: values as number[] });
  }

  return {
    linear(rows): LinearProgram {
      const model = build(rows);
      return {
        add: (variables) => add(model, variables),
        solve() {
          model.run();
          return { objective: model.getObjectiveValue(), duals: model.getSolution().rowDual };
        },
        dispose: () => model.dispose(),
      };
    },
  };
}
