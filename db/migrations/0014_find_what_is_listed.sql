CREATE INDEX "placement_by_event" ON "placement" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "day_by_date" ON "day" USING btree ("date","starts_at","event_id");--> statement-breakpoint
CREATE INDEX "device_by_person" ON "device" USING btree ("person_id","seen_at") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "event_by_day" ON "event" USING btree ("day","id");--> statement-breakpoint
CREATE INDEX "role_by_person" ON "role" USING btree ("person_id");