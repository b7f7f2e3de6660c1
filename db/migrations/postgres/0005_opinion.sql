CREATE TABLE "conversation_statements" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"number" bigint NOT NULL,
	"position" bigint NOT NULL,
	"text" text NOT NULL,
	"moderated" bigint NOT NULL,
	"cast_agrees" bigint NOT NULL,
	"cast_disagrees" bigint NOT NULL,
	"cast_passes" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversation_voters" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"votes" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"address" text NOT NULL,
	"state" text NOT NULL,
	"digest" text NOT NULL,
	"voters" bigint NOT NULL,
	"votes_cast" bigint NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participation_corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"quarter" text NOT NULL,
	"line" text NOT NULL,
	"value" bigint,
	"reason" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participation_returns" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"quarter" text NOT NULL,
	"number" bigint NOT NULL,
	"answers" json NOT NULL,
	"frozen" json,
	"submitted_at" timestamp (3) with time zone,
	"submitted_by" text,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_matters" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"board_id" text NOT NULL,
	"put_on" text NOT NULL,
	"put_by" text NOT NULL,
	"put" text NOT NULL,
	"outcome" text NOT NULL,
	"decided" text NOT NULL,
	"decided_on" text,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_seats" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"board_id" text NOT NULL,
	"name" text NOT NULL,
	"organisation" text NOT NULL,
	"role" text NOT NULL,
	"voting" boolean NOT NULL,
	"of_panel" boolean NOT NULL,
	"member_id" text,
	"from_on" text,
	"until_on" text
);
--> statement-breakpoint
CREATE TABLE "boards" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"purpose" text NOT NULL,
	"terms" text NOT NULL,
	"cycle" text NOT NULL,
	"quorum" bigint,
	"reports_to" text,
	"closed_on" text,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversation_statements" ADD CONSTRAINT "conversation_statements_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_statements" ADD CONSTRAINT "conversation_statements_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_voters" ADD CONSTRAINT "conversation_voters_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_voters" ADD CONSTRAINT "conversation_voters_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_corrections" ADD CONSTRAINT "participation_corrections_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_corrections" ADD CONSTRAINT "participation_corrections_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_returns" ADD CONSTRAINT "participation_returns_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_returns" ADD CONSTRAINT "participation_returns_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_matters" ADD CONSTRAINT "board_matters_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_matters" ADD CONSTRAINT "board_matters_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_seats" ADD CONSTRAINT "board_seats_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_seats" ADD CONSTRAINT "board_seats_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_seats" ADD CONSTRAINT "board_seats_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_statements_conversation" ON "conversation_statements" USING btree ("authority_id","conversation_id","position");--> statement-breakpoint
CREATE INDEX "conversation_voters_conversation" ON "conversation_voters" USING btree ("authority_id","conversation_id");--> statement-breakpoint
CREATE INDEX "conversations_programme" ON "conversations" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_digest" ON "conversations" USING btree ("authority_id","programme_id","digest");--> statement-breakpoint
CREATE INDEX "participation_corrections_quarter" ON "participation_corrections" USING btree ("authority_id","programme_id","quarter");--> statement-breakpoint
CREATE UNIQUE INDEX "participation_returns_once" ON "participation_returns" USING btree ("authority_id","programme_id","quarter","number");--> statement-breakpoint
CREATE INDEX "board_matters_board" ON "board_matters" USING btree ("authority_id","board_id","put_on");--> statement-breakpoint
CREATE INDEX "board_seats_board" ON "board_seats" USING btree ("authority_id","board_id");--> statement-breakpoint
CREATE INDEX "board_seats_member" ON "board_seats" USING btree ("authority_id","member_id");--> statement-breakpoint
CREATE INDEX "boards_programme" ON "boards" USING btree ("authority_id","programme_id");