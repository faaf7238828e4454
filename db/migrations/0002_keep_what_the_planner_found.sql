CREATE TABLE "plan" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"asked_by" uuid,
	"state" text DEFAULT 'asked' NOT NULL,
	"claim" uuid,
	"beat_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"fingerprint" text,
	"frame" text,
	"best" jsonb,
	"taken" boolean DEFAULT false NOT NULL,
	"bound" jsonb,
	CONSTRAINT "plan_state" CHECK ("plan"."state" in ('asked', 'thinking', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_to_take" ON "plan" USING btree ("state");