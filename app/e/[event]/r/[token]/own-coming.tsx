import { AskedLater, Coming } from "#components/registration/coming.tsx";
import type { StatusPage } from "#db/registration/status.ts";
import { release } from "./actions.ts";
import { sayUnsure, sayYes } from "./coming.ts";

type OwnComingProps = { page: Pick<StatusPage, "coming" | "event">; now: Date; token: string };

/** What whoever has a place is asked about coming, or that they will be. */
export function OwnComing({ page: { coming, event }, now, token }: OwnComingProps) {
  const { answerBy, zone } = event;
  if (coming) return <Coming {...{ coming, zone, token, sayYes, sayUnsure }} sayNo={release} />;
  return answerBy && answerBy > now.toISOString() ? <AskedLater by={answerBy} zone={zone} /> : null;
}
