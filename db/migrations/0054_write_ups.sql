CREATE TABLE "best_line" (
	"event_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"write_up_id" uuid NOT NULL,
	"line" text NOT NULL,
	CONSTRAINT "best_line_event_id_position_pk" PRIMARY KEY("event_id","position"),
	CONSTRAINT "best_line_once" UNIQUE("write_up_id","line"),
	CONSTRAINT "best_line_says_something" CHECK ("best_line"."line" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("best_line"."line") <= 280),
	CONSTRAINT "best_line_is_one_of_so_many" CHECK ("best_line"."position" between 0 and 19)
);
--> statement-breakpoint
CREATE TABLE "write_up" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"pitch_id" uuid,
	"day" date,
	"learned" text DEFAULT '' NOT NULL,
	"doing" text DEFAULT '' NOT NULL,
	"readers" text DEFAULT '' NOT NULL,
	"level" text NOT NULL,
	"named" boolean DEFAULT false NOT NULL,
	"quotable" boolean DEFAULT false NOT NULL,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "write_up_of_session" UNIQUE("registration_id","pitch_id"),
	CONSTRAINT "write_up_of_day" UNIQUE("registration_id","day"),
	CONSTRAINT "write_up_of_event" UNIQUE("id","event_id"),
	CONSTRAINT "write_up_is_of_one_thing" CHECK (("write_up"."pitch_id" is null) <> ("write_up"."day" is null)),
	CONSTRAINT "write_up_says_something" CHECK ("write_up"."learned" <> '' or "write_up"."doing" <> '' or "write_up"."readers" <> ''),
	CONSTRAINT "write_up_learned_fits" CHECK (char_length("write_up"."learned") <= 1500),
	CONSTRAINT "write_up_doing_fits" CHECK (char_length("write_up"."doing") <= 1500),
	CONSTRAINT "write_up_readers_fit" CHECK (char_length("write_up"."readers") <= 200),
	CONSTRAINT "write_up_level_is_known" CHECK ("write_up"."level" in ('public', 'camp', 'me')),
	CONSTRAINT "write_up_hidden_reason_fits" CHECK (char_length("write_up"."hidden_reason") <= 300)
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "write_ups_asked_day" date;--> statement-breakpoint
ALTER TABLE "best_line" ADD CONSTRAINT "best_line_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "best_line" ADD CONSTRAINT "best_line_in_its_camp" FOREIGN KEY ("write_up_id","event_id") REFERENCES "public"."write_up"("id","event_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_up" ADD CONSTRAINT "write_up_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_up" ADD CONSTRAINT "write_up_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_up" ADD CONSTRAINT "write_up_in_its_camp" FOREIGN KEY ("pitch_id","event_id") REFERENCES "public"."pitch"("id","event_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "write_up_by_event" ON "write_up" USING btree ("event_id","id");--> statement-breakpoint
CREATE INDEX "write_up_for_everybody" ON "write_up" USING btree ("id") WHERE level = 'public' and pitch_id is not null;--> statement-breakpoint
CREATE INDEX "write_up_of_pitch" ON "write_up" USING btree ("pitch_id") WHERE "write_up"."pitch_id" is not null;--> statement-breakpoint
CREATE INDEX "event_to_remind" ON "event" USING btree ("day") WHERE write_ups_asked_day is distinct from day;--> statement-breakpoint
-- Nobody is reminded of a camp that was long ago.
UPDATE "event" SET "write_ups_asked_day" = "day" WHERE "day" < current_date - 45;
