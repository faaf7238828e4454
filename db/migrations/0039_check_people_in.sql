CREATE TABLE "check_in" (
	"registration_id" uuid NOT NULL,
	"day_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_in_registration_id_day_id_pk" PRIMARY KEY("registration_id","day_id")
);
--> statement-breakpoint
CREATE TABLE "door_act" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"day_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undoes" uuid[] DEFAULT '{}' NOT NULL,
	"door" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "door_act_is_known" CHECK ("door_act"."kind" in ('in', 'undo')),
	CONSTRAINT "door_act_door_fits" CHECK (char_length("door_act"."door") <= 40)
);
--> statement-breakpoint
CREATE TABLE "door_phone" (
	"device_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"door" text DEFAULT '' NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"cut_off_at" timestamp with time zone,
	CONSTRAINT "door_phone_device_id_event_id_pk" PRIMARY KEY("device_id","event_id"),
	CONSTRAINT "door_phone_door_fits" CHECK (char_length("door_phone"."door") <= 40)
);
--> statement-breakpoint
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_day_id_day_id_fk" FOREIGN KEY ("day_id") REFERENCES "public"."day"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_act" ADD CONSTRAINT "door_act_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_act" ADD CONSTRAINT "door_act_day_id_day_id_fk" FOREIGN KEY ("day_id") REFERENCES "public"."day"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_act" ADD CONSTRAINT "door_act_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_act" ADD CONSTRAINT "door_act_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_phone" ADD CONSTRAINT "door_phone_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_phone" ADD CONSTRAINT "door_phone_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_phone" ADD CONSTRAINT "door_phone_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "check_in_by_day" ON "check_in" USING btree ("day_id","at");--> statement-breakpoint
CREATE INDEX "door_act_by_person" ON "door_act" USING btree ("registration_id","day_id");--> statement-breakpoint
CREATE INDEX "door_act_by_arrival" ON "door_act" USING btree ("event_id","received_at");--> statement-breakpoint
CREATE INDEX "door_act_by_day" ON "door_act" USING btree ("day_id");--> statement-breakpoint
CREATE INDEX "door_phone_by_event" ON "door_phone" USING btree ("event_id","seen_at");--> statement-breakpoint
INSERT INTO "check_in" ("registration_id", "day_id", "at")
SELECT r."id", d."id", r."checked_in_at" FROM "registration" r
JOIN LATERAL (SELECT "id" FROM "day" WHERE "event_id" = r."event_id" ORDER BY "date" LIMIT 1) d ON true
WHERE r."checked_in_at" IS NOT NULL;
--> statement-breakpoint
INSERT INTO "door_act" ("id", "event_id", "day_id", "registration_id", "kind", "at", "received_at")
SELECT gen_random_uuid(), r."event_id", c."day_id", r."id", 'in', c."at", c."at" FROM "check_in" c
JOIN "registration" r ON r."id" = c."registration_id";
