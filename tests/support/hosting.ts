/** What is done about who hosts a pitch and whether it belongs, for `desk.test.ts`, which tries it beside another desk. */
import type { Database } from "#db/connection.ts";
import { hidePitch, showPitch } from "#db/pitch/hiding.ts";
import { hostPitch } from "#db/pitch/host.ts";
import { answerHostAsk, askHost, takeBackHostAsk } from "#db/pitch/host-ask.ts";
import { listHostAsks } from "#db/pitch/host-asks.ts";
import { keepPitch, reportPitch } from "#db/pitch/report.ts";
import { setHosts } from "#db/pitch/set-hosts.ts";
import { bringPitchFor } from "#db/pitch.ts";
import type { PitchForm } from "#domain/pitch.ts";
import type { Attendee } from "#domain/viewer.ts";
import type { Organiser } from "./camp.ts";
import { MORNING } from "./pitching.ts";
import { publishDraft } from "./published.ts";

type Command = () => Promise<{ ok: boolean }>;

/** Ama brought `form`, and nobody `maps`; `placed` puts the first on the draft. */
type Setting = {
  db: Database;
  ama: Attendee;
  ben: Attendee;
  dan: Organiser;
  form: PitchForm;
  maps: PitchForm;
  placed: Command;
};

/** @param at as it is when a command is tried */
export function hostingCommands(at: () => Setting): Record<string, { before?: Command[]; command: Command }> {
  const tried = (run: (setting: Setting) => ReturnType<Command>) => () => run(at());
  const placed = tried(({ placed }) => placed());
  const asked = tried(({ db, ama, ben, form }) =>
    askHost(db, ama, { pitchId: form.id, whom: ben.name, kind: "instead" }, MORNING),
  );
  const askId = async ({ db, form }: Setting) => (await listHostAsks(db, [form.id]))[0]!.id;
  const reported = tried(({ db, ben, form }) =>
    reportPitch(db, ben, { pitchId: form.id, reason: "An advert" }, MORNING),
  );
  const hidden = tried(({ db, dan, form }) =>
    hidePitch(db, dan, { pitchId: form.id, reason: "An advert" }, MORNING),
  );
  const hosts = { names: ["Cy"], seen: ["Ama"] };
  return {
    "host what nobody hosts": {
      before: [tried(({ db, dan, maps }) => bringPitchFor(db, dan, maps, [], MORNING))],
      command: tried(({ db, ben, maps }) => hostPitch(db, ben, maps.id, MORNING)),
    },
    "set hosts": {
      command: tried(({ db, dan, form }) => setHosts(db, dan, { pitchId: form.id, ...hosts }, MORNING)),
    },
    "ask to host": { command: asked },
    "ask no more to host": {
      before: [asked],
      command: tried(async (its) =>
        takeBackHostAsk(its.db, its.ama, { pitchId: its.form.id, askId: await askId(its) }, MORNING),
      ),
    },
    "agree to host": {
      before: [asked],
      command: tried(async (its) => answerHostAsk(its.db, its.ben, await askId(its), true, MORNING)),
    },
    report: { command: reported },
    "keep what was reported": {
      before: [reported],
      command: tried(({ db, dan, form }) => keepPitch(db, dan, form.id, MORNING)),
    },
    hide: {
      before: [placed, tried(({ db, dan }) => publishDraft(db, dan, MORNING)), reported],
      command: hidden,
    },
    "show again": {
      before: [placed, hidden],
      command: tried(({ db, dan, form }) => showPitch(db, dan, form.id, MORNING)),
    },
  };
}
