ALTER TABLE "sign_in" DROP CONSTRAINT "sign_in_person_id_person_id_fk";
--> statement-breakpoint
ALTER TABLE "sign_in" ALTER COLUMN "code_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in" ALTER COLUMN "link_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "urgency" smallint DEFAULT 2 NOT NULL;--> statement-breakpoint
CREATE INDEX "sign_in_by_device" ON "sign_in" USING btree ("device_id","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_by_address" ON "sign_in" USING btree ("email");--> statement-breakpoint
CREATE INDEX "outbox_urgent" ON "outbox" USING btree ("urgency","due_at") WHERE sent_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "outbox_held" ON "outbox" USING btree ("failure") WHERE sent_at is null and failed_at is null and failure is not null;--> statement-breakpoint
CREATE INDEX "outbox_by_recipient" ON "outbox" USING btree ("recipient","kind");--> statement-breakpoint
CREATE INDEX "registration_by_address" ON "registration" USING btree ("email");--> statement-breakpoint
ALTER TABLE "sign_in" DROP COLUMN "person_id";--> statement-breakpoint
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_one_per_link" UNIQUE("link_hash");--> statement-breakpoint
UPDATE "outbox" SET "urgency" = CASE "kind" WHEN 'sign_in' THEN 0 WHEN 'offered' THEN 1 WHEN 'camp_changed' THEN 3 ELSE 2 END WHERE "sent_at" IS NULL AND "failed_at" IS NULL;
