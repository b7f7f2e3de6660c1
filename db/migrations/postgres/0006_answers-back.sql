CREATE TABLE "answer_settings" (
	"authority_id" text PRIMARY KEY NOT NULL,
	"days_to_answer" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hear_back" (
	"member_id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"wants" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reply_history" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"reply_id" text NOT NULL,
	"status" text NOT NULL,
	"you_said" text NOT NULL,
	"words" text NOT NULL,
	"because" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" text,
	"is_public" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reply_texts" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"reply_id" text NOT NULL,
	"language" text NOT NULL,
	"you_said" text NOT NULL,
	"words" text NOT NULL,
	"because" text NOT NULL,
	"of_digest" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "thread_links" ADD COLUMN "relation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_settings" ADD CONSTRAINT "answer_settings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hear_back" ADD CONSTRAINT "hear_back_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hear_back" ADD CONSTRAINT "hear_back_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_history" ADD CONSTRAINT "reply_history_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_history" ADD CONSTRAINT "reply_history_reply_id_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."replies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_texts" ADD CONSTRAINT "reply_texts_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_texts" ADD CONSTRAINT "reply_texts_reply_id_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."replies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hear_back_authority" ON "hear_back" USING btree ("authority_id","wants");--> statement-breakpoint
CREATE INDEX "reply_history_reply" ON "reply_history" USING btree ("authority_id","reply_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "reply_texts_once" ON "reply_texts" USING btree ("authority_id","reply_id","language");