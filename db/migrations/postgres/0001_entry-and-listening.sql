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
ALTER TABLE "area_files" ADD COLUMN "level" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "area_files" ADD COLUMN "boundaries" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "area_files" ADD COLUMN "notes" json;--> statement-breakpoint
ALTER TABLE "area_files" ADD COLUMN "is_own_count" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "area_rows" ADD COLUMN "level" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "batch_entries" ADD CONSTRAINT "batch_entries_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_entries" ADD CONSTRAINT "batch_entries_batch_id_entry_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."entry_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_entries" ADD CONSTRAINT "batch_entries_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_batches" ADD CONSTRAINT "entry_batches_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_batches" ADD CONSTRAINT "entry_batches_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_batches" ADD CONSTRAINT "entry_batches_version_id_survey_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."survey_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
CREATE UNIQUE INDEX "batch_entries_number" ON "batch_entries" USING btree ("authority_id","batch_id","number");--> statement-breakpoint
CREATE INDEX "batch_entries_response" ON "batch_entries" USING btree ("authority_id","response_id");--> statement-breakpoint
CREATE INDEX "entry_batches_survey" ON "entry_batches" USING btree ("authority_id","survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "second_entries_entry" ON "second_entries" USING btree ("authority_id","entry_id");--> statement-breakpoint
CREATE INDEX "second_entries_batch" ON "second_entries" USING btree ("authority_id","batch_id");--> statement-breakpoint
CREATE INDEX "listening_events_programme" ON "listening_events" USING btree ("authority_id","programme_id","held_on");--> statement-breakpoint
CREATE INDEX "note_excerpts_event" ON "note_excerpts" USING btree ("authority_id","event_id","position");--> statement-breakpoint
CREATE INDEX "note_excerpts_programme" ON "note_excerpts" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "area_boundaries_level" ON "area_boundaries" USING btree ("authority_id","level","year");--> statement-breakpoint
CREATE UNIQUE INDEX "area_decisions_area" ON "area_decisions" USING btree ("authority_id","programme_id","code");--> statement-breakpoint
CREATE INDEX "area_links_file" ON "area_links" USING btree ("authority_id","file_id","code");--> statement-breakpoint
CREATE INDEX "area_shapes_boundaries" ON "area_shapes" USING btree ("authority_id","boundaries_id","code");--> statement-breakpoint
CREATE INDEX "register_rows_programme" ON "register_rows" USING btree ("authority_id","programme_id","register");