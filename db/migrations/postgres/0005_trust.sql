CREATE TABLE "access_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"role" text,
	"asked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"person_id" text NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"person_id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"key" text NOT NULL,
	"last_step" bigint NOT NULL,
	"set_up_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_identities" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"person_id" text NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_settings" (
	"authority_id" text PRIMARY KEY NOT NULL,
	"issuer" text,
	"client_id" text,
	"client_secret" text,
	"domains" json NOT NULL,
	"trusts_email" boolean DEFAULT false NOT NULL,
	"passwords_allowed" boolean DEFAULT true NOT NULL,
	"may_ask" boolean DEFAULT false NOT NULL,
	"roles" json NOT NULL,
	"code_required" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_leases" (
	"job" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_counts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" bigint NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "running_servers" (
	"id" text PRIMARY KEY NOT NULL,
	"secret_print" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waiting_pieces" (
	"authority_id" text NOT NULL,
	"file_id" text NOT NULL,
	"n" bigint NOT NULL,
	"size" bigint NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "waiting_pieces_piece" PRIMARY KEY("authority_id","file_id","n")
);
--> statement-breakpoint
CREATE TABLE "data_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"who" text NOT NULL,
	"received_on" text NOT NULL,
	"extended_by" bigint NOT NULL,
	"extended_because" text NOT NULL,
	"outcome" text NOT NULL,
	"answered_on" text,
	"note" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"key" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"kind" text NOT NULL,
	"words" boolean NOT NULL,
	"erased_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mixed_answers" (
	"survey_id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"mixed_to" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "privacy_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"document" text NOT NULL,
	"scope" text NOT NULL,
	"fields" json NOT NULL,
	"version" bigint NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"person_role" text NOT NULL,
	"what" text NOT NULL,
	"thing_kind" text NOT NULL,
	"thing_id" text NOT NULL,
	"path" text NOT NULL,
	"as_file" boolean NOT NULL,
	"count" bigint
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"authority_id" text NOT NULL,
	"job" text NOT NULL,
	"last_done_at" timestamp (3) with time zone,
	"last_failed_at" timestamp (3) with time zone,
	CONSTRAINT "job_runs_authority_id_job_pk" PRIMARY KEY("authority_id","job")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "way" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_identities" ADD CONSTRAINT "sign_in_identities_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_identities" ADD CONSTRAINT "sign_in_identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_settings" ADD CONSTRAINT "sign_in_settings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_pieces" ADD CONSTRAINT "waiting_pieces_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mixed_answers" ADD CONSTRAINT "mixed_answers_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mixed_answers" ADD CONSTRAINT "mixed_answers_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_documents" ADD CONSTRAINT "privacy_documents_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_requests_subject" ON "access_requests" USING btree ("authority_id","issuer","subject");--> statement-breakpoint
CREATE INDEX "recovery_codes_person" ON "recovery_codes" USING btree ("authority_id","person_id");--> statement-breakpoint
CREATE INDEX "second_factors_authority" ON "second_factors" USING btree ("authority_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_identities_subject" ON "sign_in_identities" USING btree ("authority_id","issuer","subject");--> statement-breakpoint
CREATE INDEX "sign_in_identities_person" ON "sign_in_identities" USING btree ("authority_id","person_id");--> statement-breakpoint
CREATE INDEX "rate_counts_age" ON "rate_counts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "data_requests_due" ON "data_requests" USING btree ("authority_id","outcome","received_on");--> statement-breakpoint
CREATE INDEX "erasures_day" ON "erasures" USING btree ("authority_id","erased_on");--> statement-breakpoint
CREATE UNIQUE INDEX "privacy_documents_scope" ON "privacy_documents" USING btree ("authority_id","document","scope");--> statement-breakpoint
CREATE INDEX "readings_newest" ON "readings" USING btree ("authority_id","at");--> statement-breakpoint
CREATE INDEX "readings_person" ON "readings" USING btree ("authority_id","person_id","at");--> statement-breakpoint
CREATE INDEX "batch_entries_of" ON "batch_entries" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "area_rows_of" ON "area_rows" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "answer_reviews_of" ON "answer_reviews" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "votes_of" ON "votes" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "poll_answers_of" ON "poll_answers" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "vote_history_of" ON "vote_history" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "interest_contacts_email" ON "interest_contacts" USING btree ("authority_id","email");--> statement-breakpoint
CREATE INDEX "messages_of" ON "messages" USING btree ("interest_id");--> statement-breakpoint
CREATE INDEX "conversation_statements_of" ON "conversation_statements" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "conversation_voters_of" ON "conversation_voters" USING btree ("conversation_id");