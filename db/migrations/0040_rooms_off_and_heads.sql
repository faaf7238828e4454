CREATE TABLE "head_count" (
	"event_id" uuid NOT NULL,
	"pitch_id" uuid NOT NULL,
	"copy" integer DEFAULT 0 NOT NULL,
	"heads" integer NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"counted_by" text NOT NULL,
	CONSTRAINT "head_count_pitch_id_copy_pk" PRIMARY KEY("pitch_id","copy"),
	CONSTRAINT "head_count_in_range" CHECK ("head_count"."heads" between 0 and 10000),
	CONSTRAINT "head_count_by_is_known" CHECK ("head_count"."counted_by" in ('crew', 'host'))
);
--> statement-breakpoint
CREATE TABLE "room_off" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"slot_id" uuid,
	"note" text DEFAULT '' NOT NULL,
	"by_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "room_off_once" UNIQUE NULLS NOT DISTINCT("room_id","slot_id"),
	CONSTRAINT "room_off_note_fits" CHECK (char_length("room_off"."note") <= 140)
);
--> statement-breakpoint
ALTER TABLE "live_version" ADD COLUMN "heads_version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "room" ADD COLUMN "unofficial" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "head_count" ADD CONSTRAINT "head_count_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "head_count" ADD CONSTRAINT "head_count_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_off" ADD CONSTRAINT "room_off_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_off" ADD CONSTRAINT "room_off_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_off" ADD CONSTRAINT "room_off_slot_id_slot_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_off" ADD CONSTRAINT "room_off_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "head_count_by_event" ON "head_count" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "room_off_by_event" ON "room_off" USING btree ("event_id");