import type { Database } from "#db/connection.ts";
import { hashToken } from "#db/id.ts";
import { inOrder, type Role } from "#domain/permission.ts";
import { type Status, TAKES_PART, takesPart } from "#domain/registration.ts";
import { type Attendee, type Crew, NOBODY, type Owner, type Viewer } from "#domain/viewer.ts";

type Client = Pick<Database, "$client">;

/**
 * Who holds this cookie, in one read. The only place that makes `Attendee`, `Crew` and `Owner`.
 * @param eventId the camp they are at, or null where there is none: then tickets and roles stay null
 */
export async function findViewer(db: Client, token: string | null, eventId: string | null): Promise<Viewer> {
  const found = token ? await read(db, token, eventId) : undefined;
  if (!found) return NOBODY;
  const { deviceId, personId, name, email, owner, held, roles, passkey, required } = found;
  const who: Viewer = {
    ...NOBODY,
    deviceId,
    person: personId ? { id: personId, name, email } : null,
    owner: owner ? ({ personId, passkey } as Owner) : null,
    passkey,
  };
  if (!eventId) return who;
  const runs = roles.length > 0;
  const needsPasskey = runs && required && !passkey;
  return {
    ...who,
    registrationId: held?.id ?? null,
    pass: held?.pass ?? false,
    attendee: held && attendeeOf(held, eventId),
    crew: runs && !needsPasskey ? ({ personId, eventId, name, roles: inOrder(roles) } as Crew) : null,
    needsPasskey,
  };
}

function attendeeOf(held: Held, eventId: string): Attendee | null {
  if (!takesPart(held.status)) return null;
  return { registrationId: held.id, eventId, name: held.name } as Attendee;
}

/** The registration a device may act for; `pass` where nothing but a pass lets it. */
type Held = { id: string; name: string; status: Status; pass: boolean };

/** `name` and `email` are null where there is no person. */
type Found = {
  deviceId: string;
  personId: string | null;
  name: string;
  email: string;
  owner: boolean | null;
  roles: Role[];
  /** Whether they used a passkey of theirs on this device, and whether the camp requires it of its crew. */
  passkey: boolean;
  required: boolean;
  held: Held | null;
};

/**
 * A prepared statement of the bare driver, since nearly every request begins with it. A device acts for a registration by
 * a ticket or a pass that it holds, or signed in with its address. Whoever registered twice on one browser acts as the
 * one with a place, and else as the latest.
 */
async function read({ $client }: Client, token: string, eventId: string | null): Promise<Found | undefined> {
  const now = new Date().toISOString();
  const [found] = await $client<Found[]>`
    select d.id as "deviceId", p.id as "personId", p.name, p.email, p.owner,
      array(select role from role where event_id = ${eventId}::uuid and person_id = p.id) as roles,
      exists(select from passkey where id = d.passkey_id and person_id = p.id) as passkey,
      coalesce((select passkey_required from event where id = ${eventId}::uuid), false) as required,
      (select json_build_object('id', r.id, 'name', r.name, 'status', r.status, 'pass', not bool_or(way.whole))
        from (
          select registration_id as id, true as held, pass_until is null as whole
          from ticket where device_id = d.id and (pass_until is null or pass_until > ${now}::timestamptz)
          union all
          select id, false, true from registration where event_id = ${eventId}::uuid and email = p.email
        ) as way
        join registration r on r.id = way.id and r.event_id = ${eventId}::uuid
        group by r.id
        order by bool_or(way.held) desc, r.status = ${TAKES_PART} desc, r.rank desc
        limit 1) as held
    from device d
    left join person p on p.id = d.person_id
    where d.token_hash = ${hashToken(token)} and d.expires_at > ${now}::timestamptz`;
  return found;
}
