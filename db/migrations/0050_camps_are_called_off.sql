ALTER TABLE "camp_page" DROP CONSTRAINT "camp_page_is_known";--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_phase_is_known";--> statement-breakpoint
ALTER TABLE "push_outbox" DROP CONSTRAINT "push_outbox_is_about_one";--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "halted_from" text;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "halt_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "calendar_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "push_outbox" ADD COLUMN "halt" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "room" ADD COLUMN "link" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "push_outbox_once_for_halt" ON "push_outbox" USING btree ("subscription_id") WHERE "push_outbox"."halt";--> statement-breakpoint
ALTER TABLE "camp_page" ADD CONSTRAINT "camp_page_is_known" CHECK ("camp_page"."page" in ('unconference', 'places', 'travel', 'access', 'food', 'quiet', 'conduct', 'organisers', 'thanks', 'privacy', 'cookies', 'accessibility'));--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_halted_from_is_known" CHECK ("event"."halted_from" in ('draft', 'tickets', 'closed', 'doors', 'pitching', 'grid', 'sessions', 'after', 'archived', 'called_off', 'put_off'));--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_halted_from_somewhere" CHECK (("event"."halted_from" is not null) = ("event"."phase" in ('called_off', 'put_off')));--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_halt_note_fits" CHECK (char_length("event"."halt_note") <= 500);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_phase_is_known" CHECK ("event"."phase" in ('draft', 'tickets', 'closed', 'doors', 'pitching', 'grid', 'sessions', 'after', 'archived', 'called_off', 'put_off'));--> statement-breakpoint
ALTER TABLE "push_outbox" ADD CONSTRAINT "push_outbox_is_about_one" CHECK (num_nonnulls("push_outbox"."announcement_id", "push_outbox"."pitch_id", "push_outbox"."help_call_id")
        + "push_outbox"."sessions"::int + "push_outbox"."place"::int + "push_outbox"."halt"::int = 1);--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_link_fits" CHECK (char_length("room"."link") <= 500);