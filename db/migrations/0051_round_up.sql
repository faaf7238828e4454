CREATE TABLE "round_up_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"url" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"author" text NOT NULL,
	"pitch_id" uuid,
	"registration_id" uuid,
	"hidden" boolean DEFAULT false NOT NULL,
	"reported" text DEFAULT '' NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_up_link_once" UNIQUE("event_id","url"),
	CONSTRAINT "round_up_link_kind_is_known" CHECK ("round_up_link"."kind" in ('post', 'pictures', 'notes')),
	CONSTRAINT "round_up_link_url_fits" CHECK ("round_up_link"."url" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("round_up_link"."url") <= 1000),
	CONSTRAINT "round_up_link_title_fits" CHECK ("round_up_link"."title" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("round_up_link"."title") <= 140),
	CONSTRAINT "round_up_link_author_fits" CHECK (char_length("round_up_link"."author") <= 80),
	CONSTRAINT "round_up_link_reported_fits" CHECK (char_length("round_up_link"."reported") <= 300)
);
--> statement-breakpoint
ALTER TABLE "round_up_link" ADD CONSTRAINT "round_up_link_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_up_link" ADD CONSTRAINT "round_up_link_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_up_link" ADD CONSTRAINT "round_up_link_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_up_link_of_pitch" ON "round_up_link" USING btree ("pitch_id");--> statement-breakpoint
CREATE INDEX "round_up_link_of_registration" ON "round_up_link" USING btree ("registration_id");