CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"kind" text NOT NULL,
	"member_id" text,
	"interest_id" text,
	"person_id" text,
	"about" json,
	"data" json NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"send_after" timestamp (3) with time zone NOT NULL,
	"attempts" bigint NOT NULL,
	"lease" text,
	"leased_until" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"reason" text NOT NULL,
	"carrier_ref" text NOT NULL,
	"once_key" text
);
--> statement-breakpoint
CREATE TABLE "purpose_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"purpose" text NOT NULL,
	"member_id" text,
	"interest_id" text,
	"person_id" text,
	"about" json,
	"once" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "public"."interests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purpose_links" ADD CONSTRAINT "purpose_links_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purpose_links" ADD CONSTRAINT "purpose_links_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purpose_links" ADD CONSTRAINT "purpose_links_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "public"."interests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purpose_links" ADD CONSTRAINT "purpose_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_programme" ON "messages" USING btree ("authority_id","programme_id","queued_at");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("authority_id","state","send_after");--> statement-breakpoint
CREATE INDEX "messages_member" ON "messages" USING btree ("authority_id","member_id");--> statement-breakpoint
CREATE INDEX "messages_interest" ON "messages" USING btree ("authority_id","interest_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("authority_id","once_key");--> statement-breakpoint
CREATE INDEX "purpose_links_member" ON "purpose_links" USING btree ("authority_id","member_id");--> statement-breakpoint
CREATE INDEX "purpose_links_interest" ON "purpose_links" USING btree ("authority_id","interest_id");