CREATE TABLE "placement" (
	"pitch_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"slot_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"pinned" boolean DEFAULT false NOT NULL,
	CONSTRAINT "placement_one_per_cell" UNIQUE("slot_id","room_id")
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"event_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid,
	"grid" jsonb NOT NULL,
	CONSTRAINT "publication_event_id_number_pk" PRIMARY KEY("event_id","number")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"actor_id" uuid,
	"act" text NOT NULL,
	"subject_id" uuid,
	"from" text,
	"to" text,
	"reason" text DEFAULT '' NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid,
	"label" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "device_token_is_taken" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "setup_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in" (
	"id" uuid PRIMARY KEY NOT NULL,
	"device_id" uuid NOT NULL,
	"person_id" uuid,
	"email" text NOT NULL,
	"code_hash" text NOT NULL,
	"link_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket" (
	"device_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_device_id_registration_id_pk" PRIMARY KEY("device_id","registration_id")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"strapline" text DEFAULT '' NOT NULL,
	"place" text NOT NULL,
	"day" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"capacity" integer NOT NULL,
	"line_limit" integer,
	"phase" text DEFAULT 'draft' NOT NULL,
	"tally" text DEFAULT 'shown' NOT NULL,
	"offers_on" boolean DEFAULT true NOT NULL,
	"next_rank" bigint DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_slug_is_taken" UNIQUE("slug"),
	CONSTRAINT "event_phase_is_known" CHECK ("event"."phase" in ('draft', 'tickets', 'closed', 'doors', 'pitching', 'grid', 'sessions', 'after', 'archived')),
	CONSTRAINT "event_tally_is_known" CHECK ("event"."tally" in ('shown', 'after_first', 'hidden')),
	CONSTRAINT "event_has_places" CHECK ("event"."capacity" > 0)
);
--> statement-breakpoint
CREATE TABLE "sector" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "sector_name_is_taken" UNIQUE("event_id","name")
);
--> statement-breakpoint
CREATE TABLE "live_version" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"event_version" bigint DEFAULT 1 NOT NULL,
	"pitches_version" bigint DEFAULT 1 NOT NULL,
	"grid_version" bigint DEFAULT 1 NOT NULL,
	"draft_version" bigint DEFAULT 1 NOT NULL,
	"people_version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid,
	"kind" text NOT NULL,
	"occasion" text NOT NULL,
	"recipient" text NOT NULL,
	"facts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "outbox_once_per_occasion" UNIQUE("kind","occasion")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"owner" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_email_is_taken" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "role" (
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_event_id_person_id_pk" PRIMARY KEY("event_id","person_id"),
	CONSTRAINT "role_is_known" CHECK ("role"."role" in ('organiser', 'campmaker'))
);
--> statement-breakpoint
CREATE TABLE "pitch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"title" text NOT NULL,
	"line" text DEFAULT '' NOT NULL,
	"kind" text DEFAULT 'discuss' NOT NULL,
	"voice" text DEFAULT 'me' NOT NULL,
	"note_level" text DEFAULT 'open' NOT NULL,
	"needs" text[] DEFAULT '{}' NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"said_at" timestamp with time zone,
	"expected" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pitch_kind_is_known" CHECK ("pitch"."kind" in ('discuss', 'share', 'help', 'went_wrong')),
	CONSTRAINT "pitch_voice_is_known" CHECK ("pitch"."voice" in ('me', 'with_me', 'for_me')),
	CONSTRAINT "pitch_note_level_is_known" CHECK ("pitch"."note_level" in ('open', 'no_names', 'no_notes', 'unlisted')),
	CONSTRAINT "pitch_title_fits" CHECK (char_length("pitch"."title") between 1 and 90)
);
--> statement-breakpoint
CREATE TABLE "pitch_host" (
	"pitch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"registration_id" uuid,
	"name" text NOT NULL,
	"own" boolean DEFAULT false NOT NULL,
	CONSTRAINT "pitch_host_pitch_id_position_pk" PRIMARY KEY("pitch_id","position")
);
--> statement-breakpoint
CREATE TABLE "registration" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"sector_id" uuid NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"first_time" boolean DEFAULT false NOT NULL,
	"access" text DEFAULT '' NOT NULL,
	"photos" boolean DEFAULT true NOT NULL,
	"status" text NOT NULL,
	"rank" bigint NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"verified_at" timestamp with time zone,
	"offered_until" timestamp with time zone,
	"bounced_at" timestamp with time zone,
	"checked_in_at" timestamp with time zone,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "registration_one_per_address" UNIQUE("event_id","email"),
	CONSTRAINT "registration_one_per_rank" UNIQUE("event_id","rank"),
	CONSTRAINT "registration_status_is_known" CHECK ("registration"."status" in ('waiting', 'entered', 'offered', 'confirmed', 'declined', 'expired', 'released', 'left', 'removed', 'transferred')),
	CONSTRAINT "registration_offer_has_an_end" CHECK (("registration"."status" = 'offered') = ("registration"."offered_until" is not null))
);
--> statement-breakpoint
CREATE TABLE "registration_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"registration_id" uuid NOT NULL,
	"mailed" boolean NOT NULL,
	"code_hash" text,
	"code_tries" bigint DEFAULT 0 NOT NULL,
	"code_expires_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "room" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"capacity" integer NOT NULL,
	"features" text[] DEFAULT '{}' NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "room_name_is_taken" UNIQUE("event_id","name"),
	CONSTRAINT "room_one_per_position" UNIQUE("event_id","position"),
	CONSTRAINT "room_has_seats" CHECK ("room"."capacity" > 0)
);
--> statement-breakpoint
CREATE TABLE "slot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "slot_kind_is_known" CHECK ("slot"."kind" in ('session', 'break')),
	CONSTRAINT "slot_ends_after_it_starts" CHECK ("slot"."ends_at" > "slot"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "hand" (
	"pitch_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"up" boolean NOT NULL,
	"cast_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hand_pitch_id_registration_id_pk" PRIMARY KEY("pitch_id","registration_id")
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"pitch_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"hands" integer NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_of_a_pitch" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_in_a_slot" FOREIGN KEY ("slot_id") REFERENCES "public"."slot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_in_a_room" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_published_by_person_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sector" ADD CONSTRAINT "sector_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_version" ADD CONSTRAINT "live_version_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pitch_host" ADD CONSTRAINT "pitch_host_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pitch_host" ADD CONSTRAINT "pitch_host_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_sector_id_sector_id_fk" FOREIGN KEY ("sector_id") REFERENCES "public"."sector"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_link" ADD CONSTRAINT "registration_link_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot" ADD CONSTRAINT "slot_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand" ADD CONSTRAINT "hand_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand" ADD CONSTRAINT "hand_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally" ADD CONSTRAINT "tally_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally" ADD CONSTRAINT "tally_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_event" ON "audit" USING btree ("event_id","at");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "mailbox_by_time" ON "mailbox" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at") WHERE sent_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "pitch_by_event" ON "pitch" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "pitch_host_by_registration" ON "pitch_host" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "registration_by_status" ON "registration" USING btree ("event_id","status","rank");--> statement-breakpoint
CREATE INDEX "registration_offers_running_out" ON "registration" USING btree ("offered_until") WHERE status = 'offered';--> statement-breakpoint
CREATE INDEX "slot_by_time" ON "slot" USING btree ("event_id","starts_at");--> statement-breakpoint
CREATE INDEX "hand_by_registration" ON "hand" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "tally_newer_than" ON "tally" USING btree ("event_id","version");