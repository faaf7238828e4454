ALTER TABLE "pitch" ADD COLUMN "room_hands" integer;--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "paper_hands" integer;--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_room_hands_are_sane" CHECK ("pitch"."room_hands" between 0 and 10000);--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_paper_hands_are_sane" CHECK ("pitch"."paper_hands" between 0 and 10000);