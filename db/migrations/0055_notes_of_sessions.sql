CREATE TABLE "note" (
	"event_id" uuid NOT NULL,
	"pitch_id" uuid NOT NULL,
	"copy" integer DEFAULT 0 NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"compacted" bigint DEFAULT 0 NOT NULL,
	"document" "bytea" NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"actions" text DEFAULT '' NOT NULL,
	"links" text DEFAULT '' NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_pitch_id_copy_pk" PRIMARY KEY("pitch_id","copy"),
	CONSTRAINT "note_copy_in_range" CHECK ("note"."copy" between 0 and 9),
	CONSTRAINT "note_epoch_is_counted" CHECK ("note"."epoch" > 0),
	CONSTRAINT "note_is_compacted_up_to_what_it_has" CHECK ("note"."compacted" <= "note"."seq"),
	CONSTRAINT "note_text_fits" CHECK (char_length("note"."text") <= 20000),
	CONSTRAINT "note_actions_fit" CHECK (char_length("note"."actions") <= 4000),
	CONSTRAINT "note_links_fit" CHECK (char_length("note"."links") <= 4000)
);
--> statement-breakpoint
CREATE TABLE "note_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pitch_id" uuid NOT NULL,
	"copy" integer NOT NULL,
	"line" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_request_line_fits" CHECK ("note_request"."line" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("note_request"."line") <= 20000)
);
--> statement-breakpoint
CREATE TABLE "note_update" (
	"pitch_id" uuid NOT NULL,
	"copy" integer NOT NULL,
	"seq" bigint NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "note_update_pitch_id_copy_seq_pk" PRIMARY KEY("pitch_id","copy","seq")
);
--> statement-breakpoint
CREATE TABLE "note_version" (
	"pitch_id" uuid NOT NULL,
	"copy" integer NOT NULL,
	"number" integer NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"actions" text DEFAULT '' NOT NULL,
	"links" text DEFAULT '' NOT NULL,
	CONSTRAINT "note_version_pitch_id_copy_number_pk" PRIMARY KEY("pitch_id","copy","number")
);
--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_request" ADD CONSTRAINT "note_request_of_a_note" FOREIGN KEY ("pitch_id","copy") REFERENCES "public"."note"("pitch_id","copy") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_update" ADD CONSTRAINT "note_update_of_a_note" FOREIGN KEY ("pitch_id","copy") REFERENCES "public"."note"("pitch_id","copy") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_version" ADD CONSTRAINT "note_version_of_a_note" FOREIGN KEY ("pitch_id","copy") REFERENCES "public"."note"("pitch_id","copy") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "note_by_event" ON "note" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "note_request_of_note" ON "note_request" USING btree ("pitch_id","copy","at");