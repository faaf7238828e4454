ALTER TABLE "event" ADD COLUMN "rooms_made" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "room" ADD COLUMN "letter" text;--> statement-breakpoint
-- The letters that rooms have worn so far: those of their order, A to Z, then AA and on.
WITH numbered AS (
	SELECT id, (row_number() OVER (PARTITION BY event_id ORDER BY position))::int - 1 AS n FROM room
)
UPDATE "room" SET "letter" =
	CASE WHEN n < 26 THEN '' ELSE chr(64 + n / 26) END || chr(65 + n % 26)
FROM numbered WHERE numbered.id = room.id;--> statement-breakpoint
UPDATE "event" SET "rooms_made" = (SELECT count(*) FROM room WHERE room.event_id = event.id);--> statement-breakpoint
ALTER TABLE "room" ALTER COLUMN "letter" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_letter_is_its_own" UNIQUE("event_id","letter");
