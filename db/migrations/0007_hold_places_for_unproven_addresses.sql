ALTER TABLE "registration" DROP CONSTRAINT "registration_status_is_known";--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "lapsed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registration_link" ADD COLUMN "claim" jsonb;--> statement-breakpoint
CREATE INDEX "registration_holds_running_out" ON "registration" USING btree ("held_until") WHERE status = 'held';--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_only_a_held_place_lapses" CHECK ("registration"."status" = 'held' or "registration"."held_until" is null);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_status_is_known" CHECK ("registration"."status" in ('waiting', 'entered', 'offered', 'held', 'confirmed', 'declined', 'expired', 'released', 'left', 'removed', 'transferred'));