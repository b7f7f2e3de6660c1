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
	"minutes_at" timestamp (3) with time zone,
	"approved_on" text,
	"approved_at" text,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theory_acceptances" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"theory_id" text NOT NULL,
	"finding_key" text NOT NULL,
	"message" text NOT NULL,
	"because" text NOT NULL,
	"person_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
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
ALTER TABLE "personal_links" ADD COLUMN "about" json;--> statement-breakpoint
ALTER TABLE "personal_links" ADD COLUMN "ends_earlier" boolean DEFAULT false NOT NULL;--> statement-breakpoint
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
ALTER TABLE "thread_links" ADD COLUMN "relation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "consultation_pictures" ADD CONSTRAINT "consultation_pictures_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_pictures" ADD CONSTRAINT "consultation_pictures_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_answers" ADD CONSTRAINT "poll_answers_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_answers" ADD CONSTRAINT "poll_answers_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_history" ADD CONSTRAINT "vote_history_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_history" ADD CONSTRAINT "vote_history_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_history" ADD CONSTRAINT "vote_history_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "theory_acceptances" ADD CONSTRAINT "theory_acceptances_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_acceptances" ADD CONSTRAINT "theory_acceptances_theory_id_theories_id_fk" FOREIGN KEY ("theory_id") REFERENCES "public"."theories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "messages" ADD CONSTRAINT "messages_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "public"."interests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purpose_links" ADD CONSTRAINT "purpose_links_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purpose_links" ADD CONSTRAINT "purpose_links_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purpose_links" ADD CONSTRAINT "purpose_links_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "public"."interests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purpose_links" ADD CONSTRAINT "purpose_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "answer_settings" ADD CONSTRAINT "answer_settings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hear_back" ADD CONSTRAINT "hear_back_member_id_panel_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."panel_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hear_back" ADD CONSTRAINT "hear_back_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_history" ADD CONSTRAINT "reply_history_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_history" ADD CONSTRAINT "reply_history_reply_id_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."replies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_texts" ADD CONSTRAINT "reply_texts_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_texts" ADD CONSTRAINT "reply_texts_reply_id_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."replies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consulting_times" ADD CONSTRAINT "consulting_times_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_corrections" ADD CONSTRAINT "formal_corrections_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_corrections" ADD CONSTRAINT "formal_corrections_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_files" ADD CONSTRAINT "formal_files_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_files" ADD CONSTRAINT "formal_files_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_records" ADD CONSTRAINT "formal_records_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_records" ADD CONSTRAINT "formal_records_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultation_pictures_consultation" ON "consultation_pictures" USING btree ("authority_id","consultation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "poll_answers_once" ON "poll_answers" USING btree ("authority_id","statement_id","device");--> statement-breakpoint
CREATE UNIQUE INDEX "polls_code" ON "polls" USING btree ("code");--> statement-breakpoint
CREATE INDEX "polls_authority" ON "polls" USING btree ("authority_id");--> statement-breakpoint
CREATE INDEX "vote_history_statement" ON "vote_history" USING btree ("authority_id","statement_id");--> statement-breakpoint
CREATE INDEX "vote_history_member" ON "vote_history" USING btree ("authority_id","member_id");--> statement-breakpoint
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
CREATE INDEX "meetings_programme" ON "meetings" USING btree ("authority_id","programme_id","held_on");--> statement-breakpoint
CREATE UNIQUE INDEX "theory_acceptances_once" ON "theory_acceptances" USING btree ("authority_id","theory_id","finding_key");--> statement-breakpoint
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
CREATE UNIQUE INDEX "terms_agreements_once" ON "terms_agreements" USING btree ("authority_id","member_id","terms_id");--> statement-breakpoint
CREATE INDEX "messages_programme" ON "messages" USING btree ("authority_id","programme_id","queued_at");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("authority_id","state","send_after");--> statement-breakpoint
CREATE INDEX "messages_member" ON "messages" USING btree ("authority_id","member_id");--> statement-breakpoint
CREATE INDEX "messages_interest" ON "messages" USING btree ("authority_id","interest_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("authority_id","once_key");--> statement-breakpoint
CREATE INDEX "purpose_links_member" ON "purpose_links" USING btree ("authority_id","member_id");--> statement-breakpoint
CREATE INDEX "purpose_links_interest" ON "purpose_links" USING btree ("authority_id","interest_id");--> statement-breakpoint
CREATE INDEX "conversation_statements_conversation" ON "conversation_statements" USING btree ("authority_id","conversation_id","position");--> statement-breakpoint
CREATE INDEX "conversation_voters_conversation" ON "conversation_voters" USING btree ("authority_id","conversation_id");--> statement-breakpoint
CREATE INDEX "conversations_programme" ON "conversations" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_digest" ON "conversations" USING btree ("authority_id","programme_id","digest");--> statement-breakpoint
CREATE INDEX "participation_corrections_quarter" ON "participation_corrections" USING btree ("authority_id","programme_id","quarter");--> statement-breakpoint
CREATE UNIQUE INDEX "participation_returns_once" ON "participation_returns" USING btree ("authority_id","programme_id","quarter","number");--> statement-breakpoint
CREATE INDEX "board_matters_board" ON "board_matters" USING btree ("authority_id","board_id","put_on");--> statement-breakpoint
CREATE INDEX "board_seats_board" ON "board_seats" USING btree ("authority_id","board_id");--> statement-breakpoint
CREATE INDEX "board_seats_member" ON "board_seats" USING btree ("authority_id","member_id");--> statement-breakpoint
CREATE INDEX "boards_programme" ON "boards" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "hear_back_authority" ON "hear_back" USING btree ("authority_id","wants");--> statement-breakpoint
CREATE INDEX "reply_history_reply" ON "reply_history" USING btree ("authority_id","reply_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "reply_texts_once" ON "reply_texts" USING btree ("authority_id","reply_id","language");--> statement-breakpoint
CREATE INDEX "formal_corrections_of" ON "formal_corrections" USING btree ("authority_id","consultation_id","at");--> statement-breakpoint
CREATE INDEX "formal_files_of" ON "formal_files" USING btree ("authority_id","consultation_id");--> statement-breakpoint
CREATE INDEX "formal_records_authority" ON "formal_records" USING btree ("authority_id");