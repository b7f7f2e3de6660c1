CREATE TABLE "disliked_words" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"words" text NOT NULL,
	"instead" text NOT NULL,
	"said_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_edits" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"number" bigint NOT NULL,
	"definition" json NOT NULL,
	"what" text NOT NULL,
	"by_name" text NOT NULL,
	"restores" bigint,
	"edited_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_files" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"survey_id" text,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"digest" text NOT NULL,
	"bytes" bigint NOT NULL,
	"status" text NOT NULL,
	"progress" bigint NOT NULL,
	"layout" json,
	"mapping" json,
	"outcome" json,
	"brought_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staged_answers" (
	"authority_id" text NOT NULL,
	"import_id" text NOT NULL,
	"n" bigint NOT NULL,
	"id" text NOT NULL,
	"survey_id" text NOT NULL,
	"version_id" text NOT NULL,
	"reference" text NOT NULL,
	"submission_key" text NOT NULL,
	"channel" text NOT NULL,
	"answered_on" text NOT NULL,
	"answers" json NOT NULL,
	"flag" text NOT NULL,
	CONSTRAINT "staged_answers_row" PRIMARY KEY("authority_id","import_id","n")
);
--> statement-breakpoint
CREATE TABLE "batch_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"batch_id" text NOT NULL,
	"response_id" text NOT NULL,
	"number" bigint NOT NULL,
	"entered_by" text NOT NULL,
	"entered_on" text NOT NULL,
	"sampled" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"version_id" text NOT NULL,
	"channel" text NOT NULL,
	"place" text NOT NULL,
	"received_on" text NOT NULL,
	"expected" bigint,
	"status" text NOT NULL,
	"sample_share" bigint NOT NULL,
	"sample_seed" text,
	"version" bigint NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
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
CREATE TABLE "second_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"batch_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"first_answers" json NOT NULL,
	"answers" json NOT NULL,
	"entered_by" text NOT NULL,
	"entered_on" text NOT NULL,
	"settled" json NOT NULL,
	"settled_by" text,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "listening_events" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"place" text NOT NULL,
	"held_on" text NOT NULL,
	"facilitator" text NOT NULL,
	"languages" json NOT NULL,
	"heads" json NOT NULL,
	"keep_until" text NOT NULL,
	"version" bigint NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "note_excerpts" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"event_id" text NOT NULL,
	"position" bigint NOT NULL,
	"text" text NOT NULL,
	"said_by" text NOT NULL,
	"consent" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "area_boundaries" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"title" text NOT NULL,
	"level" text NOT NULL,
	"year" text NOT NULL,
	"file_name" text NOT NULL,
	"digest" text NOT NULL,
	"tolerance" double precision NOT NULL,
	"areas" bigint NOT NULL,
	"points_before" bigint NOT NULL,
	"points" bigint NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"imported_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "area_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"instead" text NOT NULL,
	"because" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "area_links" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"file_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"relation" text NOT NULL,
	"to_code" text NOT NULL,
	"to_name" text NOT NULL,
	"change" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "area_settings" (
	"authority_id" text PRIMARY KEY NOT NULL,
	"codes" json NOT NULL,
	"reach_metres" bigint NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "area_shapes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"boundaries_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"easting" bigint NOT NULL,
	"northing" bigint NOT NULL,
	"polygons" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_rows" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"register" text NOT NULL,
	"name" text NOT NULL,
	"fields" json NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "answer_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"response_id" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "finding_words" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "implausible_pairs" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"question" text NOT NULL,
	"option" text NOT NULL,
	"other_question" text NOT NULL,
	"other_option" text NOT NULL,
	"why" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "population_margins" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"question" text NOT NULL,
	"unit" text NOT NULL,
	"groups" json NOT NULL,
	"source" text NOT NULL,
	"as_at" text NOT NULL,
	"assumed" boolean NOT NULL,
	"version" bigint NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reach_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"group_label" text NOT NULL,
	"done_on" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "weightings" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"is_on" boolean NOT NULL,
	"questions" json NOT NULL,
	"lowest" double precision NOT NULL,
	"highest" double precision NOT NULL,
	"missing" text NOT NULL,
	"version" bigint NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_tables" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"spec" text NOT NULL,
	"answers" bigint NOT NULL,
	"figures" json NOT NULL,
	"uses" text NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coding_readings" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"question" text NOT NULL,
	"digest" text NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	"read_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"theme_id" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"question" text NOT NULL,
	"words" text NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	"chosen_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "redactions" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"question" text NOT NULL,
	"words" text NOT NULL,
	"digest" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "second_items" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"sample_id" text NOT NULL,
	"position" bigint NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"question" text NOT NULL,
	"digest" text NOT NULL,
	"first_themes" json NOT NULL,
	"second_themes" json,
	"agreed_themes" json,
	"agreed_at" timestamp (3) with time zone,
	"agreed_by" text
);
--> statement-breakpoint
CREATE TABLE "second_samples" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"seed" bigint NOT NULL,
	"themes" json NOT NULL,
	"coder_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"started_by" text NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "theme_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"what" text NOT NULL,
	"sentence" text NOT NULL,
	"inverse" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "need_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"need_id" text NOT NULL,
	"what" text NOT NULL,
	"fields" json NOT NULL,
	"kept" json,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "need_scores" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"need_id" text NOT NULL,
	"criterion" text NOT NULL,
	"score" bigint NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "priority_rules" (
	"programme_id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"weights" json NOT NULL,
	"high_from" bigint NOT NULL,
	"medium_from" bigint NOT NULL,
	"reason" text NOT NULL,
	"version" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "language_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"language" text NOT NULL,
	"checked_by" text NOT NULL,
	"checked_on" text NOT NULL,
	"digest" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "language_wordings" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	"wording" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_paces" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"step" bigint NOT NULL,
	"answers" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_papers" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"return_address" text NOT NULL,
	"return_by" text
);
--> statement-breakpoint
CREATE TABLE "presses" (
	"key" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"pressed_at" timestamp (3) with time zone NOT NULL,
	"led_to" text
);
--> statement-breakpoint
DROP INDEX "responses_survey";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "phrase_hash" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD COLUMN "published_by" text;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD COLUMN "languages" json;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD COLUMN "accepted" json;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "lawful_basis" text;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "special_condition" text;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "languages" json;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "translations" json;--> statement-breakpoint
ALTER TABLE "area_files" ADD COLUMN "level" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "area_files" ADD COLUMN "boundaries" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "area_files" ADD COLUMN "notes" json;--> statement-breakpoint
ALTER TABLE "area_files" ADD COLUMN "is_own_count" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "area_rows" ADD COLUMN "level" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "priority_by" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "parent_id" text;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "example" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "is_not" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "notes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "thread_links" ADD COLUMN "against" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "disliked_words" ADD CONSTRAINT "disliked_words_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_edits" ADD CONSTRAINT "survey_edits_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_edits" ADD CONSTRAINT "survey_edits_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_files" ADD CONSTRAINT "answer_files_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_files" ADD CONSTRAINT "answer_files_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_files" ADD CONSTRAINT "answer_files_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_answers" ADD CONSTRAINT "staged_answers_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_entries" ADD CONSTRAINT "batch_entries_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_entries" ADD CONSTRAINT "batch_entries_batch_id_entry_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."entry_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_entries" ADD CONSTRAINT "batch_entries_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_batches" ADD CONSTRAINT "entry_batches_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_batches" ADD CONSTRAINT "entry_batches_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_batches" ADD CONSTRAINT "entry_batches_version_id_survey_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."survey_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_tablets" ADD CONSTRAINT "outreach_tablets_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_tablets" ADD CONSTRAINT "outreach_tablets_batch_id_entry_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."entry_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_entries" ADD CONSTRAINT "second_entries_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_entries" ADD CONSTRAINT "second_entries_batch_id_entry_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."entry_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_entries" ADD CONSTRAINT "second_entries_entry_id_batch_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."batch_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listening_events" ADD CONSTRAINT "listening_events_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listening_events" ADD CONSTRAINT "listening_events_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_excerpts" ADD CONSTRAINT "note_excerpts_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_excerpts" ADD CONSTRAINT "note_excerpts_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_excerpts" ADD CONSTRAINT "note_excerpts_event_id_listening_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."listening_events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_boundaries" ADD CONSTRAINT "area_boundaries_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_decisions" ADD CONSTRAINT "area_decisions_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_decisions" ADD CONSTRAINT "area_decisions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_links" ADD CONSTRAINT "area_links_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_links" ADD CONSTRAINT "area_links_file_id_area_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."area_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_settings" ADD CONSTRAINT "area_settings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_shapes" ADD CONSTRAINT "area_shapes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_shapes" ADD CONSTRAINT "area_shapes_boundaries_id_area_boundaries_id_fk" FOREIGN KEY ("boundaries_id") REFERENCES "public"."area_boundaries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_rows" ADD CONSTRAINT "register_rows_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_rows" ADD CONSTRAINT "register_rows_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_reviews" ADD CONSTRAINT "answer_reviews_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_reviews" ADD CONSTRAINT "answer_reviews_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_reviews" ADD CONSTRAINT "answer_reviews_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_words" ADD CONSTRAINT "finding_words_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_words" ADD CONSTRAINT "finding_words_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implausible_pairs" ADD CONSTRAINT "implausible_pairs_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implausible_pairs" ADD CONSTRAINT "implausible_pairs_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_margins" ADD CONSTRAINT "population_margins_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_margins" ADD CONSTRAINT "population_margins_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reach_notes" ADD CONSTRAINT "reach_notes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reach_notes" ADD CONSTRAINT "reach_notes_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weightings" ADD CONSTRAINT "weightings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weightings" ADD CONSTRAINT "weightings_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_tables" ADD CONSTRAINT "published_tables_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_tables" ADD CONSTRAINT "published_tables_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding_readings" ADD CONSTRAINT "coding_readings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding_readings" ADD CONSTRAINT "coding_readings_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_items" ADD CONSTRAINT "second_items_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_items" ADD CONSTRAINT "second_items_sample_id_second_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."second_samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_samples" ADD CONSTRAINT "second_samples_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_samples" ADD CONSTRAINT "second_samples_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_changes" ADD CONSTRAINT "theme_changes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_changes" ADD CONSTRAINT "theme_changes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_changes" ADD CONSTRAINT "need_changes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_changes" ADD CONSTRAINT "need_changes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_scores" ADD CONSTRAINT "need_scores_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_scores" ADD CONSTRAINT "need_scores_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_scores" ADD CONSTRAINT "need_scores_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_rules" ADD CONSTRAINT "priority_rules_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_rules" ADD CONSTRAINT "priority_rules_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_contacts" ADD CONSTRAINT "interest_contacts_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "public"."interests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_contacts" ADD CONSTRAINT "interest_contacts_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_call_id_open_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."open_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_calls" ADD CONSTRAINT "open_calls_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_calls" ADD CONSTRAINT "open_calls_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_draws" ADD CONSTRAINT "panel_draws_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_draws" ADD CONSTRAINT "panel_draws_call_id_open_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."open_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_checks" ADD CONSTRAINT "language_checks_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_wordings" ADD CONSTRAINT "language_wordings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_paces" ADD CONSTRAINT "survey_paces_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_paces" ADD CONSTRAINT "survey_paces_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_papers" ADD CONSTRAINT "survey_papers_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_papers" ADD CONSTRAINT "survey_papers_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presses" ADD CONSTRAINT "presses_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disliked_words_authority" ON "disliked_words" USING btree ("authority_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_edits_number" ON "survey_edits" USING btree ("authority_id","survey_id","number");--> statement-breakpoint
CREATE INDEX "answer_files_programme" ON "answer_files" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "answer_files_survey" ON "answer_files" USING btree ("authority_id","survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "batch_entries_number" ON "batch_entries" USING btree ("authority_id","batch_id","number");--> statement-breakpoint
CREATE INDEX "batch_entries_response" ON "batch_entries" USING btree ("authority_id","response_id");--> statement-breakpoint
CREATE INDEX "entry_batches_survey" ON "entry_batches" USING btree ("authority_id","survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outreach_tablets_token" ON "outreach_tablets" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "outreach_tablets_batch" ON "outreach_tablets" USING btree ("authority_id","batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "second_entries_entry" ON "second_entries" USING btree ("authority_id","entry_id");--> statement-breakpoint
CREATE INDEX "second_entries_batch" ON "second_entries" USING btree ("authority_id","batch_id");--> statement-breakpoint
CREATE INDEX "listening_events_programme" ON "listening_events" USING btree ("authority_id","programme_id","held_on");--> statement-breakpoint
CREATE INDEX "note_excerpts_event" ON "note_excerpts" USING btree ("authority_id","event_id","position");--> statement-breakpoint
CREATE INDEX "note_excerpts_programme" ON "note_excerpts" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "area_boundaries_level" ON "area_boundaries" USING btree ("authority_id","level","year");--> statement-breakpoint
CREATE UNIQUE INDEX "area_decisions_area" ON "area_decisions" USING btree ("authority_id","programme_id","code");--> statement-breakpoint
CREATE INDEX "area_links_file" ON "area_links" USING btree ("authority_id","file_id","code");--> statement-breakpoint
CREATE INDEX "area_shapes_boundaries" ON "area_shapes" USING btree ("authority_id","boundaries_id","code");--> statement-breakpoint
CREATE INDEX "register_rows_programme" ON "register_rows" USING btree ("authority_id","programme_id","register");--> statement-breakpoint
CREATE UNIQUE INDEX "answer_reviews_response" ON "answer_reviews" USING btree ("authority_id","survey_id","response_id");--> statement-breakpoint
CREATE INDEX "finding_words_programme" ON "finding_words" USING btree ("authority_id","programme_id","kind");--> statement-breakpoint
CREATE INDEX "implausible_pairs_survey" ON "implausible_pairs" USING btree ("authority_id","survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "population_margins_question" ON "population_margins" USING btree ("authority_id","survey_id","question");--> statement-breakpoint
CREATE INDEX "reach_notes_survey" ON "reach_notes" USING btree ("authority_id","survey_id","done_on");--> statement-breakpoint
CREATE UNIQUE INDEX "weightings_survey" ON "weightings" USING btree ("authority_id","survey_id");--> statement-breakpoint
CREATE INDEX "published_tables_spec" ON "published_tables" USING btree ("authority_id","survey_id","spec");--> statement-breakpoint
CREATE UNIQUE INDEX "coding_readings_once" ON "coding_readings" USING btree ("authority_id","programme_id","source_kind","source_id","question");--> statement-breakpoint
CREATE INDEX "coding_readings_source" ON "coding_readings" USING btree ("authority_id","source_kind","source_id");--> statement-breakpoint
CREATE INDEX "quotes_theme" ON "quotes" USING btree ("authority_id","theme_id");--> statement-breakpoint
CREATE INDEX "quotes_source" ON "quotes" USING btree ("authority_id","source_kind","source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "redactions_once" ON "redactions" USING btree ("authority_id","programme_id","source_kind","source_id","question");--> statement-breakpoint
CREATE INDEX "redactions_source" ON "redactions" USING btree ("authority_id","source_kind","source_id");--> statement-breakpoint
CREATE INDEX "second_items_sample" ON "second_items" USING btree ("authority_id","sample_id","position");--> statement-breakpoint
CREATE INDEX "second_items_source" ON "second_items" USING btree ("authority_id","source_kind","source_id");--> statement-breakpoint
CREATE INDEX "second_samples_programme" ON "second_samples" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "theme_changes_programme" ON "theme_changes" USING btree ("authority_id","programme_id","at");--> statement-breakpoint
CREATE INDEX "need_changes_programme" ON "need_changes" USING btree ("authority_id","programme_id","need_id");--> statement-breakpoint
CREATE UNIQUE INDEX "need_scores_once" ON "need_scores" USING btree ("authority_id","need_id","criterion");--> statement-breakpoint
CREATE INDEX "need_scores_programme" ON "need_scores" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interests_reference" ON "interests" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "interests_call" ON "interests" USING btree ("authority_id","call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "open_calls_code" ON "open_calls" USING btree ("code");--> statement-breakpoint
CREATE INDEX "open_calls_programme" ON "open_calls" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "panel_draws_call" ON "panel_draws" USING btree ("authority_id","call_id","drawn_at");--> statement-breakpoint
CREATE UNIQUE INDEX "language_checks_language" ON "language_checks" USING btree ("authority_id","language");--> statement-breakpoint
CREATE UNIQUE INDEX "language_wordings_name" ON "language_wordings" USING btree ("authority_id","language","name");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_paces_step" ON "survey_paces" USING btree ("authority_id","survey_id","step");--> statement-breakpoint
CREATE INDEX "survey_paces_survey" ON "survey_paces" USING btree ("authority_id","survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_papers_survey" ON "survey_papers" USING btree ("authority_id","survey_id");--> statement-breakpoint
CREATE INDEX "presses_age" ON "presses" USING btree ("authority_id","pressed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_phrase" ON "drafts" USING btree ("authority_id","survey_id","phrase_hash");--> statement-breakpoint
CREATE INDEX "responses_survey" ON "responses" USING btree ("authority_id","survey_id","answered_on","id");