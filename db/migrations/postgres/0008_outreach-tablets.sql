CREATE TABLE "outreach_tablets" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"batch_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" text NOT NULL,
	"public_key" json NOT NULL,
	"private_key" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outreach_tablets" ADD CONSTRAINT "outreach_tablets_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_tablets" ADD CONSTRAINT "outreach_tablets_batch_id_entry_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."entry_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "outreach_tablets_token" ON "outreach_tablets" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "outreach_tablets_batch" ON "outreach_tablets" USING btree ("authority_id","batch_id");