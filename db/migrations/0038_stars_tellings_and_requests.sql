CREATE TABLE "session_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"pitch_id" uuid NOT NULL,
	"other_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"outcome" text,
	"words" text DEFAULT '' NOT NULL,
	CONSTRAINT "session_request_kind_is_known" CHECK ("session_request"."kind" in ('move', 'again', 'apart')),
	CONSTRAINT "session_request_outcome_is_known" CHECK ("session_request"."outcome" in ('yes', 'no')),
	CONSTRAINT "session_request_of_two_is_apart" CHECK (("session_request"."other_id" is not null) = ("session_request"."kind" = 'apart')),
	CONSTRAINT "session_request_settled_has_an_outcome" CHECK (("session_request"."settled_at" is null) = ("session_request"."outcome" is null)),
	CONSTRAINT "session_request_words_fit" CHECK (char_length("session_request"."words") <= 300)
);
--> statement-breakpoint
CREATE TABLE "session_request_asker" (
	"request_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"put_away_at" timestamp with time zone,
	CONSTRAINT "session_request_asker_request_id_registration_id_pk" PRIMARY KEY("request_id","registration_id"),
	CONSTRAINT "session_request_asker_reason_fits" CHECK (char_length("session_request_asker"."reason") <= 300)
);
--> statement-breakpoint
CREATE TABLE "day_address" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "day_address_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "star" (
	"pitch_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"copy" smallint NOT NULL,
	"starred" boolean NOT NULL,
	"cast_at" timestamp with time zone NOT NULL,
	CONSTRAINT "star_pitch_id_registration_id_copy_pk" PRIMARY KEY("pitch_id","registration_id","copy"),
	CONSTRAINT "star_copy_in_range" CHECK ("star"."copy" between 0 and 9)
);
--> statement-breakpoint
CREATE TABLE "telling" (
	"registration_id" uuid NOT NULL,
	"pitch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"was" jsonb NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"pushed_at" timestamp with time zone,
	"put_away_at" timestamp with time zone,
	CONSTRAINT "telling_registration_id_pitch_id_pk" PRIMARY KEY("registration_id","pitch_id")
);
--> statement-breakpoint
ALTER TABLE "push_outbox" DROP CONSTRAINT "push_outbox_is_about_one";--> statement-breakpoint
ALTER TABLE "push_outbox" ADD COLUMN "sessions" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "room" ADD COLUMN "directions" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_request" ADD CONSTRAINT "session_request_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_request" ADD CONSTRAINT "session_request_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_request" ADD CONSTRAINT "session_request_other_id_pitch_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_request" ADD CONSTRAINT "session_request_settled_by_person_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_request_asker" ADD CONSTRAINT "session_request_asker_request_id_session_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."session_request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_request_asker" ADD CONSTRAINT "session_request_asker_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_address" ADD CONSTRAINT "day_address_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "star" ADD CONSTRAINT "star_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "star" ADD CONSTRAINT "star_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "telling" ADD CONSTRAINT "telling_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "telling" ADD CONSTRAINT "telling_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "session_request_one_open" ON "session_request" USING btree ("pitch_id","kind",coalesce("other_id", "pitch_id")) WHERE "session_request"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "session_request_by_event" ON "session_request" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "session_request_by_pitch" ON "session_request" USING btree ("pitch_id");--> statement-breakpoint
CREATE INDEX "session_request_by_other" ON "session_request" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "session_request_by_settler" ON "session_request" USING btree ("settled_by");--> statement-breakpoint
CREATE INDEX "session_request_asker_by_registration" ON "session_request_asker" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "star_by_registration" ON "star" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "telling_by_pitch" ON "telling" USING btree ("pitch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "push_outbox_once_for_sessions" ON "push_outbox" USING btree ("subscription_id") WHERE "push_outbox"."sessions";--> statement-breakpoint
ALTER TABLE "push_outbox" ADD CONSTRAINT "push_outbox_is_about_one" CHECK (num_nonnulls("push_outbox"."announcement_id", "push_outbox"."pitch_id") + "push_outbox"."sessions"::int = 1);--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_directions_fit" CHECK (char_length("room"."directions") <= 160);