ALTER TABLE "room" ADD COLUMN "directions" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_directions_fit" CHECK (char_length("room"."directions") <= 160);