CREATE TABLE "audit_rows" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text,
	"person_name" text NOT NULL,
	"action" text NOT NULL,
	"thing_kind" text NOT NULL,
	"thing_id" text NOT NULL,
	"details" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authorities" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"colour" text NOT NULL,
	"is_demonstration" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"role" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "personal_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"title" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"places" json NOT NULL,
	"packs" json NOT NULL,
	"stage" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"file_name" text NOT NULL,
	"digest" text NOT NULL,
	"rows" bigint NOT NULL,
	"mapping" json NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"imported_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"version_id" text NOT NULL,
	"answers" json NOT NULL,
	"submission_key" text NOT NULL,
	"flag" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"version_id" text NOT NULL,
	"reference" text NOT NULL,
	"submission_key" text NOT NULL,
	"channel" text NOT NULL,
	"import_id" text,
	"answered_on" text NOT NULL,
	"answers" json NOT NULL,
	"flag" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"number" bigint NOT NULL,
	"definition" json NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"title" text NOT NULL,
	"code" text NOT NULL,
	"status" text NOT NULL,
	"opens_on" text,
	"closes_on" text,
	"privacy_notice" text NOT NULL,
	"keep_until" text NOT NULL,
	"minutes" bigint NOT NULL,
	"definition" json NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "area_files" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"digest" text NOT NULL,
	"measures" json NOT NULL,
	"areas" bigint NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"imported_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "area_rows" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"file_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"figures" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"kind" text NOT NULL,
	"sentence" text NOT NULL,
	"figures" json NOT NULL,
	"source" json NOT NULL,
	"digest" text NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"taken_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "needs" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"statement" text NOT NULL,
	"who" text NOT NULL,
	"place" text NOT NULL,
	"how_many" text NOT NULL,
	"priority" text NOT NULL,
	"priority_reason" text NOT NULL,
	"not_now_because" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "printed_tables" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"title" text NOT NULL,
	"file_name" text NOT NULL,
	"digest" text NOT NULL,
	"checked" json NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"imported_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"standing" text NOT NULL,
	"status" text NOT NULL,
	"opens_on" text,
	"closes_on" text,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "excerpts" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"theme_id" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"question" text NOT NULL,
	"words" text NOT NULL,
	"digest" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "panel_contacts" (
	"member_id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"preferred" text NOT NULL,
	"language" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "panel_members" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"about" json NOT NULL,
	"joined_on" text NOT NULL,
	"left_on" text
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"theme_id" text NOT NULL,
	"you_said" text NOT NULL,
	"status" text NOT NULL,
	"words" text NOT NULL,
	"because" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" text,
	"published_at" timestamp (3) with time zone,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"consultation_id" text NOT NULL,
	"text" text NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"name" text NOT NULL,
	"definition" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"statement_id" text NOT NULL,
	"member_id" text NOT NULL,
	"vote" text NOT NULL,
	"comment" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theories" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"title" text NOT NULL,
	"sequence" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theory_boxes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"theory_id" text NOT NULL,
	"type" text NOT NULL,
	"label" text NOT NULL,
	"detail" text NOT NULL,
	"more" json NOT NULL,
	"x" double precision,
	"y" double precision,
	"position" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theory_links" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"theory_id" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"target" text NOT NULL,
	"reason" text NOT NULL,
	"more" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theory_operations" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"theory_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"client_op_id" text NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"operation" json NOT NULL,
	"inverse" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coverage_judgements" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"pack_id" text NOT NULL,
	"requirement_id" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "funding_streams" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"name" text NOT NULL,
	"amount_pence" bigint NOT NULL,
	"ring_fence" text NOT NULL,
	"ends_on" text,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"title" text NOT NULL,
	"owner" text NOT NULL,
	"starts_on" text,
	"ends_on" text,
	"milestone" text NOT NULL,
	"cost_pence" bigint,
	"stream_id" text,
	"status" text NOT NULL,
	"position" bigint NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread_links" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"from_kind" text NOT NULL,
	"from_id" text NOT NULL,
	"to_kind" text NOT NULL,
	"to_id" text NOT NULL,
	"note" text NOT NULL,
	"words_then" text DEFAULT '' NOT NULL,
	"tied_at" timestamp (3) with time zone NOT NULL,
	"tied_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_rows" ADD CONSTRAINT "audit_rows_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_imports" ADD CONSTRAINT "answer_imports_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_imports" ADD CONSTRAINT "answer_imports_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_version_id_survey_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."survey_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_version_id_survey_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."survey_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD CONSTRAINT "survey_versions_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD CONSTRAINT "survey_versions_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_files" ADD CONSTRAINT "area_files_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_files" ADD CONSTRAINT "area_files_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_rows" ADD CONSTRAINT "area_rows_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_rows" ADD CONSTRAINT "area_rows_file_id_area_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."area_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printed_tables" ADD CONSTRAINT "printed_tables_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printed_tables" ADD CONSTRAINT "printed_tables_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excerpts" ADD CONSTRAINT "excerpts_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excerpts" ADD CONSTRAINT "excerpts_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_contacts" ADD CONSTRAINT "panel_contacts_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_contacts" ADD CONSTRAINT "panel_contacts_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_members" ADD CONSTRAINT "panel_members_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_members" ADD CONSTRAINT "panel_members_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_members" ADD CONSTRAINT "panel_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theories" ADD CONSTRAINT "theories_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theories" ADD CONSTRAINT "theories_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_boxes" ADD CONSTRAINT "theory_boxes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_boxes" ADD CONSTRAINT "theory_boxes_theory_id_theories_id_fk" FOREIGN KEY ("theory_id") REFERENCES "public"."theories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_links" ADD CONSTRAINT "theory_links_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_links" ADD CONSTRAINT "theory_links_theory_id_theories_id_fk" FOREIGN KEY ("theory_id") REFERENCES "public"."theories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_operations" ADD CONSTRAINT "theory_operations_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_operations" ADD CONSTRAINT "theory_operations_theory_id_theories_id_fk" FOREIGN KEY ("theory_id") REFERENCES "public"."theories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_judgements" ADD CONSTRAINT "coverage_judgements_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_judgements" ADD CONSTRAINT "coverage_judgements_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_streams" ADD CONSTRAINT "funding_streams_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_streams" ADD CONSTRAINT "funding_streams_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD CONSTRAINT "plan_lines_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD CONSTRAINT "plan_lines_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD CONSTRAINT "plan_lines_stream_id_funding_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."funding_streams"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_links" ADD CONSTRAINT "thread_links_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_links" ADD CONSTRAINT "thread_links_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_rows_newest" ON "audit_rows" USING btree ("authority_id","at");--> statement-breakpoint
CREATE INDEX "audit_rows_thing" ON "audit_rows" USING btree ("authority_id","thing_kind","thing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "people_authority" ON "people" USING btree ("authority_id","role");--> statement-breakpoint
CREATE INDEX "personal_links_person" ON "personal_links" USING btree ("authority_id","person_id");--> statement-breakpoint
CREATE INDEX "programmes_authority" ON "programmes" USING btree ("authority_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("authority_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "answer_imports_file" ON "answer_imports" USING btree ("authority_id","survey_id","digest");--> statement-breakpoint
CREATE INDEX "drafts_survey" ON "drafts" USING btree ("authority_id","survey_id");--> statement-breakpoint
CREATE INDEX "drafts_age" ON "drafts" USING btree ("authority_id","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "responses_submission_key" ON "responses" USING btree ("submission_key");--> statement-breakpoint
CREATE UNIQUE INDEX "responses_reference" ON "responses" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "responses_survey" ON "responses" USING btree ("authority_id","survey_id","answered_on");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_versions_number" ON "survey_versions" USING btree ("authority_id","survey_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "surveys_code" ON "surveys" USING btree ("code");--> statement-breakpoint
CREATE INDEX "surveys_programme" ON "surveys" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "area_files_programme" ON "area_files" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "area_rows_file" ON "area_rows" USING btree ("authority_id","file_id","code");--> statement-breakpoint
CREATE INDEX "evidence_programme" ON "evidence" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "needs_programme" ON "needs" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "printed_tables_programme" ON "printed_tables" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "consultations_programme" ON "consultations" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "excerpts_once" ON "excerpts" USING btree ("authority_id","theme_id","source_kind","source_id","question");--> statement-breakpoint
CREATE INDEX "excerpts_source" ON "excerpts" USING btree ("authority_id","source_kind","source_id");--> statement-breakpoint
CREATE INDEX "panel_members_programme" ON "panel_members" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "panel_members_person" ON "panel_members" USING btree ("authority_id","programme_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "replies_theme" ON "replies" USING btree ("authority_id","theme_id");--> statement-breakpoint
CREATE INDEX "statements_consultation" ON "statements" USING btree ("authority_id","consultation_id","position");--> statement-breakpoint
CREATE INDEX "themes_programme" ON "themes" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "votes_once" ON "votes" USING btree ("authority_id","statement_id","member_id");--> statement-breakpoint
CREATE INDEX "votes_member" ON "votes" USING btree ("authority_id","member_id");--> statement-breakpoint
CREATE INDEX "theories_programme" ON "theories" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "theory_boxes_theory" ON "theory_boxes" USING btree ("authority_id","theory_id");--> statement-breakpoint
CREATE INDEX "theory_links_theory" ON "theory_links" USING btree ("authority_id","theory_id");--> statement-breakpoint
CREATE UNIQUE INDEX "theory_operations_order" ON "theory_operations" USING btree ("authority_id","theory_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "theory_operations_once" ON "theory_operations" USING btree ("authority_id","theory_id","client_op_id");--> statement-breakpoint
CREATE UNIQUE INDEX "coverage_judgements_once" ON "coverage_judgements" USING btree ("authority_id","programme_id","pack_id","requirement_id");--> statement-breakpoint
CREATE INDEX "funding_streams_programme" ON "funding_streams" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "plan_lines_programme" ON "plan_lines" USING btree ("authority_id","programme_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "thread_links_once" ON "thread_links" USING btree ("authority_id","from_kind","from_id","to_kind","to_id");--> statement-breakpoint
CREATE INDEX "thread_links_down" ON "thread_links" USING btree ("authority_id","from_kind","from_id");--> statement-breakpoint
CREATE INDEX "thread_links_up" ON "thread_links" USING btree ("authority_id","to_kind","to_id");--> statement-breakpoint
CREATE INDEX "thread_links_programme" ON "thread_links" USING btree ("authority_id","programme_id");