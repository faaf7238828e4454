CREATE TABLE "crew_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"registration_id" uuid NOT NULL,
	"writer_id" uuid,
	"words" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	CONSTRAINT "crew_note_words_fit" CHECK ("crew_note"."words" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("crew_note"."words") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "turned_away" (
	"event_id" uuid NOT NULL,
	"mark" text NOT NULL,
	CONSTRAINT "turned_away_event_id_mark_pk" PRIMARY KEY("event_id","mark")
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "offer_hours" integer DEFAULT 48 NOT NULL;--> statement-breakpoint
ALTER TABLE "crew_note" ADD CONSTRAINT "crew_note_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_note" ADD CONSTRAINT "crew_note_writer_id_person_id_fk" FOREIGN KEY ("writer_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turned_away" ADD CONSTRAINT "turned_away_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "crew_note_by_registration" ON "crew_note" USING btree ("registration_id","created_at");--> statement-breakpoint
CREATE INDEX "crew_note_by_writer" ON "crew_note" USING btree ("writer_id");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_offer_hours_are_sane" CHECK ("event"."offer_hours" between 1 and 96);