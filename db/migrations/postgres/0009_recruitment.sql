CREATE TABLE "interest_contacts" (
	"interest_id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"preferred" text NOT NULL,
	"language" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interests" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"call_id" text NOT NULL,
	"reference" text NOT NULL,
	"about" json NOT NULL,
	"helps" text NOT NULL,
	"channel" text NOT NULL,
	"said_on" text NOT NULL,
	"outcome" text NOT NULL,
	"flag" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "open_calls" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"invitation" text NOT NULL,
	"size" bigint NOT NULL,
	"quotas" json NOT NULL,
	"closes_on" text NOT NULL,
	"keep_until" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "panel_draws" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"call_id" text NOT NULL,
	"seed" text NOT NULL,
	"pool" json NOT NULL,
	"panels" json NOT NULL,
	"drawn" json NOT NULL,
	"reason" text NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	"drawn_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "interest_contacts" ADD CONSTRAINT "interest_contacts_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "public"."interests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_contacts" ADD CONSTRAINT "interest_contacts_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_call_id_open_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."open_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_calls" ADD CONSTRAINT "open_calls_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_calls" ADD CONSTRAINT "open_calls_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_draws" ADD CONSTRAINT "panel_draws_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_draws" ADD CONSTRAINT "panel_draws_call_id_open_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."open_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "interests_reference" ON "interests" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "interests_call" ON "interests" USING btree ("authority_id","call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "open_calls_code" ON "open_calls" USING btree ("code");--> statement-breakpoint
CREATE INDEX "open_calls_programme" ON "open_calls" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "panel_draws_call" ON "panel_draws" USING btree ("authority_id","call_id","drawn_at");