ALTER TABLE "room" ADD COLUMN "link" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_link_fits" CHECK (char_length("room"."link") <= 500);