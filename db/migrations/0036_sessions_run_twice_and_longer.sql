ALTER TABLE "placement" DROP CONSTRAINT "placement_one_per_cell";--> statement-breakpoint
CREATE TABLE "taken_cell" (
	"slot_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"pitch_id" uuid NOT NULL,
	"copy" smallint NOT NULL,
	CONSTRAINT "placement_one_per_cell" PRIMARY KEY("slot_id","room_id")
);
--> statement-breakpoint
ALTER TABLE "placement" ADD COLUMN "copy" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "placement" ADD COLUMN "length" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "placement" DROP CONSTRAINT "placement_pkey";--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_pitch_id_copy_pk" PRIMARY KEY("pitch_id","copy");--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "length" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "runs" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "published_session" ADD COLUMN "copy" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "published_session" ADD COLUMN "length" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "published_session" ADD COLUMN "from_length" smallint;--> statement-breakpoint
ALTER TABLE "taken_cell" ADD CONSTRAINT "taken_cell_of_a_placement" FOREIGN KEY ("pitch_id","copy") REFERENCES "public"."placement"("pitch_id","copy") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_cell" ADD CONSTRAINT "taken_cell_of_a_slot" FOREIGN KEY ("slot_id") REFERENCES "public"."slot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_cell" ADD CONSTRAINT "taken_cell_of_a_room" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "taken_cell_by_placement" ON "taken_cell" USING btree ("pitch_id","copy");--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_copy_is_counted" CHECK ("placement"."copy" >= 0);--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_length_is_known" CHECK ("placement"."length" in (1, 2));--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_length_is_known" CHECK ("pitch"."length" in (1, 2));--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_runs_are_sane" CHECK ("pitch"."runs" between 1 and 6);--> statement-breakpoint
ALTER TABLE "published_session" ADD CONSTRAINT "published_session_length_is_known" CHECK ("published_session"."length" in (1, 2));--> statement-breakpoint
INSERT INTO "taken_cell" ("slot_id", "room_id", "pitch_id", "copy") SELECT "slot_id", "room_id", "pitch_id", "copy" FROM "placement";--> statement-breakpoint
-- What was found names sessions and no runs of them; it is asked for again.
DELETE FROM "plan";
