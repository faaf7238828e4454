CREATE TABLE "entry_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"release_id" uuid NOT NULL,
	"code" text NOT NULL,
	"splits" boolean DEFAULT false NOT NULL,
	CONSTRAINT "entry_group_code_is_taken" UNIQUE("release_id","code")
);
--> statement-breakpoint
ALTER TABLE "entry" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "entry_group" ADD CONSTRAINT "entry_group_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_group_id_entry_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."entry_group"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_by_group" ON "entry" USING btree ("group_id");