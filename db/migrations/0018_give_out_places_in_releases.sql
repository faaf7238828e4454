CREATE TABLE "entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"release_id" uuid NOT NULL,
	"registration_id" uuid,
	"place" integer,
	CONSTRAINT "entry_one_per_registration" UNIQUE("release_id","registration_id"),
	CONSTRAINT "entry_one_per_place" UNIQUE("release_id","place")
);
--> statement-breakpoint
CREATE TABLE "release" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"way" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone,
	"places" integer NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"list_hash" text,
	"frozen_at" timestamp with time zone,
	"seed" text,
	"drawn_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "release_way_is_known" CHECK ("release"."way" in ('first_come', 'batch', 'draw')),
	CONSTRAINT "release_has_places" CHECK ("release"."places" between 1 and 10000),
	CONSTRAINT "release_only_a_draw_closes" CHECK (("release"."way" = 'draw') = ("release"."closes_at" is not null)),
	CONSTRAINT "release_closes_after_it_opens" CHECK ("release"."closes_at" > "release"."opens_at"),
	CONSTRAINT "release_opens_in_our_time" CHECK ("release"."opens_at" between '1999-12-30Z' and '2101-01-03Z'),
	CONSTRAINT "release_closes_in_our_time" CHECK ("release"."closes_at" between '1999-12-30Z' and '2101-01-03Z'),
	CONSTRAINT "release_source_fits" CHECK (char_length("release"."source") <= 200),
	CONSTRAINT "release_seed_fits" CHECK (char_length("release"."seed") <= 200),
	CONSTRAINT "release_hash_goes_with_its_time" CHECK (("release"."list_hash" is null) = ("release"."frozen_at" is null))
);
--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "kept_back" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_by_registration" ON "entry" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "release_by_event" ON "release" USING btree ("event_id","opens_at");--> statement-breakpoint
-- When places are given out decides when they are next to be seen to.
CREATE TRIGGER "release_added" AFTER INSERT ON "release"
	REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
CREATE TRIGGER "release_changed" AFTER UPDATE ON "release"
	REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
CREATE TRIGGER "release_gone" AFTER DELETE ON "release"
	REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();
