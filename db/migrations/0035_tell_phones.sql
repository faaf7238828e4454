CREATE TABLE "push_key" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"public_key" text NOT NULL,
	"private_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "push_key_is_one" CHECK ("push_key"."only")
);
--> statement-breakpoint
CREATE TABLE "push_outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subscription_id" uuid NOT NULL,
	"announcement_id" uuid,
	"pitch_id" uuid,
	"due_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "push_outbox_once_per_announcement" UNIQUE("subscription_id","announcement_id"),
	CONSTRAINT "push_outbox_once_per_pitch" UNIQUE("subscription_id","pitch_id"),
	CONSTRAINT "push_outbox_is_about_one" CHECK (num_nonnulls("push_outbox"."announcement_id", "push_outbox"."pitch_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "push_subscription" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"endpoint_hash" text NOT NULL,
	"endpoint" text NOT NULL,
	"p256dh" text NOT NULL,
	"auth" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "push_subscription_one_per_phone" UNIQUE("device_id","event_id"),
	CONSTRAINT "push_subscription_one_per_endpoint" UNIQUE("endpoint_hash","event_id"),
	CONSTRAINT "push_subscription_endpoint_fits" CHECK (char_length("push_subscription"."endpoint") <= 1000)
);
--> statement-breakpoint
ALTER TABLE "push_outbox" ADD CONSTRAINT "push_outbox_subscription_id_push_subscription_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."push_subscription"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_outbox" ADD CONSTRAINT "push_outbox_announcement_id_announcement_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_outbox" ADD CONSTRAINT "push_outbox_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "push_outbox_due" ON "push_outbox" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "push_outbox_by_announcement" ON "push_outbox" USING btree ("announcement_id");--> statement-breakpoint
CREATE INDEX "push_outbox_by_pitch" ON "push_outbox" USING btree ("pitch_id");--> statement-breakpoint
CREATE INDEX "push_subscription_by_event" ON "push_subscription" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "push_subscription_by_registration" ON "push_subscription" USING btree ("registration_id");--> statement-breakpoint
-- A phone that acts for somebody no more is told nothing more of what is theirs, whichever way it lost them.
CREATE FUNCTION "forget_told_by_ticket"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM "push_subscription" USING "gone"
	WHERE "push_subscription"."device_id" = "gone"."device_id"
		AND "push_subscription"."registration_id" = "gone"."registration_id";
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "ticket_gone" AFTER DELETE ON "ticket"
REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "forget_told_by_ticket"();
--> statement-breakpoint
CREATE FUNCTION "forget_told_by_sign_in"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM "push_subscription" WHERE "device_id" = NEW."id" AND NOT EXISTS (
		SELECT FROM "ticket" WHERE "ticket"."device_id" = NEW."id"
			AND "ticket"."registration_id" = "push_subscription"."registration_id");
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "device_changed_hands" AFTER UPDATE OF "person_id" ON "device" FOR EACH ROW
WHEN (OLD."person_id" IS DISTINCT FROM NEW."person_id") EXECUTE FUNCTION "forget_told_by_sign_in"();
