CREATE TABLE "rehearsal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	"state" text DEFAULT 'asked' NOT NULL,
	"claim" uuid,
	"beat_at" timestamp with time zone,
	"stopping" boolean DEFAULT false NOT NULL,
	"people" integer NOT NULL,
	"part" text,
	"lines" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "rehearsal_state_is_known" CHECK ("rehearsal"."state" in ('asked', 'running', 'passed', 'failed', 'stopped', 'cut_short')),
	CONSTRAINT "rehearsal_part_is_known" CHECK ("rehearsal"."part" in ('checks', 'list', 'arrive', 'pitch', 'hands', 'streams', 'plan', 'publish', 'move')),
	CONSTRAINT "rehearsal_people_are_few" CHECK ("rehearsal"."people" between 2 and 300)
);
--> statement-breakpoint
ALTER TABLE "checklist_item" DROP CONSTRAINT "checklist_item_key";--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "rehearsal_of" uuid;--> statement-breakpoint
ALTER TABLE "rehearsal" ADD CONSTRAINT "rehearsal_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rehearsal" ADD CONSTRAINT "rehearsal_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rehearsal_of_a_camp" ON "rehearsal" USING btree ("event_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rehearsal_one_at_a_time" ON "rehearsal" USING btree ((true)) WHERE "rehearsal"."state" in ('asked', 'running');--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_rehearsal_of_event_id_fk" FOREIGN KEY ("rehearsal_of") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "event_rehearsals" ON "event" USING btree ("rehearsal_of") WHERE rehearsal_of is not null;--> statement-breakpoint
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_key" CHECK ("checklist_item"."key" in ('venue', 'crew', 'conduct', 'tickets', 'rooms', 'needs', 'coming', 'food', 'joining', 'print', 'standby', 'phones', 'wall', 'rehearsal', 'thanks'));