/** The page of a form that was not taken, for tests without the framework; tests/e2e/returned.test.ts has it drawn by it. */
import type { ServerResponse } from "node:http";
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { RegistrationForm } from "#components/registration/form.tsx";
import type { Returned } from "#domain/registration/returned.ts";

export function pageOf(returned: Returned): string {
  const { camp, sectors, questions } = returned;
  return renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>
      <RegistrationForm
        slug={camp.slug}
        camp={camp.name}
        action={`/live/${camp.slug}/registration`}
        sectors={sectors}
        questions={questions}
        returned={returned}
      />
    </AppRouterContext.Provider>,
  );
}

export function showAgain(response: ServerResponse, status: number, returned: Returned): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(pageOf(returned));
}
