/** What each who registers is given and told, case by case: the promises over all cases are in judging.test.ts. */
import { describe, expect, it } from "vitest";
import { bucketOf, type Charge, takeEach } from "#domain/rate-limit.ts";
import { chargeOfAddress, chargeOfForm, chargesOf, sharedBy } from "#domain/registration/allowance.ts";
import { answersOf } from "#domain/registration/answers.ts";
import type { Claim } from "#domain/registration/claim.ts";
import { holdUntil } from "#domain/registration/hold.ts";
import { judgeAll } from "#domain/registration/judging.ts";
import { type Known, type Reception, readerOf } from "#domain/registration/reception.ts";
import { type Applicant, isProven, type RegistrationForm } from "#domain/registration.ts";
import { NOON, typedForm } from "#tests/support/form.ts";

const AMA = "ama@example.org";
const DAY = 86_400_000;
const AT = NOON.getTime();

type Press = Partial<RegistrationForm> & { deviceId?: string | null };

/** Forms as they are sent: Ama's, from a browser nobody knows, but for what is said otherwise. */
const sent = (presses: readonly Press[]): Applicant[] =>
  presses.map(({ deviceId = null, ...said }) => ({
    form: typedForm({ id: "new", email: AMA, ...said }),
    deviceId,
    now: NOON,
  }));

const known = (said: Partial<Known> = {}): Known => ({
  ...{ id: "known", status: "confirmed", rank: 1, verifiedAt: NOON, bouncedAt: null, lapsedAt: null },
  form: typedForm({ id: "old", email: AMA, name: "Ama" }),
  ...{ claims: new Map(), shown: true, tickets: new Set<string>(), proving: false },
  ...said,
});

type Scene = {
  people?: Known[];
  readers?: string[];
  capacity?: number;
  over?: boolean;
  /** What is used up. */
  spent?: Charge[];
};

function reception({ people = [], readers = [], capacity = 9, over, spent = [] }: Scene): Reception {
  const of = (status: string, more = (_: Known) => true) =>
    people.filter((one) => one.status === status && more(one)).length;
  const camp = { phase: "tickets", capacity, lineLimit: null, locale: "en", zone: "Europe/London" } as const;
  return {
    camp: {
      ...camp,
      offersOn: true,
      id: "camp",
      holdHours: 24,
      releases: [],
      pools: null,
      startsAt: AT + 20 * DAY,
      endsAt: AT + (over ? -1 : 21) * DAY,
    },
    counts: {
      ...{ confirmed: of("confirmed"), held: of("held"), offered: of("offered"), waiting: of("waiting") },
      ...{ ready: of("waiting", isProven), paused: 0, inTurn: of("waiting"), lapsed: 0 },
      ...{ entered: of("entered"), keptBack: 0, groups: null },
    },
    nextRank: 100,
    sectors: new Set(["sector"]),
    people: new Map(people.map((one) => [one.form.email, one])),
    readers: new Set(readers.map((device) => readerOf(device, AMA))),
    allowance: drained(spent),
  };
}

/** Buckets from which everything was taken. */
function drained(spent: readonly Charge[]): Map<string, number> {
  const allowance = new Map(spent.map((charge) => [bucketOf(charge), AT]));
  for (const charge of spent) while (takeEach(allowance, [charge], AT));
  return allowance;
}

function judged(scene: Scene, ...presses: Press[]) {
  const [before, applicants] = [reception(scene), sent(presses.length > 0 ? presses : [{}])];
  const forms = new Set((scene.people ?? []).flatMap(({ form, claims }) => [form.id, ...claims.keys()]));
  const all = chargesOf("camp", applicants, forms).map((charge) => [bucketOf(charge), AT] as const);
  const allowance = new Map([...all, ...before.allowance]);
  const ids = applicants.map((_, index) => `id${index}`);
  const { decisions, after } = judgeAll({ ...before, allowance }, applicants, ids);
  return { decisions, after, entry: decisions.at(-1), applicants };
}

/** What everybody new has who proved nothing. */
const newcomer = {
  ...{ id: "id0", status: "held", rank: 100, verifiedAt: null, bouncedAt: null, lapsedAt: null },
  form: typedForm({ id: "new", email: AMA }),
  ...{ claims: new Map(), shown: true, tickets: new Set(), proving: false },
};
const plain = { now: NOON, seat: null, claim: null, reader: null, proves: null, mail: null };
const granted = (value: object) => ({ ok: true, value });

describe("somebody new", () => {
  it("has a place held until they prove their address, which begins with its mail", () => {
    const seat = { from: null, heldUntil: null, enters: null };
    expect(judged({}).entry).toEqual(granted({ ...plain, person: newcomer, seat, mail: "registered" }));
  });

  it("has it held from now on where no mail may be sent", () => {
    const { entry, after } = judged({ spent: [chargeOfAddress("camp", AMA)] });
    const heldUntil = new Date(holdUntil(AT, after.camp));
    expect(entry).toEqual(
      granted({ ...plain, person: newcomer, seat: { from: null, heldUntil, enters: null } }),
    );
  });

  it("waits where no place is free, and holds nothing", () => {
    const person = { ...newcomer, status: "waiting" };
    const seat = { from: null, heldUntil: null, enters: null };
    const [scene, spent] = [{ capacity: 0 }, [chargeOfAddress("camp", AMA)]];
    expect(judged(scene).entry).toEqual(granted({ ...plain, person, seat, mail: "registered" }));
    expect(judged({ ...scene, spent }).entry).toEqual(granted({ ...plain, person, seat }));
  });

  it("has the place at once in a browser that is signed in with the address", () => {
    const person = { ...newcomer, status: "confirmed", verifiedAt: NOON, tickets: new Set(["phone"]) };
    const seat = { from: null, heldUntil: null, enters: null };
    expect(judged({ readers: ["phone"] }, { deviceId: "phone" }).entry).toEqual(
      granted({ ...plain, person, seat, reader: "phone", mail: "registered" }),
    );
    expect(judged({ readers: ["phone"] }, { deviceId: "other" }).entry).toMatchObject(
      granted({ reader: null, person: { status: "held" } }),
    );
  });

  it("is refused with the form of somebody else, with no sector of the camp, and where all is used up", () => {
    const scene = { people: [known()] };
    const refused = (refusal: string) => ({ ok: false, refusal });
    expect(judged(scene, { id: "old", email: "ben@example.org" }).entry).toEqual(refused("bad_input"));
    expect(judged(scene, { sectorId: "elsewhere", email: "ben@example.org" }).entry).toEqual(
      refused("bad_input"),
    );
    for (const charge of sharedBy("camp"))
      expect(judged({ spent: [charge] }).entry).toEqual(refused("too_many"));
  });
});

describe("somebody who let go", () => {
  const gone = known({ status: "left", lapsedAt: NOON, claims: new Map(), tickets: new Set(["phone"]) });

  it("is who they were, at the back of the line, and proves their address again", () => {
    const seat = { from: "left", heldUntil: null, enters: null };
    const person = { ...newcomer, id: "known", status: "waiting", lapsedAt: NOON };
    expect(judged({ people: [{ ...gone, verifiedAt: null }] }).entry).toEqual(
      granted({ ...plain, person, seat, mail: "registered" }),
    );
  });

  it("sends the new form again, and the old one is nobody's", () => {
    const unproven = { ...gone, verifiedAt: null };
    const { decisions } = judged({ people: [unproven] }, {}, {}, { id: "old", email: "ben@example.org" });
    expect(decisions.map((one) => one.ok && one.value.person.id)).toEqual(["known", "known", "id2"]);
  });

  it("stays as they are once they have proven their address, for all that others type", () => {
    const { entry } = judged({ people: [gone] });
    expect(entry).toMatchObject(
      granted({ seat: null, mail: "your_page", person: { status: "left", verifiedAt: gone.verifiedAt } }),
    );
  });

  it("is confirmed at once in their own browser, and has lapsed no more", () => {
    const { entry } = judged({ people: [gone] }, { deviceId: "phone" });
    expect(entry).toMatchObject(
      granted({ reader: "phone", person: { status: "confirmed", lapsedAt: null } }),
    );
  });
});

describe("an address that is registered already", () => {
  const claim: Claim = {
    ...{ form: newcomer.form, told: "held", rank: 100 },
    ...{ since: NOON.toISOString(), heldUntil: null },
  };

  it("is told what a newcomer would be, and its reader gets a mail", () => {
    const told = (said: Partial<Claim>, person = known()) =>
      granted({
        ...plain,
        person: { ...person, claims: new Map([["new", { ...claim, ...said }]]) },
        claim: { ...claim, ...said },
        mail: "your_page",
      });
    expect(judged({ people: [known()] }).entry).toEqual(told({}));
    expect(judged({ people: [known()], capacity: 1 }).entry).toEqual(told({ told: "waiting" }));
    const lapsed = known({ status: "waiting", lapsedAt: NOON, verifiedAt: null });
    expect(judged({ people: [lapsed] }).entry).toEqual(told({ typed: true, told: "waiting" }, lapsed));
  });

  it("where it may be mailed no more, is told until when the place would be held", () => {
    const scene = { people: [known()], spent: [chargeOfAddress("camp", AMA)] };
    const { entry, after } = judged(scene);
    const heldUntil = new Date(holdUntil(AT, after.camp)).toISOString();
    expect(entry).toMatchObject(granted({ claim: { ...claim, heldUntil }, mail: null }));
    expect(judged({ ...scene, capacity: 1 }).entry).toMatchObject(
      granted({ claim: { told: "waiting", heldUntil: null } }),
    );
  });

  it("is shown to its reader as it is", () => {
    const mine = known({ tickets: new Set(["phone"]) });
    expect(judged({ people: [mine] }, { deviceId: "phone" }).entry).toEqual(
      granted({ ...plain, person: mine, reader: "phone" }),
    );
    const two = { ...mine, tickets: new Set(["phone", "laptop"]) };
    expect(judged({ people: [mine], readers: ["laptop"] }, { deviceId: "laptop" }).entry).toEqual(
      granted({ ...plain, person: two, reader: "laptop" }),
    );
  });

  it("is proven by its reader, takes the new answers, and others keep what they were told", () => {
    const held = known({ status: "held", verifiedAt: null, lapsedAt: null, tickets: new Set(["stranger"]) });
    const { entry, after } = judged({ people: [held], readers: ["phone"] }, { deviceId: "phone" });
    const answers = answersOf(newcomer.form);
    const before: Claim = { form: held.form, told: "held", rank: 1 };
    const person = {
      ...held,
      ...{ status: "confirmed", verifiedAt: NOON, tickets: new Set(["phone"]), proving: true },
      form: { ...held.form, ...answers },
      claims: new Map([["old", before]]),
    };
    expect(entry).toEqual(granted({ ...plain, person, reader: "phone", proves: { answers } }));
    expect([after.counts.held, after.counts.confirmed]).toEqual([0, 1]);
  });

  it("that nobody was shown leaves nothing told, and one that waits is ready from then on", () => {
    const hidden = known({ status: "waiting", verifiedAt: null, shown: false, lapsedAt: NOON });
    const { entry, after } = judged({ people: [hidden], readers: ["phone"] }, { deviceId: "phone" });
    expect(entry).toMatchObject(
      granted({ person: { status: "waiting", claims: new Map(), lapsedAt: null, shown: true } }),
    );
    expect([after.counts.ready, after.counts.waiting]).toEqual([1, 1]);
  });
});

describe("a form that is sent again", () => {
  const again = { id: "old" };

  it("shows what is there, as long as nobody proved the address", () => {
    const held = known({ status: "held", verifiedAt: null, shown: false });
    const person = { ...held, shown: true };
    expect(judged({ people: [held] }, again).entry).toEqual(granted({ ...plain, person }));
  });

  it("is no key to what the address's reader has since", () => {
    const { entry } = judged({ people: [known()] }, again);
    const claim = {
      form: { ...newcomer.form, id: "old" },
      told: "held",
      rank: 100,
      since: NOON.toISOString(),
    };
    expect(entry).toMatchObject(granted({ claim: { ...claim, heldUntil: null }, mail: null, reader: null }));
  });

  it("is told the same once more where it was told something", () => {
    const claim: Claim = { form: newcomer.form, told: "waiting", rank: 7 };
    for (const person of [known({ claims: new Map([["new", claim]]) })]) {
      const { entry } = judged({ people: [person] });
      expect(entry).toEqual(granted({ ...plain, person, claim }));
    }
    const unproven = known({ status: "held", verifiedAt: null, claims: new Map([["new", claim]]) });
    expect(judged({ people: [unproven] }).entry).toMatchObject(granted({ claim }));
  });

  it("by the address's reader proves it with the answers there are, but not once the camp is over", () => {
    const held = known({ status: "held", verifiedAt: null });
    const scene = { people: [held], readers: ["phone"] };
    const press = { ...again, deviceId: "phone" };
    expect(judged(scene, press).entry).toMatchObject(
      granted({ person: { status: "confirmed", form: held.form }, proves: { answers: null } }),
    );
    expect(judged({ ...scene, over: true }, press).entry).toEqual(
      granted({ ...plain, person: { ...held, tickets: new Set(["phone"]) }, reader: "phone" }),
    );
    // A second browser of theirs in the same go finds it proven, by a page that is not written yet.
    const both = judged({ ...scene, readers: ["phone", "laptop"] }, press, { ...again, deviceId: "laptop" });
    expect(both.entry).toMatchObject(granted({ reader: "laptop", proves: { answers: null } }));
  });

  it("costs what forms that were sent before cost, and a browser what browsers do", () => {
    const [form] = sent([again]);
    const refused = { ok: false, refusal: "too_many" };
    expect(judged({ people: [known()], spent: [chargeOfForm(form!)] }, again).entry).toEqual(refused);
    const device: Charge = { limit: "register_by_device", by: "phone" };
    const press = { deviceId: "phone" };
    const scene = { people: [known({ tickets: new Set(["phone"]) })], spent: [device] };
    expect(judged(scene, { ...again, ...press }).entry).toEqual(refused);
    expect(judged(scene, press).entry).toEqual(refused);
    expect(judged({ spent: [device] }, press).entry).toEqual(refused);
    // A form that is new costs its reader nothing of that kind.
    const fresh: Charge = { limit: "register_by_form", by: "new" };
    expect(judged({ ...scene, spent: [fresh] }, press).entry).toMatchObject({ ok: true });
  });
});
