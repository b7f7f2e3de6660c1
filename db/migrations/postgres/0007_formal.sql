CREATE TABLE "consulting_times" (
	"authority_id" text PRIMARY KEY NOT NULL,
	"least_days" bigint NOT NULL,
	"why" text NOT NULL,
	"elections" json NOT NULL,
	"changed_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "formal_corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"consultation_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"part" text NOT NULL,
	"what" text NOT NULL,
	"why" text NOT NULL,
	"before" json
);
--> statement-breakpoint
CREATE TABLE "formal_files" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"consultation_id" text NOT NULL,
	"file_name" text NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "formal_records" (
	"consultation_id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"parts" json NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consulting_times" ADD CONSTRAINT "consulting_times_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_corrections" ADD CONSTRAINT "formal_corrections_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_corrections" ADD CONSTRAINT "formal_corrections_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_files" ADD CONSTRAINT "formal_files_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_files" ADD CONSTRAINT "formal_files_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_records" ADD CONSTRAINT "formal_records_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_records" ADD CONSTRAINT "formal_records_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "formal_corrections_of" ON "formal_corrections" USING btree ("authority_id","consultation_id","at");--> statement-breakpoint
CREATE INDEX "formal_files_of" ON "formal_files" USING btree ("authority_id","consultation_id");--> statement-breakpoint
CREATE INDEX "formal_records_authority" ON "formal_records" USING btree ("authority_id");