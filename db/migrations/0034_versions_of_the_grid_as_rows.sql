CREATE TABLE "published_session" (
	"event_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"position" integer NOT NULL,
	"pitch_id" uuid NOT NULL,
	"part_of" uuid,
	"title" text NOT NULL,
	"line" text DEFAULT '' NOT NULL,
	"kind" text DEFAULT 'discuss' NOT NULL,
	"voice" text DEFAULT 'me' NOT NULL,
	"note_level" text DEFAULT 'open' NOT NULL,
	"needs" text[] DEFAULT '{}' NOT NULL,
	"hosts" text[] DEFAULT '{}' NOT NULL,
	"pitched_at" timestamp with time zone,
	"slot_id" uuid,
	"room_id" uuid,
	"pinned" boolean DEFAULT false NOT NULL,
	"heads" integer,
	"news" text,
	"from_slot_id" uuid,
	"from_room_id" uuid,
	"from_room" text,
	"from_starts_at" timestamp with time zone,
	"from_ends_at" timestamp with time zone,
	CONSTRAINT "published_session_event_id_number_position_pk" PRIMARY KEY("event_id","number","position"),
	CONSTRAINT "published_session_in_a_cell" CHECK (("published_session"."slot_id" is null) = ("published_session"."room_id" is null)),
	CONSTRAINT "published_session_news_are_known" CHECK ("published_session"."news" in ('added', 'moved', 'taken_off'))
);
--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "format" integer;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "taken_back_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "taken_back_by" uuid;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "frame" jsonb;--> statement-breakpoint
ALTER TABLE "published_session" ADD CONSTRAINT "published_session_of_a_version" FOREIGN KEY ("event_id","number") REFERENCES "public"."publication"("event_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_taken_back_by_person_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
-- What was published stays as it was, now as rows: first what versions say of themselves.
UPDATE "publication" SET "format" = 1,
	"published_at" = coalesce(nullif("grid" ->> 'publishedAt', '')::timestamptz, "published_at"),
	"frame" = jsonb_build_object('rooms', coalesce("grid" -> 'rooms', '[]'), 'slots', coalesce("grid" -> 'slots', '[]'));--> statement-breakpoint
ALTER TABLE "publication" ALTER COLUMN "format" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "publication" ALTER COLUMN "frame" SET NOT NULL;--> statement-breakpoint
-- Then each session with what was merged into it, and each that was taken off: of these nobody can tell any more whether
-- strangers may read the title, so that they may not. The first version marked everything as new, and showed nothing of it.
INSERT INTO "published_session" ("event_id", "number", "position", "pitch_id", "part_of", "title", "line", "kind", "voice",
	"note_level", "needs", "hosts", "pitched_at", "slot_id", "room_id", "pinned", "heads", "news", "from_slot_id",
	"from_room_id", "from_room", "from_starts_at", "from_ends_at")
WITH "session" AS (
	SELECT p."event_id", p."number", p."grid", shown."said", shown."nth", (shown."said" ->> 'id') AS "id"
	FROM "publication" p, jsonb_array_elements(coalesce(p."grid" -> 'sessions', '[]')) WITH ORDINALITY AS shown ("said", "nth")
), "change" AS (
	SELECT p."event_id", p."number", made."said", made."nth", (made."said" ->> 'pitchId') AS "id",
		nullif(made."said" -> 'from', 'null') AS "from", nullif(made."said" -> 'to', 'null') AS "to"
	FROM "publication" p, jsonb_array_elements(coalesce(p."grid" -> 'changes', '[]')) WITH ORDINALITY AS made ("said", "nth")
	WHERE p."number" > (SELECT min(first."number") FROM "publication" first WHERE first."event_id" = p."event_id")
), "row" AS (
	SELECT s."event_id", s."number", 1 AS "sort", s."nth", 0::bigint AS "part", s."id", NULL AS "part_of", s."said", cell."said" AS "cell",
		(s."grid" -> 'heads' ->> s."id") AS "heads", c."from",
		CASE WHEN c."id" IS NULL OR c."to" IS NULL THEN NULL WHEN c."from" IS NULL THEN 'added' ELSE 'moved' END AS "news"
	FROM "session" s
	LEFT JOIN LATERAL (
		SELECT one."said" FROM jsonb_array_elements(coalesce(s."grid" -> 'placements', '[]')) AS one ("said")
		WHERE one."said" ->> 'pitchId' = s."id" LIMIT 1
	) AS cell ON true
	LEFT JOIN "change" c ON c."event_id" = s."event_id" AND c."number" = s."number" AND c."id" = s."id"
	UNION ALL
	SELECT s."event_id", s."number", 1, s."nth", merged."nth", merged."said" ->> 'id', s."id", merged."said", NULL, NULL, NULL, NULL
	FROM "session" s, jsonb_array_elements(coalesce(nullif(s."said" -> 'merged', 'null'), '[]')) WITH ORDINALITY AS merged ("said", "nth")
	UNION ALL
	SELECT c."event_id", c."number", 2, c."nth", 0, c."id", NULL,
		jsonb_build_object('title', c."said" -> 'title', 'noteLevel', 'unlisted'), NULL, NULL, c."from", 'taken_off'
	FROM "change" c
	WHERE c."to" IS NULL AND c."from" IS NOT NULL AND NOT EXISTS (
		SELECT FROM "session" s WHERE s."event_id" = c."event_id" AND s."number" = c."number" AND s."id" = c."id")
)
SELECT "event_id", "number", row_number() OVER (PARTITION BY "event_id", "number" ORDER BY "sort", "nth", "part") - 1,
	"id"::uuid, "part_of"::uuid, coalesce("said" ->> 'title', ''), coalesce("said" ->> 'line', ''),
	coalesce("said" ->> 'kind', 'discuss'), coalesce("said" ->> 'voice', 'me'), coalesce("said" ->> 'noteLevel', 'open'),
	array(SELECT jsonb_array_elements_text(coalesce("said" -> 'needs', '[]'))),
	array(SELECT jsonb_array_elements_text(coalesce("said" -> 'hosts', '[]'))),
	nullif("said" ->> 'at', '')::timestamptz, ("cell" ->> 'slotId')::uuid, ("cell" ->> 'roomId')::uuid,
	coalesce(("cell" ->> 'pinned')::boolean, false), "heads"::integer, "news", ("from" ->> 'slotId')::uuid, ("from" ->> 'roomId')::uuid,
	"from" ->> 'room', ("from" ->> 'startsAt')::timestamptz, ("from" ->> 'endsAt')::timestamptz
FROM "row";--> statement-breakpoint
ALTER TABLE "publication" DROP COLUMN "grid";