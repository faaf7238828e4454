/** What somebody typed to register, for tests without a database. */
import { NO_NEEDS } from "#domain/registration/answers.ts";
import type { RegistrationForm } from "#domain/registration.ts";

export { NOON } from "#tests/support/camp.ts";

/** A form in order, but for what is said otherwise. */
export function typedForm(said: Partial<RegistrationForm>): RegistrationForm {
  return {
    ...{ id: "form", name: "Priya Nair", email: "priya@example.org", sectorId: "sector" },
    ...{ organisation: "", firstTime: false, ...NO_NEEDS, photos: true, ...said },
  };
}
