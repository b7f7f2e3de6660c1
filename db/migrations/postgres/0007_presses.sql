CREATE TABLE "presses" (
	"key" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"pressed_at" timestamp (3) with time zone NOT NULL,
	"led_to" text
);
--> statement-breakpoint
ALTER TABLE "presses" ADD CONSTRAINT "presses_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "presses_age" ON "presses" USING btree ("authority_id","pressed_at");