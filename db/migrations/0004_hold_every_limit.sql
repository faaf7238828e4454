ALTER TABLE "event" DROP CONSTRAINT "event_has_places";--> statement-breakpoint
ALTER TABLE "pitch" DROP CONSTRAINT "pitch_title_fits";--> statement-breakpoint
ALTER TABLE "room" DROP CONSTRAINT "room_has_seats";--> statement-breakpoint
-- Rows written before there were limits, so that the checks below hold for them too. Two typed digits meant a year
-- of this century, on the camp's own clocks.
UPDATE "event" SET
	"day" = ("day" + interval '2000 years')::date,
	"starts_at" = (("starts_at" AT TIME ZONE z.name) + interval '2000 years') AT TIME ZONE z.name
	FROM (SELECT e."id", coalesce(n."name", 'UTC') AS "name" FROM "event" e LEFT JOIN pg_timezone_names n ON n."name" = e."zone") z
	WHERE z."id" = "event"."id" AND "day" BETWEEN '0001-01-01' AND '0099-12-31' AND "starts_at" BETWEEN '0001-01-01Z' AND '0100-01-02Z';
--> statement-breakpoint
UPDATE "slot" SET
	"starts_at" = (("starts_at" AT TIME ZONE z.name) + interval '2000 years') AT TIME ZONE z.name,
	"ends_at" = (("ends_at" AT TIME ZONE z.name) + interval '2000 years') AT TIME ZONE z.name
	FROM (SELECT e."id", coalesce(n."name", 'UTC') AS "name" FROM "event" e LEFT JOIN pg_timezone_names n ON n."name" = e."zone") z
	WHERE z."id" = "slot"."event_id" AND "starts_at" BETWEEN '0001-01-01Z' AND '0100-01-02Z' AND "ends_at" BETWEEN '0001-01-01Z' AND '0100-01-02Z';
--> statement-breakpoint
-- What no guess can mend is the first day of 2000, which its organisers see and change.
UPDATE "event" SET "day" = '2000-01-01', "starts_at" = '2000-01-01 09:00Z'
	WHERE NOT ("day" BETWEEN '2000-01-01' AND '2100-12-31' AND "starts_at" BETWEEN '1999-12-30Z' AND '2101-01-03Z');
--> statement-breakpoint
UPDATE "slot" SET "starts_at" = e."starts_at", "ends_at" = e."starts_at" + interval '1 hour' FROM "event" e
	WHERE e."id" = "slot"."event_id" AND NOT ("slot"."starts_at" BETWEEN '1999-12-30Z' AND '2101-01-03Z' AND "slot"."ends_at" BETWEEN '1999-12-30Z' AND '2101-01-03Z');
--> statement-breakpoint
-- Numbers and names; a name that cannot be seen becomes three dots, and one that must stay its own ends in a piece of its id.
UPDATE "event" SET "capacity" = least("capacity", 10000), "line_limit" = greatest(0, least("line_limit", 100000))
	WHERE "capacity" > 10000 OR "line_limit" NOT BETWEEN 0 AND 100000;
--> statement-breakpoint
UPDATE "room" SET "capacity" = least("capacity", 5000) WHERE "capacity" > 5000;
--> statement-breakpoint
UPDATE "pitch" SET "expected" = greatest(0, least("expected", 10000)) WHERE "expected" NOT BETWEEN 0 AND 10000;
--> statement-breakpoint
UPDATE "event" SET "name" = left("name", 79) || '…' WHERE char_length("name") > 80;
--> statement-breakpoint
UPDATE "event" SET "name" = '…' WHERE "name" !~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]';
--> statement-breakpoint
UPDATE "event" SET "place" = left("place", 119) || '…' WHERE char_length("place") > 120;
--> statement-breakpoint
UPDATE "event" SET "place" = '…' WHERE "place" !~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]';
--> statement-breakpoint
UPDATE "event" SET "strapline" = left("strapline", 159) || '…' WHERE char_length("strapline") > 160;
--> statement-breakpoint
UPDATE "sector" SET "name" = left("name", 51) || '… ' || right("id"::text, 7) WHERE char_length("name") > 60;
--> statement-breakpoint
UPDATE "sector" SET "name" = '… ' || right("id"::text, 7) WHERE "name" !~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]';
--> statement-breakpoint
UPDATE "room" SET "name" = left("name", 51) || '… ' || right("id"::text, 7) WHERE char_length("name") > 60;
--> statement-breakpoint
UPDATE "room" SET "name" = '… ' || right("id"::text, 7) WHERE "name" !~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]';
--> statement-breakpoint
UPDATE "slot" SET "title" = left("title", 59) || '…' WHERE char_length("title") > 60;
--> statement-breakpoint
UPDATE "person" SET "name" = left("name", 79) || '…' WHERE char_length("name") > 80;
--> statement-breakpoint
UPDATE "person" SET "email" = md5("email") || '@import.invalid' WHERE char_length("email") > 254;
--> statement-breakpoint
UPDATE "pitch" SET "title" = left("title", 89) || '…' WHERE char_length("title") > 90;
--> statement-breakpoint
UPDATE "pitch" SET "title" = '…' WHERE "title" !~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]';
--> statement-breakpoint
UPDATE "pitch" SET "line" = left("line", 199) || '…' WHERE char_length("line") > 200;
--> statement-breakpoint
UPDATE "pitch_host" SET "name" = left("name", 79) || '…' WHERE char_length("name") > 80;
--> statement-breakpoint
UPDATE "pitch_host" SET "name" = '…' WHERE "name" !~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]';
--> statement-breakpoint
UPDATE "registration" SET "name" = left("name", 79) || '…' WHERE char_length("name") > 80;
--> statement-breakpoint
UPDATE "registration" SET "name" = '…' WHERE "name" !~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]';
--> statement-breakpoint
UPDATE "registration" SET "organisation" = left("organisation", 119) || '…' WHERE char_length("organisation") > 120;
--> statement-breakpoint
UPDATE "registration" SET "access" = left("access", 999) || '…' WHERE char_length("access") > 1000;
--> statement-breakpoint
-- So long an address can only be one that an import made up.
UPDATE "registration" SET "email" = md5("email") || '@import.invalid' WHERE char_length("email") > 254;
--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_line_limit_is_sane" CHECK ("event"."line_limit" between 0 and 100000);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_slug_fits" CHECK (char_length("event"."slug") between 1 and 60);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_name_fits" CHECK ("event"."name" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("event"."name") <= 80);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_place_fits" CHECK ("event"."place" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("event"."place") <= 120);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_strapline_fits" CHECK (char_length("event"."strapline") <= 160);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_day_is_of_our_time" CHECK ("event"."day" between '2000-01-01' and '2100-12-31');--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_starts_in_our_time" CHECK ("event"."starts_at" between '1999-12-30Z' and '2101-01-03Z');--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_has_places" CHECK ("event"."capacity" between 1 and 10000);--> statement-breakpoint
ALTER TABLE "sector" ADD CONSTRAINT "sector_name_fits" CHECK ("sector"."name" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("sector"."name") <= 60);--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_name_fits" CHECK (char_length("person"."name") <= 80);--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_email_fits" CHECK (char_length("person"."email") <= 254);--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_line_fits" CHECK (char_length("pitch"."line") <= 200);--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_expected_is_sane" CHECK ("pitch"."expected" between 0 and 10000);--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_title_fits" CHECK ("pitch"."title" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("pitch"."title") <= 90);--> statement-breakpoint
ALTER TABLE "pitch_host" ADD CONSTRAINT "pitch_host_name_fits" CHECK ("pitch_host"."name" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("pitch_host"."name") <= 80);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_name_fits" CHECK ("registration"."name" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("registration"."name") <= 80);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_email_fits" CHECK (char_length("registration"."email") <= 254);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_organisation_fits" CHECK (char_length("registration"."organisation") <= 120);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_access_fits" CHECK (char_length("registration"."access") <= 1000);--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_name_fits" CHECK ("room"."name" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("room"."name") <= 60);--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_has_seats" CHECK ("room"."capacity" between 1 and 5000);--> statement-breakpoint
ALTER TABLE "slot" ADD CONSTRAINT "slot_title_fits" CHECK (char_length("slot"."title") <= 60);--> statement-breakpoint
ALTER TABLE "slot" ADD CONSTRAINT "slot_is_of_our_time" CHECK ("slot"."starts_at" between '1999-12-30Z' and '2101-01-03Z' and "slot"."ends_at" between '1999-12-30Z' and '2101-01-03Z');