CREATE TABLE "agenda_items" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"position" bigint NOT NULL,
	"title" text NOT NULL,
	"minutes" bigint NOT NULL,
	"leads" text NOT NULL,
	"paper" text NOT NULL,
	"about_kind" text NOT NULL,
	"about_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"member_id" text NOT NULL,
	"how" text NOT NULL,
	"named" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_actions" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"item_id" text,
	"text" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" text NOT NULL,
	"state" text NOT NULL,
	"outcome" text NOT NULL,
	"settled_on" text,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"item_id" text,
	"text" text NOT NULL,
	"because" text NOT NULL,
	"rests_on" text NOT NULL,
	"votes_for" bigint,
	"votes_against" bigint,
	"votes_abstained" bigint,
	"position" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_guests" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"category" text NOT NULL,
	"count" bigint NOT NULL,
	"names" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"member_id" text NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"reply" text NOT NULL,
	"needs" text NOT NULL,
	"replied_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "meeting_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"item_id" text,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"said_by" text NOT NULL,
	"consent" text NOT NULL,
	"position" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"group_id" text,
	"title" text NOT NULL,
	"held_on" text NOT NULL,
	"starts_at" text NOT NULL,
	"ends_at" text NOT NULL,
	"how" text NOT NULL,
	"place" text NOT NULL,
	"site_id" text,
	"joining_link" text NOT NULL,
	"interpreters" json NOT NULL,
	"childcare" boolean NOT NULL,
	"travel" boolean NOT NULL,
	"easy_read" boolean NOT NULL,
	"helps" text NOT NULL,
	"quorum" bigint,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"sequence" bigint NOT NULL,
	"papers_at" timestamp (3) with time zone,
	"approved_on" text,
	"approved_at" text,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_actions" ADD CONSTRAINT "meeting_actions_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_actions" ADD CONSTRAINT "meeting_actions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_actions" ADD CONSTRAINT "meeting_actions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_guests" ADD CONSTRAINT "meeting_guests_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_guests" ADD CONSTRAINT "meeting_guests_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitations" ADD CONSTRAINT "meeting_invitations_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitations" ADD CONSTRAINT "meeting_invitations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitations" ADD CONSTRAINT "meeting_invitations_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notes" ADD CONSTRAINT "meeting_notes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notes" ADD CONSTRAINT "meeting_notes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notes" ADD CONSTRAINT "meeting_notes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_meeting" ON "agenda_items" USING btree ("authority_id","meeting_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "attendances_once" ON "attendances" USING btree ("authority_id","meeting_id","member_id");--> statement-breakpoint
CREATE INDEX "attendances_member" ON "attendances" USING btree ("authority_id","member_id");--> statement-breakpoint
CREATE INDEX "meeting_actions_meeting" ON "meeting_actions" USING btree ("authority_id","meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_actions_programme" ON "meeting_actions" USING btree ("authority_id","programme_id","state");--> statement-breakpoint
CREATE INDEX "meeting_decisions_meeting" ON "meeting_decisions" USING btree ("authority_id","meeting_id","position");--> statement-breakpoint
CREATE INDEX "meeting_decisions_programme" ON "meeting_decisions" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_guests_once" ON "meeting_guests" USING btree ("authority_id","meeting_id","category");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_invitations_once" ON "meeting_invitations" USING btree ("authority_id","meeting_id","member_id");--> statement-breakpoint
CREATE INDEX "meeting_invitations_member" ON "meeting_invitations" USING btree ("authority_id","member_id");--> statement-breakpoint
CREATE INDEX "meeting_notes_meeting" ON "meeting_notes" USING btree ("authority_id","meeting_id","position");--> statement-breakpoint
CREATE INDEX "meeting_notes_programme" ON "meeting_notes" USING btree ("authority_id","programme_id","kind");--> statement-breakpoint
CREATE INDEX "meetings_programme" ON "meetings" USING btree ("authority_id","programme_id","held_on");