CREATE TABLE "checklist_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"key" text,
	"title" text,
	"days_before" integer,
	"done_at" timestamp with time zone,
	"by_id" uuid,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "checklist_item_once" UNIQUE("event_id","key"),
	CONSTRAINT "checklist_item_key" CHECK ("checklist_item"."key" in ('venue', 'crew', 'conduct', 'tickets', 'rooms', 'needs', 'coming', 'food', 'joining', 'print', 'phones', 'wall', 'thanks')),
	CONSTRAINT "checklist_item_either" CHECK (("checklist_item"."key" is null) = ("checklist_item"."title" is not null) and ("checklist_item"."key" is null) = ("checklist_item"."days_before" is not null)),
	CONSTRAINT "checklist_item_title" CHECK ("checklist_item"."title" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("checklist_item"."title") <= 120),
	CONSTRAINT "checklist_item_days" CHECK ("checklist_item"."days_before" between -60 and 365)
);
--> statement-breakpoint
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checklist_item_by_person" ON "checklist_item" USING btree ("by_id");