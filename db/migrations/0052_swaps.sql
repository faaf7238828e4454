CREATE TABLE "swap" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"card_id" uuid,
	"people" smallint NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"lapses_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"state_at" timestamp with time zone NOT NULL,
	"done_due_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	CONSTRAINT "swap_kind_is_known" CHECK ("swap"."kind" in ('match', 'ask')),
	CONSTRAINT "swap_state_is_known" CHECK ("swap"."state" in ('open', 'agreed', 'declined', 'lapsed', 'gone')),
	CONSTRAINT "swap_is_of_two_or_three" CHECK ("swap"."people" between 2 and 3),
	CONSTRAINT "swap_match_is_of_no_card" CHECK ("swap"."kind" = 'ask' or "swap"."card_id" is null)
);
--> statement-breakpoint
CREATE TABLE "swap_card" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"way" text,
	"seats" integer DEFAULT 0 NOT NULL,
	"seats_taken" integer DEFAULT 0 NOT NULL,
	"area" text NOT NULL,
	"days" text DEFAULT '' NOT NULL,
	"manager_agreed" boolean NOT NULL,
	"line" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'up' NOT NULL,
	"state_at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "swap_card_kind_is_known" CHECK ("swap_card"."kind" in ('show', 'see', 'seats')),
	CONSTRAINT "swap_card_way_is_known" CHECK ("swap_card"."way" in ('shadow', 'visit', 'review', 'mentor', 'week', 'longer')),
	CONSTRAINT "swap_card_state_is_known" CHECK ("swap_card"."state" in ('up', 'down', 'hidden', 'expired', 'agreed')),
	CONSTRAINT "swap_card_of_seats_has_no_way" CHECK (("swap_card"."way" is null) = ("swap_card"."kind" = 'seats')),
	CONSTRAINT "swap_card_has_seats_left" CHECK ("swap_card"."seats_taken" between 0 and "swap_card"."seats"),
	CONSTRAINT "swap_card_of_seats_has_some" CHECK (("swap_card"."seats" > 0) = ("swap_card"."kind" = 'seats')),
	CONSTRAINT "swap_card_area_fits" CHECK (char_length("swap_card"."area") <= 60),
	CONSTRAINT "swap_card_days_fit" CHECK (char_length("swap_card"."days") <= 60),
	CONSTRAINT "swap_card_line_fits" CHECK (char_length("swap_card"."line") <= 140),
	CONSTRAINT "swap_card_reason_fits" CHECK (char_length("swap_card"."reason") <= 300)
);
--> statement-breakpoint
CREATE TABLE "swap_count" (
	"event_id" uuid NOT NULL,
	"from_sector_id" uuid NOT NULL,
	"to_sector_id" uuid NOT NULL,
	"agreed" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "swap_count_event_id_from_sector_id_to_sector_id_pk" PRIMARY KEY("event_id","from_sector_id","to_sector_id")
);
--> statement-breakpoint
CREATE TABLE "swap_due" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "swap_offers" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"cards" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "swap_part" (
	"swap_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"registration_id" uuid NOT NULL,
	"show_id" uuid,
	"see_id" uuid,
	"said" boolean,
	"said_at" timestamp with time zone,
	CONSTRAINT "swap_part_swap_id_position_pk" PRIMARY KEY("swap_id","position"),
	CONSTRAINT "swap_part_once" UNIQUE("swap_id","registration_id"),
	CONSTRAINT "swap_part_position_is_known" CHECK ("swap_part"."position" between 0 and 2)
);
--> statement-breakpoint
ALTER TABLE "swap" ADD CONSTRAINT "swap_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap" ADD CONSTRAINT "swap_card_id_swap_card_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."swap_card"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_card" ADD CONSTRAINT "swap_card_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_card" ADD CONSTRAINT "swap_card_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_count" ADD CONSTRAINT "swap_count_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_count" ADD CONSTRAINT "swap_count_from_sector_id_sector_id_fk" FOREIGN KEY ("from_sector_id") REFERENCES "public"."sector"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_count" ADD CONSTRAINT "swap_count_to_sector_id_sector_id_fk" FOREIGN KEY ("to_sector_id") REFERENCES "public"."sector"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_due" ADD CONSTRAINT "swap_due_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_offers" ADD CONSTRAINT "swap_offers_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_part" ADD CONSTRAINT "swap_part_swap_id_swap_id_fk" FOREIGN KEY ("swap_id") REFERENCES "public"."swap"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_part" ADD CONSTRAINT "swap_part_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_part" ADD CONSTRAINT "swap_part_show_id_swap_card_id_fk" FOREIGN KEY ("show_id") REFERENCES "public"."swap_card"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_part" ADD CONSTRAINT "swap_part_see_id_swap_card_id_fk" FOREIGN KEY ("see_id") REFERENCES "public"."swap_card"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "swap_of_event" ON "swap" USING btree ("event_id","state");--> statement-breakpoint
CREATE INDEX "swap_of_card" ON "swap" USING btree ("card_id");--> statement-breakpoint
CREATE INDEX "swap_lapses" ON "swap" USING btree ("lapses_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "swap_ended" ON "swap" USING btree ("state_at") WHERE state <> 'open';--> statement-breakpoint
CREATE INDEX "swap_done_due" ON "swap" USING btree ("done_due_at") WHERE done_due_at is not null;--> statement-breakpoint
CREATE INDEX "swap_card_of_event" ON "swap_card" USING btree ("event_id","state");--> statement-breakpoint
CREATE INDEX "swap_card_of_registration" ON "swap_card" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "swap_card_expires" ON "swap_card" USING btree ("expires_at") WHERE state = 'up';--> statement-breakpoint
CREATE INDEX "swap_card_reminds" ON "swap_card" USING btree ("expires_at") WHERE state = 'up' and reminded_at is null;--> statement-breakpoint
CREATE INDEX "swap_card_ended" ON "swap_card" USING btree ("state_at") WHERE state <> 'up';--> statement-breakpoint
CREATE INDEX "swap_count_from" ON "swap_count" USING btree ("from_sector_id");--> statement-breakpoint
CREATE INDEX "swap_count_to" ON "swap_count" USING btree ("to_sector_id");--> statement-breakpoint
CREATE INDEX "swap_due_at" ON "swap_due" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "swap_part_of_registration" ON "swap_part" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "swap_part_by_show" ON "swap_part" USING btree ("show_id");--> statement-breakpoint
CREATE INDEX "swap_part_by_see" ON "swap_part" USING btree ("see_id");