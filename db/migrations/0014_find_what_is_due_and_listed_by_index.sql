CREATE TABLE "uncounted" (
	"event_id" uuid NOT NULL,
	"counter" uuid NOT NULL,
	"look_at" timestamp with time zone NOT NULL,
	CONSTRAINT "uncounted_event_id_counter_pk" PRIMARY KEY("event_id","counter")
);
--> statement-breakpoint
CREATE TABLE "unsettled" (
	"event_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_locale_is_a_tag";--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_locale_is_a_tag";--> statement-breakpoint
ALTER TABLE "registration" DROP CONSTRAINT "registration_locale_is_a_tag";--> statement-breakpoint
DROP INDEX "plan_to_take";--> statement-breakpoint
ALTER TABLE "device" ADD COLUMN "stranger" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "uncounted_to_look_at" ON "uncounted" USING btree ("look_at");--> statement-breakpoint
CREATE INDEX "unsettled_due" ON "unsettled" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "unsettled_by_event" ON "unsettled" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "placement_by_event" ON "placement" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "day_by_date" ON "day" USING btree ("date","starts_at","event_id");--> statement-breakpoint
CREATE INDEX "device_by_end" ON "device" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "device_strangers" ON "device" USING btree ("seen_at") WHERE stranger;--> statement-breakpoint
CREATE INDEX "device_by_person" ON "device" USING btree ("person_id","seen_at") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "sign_in_by_end" ON "sign_in" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "ticket_by_registration" ON "ticket" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "event_demos" ON "event" USING btree ("created_at") WHERE demo;--> statement-breakpoint
CREATE INDEX "event_by_day" ON "event" USING btree ("day","id");--> statement-breakpoint
CREATE INDEX "role_by_person" ON "role" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "registration_link_by_registration" ON "registration_link" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "registration_link_by_end" ON "registration_link" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "registration_link_by_end_of_code" ON "registration_link" USING btree ("code_expires_at") WHERE code_expires_at is not null;--> statement-breakpoint
CREATE INDEX "plan_to_take" ON "plan" USING btree ("asked_at") WHERE state in ('asked', 'thinking');--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_locale_is_a_tag" CHECK ("event"."locale" ~ '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$' and char_length("event"."locale") <= 35);--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_locale_is_a_tag" CHECK ("outbox"."locale" ~ '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$' and char_length("outbox"."locale") <= 35);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_locale_is_a_tag" CHECK ("registration"."locale" ~ '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$' and char_length("registration"."locale") <= 35);--> statement-breakpoint
-- Whatever decides the places of a camp says itself that they are to be seen to, so that no statement can forget it,
-- today's or a later one. It knows no rule: what is due is judged in domain/, under the camp's lock.
CREATE FUNCTION "mark_unsettled"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "unsettled" ("event_id", "due_at") SELECT DISTINCT "event_id", '-infinity'::timestamptz FROM "changed";
	RETURN NULL;
END $$;--> statement-breakpoint
-- Most changes of people are of answers or check-ins, and decide nothing.
CREATE FUNCTION "mark_people_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "unsettled" ("event_id", "due_at")
		SELECT DISTINCT "changed"."event_id", '-infinity'::timestamptz FROM "changed" JOIN "was" USING ("id")
		WHERE ("was"."status", "was"."verified_at", "was"."bounced_at", "was"."offered_until", "was"."held_until")
			IS DISTINCT FROM ("changed"."status", "changed"."verified_at", "changed"."bounced_at", "changed"."offered_until", "changed"."held_until");
	INSERT INTO "uncounted" ("event_id", "counter", "look_at")
		SELECT "event_id", gen_random_uuid(), '-infinity'::timestamptz FROM (
			SELECT DISTINCT "changed"."event_id" FROM "changed" JOIN "was" USING ("id")
			WHERE "was"."status" <> "changed"."status"
				AND EXISTS (SELECT FROM "hand" WHERE "hand"."registration_id" = "changed"."id")
		) AS "moved";
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "mark_camp_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "unsettled" ("event_id", "due_at") VALUES (new."id", '-infinity'::timestamptz);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "registration_added" AFTER INSERT ON "registration"
	REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
CREATE TRIGGER "registration_changed" AFTER UPDATE ON "registration"
	REFERENCING OLD TABLE AS "was" NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_people_changed"();--> statement-breakpoint
CREATE TRIGGER "registration_gone" AFTER DELETE ON "registration"
	REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
CREATE TRIGGER "event_changed" AFTER UPDATE ON "event" FOR EACH ROW
	WHEN ((old."phase", old."capacity", old."offers_on", old."zone", old."starts_at")
		IS DISTINCT FROM (new."phase", new."capacity", new."offers_on", new."zone", new."starts_at"))
	EXECUTE FUNCTION "mark_camp_changed"();--> statement-breakpoint
CREATE TRIGGER "day_added" AFTER INSERT ON "day"
	REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
CREATE TRIGGER "day_changed" AFTER UPDATE ON "day"
	REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
CREATE TRIGGER "day_gone" AFTER DELETE ON "day"
	REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
CREATE TRIGGER "slot_added" AFTER INSERT ON "slot"
	REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
CREATE TRIGGER "slot_changed" AFTER UPDATE ON "slot"
	REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
CREATE TRIGGER "slot_gone" AFTER DELETE ON "slot"
	REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
-- Camps as they are: what is due in them, and whether all hands are counted, is looked at once.
INSERT INTO "unsettled" ("event_id", "due_at")
	SELECT DISTINCT "event_id", '-infinity'::timestamptz FROM "registration" WHERE "status" IN ('waiting', 'held', 'offered');--> statement-breakpoint
INSERT INTO "uncounted" ("event_id", "counter", "look_at")
	SELECT "id", gen_random_uuid(), '-infinity'::timestamptz FROM "event" WHERE "phase" IN ('doors', 'pitching', 'grid', 'sessions');
