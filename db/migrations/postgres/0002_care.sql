CREATE TABLE "consultation_pictures" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"consultation_id" text NOT NULL,
	"alt" text NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"small" text NOT NULL,
	"large" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "poll_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"statement_id" text NOT NULL,
	"device" text NOT NULL,
	"vote" text NOT NULL,
	"choice" json,
	"comment" text NOT NULL,
	"number" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"consultation_id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"code" text NOT NULL,
	"audience" text NOT NULL,
	"on_screen" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vote_history" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"statement_id" text NOT NULL,
	"member_id" text NOT NULL,
	"vote" text NOT NULL,
	"choice" json,
	"at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_contacts" (
	"authority_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"phone" text NOT NULL,
	"hours" text NOT NULL,
	"out_of_hours" text NOT NULL,
	"family_line" text NOT NULL,
	"family_phone" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderations" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"question" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"turn" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "safeguarding_flags" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"question" text NOT NULL,
	"words" text NOT NULL,
	"found" json NOT NULL,
	"state" text NOT NULL,
	"outcome" text NOT NULL,
	"forget_words" boolean NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "safeguarding_log" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"flag_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"staff_id" text,
	"staff_name" text NOT NULL,
	"what" text NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_support" (
	"member_id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"access" text NOT NULL,
	"interpreter" text NOT NULL,
	"childcare" text NOT NULL,
	"helps" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_terms" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"member_id" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"reminded_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "panel_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"call_id" text NOT NULL,
	"interest_id" text NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"answer_by" text NOT NULL,
	"reminders" bigint NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"answer" text NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"how" text NOT NULL,
	"question" text NOT NULL,
	"lapsed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "panel_payments" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"member_id" text NOT NULL,
	"for_day" text NOT NULL,
	"for_what" text NOT NULL,
	"kind" text NOT NULL,
	"pence" bigint NOT NULL,
	"how" text NOT NULL,
	"evidence" text NOT NULL,
	"stream" text NOT NULL,
	"state" text NOT NULL,
	"paid_on" text,
	"reason" text NOT NULL,
	"warned_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "panel_population" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"way" text NOT NULL,
	"groups" json NOT NULL,
	"source" text NOT NULL,
	"as_at" text NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "panel_settings" (
	"programme_id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"contact_days" bigint NOT NULL,
	"term_months" bigint NOT NULL,
	"answer_days" bigint NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "panel_terms" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"number" bigint NOT NULL,
	"words" text NOT NULL,
	"starts_on" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "terms_agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"member_id" text NOT NULL,
	"terms_id" text NOT NULL,
	"agreed_on" text NOT NULL,
	"how" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "kind" text DEFAULT 'statements' NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "settings" json;--> statement-breakpoint
ALTER TABLE "panel_members" ADD COLUMN "left_why" text;--> statement-breakpoint
ALTER TABLE "panel_members" ADD COLUMN "contacts_until" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "type" text DEFAULT 'statement' NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "method" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "hint" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "options" json;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "about" json;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "state" text DEFAULT 'asked' NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "proposed_by" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "proposed_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "choice" json;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "words" json;--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "joined_as" text;--> statement-breakpoint
ALTER TABLE "consultation_pictures" ADD CONSTRAINT "consultation_pictures_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_pictures" ADD CONSTRAINT "consultation_pictures_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_answers" ADD CONSTRAINT "poll_answers_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_answers" ADD CONSTRAINT "poll_answers_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_history" ADD CONSTRAINT "vote_history_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_history" ADD CONSTRAINT "vote_history_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_history" ADD CONSTRAINT "vote_history_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_contacts" ADD CONSTRAINT "duty_contacts_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderations" ADD CONSTRAINT "moderations_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderations" ADD CONSTRAINT "moderations_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_flags" ADD CONSTRAINT "safeguarding_flags_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_flags" ADD CONSTRAINT "safeguarding_flags_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_log" ADD CONSTRAINT "safeguarding_log_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_log" ADD CONSTRAINT "safeguarding_log_flag_id_safeguarding_flags_id_fk" FOREIGN KEY ("flag_id") REFERENCES "public"."safeguarding_flags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_support" ADD CONSTRAINT "member_support_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_support" ADD CONSTRAINT "member_support_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_terms" ADD CONSTRAINT "member_terms_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_terms" ADD CONSTRAINT "member_terms_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_invitations" ADD CONSTRAINT "panel_invitations_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_invitations" ADD CONSTRAINT "panel_invitations_call_id_open_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."open_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_invitations" ADD CONSTRAINT "panel_invitations_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "public"."interests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_payments" ADD CONSTRAINT "panel_payments_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_payments" ADD CONSTRAINT "panel_payments_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_payments" ADD CONSTRAINT "panel_payments_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_population" ADD CONSTRAINT "panel_population_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_population" ADD CONSTRAINT "panel_population_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_settings" ADD CONSTRAINT "panel_settings_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_settings" ADD CONSTRAINT "panel_settings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_terms" ADD CONSTRAINT "panel_terms_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_terms" ADD CONSTRAINT "panel_terms_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms_agreements" ADD CONSTRAINT "terms_agreements_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms_agreements" ADD CONSTRAINT "terms_agreements_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms_agreements" ADD CONSTRAINT "terms_agreements_terms_id_panel_terms_id_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."panel_terms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultation_pictures_consultation" ON "consultation_pictures" USING btree ("authority_id","consultation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "poll_answers_once" ON "poll_answers" USING btree ("authority_id","statement_id","device");--> statement-breakpoint
CREATE UNIQUE INDEX "polls_code" ON "polls" USING btree ("code");--> statement-breakpoint
CREATE INDEX "polls_authority" ON "polls" USING btree ("authority_id");--> statement-breakpoint
CREATE INDEX "vote_history_statement" ON "vote_history" USING btree ("authority_id","statement_id");--> statement-breakpoint
CREATE INDEX "vote_history_member" ON "vote_history" USING btree ("authority_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "moderations_turn" ON "moderations" USING btree ("authority_id","source_kind","source_id","question","turn");--> statement-breakpoint
CREATE INDEX "moderations_programme" ON "moderations" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "safeguarding_flags_state" ON "safeguarding_flags" USING btree ("authority_id","state","raised_at");--> statement-breakpoint
CREATE INDEX "safeguarding_flags_source" ON "safeguarding_flags" USING btree ("authority_id","source_kind","source_id");--> statement-breakpoint
CREATE INDEX "safeguarding_flags_programme" ON "safeguarding_flags" USING btree ("authority_id","programme_id","state");--> statement-breakpoint
CREATE INDEX "safeguarding_log_flag" ON "safeguarding_log" USING btree ("authority_id","flag_id","at");--> statement-breakpoint
CREATE INDEX "safeguarding_log_newest" ON "safeguarding_log" USING btree ("authority_id","at");--> statement-breakpoint
CREATE INDEX "member_support_authority" ON "member_support" USING btree ("authority_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_terms_start" ON "member_terms" USING btree ("authority_id","member_id","starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "panel_invitations_interest" ON "panel_invitations" USING btree ("authority_id","interest_id");--> statement-breakpoint
CREATE INDEX "panel_invitations_call" ON "panel_invitations" USING btree ("authority_id","call_id");--> statement-breakpoint
CREATE INDEX "panel_invitations_due" ON "panel_invitations" USING btree ("authority_id","answer_by");--> statement-breakpoint
CREATE INDEX "panel_payments_programme" ON "panel_payments" USING btree ("authority_id","programme_id","for_day");--> statement-breakpoint
CREATE INDEX "panel_payments_member" ON "panel_payments" USING btree ("authority_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "panel_population_way" ON "panel_population" USING btree ("authority_id","programme_id","way");--> statement-breakpoint
CREATE INDEX "panel_settings_authority" ON "panel_settings" USING btree ("authority_id");--> statement-breakpoint
CREATE UNIQUE INDEX "panel_terms_number" ON "panel_terms" USING btree ("authority_id","programme_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "terms_agreements_once" ON "terms_agreements" USING btree ("authority_id","member_id","terms_id");