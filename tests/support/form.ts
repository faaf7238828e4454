/** What somebody typed to register, for tests without a database. */
import type { RegistrationForm } from "#domain/registration.ts";

export { NOON } from "#tests/support/camp.ts";

/** A form in order, but for what is said otherwise. */
export function typedForm(said: Partial<RegistrationForm>): RegistrationForm {
  return {
    ...{ id: "form", name: "Priya Nair", email: "priya@example.org", sectorId: "sector" },
    ...{ organisation: "", firstTime: false, access: "", accessAgreed: false, photos: true, ...said },
  };
}
