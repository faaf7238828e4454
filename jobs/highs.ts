import loadHighs from "highs";
import type { LinearProgram, Solver, Variable } from "#domain/planner/master.ts";

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

    integer(rows, variables, start, gap, goOn) {
      const model = build(rows);
      try {
        add(model, variables);
        variables.forEach((_, i) => {
          model.changeColIntegrality(i, constants.variableType.integer);
        });
        model.options.set({ mip_rel_gap: 0, mip_abs_gap: gap });
        if (start !== null) model.setSolution({ colValue: start });
        model.run({
          [constants.callbackType.mipInterrupt](event: { interrupt(): void }) {
            if (!goOn()) event.interrupt();
          },
        });
        const status = model.getModelStatus();
        const bound = Number(model.info.get("mip_dual_bound"));
        if (status === constants.modelStatus.infeasible)
          return { status: "infeasible", bound, values: new Float64Array() };
        const solved = status === constants.modelStatus.optimal;
        const found = Number(model.info.get("primal_solution_status")) === 2;
        return {
          status: solved ? "optimal" : "stopped",
          bound,
          values: found ? model.getSolution().colValue : new Float64Array(),
        };
      } finally {
        model.dispose();
      }
    },
  };
}
